"""Write dates in English, as the United Nations do: `11 December 2014`; in America `December 11, 2014`."""

from __future__ import annotations

from dataclasses import dataclass

AMERICAN = frozenset({"AS", "BI", "CA", "GU", "MH", "MP", "PH", "PR", "UM", "US", "VI"})
"""The regions in whose English CLDR has the month before the day."""
_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip


@dataclass(frozen=True)
class EnglishCalendar:
    """The calendar of English: see `calendars.Calendar`."""

    is_american: bool = False

    def year(self, year: int, /) -> str:
        """Return a year; one of fewer than four digits has its era, so that it is known for a year."""
        if year < 1:
            return f"{self._long(1 - year)} BC"
        return str(year) if 1000 <= year <= 9999 else f"AD {self._long(year)}"

    def month(self, year: int, month: int, _case: str = "nominative", /) -> str:
        """Return a month of a year."""
        return f"{_MONTHS[month - 1]} {self.year(year)}"

    def day(self, year: int, month: int, day: str, /) -> str:
        """Return a day of a month."""
        if self.is_american:
            return f"{_MONTHS[month - 1]} {day}, {self.year(year)}"
        return f"{day} {self.month(year, month)}"

    def number(self, number: int, /) -> str:
        """Return a whole number: `12,000`."""
        return f"{number:,}"

    def decimal(self, number: float, /) -> str:
        """Return a number with one decimal."""
        return f"{number:.1f}"

    def _long(self, year: int) -> str:
        return self.number(year) if year > 9999 else str(year)
