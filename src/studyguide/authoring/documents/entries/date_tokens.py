"""Cut a printed date into tokens, each with the letter of its kind, so that a grammar can be a pattern of letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from studyguide.authoring.documents.wording.document_words import (
    ENGLISH,
    bare,
    document_words,
    language_of_dates,
    unaccented,
)
from studyguide.data.date_names import in_english
from studyguide.data.edtf_hints import SEASONS
from studyguide.data.roman import from_roman

UNKNOWN = "x"
AMBIGUOUS = "z"
"""Stands before the year of a date whose day and month may be swapped."""
_KINDS = {
    "about": "a",
    "before": "b",
    "after": "f",
    "since": "i",
    "until": "u",
    "to": "t",
    "and": "&",
    "between": "g",
    "now": "p",
    "part": "e",
    "christ": "A",
    "before_christ": "B",
    "century": "C",
    "nothing": "",
}
"""The letter of each list of words. Months and seasons are `m`, a year of four digits `y`, any other number `n`, a
decade `k` (`K` if its century is not printed), a question mark `q`."""
_SIGNS = {"dash": "t", "ampersand": "&", "question": "q", "tilde": "a", "rest": UNKNOWN}
_YEARS = range(1000, 2200)
_PATTERN = r"""
    (?P<iso> (?<!\d) \d{{4}} (?P<sign>[-./]) \d{{1,2}} (?P=sign) \d{{1,2}} (?!\d) )
  | (?P<numeric> (?<!\d) \d{{1,2}} (?P<mark>[-./]) \d{{1,2}} (?P=mark) \d{{4}} (?!\d) )
  | (?P<month_of_year> (?<![\d./]) (?:0?[1-9]|1[0-2]) [./] \d{{4}} (?!\d) )
  | (?P<day_of_month> (?<!\d) \d{{1,2}} \. \d{{1,2}} \. (?=\s*[-–—]) )
  | (?P<decade> (?<!\w) (?:{decade}) (?!\w) )
  | (?P<number> (?<!\w) (?:\d{{1,3}},\d{{3}}(?![,\d]) | \d+ | (?-i:[IVX]+))
                (?:\.?[ºª°] | st|nd|rd|th | er|ere|re|eme|e)? (?![\w:]) )
  | (?P<word> (?<!\w) (?:{words}) )
  | (?P<dash> \s*[-–—−/]\s* ) | (?P<ampersand> & ) | (?P<question> \? ) | (?P<tilde> ~ )
  | (?P<gap> [\s,.();:\[\]']+ )
  | (?P<rest> \w+ | . )
"""
_HYPHENS = re.compile(r"(?<!\d)(\d{1,2})-([^\W\d_]{3,})\.?-(?=\d{4})")
"""11-Sep-2001."""


_NUMBERED_MONTHS = ("zh", "ja", "ko")
_YEAR_AND_MONTH = re.compile(r"(?<!\d)(\d{4})-(\d\d)(?![\d-])")


@dataclass(frozen=True)
class Token:
    """A part of a printed date."""

    kind: str
    """A letter: see `_KINDS`."""
    value: int = 0
    """The number, the month (21 to 24 are the seasons), or the first year of a decade."""
    written: str = ""


@dataclass(frozen=True)
class _Vocabulary:
    pattern: re.Pattern[str]
    words: dict[str, Token]
    is_day_first: bool
    """Whether 5/6/2012 is the fifth of June for certain; in English it may be the sixth of May."""


def date_tokens(printed: str, language: str) -> list[Token]:
    """Return the tokens of a printed date; a word that is no part of dates in this language is of the kind UNKNOWN."""
    return [token for token in all_tokens(printed, language) if token.kind]


def all_tokens(printed: str, language: str) -> list[Token]:
    """Return the tokens with those of words that mean nothing, such as "the", whose kind is empty."""
    known = language_of_dates(language)
    text = printed if known else _in_english(printed, language)
    vocabulary = _vocabulary(known, is_day_first=known != ENGLISH)
    text = _HYPHENS.sub(r"\1 \2 ", unaccented(text).strip(" :;,"))
    return [token for found in vocabulary.pattern.finditer(text) for token in _tokens(found, vocabulary)]


def _in_english(printed: str, language: str) -> str:
    """Return a date of a language without a file; a month by its number as 11/1989, since 2011-12 may be two years."""
    text = in_english(printed, language)
    return _YEAR_AND_MONTH.sub(r"\2/\1", text) if language.partition("-")[0] in _NUMBERED_MONTHS else text


@lru_cache
def _vocabulary(language: str, *, is_day_first: bool) -> _Vocabulary:
    dates = document_words(language)["dates"]
    words = {bare(word): token for word, token in _words(dates)}
    some = "|".join(_flexible(word, words[word]) for word in sorted(words, key=len, reverse=True))
    decade = "|".join(_decade_pattern(form) for form in dates["decades"])
    pattern = re.compile(_PATTERN.format(words=some, decade=decade), re.IGNORECASE | re.VERBOSE)
    return _Vocabulary(pattern, {_letters(word): token for word, token in words.items()}, is_day_first)


def _words(dates: dict[str, Any]) -> Iterator[tuple[str, Token]]:
    for name, kind in _KINDS.items():
        yield from ((word, Token(kind)) for word in dates[name])
    for number, names in enumerate(dates["months"], 1):
        yield from ((word, Token("m", number)) for word in names.split())
    for number, name in SEASONS.items():
        yield from ((word, Token("m", number)) for word in dates[name])
    for decade, names in zip(range(1920, 2000, 10), dates.get("decade_names", ()), strict=False):
        yield from ((word, Token("K", decade)) for word in names.split("|"))


def _flexible(word: str, token: Token) -> str:
    """Return the pattern of a word: `av. J.-C.` also without full stops; `mid` with the hyphen of mid-2010."""
    parts = map(re.escape, re.findall(r"[^\s.-]+", word))
    end = "" if word.endswith("'") else r"(?!\w)"
    return r"[\s.-]*".join(parts) + r"\.?" + (r"-?" if token.kind == _KINDS["part"] else "") + end


def _letters(word: str) -> str:
    return re.sub(r"[\s.-]", "", bare(word))


def _decade_pattern(form: str) -> str:
    return re.sub(r"\s+", r"\\s+", bare(form)).replace("{}", r"(?:\d{3}0|'?\d0)")


def _tokens(found: re.Match[str], vocabulary: _Vocabulary) -> list[Token]:
    name, text = found.lastgroup or "", found[0]
    numbers = [int(digits) for digits in re.findall(r"\d+", text)]
    match name:
        case "gap":
            return []
        case "word":
            return [vocabulary.words[_letters(text)]]
        case "number":
            return [_number(text)]
        case "decade":
            return [Token("k", numbers[0]) if numbers[0] > 99 else Token("K", 1900 + numbers[0])]
        case "iso" | "numeric" | "month_of_year" | "day_of_month":
            return _numeric(name, numbers, is_day_first=vocabulary.is_day_first)
        case _:
            return [Token(_SIGNS[name], written=text)]


def _number(text: str) -> Token:
    digits = "".join(re.findall(r"\d", text))
    value = int(digits) if digits else from_roman("".join(re.findall("[IVX]", text)))
    return Token("y" if value in _YEARS and "," not in text else "n", value, digits)


def _numeric(form: str, numbers: list[int], *, is_day_first: bool) -> list[Token]:
    """Return the tokens of a date in digits; only the year if day and month may be swapped."""
    order = {"iso": "ymn", "numeric": "nmy", "month_of_year": "my", "day_of_month": "nm"}[form]
    if form == "numeric":
        first, second, year = numbers
        if not is_day_first and first <= 12 and second <= 12 and first != second:
            return [Token(AMBIGUOUS), Token("y", year)]
        order = "mny" if second > 12 and not is_day_first else order
    return [Token(kind, number, str(number)) for kind, number in zip(order, numbers, strict=True)]
