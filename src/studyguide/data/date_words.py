"""Format dates and intervals of events in the guide's language.

Each form of date is one translatable message, so that a translation can reorder its parts.
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
_QUALIFIED = {"?": N_("possibly {date}"), "~": N_("about {date}"), "%": N_("possibly about {date}")}
_QUALIFIED_AFTER = {
    "?": N_("{date} (uncertain)"),
    "~": N_("{date} (approximate)"),
    "%": N_("{date} (uncertain and approximate)"),
}
"""The qualifiers of dates with X, for which "about 1990s" would read badly."""
_UNKNOWN = {
    "day": N_("{date}, day unknown"),
    "month": N_("{date}, month unknown"),
    "month and day": N_("{date}, month and day unknown"),
}


class Precision(IntEnum):
    """The precision of a date, coarse to fine: the sort order of dates that start on the same day."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    SEASON = 3
    MONTH = 4
    DAY = 5


@dataclass(frozen=True, slots=True)
class DateParts:
    """The parts of a single date, as opposed to an interval."""

    precision: Precision
    year: int
    """For a decade or a century, its first year; counted as in EDTF, where 0 is 1 BC."""
    last_year: int
    month: int = 0
    """1 to 12, or 21 to 24 for a season; 0 if the date has none."""
    day: int = 0
    unknown: str = ""
    """The parts written as unknown (`XX`): `day`, `month`, `month and day` or empty."""
    mark: str = ""
    """The EDTF qualifier: `?` for uncertain, `~` for approximate, `%` for both, or empty."""


def date_in_words(date: DateParts, labels: Labels) -> str:
    """Return a date in words: `18 January 2002`, `about 2006`."""
    words = _without_qualifier(date, labels)
    if date.unknown:
        words = labels.gettext(_UNKNOWN[date.unknown], date=words)
    if not date.mark:
        return words
    is_behind = bool(date.unknown) or date.precision <= Precision.DECADE
    return labels.gettext((_QUALIFIED_AFTER if is_behind else _QUALIFIED)[date.mark], date=words)


def interval_in_words(start: DateParts, end: DateParts, labels: Labels) -> str:
    """Return an interval in words; two days of one month share its name: `10 to 11 December 2014`."""
    if _are_plain_days(start, end) and (start.year, start.month) == (end.year, end.month):
        month, year = month_name(start.month, labels), year_in_words(start.year, labels)
        # Translators: an interval within one month, such as 10 to 11 December 2014.
        message = N_("{first_day} to {last_day} {month} {year}")
        return labels.gettext(message, first_day=start.day, last_day=end.day, month=month, year=year)
    # Translators: an interval, such as 2007 to 2009.
    return labels.gettext("{start} to {end}", start=date_in_words(start, labels), end=date_in_words(end, labels))


def interval_without_end_in_words(start: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return in words an interval whose end is open (`is_open`) or unknown."""
    message = N_("from {date}") if is_open else N_("from {date}, end unknown")
    return labels.gettext(message, date=date_in_words(start, labels))


def interval_without_start_in_words(end: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return in words an interval whose start is open (`is_open`) or unknown."""
    message = N_("until {date}") if is_open else N_("until {date}, start unknown")
    return labels.gettext(message, date=date_in_words(end, labels))


def decade_in_words(first_year: int | None, labels: Labels) -> str:
    """Return the name of the decade that begins with `first_year`; None stands for all years before 1."""
    if first_year is None:
        return labels.gettext("before year 1")
    # Translators: a decade, such as the 1990s.
    return labels.gettext("{year}s", year=first_year)


def year_in_words(year: int, labels: Labels) -> str:
    """Return in words a year counted as in EDTF, where 0 is 1 BC."""
    if year < 1:
        return labels.gettext("{year} BC", year=_grouped(1 - year, labels))
    return str(year) if 1000 <= year <= 9999 else labels.gettext("AD {year}", year=_grouped(year, labels))


def _without_qualifier(date: DateParts, labels: Labels) -> str:
    year = year_in_words(date.year, labels)
    match date.precision:
        case Precision.DECADE if date.year > 0:  # the decade of year 0 holds years BC and AD
            return decade_in_words(date.year, labels)
        case Precision.CENTURY | Precision.DECADE:  # "1900s" could be the decade or the century
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
