"""Say the date of an event in the words that a delegate reads.

Each form of date is a whole message, so that another language can put its parts in another order.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from studyguide.labels.catalogue import N_, Labels
from studyguide.labels.dates import month_name

_SEASONS = {
    21: N_("spring {year}"),
    22: N_("summer {year}"),
    23: N_("autumn {year}"),
    24: N_("winter {year}"),
}
_MARKS = {"?": N_("possibly {date}"), "~": N_("about {date}"), "%": N_("possibly about {date}")}
_MARKS_BEHIND = {
    "?": N_("{date} (uncertain)"),
    "~": N_("{date} (approximate)"),
    "%": N_("{date} (uncertain and approximate)"),
}
"""Of a date with X, where "about 1990s" would read badly."""
_UNKNOWN = {
    "day": N_("{date}, day unknown"),
    "month": N_("{date}, month unknown"),
    "month and day": N_("{date}, month and day unknown"),
}


class Precision(IntEnum):
    """From coarse to fine: the order of dates that start on the same day."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    SEASON = 3
    MONTH = 4
    DAY = 5


@dataclass(frozen=True, slots=True)
class DateParts:
    """What is written of a date that is no interval."""

    precision: Precision
    year: int
    """Of a decade or a century, the first year."""
    last_year: int
    month: int = 0
    """1 to 12, or 21 to 24 for a season; 0 where there is none."""
    day: int = 0
    unknown: str = ""
    """Which of its parts is written as unknown: `day`, `month` or `month and day`."""
    mark: str = ""
    """`?` for uncertain, `~` for approximate, `%` for both."""


def date_in_words(date: DateParts, labels: Labels) -> str:
    """Return a date in words: '18 January 2002', 'about 2006'."""
    words = _unmarked(date, labels)
    if date.unknown:
        words = labels.gettext(_UNKNOWN[date.unknown], date=words)
    if not date.mark:
        return words
    is_behind = bool(date.unknown) or date.precision <= Precision.DECADE
    return labels.gettext((_MARKS_BEHIND if is_behind else _MARKS)[date.mark], date=words)


def interval_in_words(start: DateParts, end: DateParts, labels: Labels) -> str:
    """Return an interval in words; two days of one month share its name: '10 to 11 December 2014'."""
    if _are_plain_days(start, end) and (start.year, start.month) == (end.year, end.month):
        month, year = month_name(start.month, labels), year_in_words(start.year, labels)
        # Translators: an interval within one month, such as 10 to 11 December 2014.
        message = N_("{first_day} to {last_day} {month} {year}")
        return labels.gettext(message, first_day=start.day, last_day=end.day, month=month, year=year)
    # Translators: an interval, such as 2007 to 2009.
    return labels.gettext("{start} to {end}", start=date_in_words(start, labels), end=date_in_words(end, labels))


def interval_without_end_in_words(start: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return an interval in words that goes on (`is_open`), or whose end nobody knows."""
    message = N_("from {date}") if is_open else N_("from {date}, end unknown")
    return labels.gettext(message, date=date_in_words(start, labels))


def interval_without_start_in_words(end: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return an interval in words that has no start (`is_open`), or whose start nobody knows."""
    message = N_("until {date}") if is_open else N_("until {date}, start unknown")
    return labels.gettext(message, date=date_in_words(end, labels))


def decade_in_words(first_year: int | None, labels: Labels) -> str:
    """Return the name of a decade; None is the time before the year 1."""
    if first_year is None:
        return labels.gettext("before year 1")
    # Translators: a decade, such as the 1990s.
    return labels.gettext("{year}s", year=first_year)


def year_in_words(year: int, labels: Labels) -> str:
    """Return a year, counted as EDTF counts: 0 is 1 BC."""
    if year < 1:
        return labels.gettext("{year} BC", year=_grouped(1 - year, labels))
    return str(year) if 1000 <= year <= 9999 else labels.gettext("AD {year}", year=_grouped(year, labels))


def _unmarked(date: DateParts, labels: Labels) -> str:
    year = year_in_words(date.year, labels)
    match date.precision:
        case Precision.DECADE if date.year > 0:  # year 0 is 1 BC
            return decade_in_words(date.year, labels)
        case Precision.CENTURY | Precision.DECADE:  # "1900s" would not tell the century from the decade
            end = year_in_words(date.last_year, labels)
            # Translators: a date somewhere between two years.
            return labels.gettext("between {start} and {end}", start=year, end=end)
        case Precision.SEASON:
            return labels.gettext(_SEASONS[date.month], year=year)
        case Precision.MONTH:
            # Translators: a month of a year, such as December 2014.
            return labels.gettext("{month} {year}", month=month_name(date.month, labels), year=year)
        case Precision.DAY:
            month = month_name(date.month, labels)
            # Translators: a date, such as 11 December 2014.
            return labels.gettext("{day} {month} {year}", day=date.day, month=month, year=year)
        case _:
            return year


def _are_plain_days(*dates: DateParts) -> bool:
    return all(date.precision is Precision.DAY and not date.mark for date in dates)


def _grouped(number: int, labels: Labels) -> str:
    # Translators: between thousands, as in 12,000.
    separator = labels.pgettext("thousands separator", ",")
    return f"{number:,}".replace(",", separator) if number > 9999 else str(number)
