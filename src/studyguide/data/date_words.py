"""Format dates and intervals of events in the guide's language.

Each form of date is one translatable message, so that a translation can reorder its parts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from studyguide.labels.calendars import Case, calendar_for
from studyguide.labels.catalogue import N_, Labels
from studyguide.labels.euphony import adapted

_SEASONS = {
    # Translators: a season of a year. If your language tells cases apart: nominative|genitive|accusative.
    21: N_("spring {date}"),
    22: N_("summer {date}"),
    23: N_("autumn {date}"),
    24: N_("winter {date}"),
}
_QUALIFIED = {"?": N_("possibly {date}"), "~": N_("about {date}"), "%": N_("possibly about {date}")}
_QUALIFIED_AFTER = {
    "?": N_("{date} (uncertain)"),
    "~": N_("{date} (approximate)"),
    "%": N_("{date} (uncertain and approximate)"),
}
"""The qualifiers of dates with X, for which "about 1990s" would read badly."""
_CASES: dict[str, Case] = {"date": "nominative", "genitive": "genitive", "accusative": "accusative"}
"""The placeholders of a date in a message."""
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


def date_in_words(date: DateParts, labels: Labels, case: Case = "nominative") -> str:
    """Return a date in words: `18 January 2002`, `about 2006`; in other cases the qualifier stands behind."""
    if date.unknown:
        words = labels.gettext(_UNKNOWN[date.unknown], date=_unqualified(date, labels))
        return labels.gettext(_QUALIFIED_AFTER[date.mark], date=words) if date.mark else words
    if not date.mark:
        return _unqualified(date, labels, case)
    is_behind = date.precision <= Precision.DECADE or case != "nominative"
    return _phrase((_QUALIFIED_AFTER if is_behind else _QUALIFIED)[date.mark], replace(date, mark=""), labels, case)


def interval_in_words(start: DateParts, end: DateParts, labels: Labels) -> str:
    """Return an interval in words; two days of one month share its name: `10 to 11 December 2014`."""
    if _are_plain_days(start, end) and (start.year, start.month) == (end.year, end.month):
        # Translators: two days of one month, before its name, as in 10 to 11 December 2014. Behind the second stands
        # what your dates have behind a day.
        days = labels.gettext("{first_day} to {last_day}", first_day=start.day, last_day=end.day)
        return calendar_for(labels.locale).day(start.year, start.month, days)
    # Translators: an interval, such as 2007 to 2009.
    return labels.gettext("{start} to {end}", start=date_in_words(start, labels), end=date_in_words(end, labels))


def interval_without_end_in_words(start: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return in words an interval whose end is open (`is_open`) or unknown."""
    return _phrase(N_("from {date}") if is_open else N_("from {date}, end unknown"), start, labels)


def interval_without_start_in_words(end: DateParts, labels: Labels, *, is_open: bool) -> str:
    """Return in words an interval whose start is open (`is_open`) or unknown."""
    return _phrase(N_("until {date}") if is_open else N_("until {date}, start unknown"), end, labels)


def decade_in_words(first_year: int | None, labels: Labels, case: Case = "nominative") -> str:
    """Return the name of the decade that begins with `first_year`; None stands for all years before 1."""
    if first_year is None:
        return labels.gettext("before year 1")
    # Translators: a decade, such as the 1990s; in cases as a season.
    return adapted(_in_case(labels.gettext("{year}s", year=first_year), case), labels.language)


def year_in_words(year: int, labels: Labels) -> str:
    """Return in words a year counted as in EDTF, where 0 is 1 BC."""
    return calendar_for(labels.locale).year(year)


def _phrase(message: str, date: DateParts, labels: Labels, case: Case = "nominative") -> str:
    """Return a message with a date; its translation may name `{genitive}` or `{accusative}` in place of `{date}`."""
    cases = {**_CASES, "date": case}
    words = labels.gettext(message, **{name: date_in_words(date, labels, each) for name, each in cases.items()})
    return adapted(words, labels.language)


def _in_case(forms: str, case: Case) -> str:
    """Return one of the forms of a translation; one that has a single form, or none of the case, gives its first."""
    nominative, *others = forms.split("|")
    return dict(zip(("genitive", "accusative"), others, strict=False)).get(case, nominative)


def _unqualified(date: DateParts, labels: Labels, case: Case = "nominative") -> str:
    calendar = calendar_for(labels.locale)
    match date.precision:
        case Precision.DECADE if date.year > 0:  # the decade of year 0 holds years BC and AD
            return decade_in_words(date.year, labels, case)
        case Precision.CENTURY | Precision.DECADE:  # "1900s" could be the decade or the century
            start, end = calendar.year(date.year), calendar.year(date.last_year)
            # Translators: a date somewhere between two years.
            return adapted(labels.gettext("between {start} and {end}", start=start, end=end), labels.language)
        case _:
            return _in_case(_forms_of(date, labels, case), case)


def _forms_of(date: DateParts, labels: Labels, case: Case) -> str:
    """Return a day, a month, a season or a year in the cases of its translation."""
    calendar = calendar_for(labels.locale)
    match date.precision:
        case Precision.DAY:
            day = calendar.day(date.year, date.month, str(date.day))
            # Translators: a day of a month; in cases as a season, with the article that is behind "from" or "about".
            return labels.pgettext("day", "{date}", date=day)
        case Precision.MONTH:
            # Translators: a month of a year, in each case; with the article as a day.
            return labels.pgettext("month", "{date}", date=calendar.month(date.year, date.month, case))
        case Precision.SEASON:
            year = _forms_of_year(date.year, labels)
            years = {name: _in_case(year, year_case) for name, year_case in _CASES.items()}
            return labels.gettext(_SEASONS[date.month], **years)
        case _:
            return _forms_of_year(date.year, labels)


def _forms_of_year(number: int, labels: Labels) -> str:
    year = calendar_for(labels.locale).year(number)
    if 1000 <= number <= 9999:
        # Translators: a year without an era; in cases as a season.
        return labels.pgettext("year", "{date}", date=year)
    # Translators: a year before Christ, or another that has its era; in cases as a season.
    return labels.pgettext("year with an era", "{date}", date=year)


def _are_plain_days(*dates: DateParts) -> bool:
    return all(date.precision is Precision.DAY and not date.mark for date in dates)
