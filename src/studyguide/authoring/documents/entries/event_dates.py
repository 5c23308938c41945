"""Read the date of an event as it is printed, and return its EDTF, with whether it says the same for certain.

What may mean another date, or says more than EDTF can ("early 1990s", "6 and 9 August"), is not certain: a person has
to look. EDTF is that of `data.edtf`: levels 0 and 1 of ISO 8601-2, in which 0000 is 1 BC.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from datetime import timedelta

from studyguide.authoring.documents.entries.date_tokens import UNKNOWN, Token, all_tokens, date_tokens
from studyguide.data.edtf import DateError, parse_date
from studyguide.data.edtf import EventDate as Parsed

_WINTER = 24
_POINT = "[nmykKCAB]+"
_SHAPE = re.compile(
    rf"(?P<lead>[iugbf]?)(?P<start>{_POINT})(?:(?P<join>[tu&])(?P<end>{_POINT})?)?(?P<now>p?)(?P<guess>q?)"
)
_ORDERS = frozenset(("nmy", "mny", "ymn", "ynm", "my", "ym", "y", "k", "K", "nC", "Cn", "n", "m", "nm", "mn", "ny"))
"""The orders of day (n), month (m) and year (y), century and decade; `ny` as in May 3-5, 1998."""


_ENDS = frozenset("nmykKpBACaqtz")
"""The kinds of tokens in which a date can end; a dash for what goes on."""
_DASHES = (["-"], ["–"], ["—"])
"""Behind a year, without a space: 2014–."""


@dataclass(frozen=True)
class EventDate:
    """The date of an event, as printed and as EDTF."""

    edtf: str
    """Empty if no year is printed."""
    is_certain: bool
    """Whether it means just what is printed; otherwise it is the year, or the date as far as it is understood."""
    printed: str


@dataclass(frozen=True)
class _Point:
    """A day, a month, a season, a year, a decade or a century; a part that is not printed is None or 0."""

    year: int | None = None
    """As in EDTF: 0 is 1 BC."""
    month: int = 0
    day: int = 0
    span: int = 1
    """How many years: 1, 10 or 100."""
    is_certain: bool = True

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is left out that another date gives."""
        return self.year is not None and (self.month > 0 or not self.day)

    @property
    def edtf(self) -> str:
        """Return the date on its own."""
        known = {10: 3, 100: 2}.get(self.span, 4)
        if self.span > 1 and (self.year or 0) > 0:
            return self.start[:known] + "X" * (4 - known)
        return self.start if self.span == 1 else f"{self.start}/{self.end}"

    @property
    def start(self) -> str:
        """Return the date as the start of an interval."""
        return _joined(self.year or 0, self.month, self.day)

    @property
    def end(self) -> str:
        """Return the date as the end of an interval."""
        return _joined((self.year or 0) + self.span - 1, self.month, self.day)


@dataclass(frozen=True)
class _Reading:
    edtf: str
    is_certain: bool = True


def read_event_date(printed: str, language: str = "en") -> EventDate:
    """Return the date that is printed in a language, a BCP 47 tag; what is not understood is not certain."""
    tokens = date_tokens(printed, language)
    found = _read(tokens)
    if found and _parsed(found.edtf):
        return EventDate(found.edtf, found.is_certain, printed)
    return EventDate(_first_year(tokens), False, printed)


def is_date(printed: str, language: str = "en") -> bool:
    """Tell whether a text is nothing but a date, with or without a year, and ends in a word of it, not in "the"."""
    kinds = [token.kind for token in all_tokens(printed, language)]
    return bool(set("nmykKp").intersection(kinds)) and UNKNOWN not in kinds and kinds[-1] in _ENDS


def _read(tokens: list[Token]) -> _Reading | None:
    kinds = {token.kind for token in tokens}
    core = _without_second_year_of_winter([token for token in tokens if token.kind not in "ae"])
    shape = _SHAPE.fullmatch("".join(token.kind for token in core))
    if not shape:
        return None
    start, end = (core[slice(*shape.span(name))] for name in ("start", "end"))
    found = _interval(shape, start, end) if end else _one_date(shape, start, core[shape.end("start") :])
    if not found:
        return None
    mark = {"a": "~", "q": "?", "aq": "%"}.get("".join(sorted(kinds & set("aq"))), "")
    if mark and "/" in found.edtf:
        return _Reading(found.edtf, is_certain=False)
    return _Reading(found.edtf + mark, found.is_certain and "e" not in kinds)


def _without_second_year_of_winter(tokens: list[Token]) -> list[Token]:
    """Return the tokens of "Winter 1941-42" as those of "Winter 1941", which has the same EDTF."""
    if [token.kind for token in tokens[:3]] == ["m", "y", "t"] and len(tokens) == 4:
        is_next = tokens[3].value in (tokens[1].value + 1, (tokens[1].value + 1) % 100)
        return tokens[:2] if tokens[0].value == _WINTER and is_next else tokens
    return tokens


def _one_date(shape: re.Match[str], start: list[Token], rest: list[Token]) -> _Reading | None:
    """Return the reading of one date, or of an interval without the other end."""
    point = _point(start)
    if not point or not point.is_whole:
        return None
    is_open = bool(shape["now"]) or [token.written for token in rest] in _DASHES
    if is_open or (not rest and shape["lead"] == "i"):
        return _Reading(f"{point.start}/..", point.is_certain) if shape["lead"] in ("", "i") else None
    if shape["join"]:
        return None
    readings = {
        "": _Reading(point.edtf, point.is_certain),
        "u": _Reading(f"../{point.end}", point.is_certain and point.span == 1),
        "b": _Reading(f"../{point.end}", is_certain=False),
        "f": _Reading(f"{point.start}/..", is_certain=False),
    }
    return readings.get(shape["lead"])


def _interval(shape: re.Match[str], start: list[Token], end: list[Token]) -> _Reading | None:
    points = _points(start, end)
    if not points or shape["now"] or shape["lead"] not in ("", "i", "g"):
        return None
    first, last = points
    are_certain = first.is_certain and last.is_certain and max(first.span, last.span) < 100
    are_one = shape["join"] != "&" or shape["lead"] == "g" or _are_adjacent(first, last)
    return _Reading(f"{first.start}/{last.end}", are_certain and are_one)


def _points(start: list[Token], end: list[Token]) -> tuple[_Point, _Point] | None:
    """Return the two ends of an interval, each with what only the other one prints: 3-5 May 1998, 431-404 BC."""
    start, end = _with_shared_words(start, end)
    first, last = _point(start), _short_year(start, end) or _point(end)
    if not first or not last:
        return None
    if last.day and not last.month:
        last = replace(last, month=first.month)
    if last.year is None and first.month:
        last = replace(last, year=first.year)
    if first.year is None:
        first = replace(first, year=last.year, month=first.month or last.month)
    return (first, last) if first.is_whole and last.is_whole else None


def _with_shared_words(start: list[Token], end: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return both ends with the era, or the word "century", that stands at one of them."""
    kinds, end_kinds = ("".join(token.kind for token in tokens) for tokens in (start, end))
    if kinds in ("n", "y") and re.fullmatch("[ny][AB]|nC[AB]?", end_kinds):
        return [*start, *end[1:]], end
    return (start, [start[0], *end]) if kinds == "Cn" and end_kinds == "n" else (start, end)


def _short_year(start: list[Token], end: list[Token]) -> _Point | None:
    """Return the end of 1914-18; None for 2011-12, which may be a month."""
    if [token.kind for token in start] != ["y"] or len(end) != 1 or len(end[0].written) != 2:
        return None
    return _Point(start[0].value // 100 * 100 + end[0].value) if end[0].value > 12 else None


def _point(tokens: list[Token]) -> _Point | None:
    kinds = "".join(token.kind for token in tokens)
    parts = re.fullmatch("A?(?P<order>[nmykKC]+)[AB]?", kinds)
    if not parts:
        return None
    order, era = parts["order"], parts[0].strip("nmykKC")
    if era and "C" not in order:
        order = re.sub("[ny](?=[^ny]*$)", "y", order)
    if order not in _ORDERS or len(era) > 1:
        return None
    values = dict(zip(order, (token.value for token in tokens[parts.start("order") :]), strict=False))
    if "C" in values:
        return _century(values["n"], era)
    for decade in values.keys() & {"k", "K"}:
        is_decade = decade == "k" and values[decade] % 100 > 0 and not era
        return _Point(values[decade], span=10, is_certain=is_decade)
    year = values.get("y")
    return _Point(1 - year if year and era == "B" else year, values.get("m", 0), values.get("n", 0))


def _century(number: int, era: str) -> _Point:
    if era == "B":
        return _Point(1 - 100 * number, span=100, is_certain=False)
    return _Point(100 * (number - 1), span=100)


def _are_adjacent(first: _Point, last: _Point) -> bool:
    """Tell whether the last date begins on the day after the first: 6 and 7 August."""
    day_before, day = _parsed(first.edtf), _parsed(last.edtf)
    if not day_before or not day or day_before.first[0] < 1:
        return False
    return calendar_date(*day_before.last) + timedelta(days=1) == calendar_date(*day.first)


def _parsed(edtf: str) -> Parsed | None:
    try:
        return parse_date(edtf)
    except DateError:
        return None


def _joined(year: int, month: int, day: int) -> str:
    written = f"Y{year}" if year < -9999 else f"{year:05}" if year < 0 else f"{year:04}"
    return "-".join([written, *(f"{part:02}" for part in (month, day) if part)])


def _first_year(tokens: list[Token]) -> str:
    """Return the first date of which the year can be told; empty if there is none."""
    for number, token in enumerate(tokens):
        for length in (2, 1):
            kinds = "".join(part.kind for part in tokens[number : number + length])
            if re.fullmatch("[ny][AB]|[yk]|K|nC|Cn", kinds) and (point := _point(tokens[number : number + length])):
                return point.edtf
        if token.kind == "n" and token.value > 99 and _parsed(f"{token.value:04}"):
            return f"{token.value:04}"
    return ""
