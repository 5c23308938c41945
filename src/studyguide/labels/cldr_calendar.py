"""Write dates as the Unicode Common Locale Data Repository (CLDR) has them for a language, which Babel carries.

The patterns of a year, a month and a day are CLDR's: https://unicode.org/reports/tr35/tr35-dates.html. It has no long
pattern of a date with an era: the era stands here on that side of the year on which CLDR's pattern of the year has it.
"""

from __future__ import annotations

from typing import cast

from babel import Locale
from babel.dates import parse_pattern
from babel.numbers import format_decimal

_FIRST_DAY = {"fr": "1er"}
"""How the first of a month is written where it is no cardinal number, which CLDR's patterns do not know."""


class CldrCalendar:
    """The calendar of a language: see `calendars.Calendar`."""

    def __init__(self, language: str) -> None:
        self._locale = Locale.parse(language, sep="-")
        skeletons = self._locale.datetime_skeletons
        self._day, self._month = self._locale.date_formats["long"].pattern, skeletons["yMMMM"].pattern
        self._year, self._year_of_era = skeletons["y"].pattern, skeletons["Gy"].pattern

    def year(self, year: int, /) -> str:
        """Return a year; one of fewer than four digits has its era."""
        return self._fill(self._year if _is_plain(year) else self._year_of_era, year)

    def month(self, year: int, month: int, case: str = "nominative", /) -> str:
        """Return a month of a year, in a case where the language tells cases of months apart."""
        pattern = self._month.replace("LLLL", "MMMM") if case == "genitive" else self._month
        return self._fill(self._with_era(pattern, year), year, month, is_accusative=case == "accusative")

    def day(self, year: int, month: int, day: str, /) -> str:
        """Return a day of a month."""
        written = _FIRST_DAY.get(self._locale.language, day) if day == "1" else day
        return self._fill(self._with_era(self._day, year), year, month, written)

    def number(self, number: int, /) -> str:
        """Return a whole number with the language's separators of thousands."""
        return format_decimal(number, locale=self._locale)

    def decimal(self, number: float, /) -> str:
        """Return a number with one decimal, behind the language's decimal sign."""
        return format_decimal(number, "#,##0.0", locale=self._locale)

    def _with_era(self, pattern: str, year: int) -> str:
        """Add the era to a pattern with a year."""
        if _is_plain(year) or "G" in pattern:  # Thai has it in each year
            return pattern
        before, _, behind = self._year_of_era.partition("y")
        if "G" in before:
            return pattern.replace("y", f"{before}y")
        return f"{pattern} G" if behind.rpartition(" ")[0] in pattern else pattern.replace("y", f"y{behind}")

    def _fill(self, pattern: str, year: int, month: int = 0, day: str = "", *, is_accusative: bool = False) -> str:
        of_era = year if year > 0 else 1 - year
        values = {
            "y": self.number(of_era) if of_era > 9999 else str(of_era),
            "G": self._locale.eras["abbreviated"][int(year > 0)],
            "d": day,
            "dd": day.zfill(2) if day.isdecimal() else day,
            "M": str(month),
        }
        if month:
            alone = self._locale.months["stand-alone"]["wide"][month]
            values["LLLL"] = alone.removesuffix("ς") if is_accusative else alone  # Greek: Δεκέμβριος, Δεκέμβριο
            values["MMMM"] = self._locale.months["format"]["wide"][month]
            values["MMM"] = self._locale.months["format"]["abbreviated"][month]
        return cast(str, parse_pattern(pattern).format) % values


def _is_plain(year: int) -> bool:
    return 1000 <= year <= 9999
