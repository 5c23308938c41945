"""Write dates in English, as the United Nations do: `11 December 2014`."""

from __future__ import annotations

_MONTHS = ("January", "February", "March", "April", "May", "June", "July",
           "August", "September", "October", "November", "December")  # fmt: skip


class EnglishCalendar:
    """The calendar of English: see `calendars.Calendar`."""

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
        return f"{day} {self.month(year, month)}"

    def number(self, number: int, /) -> str:
        """Return a whole number: `12,000`."""
        return f"{number:,}"

    def decimal(self, number: float, /) -> str:
        """Return a number with one decimal."""
        return f"{number:.1f}"

    def _long(self, year: int) -> str:
        return self.number(year) if year > 9999 else str(year)
