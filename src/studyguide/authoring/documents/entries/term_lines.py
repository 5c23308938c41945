"""Take a paragraph apart that prints a term and what it means: "Refugee: One who fled", "IDP – Displaced person"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from studyguide.authoring.documents.text.runs import Text, plain
from studyguide.authoring.documents.text.text_parts import cut, emphasised_length

_MOST_WORDS = 12
"""Of a term in bold type or italics; what is longer is a sentence."""
_MOST_PLAIN_WORDS = 6
_START = re.compile(r"\s*(?:[•·▪■●○◦‣*–-]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)?")
"""A bullet or a number that was typed."""
_SEPARATOR = re.compile(r"\s*(?:[:：](?!\S*//)|=|\s[–—-](?=\s)|—|\t|\n)\s*")
_SEPARATOR_BEFORE = re.compile(r"\s*[:：=–—-]\s*$|[\t\n]\s*$")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)|[。！？；]")
_RUN_IN = re.compile(rf"\s*((?:[^\W_][^\s.!?;]*\s+){{0,{_MOST_PLAIN_WORDS - 1}}}[^\W_][^\s.!?;]*)[.。]\s*")
"""A term in bold with a full stop behind it: "**Desertification.** The loss of fertile land"."""
_BRACKETS = re.compile(r"\s*\(([^()]*[^\W_][\s][^()]*)\)[.;,]?\s*")
"""What a term means, in two words or more."""
_AROUND = ' \t\n:：–—=-“”"«»„‟'


@dataclass(frozen=True)
class TermLine:
    """A paragraph that may print a term."""

    kind: Literal["label", "title", "lead", "plain", "bracket", "line"]
    """How the term is told apart: in bold with a sign behind it, alone in bold, in bold at the start of a sentence, by
    a sign alone, by the brackets around what it means, or by nothing but that it is short."""
    term: str
    meaning: Text
    """Empty if the term stands alone; else it has the notes of the whole paragraph."""
    number: str = ""
    """A number or a bullet that was typed before it."""


def read_term_line(text: Text) -> TermLine | None:
    """Return a paragraph with its term apart; None if it has none. Whether it is one, only its neighbours tell."""
    start = _START.match(plain(text))
    number = start[0] if start else ""
    text = cut(text, len(number))
    length = emphasised_length(text)
    line = (_emphasised(text, length) if length else None) or _plain(text)
    return replace(line, number=number.strip()) if line and written_term(line.term) else None


def written_term(printed: str) -> str:
    """Return a term in one line, without the signs around it."""
    return " ".join(printed.split()).strip(_AROUND)


def _emphasised(text: Text, length: int) -> TermLine | None:
    letters = plain(text)
    term, behind = letters[:length], letters[length:]
    if run_in := _RUN_IN.fullmatch(term) if behind.strip()[:1].isupper() else None:
        return TermLine("label", run_in[1], cut(text, length))
    if len(term.split()) > _MOST_WORDS or _SENTENCE.search(term):
        return None
    separator = _SEPARATOR.match(behind)
    if separator or (_SEPARATOR_BEFORE.search(term) and behind.strip()):
        meaning = cut(text, length + (separator.end() if separator else 0))
        return TermLine("label", term, meaning) if plain(meaning) else TermLine("title", letters, ())
    if not behind.strip():
        return None if _SEPARATOR.search(term.rstrip(_AROUND)) else TermLine("title", letters, ())
    return _bracketed(text, length) or TermLine("lead", term, text)


def _bracketed(text: Text, length: int) -> TermLine | None:
    """Return a term of so many letters with its meaning in brackets: "Gyre (a system of turning currents)"."""
    found = _BRACKETS.fullmatch(plain(text), length)
    return TermLine("bracket", plain(text)[:length], cut(text, found.start(1), found.end(1))) if found else None


def _plain(text: Text) -> TermLine | None:
    letters = plain(text)
    separator = _SEPARATOR.search(letters)
    if not separator:
        bracketed = _bracketed(text, max(letters.find("("), 0))
        line = bracketed or TermLine("line", letters, ())
        return line if _is_plain_term(line.term) else None
    term, meaning = letters[: separator.start()], letters[separator.end() :]
    return TermLine("plain", term, cut(text, separator.end())) if _is_plain_term(term) and meaning else None


def _is_plain_term(text: str) -> bool:
    return 0 < len(text.split()) <= _MOST_PLAIN_WORDS and not _SENTENCE.search(text) and not text[0].islower()
