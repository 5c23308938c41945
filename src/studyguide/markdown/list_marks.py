"""The marks of list items, such as `5.`, `(a)` and `1.1`, and the lines that begin with one.

Markdown has `5.` alone. The clauses of a resolution have the others too, and prose may begin with the same signs: "A.
Smith", "1.5 million", "v. Germany". Such a mark counts only in a sequence: `a.` before `b.`. A number of four digits is
a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from typing import NamedTuple

from studyguide.data.roman import ROMAN, from_roman
from studyguide.markdown.source import SourceLine

CERTAIN = r"[-*+]|\d{1,3}[.)]|\(\d{1,3}\)"
"""A pattern of the marks that need no other one."""
_PUT_IN = r"\d{1,3}(?:[a-z]{1,6}| (?:bis|ter|quater|quinquies|sexies))"
_OTHER_LETTERS = r"(?:[а-яА-Яα-ωΑ-Ω]|[ء-غف-ي]ـ?)"
"""A letter of Cyrillic, Greek or Arabic; the Arabic h is written with a stroke behind it."""
SEQUENCED = (
    rf"(?:\((?:[A-Za-z]|[a-z]{{2}}|[ivx]{{3,7}}|[IVX]{{2,7}}|{_PUT_IN})\)"
    rf"|(?:[A-Za-z]|[a-z]{{2}}|[ivx]{{3,7}}|[IVX]{{2,7}}|{_PUT_IN})[.)]"
    rf"|\({_OTHER_LETTERS}\)|{_OTHER_LETTERS}[.)]"
    r"|\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)"
)
"""A pattern of the marks that count in a sequence; among them those of a clause put in later, `5bis.` or `5 bis.`."""
_MARK = re.compile(rf"(?P<indent>[ \t>]*)(?P<mark>\(?\d{{1,3}}[.)]|{SEQUENCED})[ \t]+(?=[^\s#!])")
_MAY_BE_SEQUENCED = re.compile(rf"^[ \t>]*{SEQUENCED}[ \t]", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}[ \t]")
_PARTS = re.compile(
    rf"(?P<opening>\(?)(?P<numbers>[\d.]*\d)?[ ]?(?P<letters>[A-Za-z]*|{_OTHER_LETTERS})(?P<closing>[.)]?)"
)
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_OTHER_ALPHABETS = (
    "абвгдежзиклмнопрстуфхцчшщэюя",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
)
"""Letters as lists count them: Russian without those that GOST R 2.105 skips, Arabic in both of its orders."""
_SCRIPTS = {"[а-я]": "а", "[А-Я]": "А", "[α-ω]": "α", "[Α-Ω]": "Α", "[ء-غف-ي]ـ?": "أ"}
"""The letter that stands for all of a script in a kind of marks."""
_MOST_INDENT = 40


class _Reading(NamedTuple):
    """What a mark can mean; `i.` is the ninth letter or the first Roman numeral."""

    family: str
    """Marks of one family can follow each other."""
    value: tuple[int, ...]
    suffix: str = ""
    """What stands behind the number: `bis`."""

    def follows(self, other: _Reading) -> bool:
        """Return whether it is the next after `other`: 6 after 5, 5bis after 5, 1.1 after 1, 2 or 1.3 after 1.2."""
        if self.suffix and self.value == other.value:
            return self.suffix != other.suffix
        *outer, last = self.value
        return self.value == (*other.value, 1) or (*outer, last - 1) == other.value[: len(self.value)]


@dataclass(slots=True)
class _Seen:
    """The last mark of a family at an indent."""

    reading: _Reading
    start: int
    is_item: bool


def kind_of(mark: str) -> str:
    """Return the kind of a mark: items of one list have marks of one kind, such as `1.`, `(a)` or `1.1`."""
    if mark in ("-", "*", "+"):
        return "-"
    kind = re.sub(r"\d+(?:\.\d+)+[.)]?", "1.1", mark)
    for letters, letter in _SCRIPTS.items():
        kind = re.sub(letters, letter, kind)
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+ ?[a-z]*", "1", kind)))


def sequenced_lines(text: str, lines: Iterable[SourceLine]) -> frozenset[int]:
    """Return where the lines begin whose mark counts as one of its sequence; `lines` are those of the `text`."""
    return frozenset(_sequenced_lines(lines)) if _MAY_BE_SEQUENCED.search(text) else frozenset()


def after_mark(line: str) -> int:
    """Return where the text begins in a line that starts with a mark."""
    found = _MARK.match(line)
    return found.end() if found else 0


def _sequenced_lines(lines: Iterable[SourceLine]) -> Iterator[int]:
    seen: dict[tuple[int, str], _Seen] = {}
    is_below_blank = True
    for line in lines:
        is_blank = line.is_code or not line.text.strip(" \t>\n")
        if not is_blank and (found := _MARK.match(line.text)):
            yield from _confirmed(found, line.start, seen)
        elif not is_blank and (is_below_blank or _HEADING.match(line.text)):
            _forget(seen, line.text)
        is_below_blank = is_blank


def _confirmed(found: re.Match[str], start: int, seen: MutableMapping[tuple[int, str], _Seen]) -> Iterator[int]:
    """Record the mark of a line; yield where the lines start that it shows to be items, this one and the one before."""
    indent = _width(found["indent"])
    readings = list(_readings(found["mark"]))
    before = {reading: _before(reading, indent, seen) for reading in readings}
    is_gap = not any(before.values()) and not any(_is_alone(found["mark"], reading) for reading in readings)
    if is_gap:
        before = {reading: _earlier(reading, indent, seen) for reading in readings}
    for mark in before.values():
        if mark and not mark.is_item:
            mark.is_item = True
            yield mark.start
    items = [reading for reading in readings if before[reading] or _is_alone(found["mark"], reading)]
    for reading in readings if is_gap else items or readings:  # i. may begin a list of its own behind b.
        seen[indent, reading.family] = _Seen(reading, start, bool(items))
    if items:
        yield start


def _before(now: _Reading, indent: int, seen: Mapping[tuple[int, str], _Seen]) -> _Seen | None:
    """Return the mark that `now` follows in a sequence: at its indent, or one level outside for 1.1 after 1."""
    depth = len(now.value)
    beside, outside = seen.get((indent, now.family)), seen.get((indent - 1, now.family))
    if beside and now.follows(beside.reading):
        level = len(beside.reading.value)
        if depth == level or depth > 2 or (beside.is_item and depth < level):
            return beside  # but "1.1 million" may stand below 1
    if outside and depth > len(outside.reading.value) and now.follows(outside.reading):
        return outside
    return None


def _earlier(now: _Reading, indent: int, seen: Mapping[tuple[int, str], _Seen]) -> _Seen | None:
    """Return a mark before `now` from whose list others are left out: (c) before (f)."""
    beside = seen.get((indent, now.family))
    if beside and len(now.value) == len(beside.reading.value) and now.value > beside.reading.value:
        return beside if beside.is_item or ")" in now.family else None
    return None


def _is_alone(mark: str, reading: _Reading) -> bool:
    """Return whether a mark needs no other one: a number, and (a) or (i), which begin a list."""
    is_number = reading.family[0].isdigit() and len(reading.value) == 1 and not reading.suffix
    return is_number or (mark.endswith(")") and reading.value == (1,) and not reading.suffix)


def _forget(seen: MutableMapping[tuple[int, str], _Seen], line: str) -> None:
    """Drop what a heading or a paragraph parts from what follows; a list that is one can go on after a paragraph."""
    indent = _width(line[: len(line) - len(line.lstrip(" \t>"))])
    is_heading = bool(_HEADING.match(line))
    for key in [key for key, mark in seen.items() if is_heading or (key[0] >= indent and not mark.is_item)]:
        del seen[key]


def _width(indent: str) -> int:
    return min(len(indent.expandtabs(4)) // 4, _MOST_INDENT)


def _readings(mark: str) -> Iterator[_Reading]:
    """Yield what a mark can mean; nothing for a short word, such as `no.`."""
    parts = _PARTS.fullmatch(mark)
    assert parts is not None, mark
    shape, letters = f"{parts['opening']}{parts['closing']}", parts["letters"]
    if parts["numbers"]:
        numbers = tuple(map(int, parts["numbers"].split(".")))
        yield _Reading("1" if shape in ("", ".") else f"1{shape}", numbers, letters)
        return
    shape += "A" if letters.isupper() else "a"
    letters = letters.lower().rstrip("ـ")
    if not letters.isascii():
        for alphabet in _OTHER_ALPHABETS:
            if letters in alphabet:
                yield _Reading(f"{shape} {alphabet[:3]}", (alphabet.index(letters) + 1,))
        return
    if len(set(letters)) == 1 and len(letters) <= 2:  # aa follows z
        yield _Reading(f"{shape} letter", (_ALPHABET.index(letters[0]) + 1 + len(_ALPHABET) * (len(letters) - 1),))
    if ROMAN.fullmatch(letters):
        yield _Reading(f"{shape} roman", (from_roman(letters),))
