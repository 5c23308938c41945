"""French: plurals, feminines of adjectives and participles, and elided articles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from studyguide.markdown.inflection.model import LETTERS, SIGN, Inflection, without_accents

_ELIDED = r"(?i:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’ʼ](?=\w)"
_CLITIC = r"(?:ci|là)\b"


def _forms_of(word: str) -> Iterable[str]:
    return (word, f"{word}s")


def _capitals(form: str) -> Iterable[str]:
    return (form.upper(), without_accents(form).upper())


INFLECTION = Inflection(
    forms_of=_forms_of,
    capitals=_capitals,
    word=re.compile(rf"{_ELIDED}|{LETTERS}(?:[-‐‑](?!{_CLITIC}){LETTERS}|['’ʼ]{LETTERS})*|{SIGN}"),
)
