"""Tell which part of a guide a chapter's heading names: `background` for "SECTION IV. Historical analysis"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words

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
_NUMBER = r"""\A\s* (?: (?:{before})\s+(?P<named>[ivxl]+|\d{{1,2}}|[a-h])\b[\s.:)–—-]*
  | (?P<number>\d{{1,2}}(?:\.\d{{1,2}})*)(?:[.:)–—-]+\s*|\s+)(?=[^\W\d_]) | (?P<sign>[ivxl]+|[a-h])[.:)]+\s* )"""
"""Section IV., 2.1, IV., a)."""
_Words = frozenset[str]


@dataclass(frozen=True)
class _Names:
    """The names of chapters in one language, as the words that carry meaning."""

    parts: dict[_Words, str]
    nothing: _Words
    may_go_on: frozenset[_Words]
    joint: re.Pattern[str]
    number: re.Pattern[str]


def chapter_of(heading: str, language: str = ENGLISH) -> str | None:
    """Return the part of PARTS that a heading names, in the document's language or in English; None for another one."""
    named = (_part(bare(heading), _names(tongue)) for tongue in dict.fromkeys((language, ENGLISH)))
    return next((part for part in named if part), None)


def number_depth(heading: str, language: str = ENGLISH) -> int:
    """Return how many numbers stand before a heading: 2 for `1.2 Causes`, 1 for `SECTION IV.` and `A)`, 0 for none."""
    number = _names(language).number.match(bare(heading))
    return len((number["number"] or "1").split(".")) if number else 0


def _part(heading: str, names: _Names) -> str | None:
    text = names.number.sub("", _ASIDE.sub(" ", heading), count=1)
    beginning = names.joint.split(text, maxsplit=1)[0]
    is_open = _meaning(beginning, names) in names.may_go_on
    return names.parts.get(_meaning(text, names)) or (names.parts.get(_meaning(beginning, names)) if is_open else None)


def _meaning(text: str, names: _Names) -> _Words:
    return _words(text) - names.nothing


def _words(text: str) -> _Words:
    return frozenset(_WORD.findall(text.replace("organiz", "organis")))


@lru_cache
def _names(language: str) -> _Names:
    chapters = document_words(language)["chapters"]
    parts = {_words(name): part for part in PARTS for name in chapters[part]}
    joint = re.compile(rf"\s(?:{'|'.join(chapters['joints'])})\s|:\s")
    number = re.compile(_NUMBER.format(before="|".join(chapters["numbering"])), re.VERBOSE)
    may_go_on = frozenset(_words(name) for name in chapters["open"])
    return _Names(parts, frozenset(chapters["nothing"]), may_go_on, joint, number)
