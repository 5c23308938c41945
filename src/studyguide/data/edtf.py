"""Parse the dates of events and format them in the guide's language.

The syntax is EDTF, levels 0 and 1, without times of day: https://www.loc.gov/standards/datetime/
(ISO 8601-2:2019). As in that standard, year 0000 is 1 BC and -0430 is 431 BC.
"""

import calendar
import re
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from studyguide.data.date_names import in_english
from studyguide.data.date_words import (
    DateParts,
    Precision,
    date_in_words,
    interval_in_words,
    interval_without_end_in_words,
    interval_without_start_in_words,
    year_in_words,
)
from studyguide.data.edtf_hints import MONTHS, SEASONS, months_of_season, refusal, suggested_forms
from studyguide.labels.catalogue import ENGLISH, Labels

MAX_LENGTH = 64
FORMS = (
    "The usual forms are: 2007 (year), 2012-12 (month), 2002-01-18 (day), 199X (the 1990s), 2006~ (about 2006), "
    "2007/2009 (from, to)."
)
"""The forms listed in CONTRIBUTING.md; the manual's page of fields lists them all."""

Day = tuple[int, int, int]
"""Year, month and day; `datetime.date` does not support years before 1 or after 9999."""
SortKey = tuple[int, int, int, int, int]


class DateError(ValueError):
    """A date that is not EDTF level 0 or 1. The message, for a chair, names the fault and the fix."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """A parsed date or interval, with its display text and sort key."""

    text: str
    """The date as written."""
    words: str
    """The date in the guide's language: `18 January 2002`, `about 2006`, `from 1985`."""
    machine: str | None
    """The start as a value of HTML's `<time datetime>`; None if HTML cannot express it."""
    sort_key: SortKey
    """Equal for 2006 and 2006~, so that a stable sort keeps their order in the file.

    An interval without a start sorts by its end, right before that date, so that each decade is in one piece.
    """
    first: Day
    """The earliest possible day; of the end where the start is open or unknown, since the timeline axis needs a day."""
    last: Day
    """The latest possible day; of the start where the end is open or unknown."""

    @property
    def start_year(self) -> int:
        """The first year."""
        return self.first[0]

    @property
    def end_year(self) -> int:
        """The last year."""
        return self.last[0]

    @property
    def first_of_decade(self) -> int | None:
        """The first year of the decade of the start; None before year 1."""
        return None if self.start_year < 1 else self.start_year // 10 * 10

    @property
    def decade(self) -> str:
        """The untranslated id of the decade, which groups events in a timeline: `1990s` or `before year 1`."""
        return "before year 1" if self.first_of_decade is None else f"{self.first_of_decade}s"


class _UnreadableError(DateError):
    """A text that is in no form of EDTF; the message is the text."""


def parse_date(text: str, labels: Labels = ENGLISH, language: str = "en") -> EventDate:
    """Parse one EDTF date or interval of level 0 or 1, ignoring spaces around it; `labels` give its words.

    Raises DateError, and nothing else, for any other text; `language` is that of the words that it may be in.
    Specification: https://www.loc.gov/standards/datetime/, Level 0 and Level 1.
    """
    text = text.strip()
    if not text:
        raise DateError(f"The date is empty. {FORMS}")
    if len(text) > MAX_LENGTH:
        raise DateError(f"The date that starts {text[:20]!r} is longer than {MAX_LENGTH} characters. {FORMS}")
    try:
        return _parse(text, labels)
    except _UnreadableError:
        raise DateError(
            f"{text!r} is not a date in a form that can be read here. {_suggestion(text, language)}"
        ) from None


def _parse(text: str, labels: Labels) -> EventDate:
    match text.split("/"):
        case [_]:
            return _single(text, labels)
        case [start, end]:
            return _interval(text, start, end, labels)
        case _:
            raise _UnreadableError(text)


class _Point(NamedTuple):
    """A parsed single date, as opposed to an interval."""

    parts: DateParts
    machine: str | None
    first: Day
    last: Day

    @property
    def earliest(self) -> Day:
        """The earliest possible day; for a season the first of the year, since its months differ by hemisphere."""
        return (self.first[0], 1, 1) if self.parts.precision is Precision.SEASON else self.first


# Matches every level 1 date; the edtf library validates the rest. Texts that do not match never reach edtf: on some,
# such as 1985-1X, version 5.0.2 prints to the terminal and raises AttributeError.
_SHAPE = re.compile(
    r"""(?: (?P<year>-?[0-9]{4}) (?:-(?P<month>[0-9]{2}))? (?:-(?P<day>[0-9]{2}))? (?P<unknown>(?:-XX){0,2})
          | (?P<digits>[0-9]{2}[0-9X]X)
          | Y(?P<long>-?[1-9][0-9]{4,}) )
        (?P<mark>[?~%]?)""",
    re.VERBOSE,
)
# Dates that _check_calendar validates completely, and decades and centuries, which any digits are, skip edtf, which is
# slow to import and to parse.
_PLAIN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?|[0-9]{2}[0-9X]X")


def _single(text: str, labels: Labels) -> EventDate:
    point = _parse_point(text)
    sort_key = (*point.first, point.parts.precision, 0)
    words = date_in_words(point.parts, labels)
    return EventDate(text, words, point.machine, sort_key, point.earliest, point.last)


def _interval(text: str, start_text: str, end_text: str, labels: Labels) -> EventDate:
    start, end = _interval_end(text, start_text), _interval_end(text, end_text)
    if start and end:
        if start.first > end.last:
            turned = f"{end_text}/{start_text}"
            raise DateError(f"{text!r} ends before it begins. Write {turned!r}, or correct a date.")
        words = interval_in_words(start.parts, end.parts, labels)
    elif start:
        words = interval_without_end_in_words(start.parts, labels, is_open=bool(end_text))
    elif end:
        words = interval_without_start_in_words(end.parts, labels, is_open=bool(start_text))
        return EventDate(text, words, None, (*end.first, end.parts.precision, -1), end.earliest, end.last)
    else:
        raise DateError(f"{text!r} has no date. Write one before or after the /, such as 2007/.. or ../2009.")
    sort_key = (*start.first, start.parts.precision, 1)
    return EventDate(text, words, start.machine, sort_key, start.earliest, (end or start).last)


def _interval_end(text: str, end_text: str) -> _Point | None:
    if end_text in ("", ".."):
        return None
    # X in an interval is EDTF level 2, and the edtf library rejects Y there.
    if not _SHAPE.fullmatch(end_text) or "X" in end_text or "Y" in end_text:
        raise _UnreadableError(text)
    return _parse_point(end_text)


def _parse_point(text: str) -> _Point:
    shape = _SHAPE.fullmatch(text)
    if not shape:
        raise _UnreadableError(text)
    if shape["month"]:
        _check_calendar(text, shape)
    if not _PLAIN.fullmatch(text):
        _check_edtf(text)
    return _decade_or_century(shape) if shape["digits"] else _calendar_point(shape)


def _check_edtf(text: str) -> None:
    from edtf import is_valid_edtf  # imported late: a guide with plain dates does not need it

    if not is_valid_edtf(text):
        raise _UnreadableError(text)


def _check_calendar(text: str, shape: re.Match[str]) -> None:
    year, month = int(shape["year"]), int(shape["month"])
    if month in SEASONS and not shape["day"]:
        return
    if not 1 <= month <= 12:
        hint = "" if month else f" Write {shape['year']!r} if only the year is known."
        advice = _years_suggestion(shape) + hint
        range_ = f"{month:02} is not from 01 to 12 (21 to 24 are seasons, without a day)."
        raise DateError(f"{text!r} has no month: {range_}{advice}")
    last_day = calendar.monthrange(year, month)[1]
    if shape["day"] and not 1 <= int(shape["day"]) <= last_day:
        name = f"{MONTHS[month - 1]} {year_in_words(year, ENGLISH)}"
        advice = "" if int(shape["day"]) else f" Write '{year:04}-{month:02}' if only the month is known."
        raise DateError(f"{text!r} is not in the calendar: {name} has days 01 to {last_day}.{advice}")


def _years_suggestion(shape: re.Match[str]) -> str:
    """Return a suggestion for a month such as 2012-13, which may be meant as two years; empty if it cannot be."""
    start, end = shape["year"], shape["year"][:-2] + shape["month"]
    if int(end) + 99 == int(start):  # 1999-00
        end = f"{int(start) + 1:04}"
    if shape["day"] or int(end) <= int(start):
        return ""
    return f" For the years {start} to {end} write '{start}/{end}'."


def _decade_or_century(shape: re.Match[str]) -> _Point:
    digits = shape["digits"]
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    precision = Precision.CENTURY if digits.endswith("XX") else Precision.DECADE
    return _Point(DateParts(precision, low, high, mark=shape["mark"]), None, (low, 1, 1), (high, 12, 31))


def _calendar_point(shape: re.Match[str]) -> _Point:
    year, month, day = int(shape["year"] or shape["long"]), int(shape["month"] or 0), int(shape["day"] or 0)
    if month in SEASONS:
        # As in the edtf library, winter is at the end of its year; `_Point.earliest` allows for the hemispheres.
        first = (year, 3 * (month - 20), 1)
        return _Point(DateParts(Precision.SEASON, year, year, month), None, first, (year, 12, 31))
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    parts = DateParts(precision, year, year, month, day, _unknown_part(shape), shape["mark"])
    last_day = day or calendar.monthrange(year, month or 12)[1]
    return _Point(parts, _html_datetime(shape), (year, month or 1, day or 1), (year, month or 12, last_day))


def _unknown_part(shape: re.Match[str]) -> str:
    if not shape["unknown"]:
        return ""
    return "day" if shape["month"] else "month" if shape["unknown"] == "-XX" else "month and day"


def _html_datetime(shape: re.Match[str]) -> str | None:
    """Return the known parts as a date string of HTML, whose years begin with 0001.

    Specification: https://html.spec.whatwg.org/#the-time-element
    """
    if not shape["year"] or int(shape["year"]) < 1:
        return None
    return "-".join(part for part in shape.group("year", "month", "day") if part)


def _suggestion(text: str, language: str) -> str:
    """Return the suggested dates that parse, or why the text is no date."""
    candidates = suggested_forms(text)
    if not candidates and language.partition("-")[0] != "en":
        text = in_english(text, language)
        candidates = suggested_forms(text)
    readable: list[EventDate] = []
    fault = ""
    for candidate in chain.from_iterable(map(_of_either_hemisphere, candidates)):
        try:
            readable.append(parse_date(candidate))
        except DateError as error:
            fault = fault or str(error)
    if readable:
        is_counted = readable[0].start_year < 1
        meaning = f", which is {readable[0].words}: the year 0000 is 1 BC" if is_counted else ""
        return f"Write {' or '.join(repr(date.text) for date in readable)}{meaning}."
    return fault or f"{refusal(text)} {FORMS}".lstrip()


def _of_either_hemisphere(date: str) -> tuple[str, ...]:
    """Return the months of a season in the north and in the south; any other date alone."""
    season = re.fullmatch(r"([0-9]{4})-(2[1-4])", date)
    return months_of_season(int(season[1]), int(season[2])) if season else (date,)
