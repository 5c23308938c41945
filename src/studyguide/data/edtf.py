"""Read the date of an event as a chair writes it, and say it in the words a delegate reads.

The language is EDTF, levels 0 and 1, without times of day: https://www.loc.gov/standards/datetime/
(ISO 8601-2:2019). Years are counted as there: 0000 is 1 BC and -0430 is 431 BC.
"""

import calendar
import re
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from studyguide.data.edtf_hints import MONTHS, SEASONS, refusal, rewritings

MAX_LENGTH = 64
# Mark: (before a date, after a date with X, where "about 1990s" would read badly).
MARKS = {
    "?": ("possibly", "uncertain"),
    "~": ("about", "approximate"),
    "%": ("possibly about", "uncertain and approximate"),
}
FORMS = (
    "The usual forms are: 2007 (year), 2012-12 (month), 2002-01-18 (day), 199X (the 1990s), 2006~ (about 2006), "
    "2007/2009 (from, to)."
)
"""Those of CONTRIBUTING.md; the chairs' page of fields has all."""

Day = tuple[int, int, int]
"""Year, month and day; a year of any size, which `datetime.date` has not."""
SortKey = tuple[int, int, int, int, int, int]


class DateError(ValueError):
    """A date that cannot be read. The message tells a chair what is wrong and what to write instead."""


@dataclass(frozen=True, slots=True)
class EventDate:
    """One date or interval, ready to show, to sort and to draw."""

    text: str
    """The date as written."""
    words: str
    """The date in English: '18 January 2002', 'about 2006', 'from 1985'."""
    machine: str | None
    """The start as a value for HTML's `<time datetime>`; None where HTML has no form for it."""
    sort_key: SortKey
    """Equal for dates such as 2006 and 2006~, which are to keep the order they were written in."""
    first: Day
    """The first day that it may mean; that of the end where the start is open or unknown, for an axis needs a day."""
    last: Day
    """The last day that it may mean; that of the start where the end is open or unknown."""

    @property
    def start_year(self) -> int:
        """The first year."""
        return self.first[0]

    @property
    def end_year(self) -> int:
        """The last year."""
        return self.last[0]

    @property
    def decade(self) -> str:
        """The group of the date in a timeline, by its first year: '1990s', or 'before year 1'."""
        return "before year 1" if self.start_year < 1 else f"{self.start_year // 10 * 10}s"


def parse_date(text: str) -> EventDate:
    """Read one EDTF date or interval of level 0 or 1; spaces around it are ignored.

    Raises DateError, and nothing else, for any other text.
    Source: https://www.loc.gov/standards/datetime/, Level 0 and Level 1.
    """
    text = text.strip()
    if not text:
        raise DateError(f"The date is empty. {FORMS}")
    if len(text) > MAX_LENGTH:
        raise DateError(f"The date that starts {text[:20]!r} is longer than {MAX_LENGTH} characters. {FORMS}")
    match text.split("/"):
        case [_]:
            return _single(text)
        case [start, end]:
            return _interval(text, start, end)
        case _:
            raise _unreadable(text)


class _Precision(IntEnum):
    """From coarse to fine: the order of dates that start on the same day."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    SEASON = 3
    MONTH = 4
    DAY = 5


class _Point(NamedTuple):
    """A date that is no interval."""

    words: str
    machine: str | None
    first: Day
    last: Day
    precision: _Precision

    @property
    def earliest(self) -> Day:
        """The first day that it may mean; the months of a season differ by hemisphere."""
        return (self.first[0], 1, 1) if self.precision is _Precision.SEASON else self.first


# Wide enough for every level 1 date. edtf decides on the details, and only sees what fits: on some other
# texts, such as 1985-1X, version 5.0.2 prints to the terminal and raises AttributeError.
_SHAPE = re.compile(
    r"""(?: (?P<year>-?[0-9]{4}) (?:-(?P<month>[0-9]{2}))? (?:-(?P<day>[0-9]{2}))? (?P<unknown>(?:-XX){0,2})
          | (?P<digits>[0-9]{2}[0-9X]X)
          | Y(?P<long>-?[1-9][0-9]{4,}) )
        (?P<mark>[?~%]?)""",
    re.VERBOSE,
)
# With its month and day checked, such a date needs no edtf, whose import and parse are slow.
_PLAIN = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")


def _single(text: str) -> EventDate:
    point = _parse_point(text)
    sort_key = (1, *point.first, point.precision, 0)
    return EventDate(text, point.words, point.machine, sort_key, point.earliest, point.last)


def _interval(text: str, start_text: str, end_text: str) -> EventDate:
    start, end = _interval_end(text, start_text), _interval_end(text, end_text)
    if start and end:
        if start.first > end.last:
            turned = f"{end_text}/{start_text}"
            raise DateError(f"{text!r} ends before it begins. Write {turned!r}, or correct a date.")
        words = _from_to(start.words, end.words)
    elif start:
        words = f"from {start.words}" + ("" if end_text else ", end unknown")
    elif end:
        words = f"until {end.words}" + ("" if start_text else ", start unknown")
        return EventDate(text, words, None, (0, *end.first, end.precision, 1), end.earliest, end.last)
    else:
        raise DateError(f"{text!r} has no date. Write one before or after the /, such as 2007/.. or ../2009.")
    sort_key = (1, *start.first, start.precision, 1)
    return EventDate(text, words, start.machine, sort_key, start.earliest, (end or start).last)


def _from_to(start: str, end: str) -> str:
    """Two days of one month share its name: '10 to 11 December 2014'."""
    day, _, month = start.partition(" ")
    shares_month = day.isdigit() and " " in month and month == end.partition(" ")[2]
    return f"{day if shares_month else start} to {end}"


def _interval_end(text: str, end_text: str) -> _Point | None:
    if end_text in ("", ".."):
        return None
    # X in an interval is level 2, and edtf takes no Y there.
    if not _SHAPE.fullmatch(end_text) or "X" in end_text or "Y" in end_text:
        raise _unreadable(text)
    return _parse_point(end_text)


def _parse_point(text: str) -> _Point:
    shape = _SHAPE.fullmatch(text)
    if not shape:
        raise _unreadable(text)
    if shape["month"]:
        _check_calendar(text, shape)
    if not _PLAIN.fullmatch(text):
        _check_edtf(text)
    point = _decade_or_century(shape["digits"]) if shape["digits"] else _calendar_point(shape)
    return point._replace(words=_marked(point.words, shape))


def _check_edtf(text: str) -> None:
    from edtf import is_valid_edtf  # here, because a guide with plain dates only has no use for it

    if not is_valid_edtf(text):
        raise _unreadable(text)


def _check_calendar(text: str, shape: re.Match[str]) -> None:
    year, month = int(shape["year"]), int(shape["month"])
    if month in SEASONS and not shape["day"]:
        return
    if not 1 <= month <= 12:
        raise DateError(
            f"{text!r} has no month: {month:02} is not from 01 to 12 (21 to 24 are seasons, without a day)."
            + _maybe_years(shape)
        )
    last_day = calendar.monthrange(year, month)[1]
    if shape["day"] and not 1 <= int(shape["day"]) <= last_day:
        name = f"{MONTHS[month - 1]} {_year_words(year)}"
        raise DateError(f"{text!r} is not in the calendar: {name} has days 01 to {last_day}.")


def _maybe_years(shape: re.Match[str]) -> str:
    """Advice for 2012-13, which many write for two years."""
    start, end = shape["year"], shape["year"][:-2] + shape["month"]
    if shape["day"] or int(end) <= int(start):
        return ""
    return f" For the years {start} to {end} write '{start}/{end}'."


def _decade_or_century(digits: str) -> _Point:
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    precision = _Precision.CENTURY if digits.endswith("XX") else _Precision.DECADE
    # "1900s" would not tell the century from the decade, and year 0 is 1 BC.
    if precision is _Precision.DECADE and low > 0:
        words = f"{low}s"
    else:
        words = f"between {_year_words(low)} and {_year_words(high)}"
    return _Point(words, None, (low, 1, 1), (high, 12, 31), precision)


def _calendar_point(shape: re.Match[str]) -> _Point:
    year, month, day = int(shape["year"] or shape["long"]), int(shape["month"] or 0), int(shape["day"] or 0)
    words = _year_words(year)
    if month in SEASONS:
        # Winter is the one at the end of its year, as in edtf; months of a season differ by hemisphere.
        first = (year, 3 * (month - 20), 1)
        return _Point(f"{SEASONS[month]} {words}", None, first, (year, 12, 31), _Precision.SEASON)
    precision = _Precision.YEAR
    if month:
        words, precision = f"{MONTHS[month - 1]} {words}", _Precision.MONTH
    if day:
        words, precision = f"{day} {words}", _Precision.DAY
    last_day = day or calendar.monthrange(year, month or 12)[1]
    first, last = (year, month or 1, day or 1), (year, month or 12, last_day)
    return _Point(words, _machine(shape), first, last, precision)


def _machine(shape: re.Match[str]) -> str | None:
    """The known parts, as https://html.spec.whatwg.org/#the-time-element has them: years from 0001."""
    if not shape["year"] or int(shape["year"]) < 1:
        return None
    return "-".join(part for part in shape.group("year", "month", "day") if part)


def _marked(words: str, shape: re.Match[str]) -> str:
    if shape["unknown"]:
        unknown = "day" if shape["month"] else "month" if shape["unknown"] == "-XX" else "month and day"
        words = f"{words}, {unknown} unknown"
    if not shape["mark"]:
        return words
    before, after = MARKS[shape["mark"]]
    return f"{words} ({after})" if "X" in shape[0] else f"{before} {words}"


def _year_words(year: int) -> str:
    if year < 1:
        return f"{_grouped(1 - year)} BC"
    return str(year) if 1000 <= year <= 9999 else f"AD {_grouped(year)}"


def _grouped(number: int) -> str:
    return f"{number:,}" if number > 9999 else str(number)


def _unreadable(text: str) -> DateError:
    return DateError(f"{text!r} is not a date in a form that can be read here. {_advice(text)}")


def _advice(text: str) -> str:
    """Advise only what can be read."""
    readable, fault = [], ""
    for candidate in rewritings(text):
        try:
            readable.append(repr(parse_date(candidate).text))
        except DateError as error:
            fault = fault or str(error)
    if readable:
        return f"Write {' or '.join(readable)}."
    return fault or f"{refusal(text)} {FORMS}".lstrip()
