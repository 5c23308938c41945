"""Dates as they are printed, against the hand-made table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from babel.dates import format_date, format_interval, format_skeleton

from studyguide.authoring.documents.entries.event_dates import read_event_date
from tests.authoring.documents.tables import cases


@pytest.mark.parametrize(
    ("language", "printed", "expected"), [*cases("event_dates.yaml"), *cases("held_back_dates.yaml")]
)
def test_a_printed_date_is_read_as_meant_or_told(language: str, printed: str, expected: str) -> None:
    date = read_event_date(printed, language)
    doubt, _, edtf = expected.rpartition(" ")
    assert (date.edtf or "none", date.is_certain) == (edtf, not doubt and edtf != "none")
    assert date.printed == printed


_DAYS = [date(1851, 1, 28), date(1945, 8, 6), date(1990, 3, 1), date(2011, 12, 12), date(2024, 5, 9)]


@pytest.mark.parametrize("language", ["en", "fr", "es", "de"])
@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_dates_are_read_as_cldr_writes_them(language: str, day: date) -> None:
    later, month = day + timedelta(days=40), day.isoformat()[:7]
    written = {
        format_date(day, "full", locale=language): day.isoformat(),
        format_date(day, "long", locale=language): day.isoformat(),
        format_date(day, "medium", locale=language): day.isoformat(),
        format_skeleton("yMMMM", day, locale=language): month,
        format_skeleton("yMMM", day, locale=language): month,
        format_interval(day, later, "yMMMMd", locale=language): f"{day}/{later}",
        format_interval(day, later, "yMMMM", locale=language): f"{month}/{later.isoformat()[:7]}",
    }
    assert {printed: read_event_date(printed, language).edtf for printed in written} == written
    assert all(read_event_date(printed, language).is_certain for printed in written)


@pytest.mark.parametrize("language", ["ar", "el", "it", "nl", "pt", "ru", "tr", "zh"])
@pytest.mark.parametrize("day", _DAYS, ids=str)
def test_a_date_in_another_language_is_right_or_told(language: str, day: date) -> None:
    for form in ("full", "long", "medium"):
        found = read_event_date(format_date(day, form, locale=language), language)
        assert found.edtf == day.isoformat() or not found.is_certain
