"""Dates as they are printed, against the hand-made tables."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from studyguide.authoring.documents.event_dates import read_event_date

_TABLES = Path(__file__).parent / "tables"


def _cases(table: str) -> list[tuple[str, str, str]]:
    rows = yaml.load((_TABLES / table).read_text("utf-8"), yaml.BaseLoader)
    return [(language, printed, date) for language, dates in rows.items() for printed, date in dates.items()]


@pytest.mark.parametrize(("language", "printed", "expected"), _cases("event_dates.yaml"))
def test_a_printed_date_is_read_as_meant_or_told(language: str, printed: str, expected: str) -> None:
    date = read_event_date(printed, language)
    doubt, _, edtf = expected.rpartition(" ")
    assert (date.edtf or "none", date.is_certain) == (edtf, not doubt and edtf != "none")
    assert date.printed == printed
