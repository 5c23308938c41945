"""Write the days, months and years of the Gregorian calendar in the guide's language."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Literal, Protocol

from studyguide.labels.catalogue import Labels
from studyguide.labels.english_calendar import AMERICAN, EnglishCalendar

Case = Literal["nominative", "genitive", "accusative"]
"""The grammatical case of a month, which Russian and Greek tell apart: behind "from", "until" and "about"."""


class Calendar(Protocol):
    """Writes dates in one language; years are counted as in EDTF, where 0 is 1 BC."""

    def year(self, year: int, /) -> str:
        """Return a year, with its era where it needs one: `1989`, `44 BC`."""
        ...

    def month(self, year: int, month: int, case: Case = "nominative", /) -> str:
        """Return a month, 1 to 12, of a year: `December 2014`."""
        ...

    def day(self, year: int, month: int, day: str, /) -> str:
        """Return a day, or days joined by the caller, of a month: `11 December 2014`, `10 to 11 December 2014`."""
        ...

    def number(self, number: int, /) -> str:
        """Return a whole number with the separators of its thousands."""
        ...

    def decimal(self, number: float, /) -> str:
        """Return a number with one decimal: `2.1`."""
        ...


@lru_cache
def calendar_for(language: str) -> Calendar:
    """Return the calendar of a language such as `pt-BR`; Babel, which has the others, is not imported for English."""
    code, _, region = language.partition("-")
    if code == "en":
        return EnglishCalendar(is_american=region in AMERICAN)
    from studyguide.labels.cldr_calendar import CldrCalendar

    return CldrCalendar(language)


def day_in_words(day: date, labels: Labels) -> str:
    """Return a date in words: `24 November 2026`."""
    return calendar_for(labels.locale).day(day.year, day.month, str(day.day))
