"""Take a text apart that begins with a date: "June 1971 – The treaty is signed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from studyguide.authoring.documents.entries.date_tokens import all_tokens
from studyguide.authoring.documents.entries.event_dates import EventDate, is_date, read_event_date
from studyguide.authoring.documents.text.runs import Text, plain
from studyguide.authoring.documents.text.text_parts import cut, emphasised_length

_START = re.compile(r"\s*(?:[•·▪■●○◦‣*–-]\s+)?")
"""A bullet that was typed."""
_SIGN = re.compile(r"\s*(?:\.\s*[–—-]|[:;：；]|[–—]|\s-(?=\s)|-(?=[^\W\d_])|\t|\n)\s*|(?P<comma>,\s|，)\s*")
_WORD_END = re.compile(r"(?<=\S)\s+(?=[“”\"«(]?[^\W\d_])")
_BLANK = re.compile(r"(?<=\S)\s+(?=\S)")
_MOST_LETTERS = 60
"""Of a printed date."""
Kind = Literal["sign", "alone", "comma", "bare", "prose"]


@dataclass(frozen=True)
class EventLine:
    """A text that begins with a date, or ends in one, and what it says beside it."""

    kind: Kind
    """What is behind the date: a sign such as a dash or the end of bold type, nothing, a comma, only a capital, or any
    word, where one such as "in" stands before the date."""
    date: EventDate
    text: Text
    joined: str = ""
    """The word of which the date is the first half, where no blank is between them: **1951**The."""


def read_event_line(text: Text, language: str, year: str = "") -> EventLine | None:
    """Return a text with its date apart; None if it does not begin with one that has a year.

    `year` is that of the heading above it, for dates without one.
    """
    start = _START.match(plain(text))
    text = cut(text, start.end() if start else 0)
    lines = [line for line in _readings(text, language, year) if line.date.edtf]
    return max(lines, key=_rank, default=None)


def _rank(line: EventLine) -> tuple[int, int]:
    """Prefer a date before a sign, the longest: "1971 – 1973 – The talks"; of others the shortest: "2015 May Day".

    In prose it is the longest again: "In May 1998 peace is made".
    """
    length = len(line.date.printed)
    return {"prose": (0, length), "bare": (1, -length)}.get(line.kind, (2, length))


def read_title_with_date(text: Text, language: str) -> EventLine | None:
    """Return a title apart from the date that stands behind it in parentheses: "The convention (1951)"."""
    found = re.search(r"\s*\(([^()]+)\)\s*$", plain(text))
    if not found or not is_date(found[1], language):
        return None
    date = read_event_date(found[1], language)
    return EventLine("sign", date, cut(text, 0, found.start())) if date.edtf else None


def dated(printed: str, language: str, year: str = "") -> EventDate:
    """Return the date of a text that is nothing but a date; with a `year` where it has none."""
    date = read_event_date(printed, language)
    if date.edtf or not year:
        return date
    return replace(read_event_date(f"{printed} {year}", language), printed=printed)


def _readings(text: Text, language: str, year: str) -> Iterator[EventLine]:
    letters = plain(text)
    for kind, end, behind in (*_ends(text, letters), *_ends_in_prose(letters, language)):
        printed = letters[:end]
        if 0 < end <= _MOST_LETTERS and is_date(printed, language):
            date = dated(printed.strip(), language, year)
            yield EventLine(kind, date, cut(text, behind), _joined_at(letters, end))


def _ends_in_prose(letters: str, language: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield where the date of a sentence may end that begins with a word before it: "In 1952 smoke lay on London"."""
    first = next(iter(all_tokens(letters[:_MOST_LETTERS], language)), None)
    if first and not first.kind:
        for blank in _BLANK.finditer(letters, 0, _MOST_LETTERS):
            yield "prose", blank.start(), blank.end()


def _joined_at(letters: str, end: int) -> str:
    words = (word for word in re.finditer(r"\w+", letters) if word.start() < end < word.end())
    return next((word[0] for word in words), "")


def _ends(text: Text, letters: str) -> Iterator[tuple[Kind, int, int]]:
    """Yield where the date may end, and where what is behind it begins."""
    yield "alone", len(letters), len(letters)
    emphasised = emphasised_length(text)
    if emphasised < len(letters):
        sign = _SIGN.match(letters, emphasised)
        yield "sign", emphasised, sign.end() if sign else emphasised
    for sign in _SIGN.finditer(letters, 0, _MOST_LETTERS + 5):
        yield "comma" if sign["comma"] else "sign", sign.start(), sign.end()
    for blank in _WORD_END.finditer(letters, 0, _MOST_LETTERS):
        if letters[blank.end() :].lstrip('“”"«(')[:1].isupper():
            yield "bare", blank.start(), blank.end()
