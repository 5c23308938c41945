"""Find dates that can be read, and most likely mean another one: `2020-21`, `-2500`, `2202`, any season."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as calendar_date
from datetime import timedelta

from studyguide.data.edtf import EventDate
from studyguide.data.edtf_hints import months_of_season
from studyguide.diagnostics.diagnostic import Location, Problem, problem

_SEASON = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<season>2[1-4])(?!\d)")
_BEFORE_CHRIST = re.compile(r"(?<![\d-])Y?-\d{4,}")
_PLANS = 100
"""How many years ahead an event may lie: goals are set for 2030 or 2100."""
_IN_PRINT = {"date": 1, "year": 1, "origdate": 0, "eventdate": 10}
"""How many years ahead the date of a source may lie."""


def doubtful_event_date(
    date: EventDate, texts: str, where: Location, today: calendar_date | None = None
) -> Iterator[Problem]:
    """Warn once of an event's date whose meaning is likely another; `texts` are its title and description."""
    today = today or calendar_date.today()
    if season := _SEASON.search(date.text):
        yield _season(season, where)
    elif date.start_year < 1 and _is_likely_other(date.start_year, texts):
        yield _before_christ(date, where)
    elif date.end_year > today.year + _PLANS:
        yield problem(where, "doubtful-date", "far", date=date.text, years=date.end_year - today.year)


def doubtful_source_date(
    name: str, date: EventDate, where: Location, today: calendar_date | None = None
) -> Iterator[Problem]:
    """Warn once of a date in the field `name` of a source that is still to come, or that likely means two years."""
    today = today or calendar_date.today()
    if name == "urldate" and calendar_date(*_day(date)) > today + timedelta(days=1):  # it may be tomorrow elsewhere
        yield problem(where, "doubtful-date", "access", date=date.text)
    elif name in _IN_PRINT and _last_known_year(date) > today.year + _IN_PRINT[name]:
        yield problem(where, "doubtful-date", "source", date=date.text)
    elif (season := _SEASON.fullmatch(date.text)) and int(season["season"]) == int(season["year"][2:]) + 1:
        years = _as_years(season)
        yield problem(where, "doubtful-date", "issue", date=date.text, words=date.words, field=name, years=years)


def _last_known_year(date: EventDate) -> int:
    """Return the year in which a date ends; of a decade or a century (202X), in which the year is unknown, the first.

    A source of the current decade is no later than today.
    """
    is_unknown = date.end_year - date.start_year in (9, 99) and date.end_year % 10 == 9
    return date.start_year if is_unknown else date.end_year


def _season(season: re.Match[str], where: Location) -> Problem:
    north, south = months_of_season(int(season["year"]), int(season["season"]))
    message = "season-or-years" if (years := _as_years(season)) else "season"
    return problem(where, "doubtful-date", message, date=season[0], years=years, north=north, south=south)


def _as_years(season: re.Match[str]) -> str:
    """Return a season's date as the interval of years that may be meant; empty if it cannot be."""
    start, end = season["year"], season["year"][:2] + season["season"]
    return f"{start}/{end}" if int(end) > int(start) else ""


def _before_christ(date: EventDate, where: Location) -> Problem:
    """Return the warning that EDTF counts a year 0, so that -2500 is 2501 BC."""
    meant = _BEFORE_CHRIST.sub(lambda year: _next_year(year[0]), date.text)
    message = "no-year-0" if meant == date.text else "before-christ"
    return problem(where, "doubtful-date", message, date=date.text, words=date.words, meant=meant)


def _next_year(year: str) -> str:
    """Return the EDTF of the following year: `-2499` for `-2500`."""
    number = int(year.lstrip("Y")) + 1
    written = f"-{-number:04}" if number else "0000"
    return f"Y{written}" if number < -9999 else written


def _is_likely_other(year: int, texts: str) -> bool:
    """Tell whether a year, counted as in EDTF, is likely meant as a year BC: the texts name that year, or it is round.

    -430 may well be 431 BC, while -2500 is hardly 2501 BC.
    """
    if _names(1 - year, texts):
        return False
    return _names(-year, texts) or year % 50 == 0


def _names(year: int, texts: str) -> bool:
    """Tell whether a text names a year BC, alone or as the start of an interval."""
    number = f"{year:,}".replace(",", ",?")
    return re.search(rf"(?<![\d,]){number}(?:(?:\s*[-–]\s*|\s+to\s+)[\d,]+)?\s*B\.?\s?C", texts) is not None


def _day(date: EventDate) -> tuple[int, int, int]:
    year, month, day = date.first
    return min(max(year, 1), 9999), month, day
