"""Read the number that stands before a heading: "2.1 Causes", "II. a) Causes", "Chapter 3: Causes", "三、原因"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words, unaccented
from studyguide.data.roman import ROMAN, from_roman

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_SIGN = r"(?:\s?[.:)\]．：）]+(?!\d)|、|\s*[–—]+(?=\s)|\s*-(?=\s))"
_PATTERN = r"""\s* (?:
    (?P<word>{before}) (?P<named>{token}(?:\.\d{{1,2}})*) {behind} (?P<named_sign>{sign}|(?=\s)|$)
  | [(\[（]? (?P<typed>(?:{token})(?:[.)]\s*\(?(?:{token})(?=[.)]))*(?:\.\d{{1,2}})*) (?P<sign>{sign}|(?=\s))
  ) \s*"""
"""Tokens of a typed number stand behind each other with signs between and behind them; digits need none behind."""
_UNSIGNED = re.compile(r"[\d.]+|[IVX]+")
"""What is a number without a sign behind it; a letter is a word then."""


@dataclass(frozen=True)
class HeadingNumber:
    """One reading of the number before a heading: `I.` is the ninth letter, or one."""

    path: tuple[int, ...]
    """(2, 1) for "2.1" and for "II. a)"."""
    style: tuple[str, ...]
    """How it is written: the word before it, then what its parts are: ("", "I", "a") for "II. a)"."""
    has_sign: bool
    """Whether a sign closes it."""
    length: int
    """How many letters of the heading it takes, with the blanks behind it."""


def read_numbers(heading: str, language: str = ENGLISH) -> tuple[HeadingNumber, ...]:
    """Return the readings of the number before a heading; none if no words stand behind it."""
    known = _numerals(language)
    found = known.pattern.match(unaccented(heading))
    length = _length_with_accents(heading, found.end()) if found else 0
    rest = heading[length:]
    if not found or not any(map(str.isalnum, rest)):
        return ()
    number, sign = found["named"] or found["typed"], found["named_sign"] or found["sign"]
    if number.isdecimal() and _is_dated(rest, language):
        return ()
    if not sign and (rest[0].islower() or not (found["word"] or _UNSIGNED.fullmatch(number))):
        return ()
    if bare(re.split(r"\W", rest, maxsplit=1)[0]) in known.counted:
        return ()
    word = bare(found["word"] or "").strip()
    return tuple(
        HeadingNumber(tuple(value for _, value in parts), (word, *(style for style, _ in parts)), bool(sign), length)
        for parts in known.readings(number)
    )


def _length_with_accents(text: str, length: int) -> int:
    """Return of how many letters of a text the first ones are, given their number without accents."""
    return next(end for end in range(len(text) + 1) if len(unaccented(text[:end])) >= length)


def number_pattern(language: str = ENGLISH) -> str:
    """Return a pattern of the numbers of headings where they stand in text."""
    return rf"(?:{_numerals(language).token})(?:\.\d{{1,2}})*"


def paths_of(number: str, language: str = ENGLISH) -> tuple[tuple[int, ...], ...]:
    """Return the readings of a number that stands in text: (2, 1) for "2.1", (9,) and (1,) for "I"."""
    return tuple(tuple(value for _, value in parts) for parts in _numerals(language).readings(number))


def _is_dated(rest: str, language: str) -> bool:
    """Tell whether a month is among the first two words behind a number, which is a day then: "1. Mai 1945"."""
    months = {name for row in document_words(language)["dates"]["months"] for name in bare(row).split()}
    words = re.findall(r"\w+", bare(rest))[:2]
    return not words[0].isdecimal() and not months.isdisjoint(words)


@dataclass(frozen=True)
class _Numerals:
    """How a language numbers headings."""

    pattern: re.Pattern[str]
    token: str
    """The pattern of one part of a number."""
    letters: str
    count: Mapping[str, int]
    """Numbers in words."""
    counted: frozenset[str]
    """Words that an ordinal number belongs to: "2. Weltkrieg" is none of a heading."""

    def readings(self, number: str) -> Iterator[tuple[tuple[str, int], ...]]:
        """Yield what a number may be, each as its parts: how each is written, and its value."""
        return product(*(tuple(self._values(token)) for token in re.findall(self.token, number)))

    def _values(self, token: str) -> Iterator[tuple[str, int]]:
        """Yield what a part of a number may be: how it is written, and its value."""
        lower = token.casefold()
        if token.isdecimal():
            yield "1", int(token)
        if lower in self.count:
            yield "one", self.count[lower]
        if len(lower) == 1 and lower in self.letters:
            yield ("A" if token.isupper() else "a"), self.letters.index(lower) + 1
        if ROMAN.fullmatch(token):
            yield ("I" if token.isupper() else "i"), from_roman(token)


@lru_cache
def _numerals(language: str) -> _Numerals:
    chapters = document_words(language)["chapters"]
    letters = bare(chapters.get("letters", _LATIN))
    count = {bare(word): value for value, words in enumerate(chapters.get("count", ()), 1) for word in words.split()}
    in_words = sorted(map(re.escape, count), key=len, reverse=True)
    token = "|".join(
        [r"\d{1,2}", *(f"(?i:{word})" for word in in_words), "[ivxIVX]{2,5}", f"[{letters}{letters.upper()}]"]
    )
    behind = "|".join(chapters.get("numbering_behind", ()))
    before = rf"(?i:{'|'.join(map(bare, chapters['numbering']))})" + (r"\s*" if behind else r"\s+")
    pattern = _PATTERN.format(before=before, token=f"(?:{token})", sign=_SIGN, behind=f"(?:{behind})")
    counted = frozenset(map(bare, chapters.get("counted", ())))
    return _Numerals(re.compile(pattern, re.VERBOSE), token, letters, count, counted)
