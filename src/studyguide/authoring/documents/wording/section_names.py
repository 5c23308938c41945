"""Tell which part of a guide a chapter's heading names: `background` for "SECTION IV. Historical analysis"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words
from studyguide.authoring.documents.wording.heading_numbers import read_numbers

PARTS = (
    "introduction",
    "key-terms",
    "abbreviations",
    "background",
    "stakeholders",
    "timeline",
    "previous-attempts",
    "solutions",
    "questions",
    "welcome",
    "committee",
    "bibliography",
    "further-reading",
    "contents",
)
"""The parts that the names in `words/` lead to; not each is a page of the blank guide."""
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WORD = re.compile(r"[^\W_]+")
_Words = frozenset[str]


@dataclass(frozen=True)
class _Names:
    """The names of chapters in one language, as the words that carry meaning."""

    parts: dict[_Words, str]
    nothing: _Words
    may_go_on: frozenset[_Words]
    joint: re.Pattern[str]


def chapter_of(heading: str, language: str = ENGLISH) -> str | None:
    """Return the part of PARTS that a heading names, in the document's language or in English; None for another one."""
    named = (_part(_without_number(heading, tongue), _names(tongue)) for tongue in dict.fromkeys((language, ENGLISH)))
    return next((part for part in named if part), None)


def number_depth(heading: str, language: str = ENGLISH) -> int:
    """Return how many numbers stand before a heading: 2 for `1.2 Causes`, 1 for `SECTION IV.` and `A)`, 0 for none."""
    return next((len(number.path) for number in read_numbers(heading, language)), 0)


def _without_number(heading: str, language: str) -> str:
    length = next((number.length for number in read_numbers(heading, language)), 0)
    return bare(heading[length:])


def _part(heading: str, names: _Names) -> str | None:
    text = _ASIDE.sub(" ", heading)
    beginning = names.joint.split(text, maxsplit=1)[0]
    is_open = _meaning(beginning, names) in names.may_go_on
    whole = names.parts.get(_words(text))  # a name may have words that carry no meaning elsewhere: "General overview"
    return (
        whole
        or names.parts.get(_meaning(text, names))
        or (names.parts.get(_meaning(beginning, names)) if is_open else None)
    )


def _meaning(text: str, names: _Names) -> _Words:
    return _words(text) - names.nothing


def _words(text: str) -> _Words:
    return frozenset(_WORD.findall(text.replace("organiz", "organis")))


@lru_cache
def _names(language: str) -> _Names:
    chapters = document_words(language)["chapters"]
    parts = {_words(bare(name)): part for part in PARTS for name in chapters[part]}
    joint = re.compile(rf"\s(?:{'|'.join(map(bare, chapters['joints']))})\s|:\s")
    may_go_on = frozenset(_words(bare(name)) for name in chapters["open"])
    return _Names(parts, frozenset(map(bare, chapters["nothing"])), may_go_on, joint)
