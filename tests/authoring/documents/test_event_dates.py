"""Dates as they are printed, against the hand-made table."""

from __future__ import annotations

import pytest

from studyguide.authoring.documents.event_dates import read_event_date
from tests.authoring.documents.tables import cases


@pytest.mark.parametrize(
    ("language", "printed", "expected"), [*cases("event_dates.yaml"), *cases("held_back_dates.yaml")]
)
def test_a_printed_date_is_read_as_meant_or_told(language: str, printed: str, expected: str) -> None:
    date = read_event_date(printed, language)
    doubt, _, edtf = expected.rpartition(" ")
    assert (date.edtf or "none", date.is_certain) == (edtf, not doubt and edtf != "none")
    assert date.printed == printed
