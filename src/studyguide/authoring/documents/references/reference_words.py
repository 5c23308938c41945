"""The words that styles of citation have in several languages, as patterns: "accessed", "Hrsg.", "consulté le".

A document cites sources in other languages than its own, so that the words of all count at once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "fr", "es", "de", "pt", "it")
"""Those whose dates and places in a source are read in documents of every language."""
_TABLES = (*LANGUAGES, "tr", "el", "ar")
_TWO_LETTERS = re.compile(r"([a-z])\.\s?(\w)\.")
_FOLDER = Path(__file__).parent / "words"


@cache
def any_of(name: str) -> str:
    """Return a pattern of the phrases under a name, in all languages, the longest first; letters of any case."""
    return pattern_of(phrase for table in _tables() for phrase in table.get(name, ()))


@cache
def phrases(name: str) -> frozenset[str]:
    """Return the phrases under a name, in all languages."""
    return frozenset(phrase for table in _tables() for phrase in table.get(name, ()))


@cache
def kinds() -> Mapping[str, str]:
    """Return BibLaTeX's types by the words that name them in brackets, in lower case: `video`, `thèse`."""
    return {_folded(word): kind for table in _tables() for kind, words in table["kinds"].items() for word in words}


@cache
def names(name: str) -> frozenset[str]:
    """Return the names of one kind, such as `newspapers`."""
    text = _read("names")[name]
    parts = text.replace("\n", "").split("|") if "|" in text else text.split()
    return frozenset(part.strip() for part in parts)


def is_named(kind: str, name: str) -> bool:
    """Tell whether a name is one of a kind, such as `newspapers`, in capitals or small letters."""
    return name.strip().casefold() in _names_folded(kind)


@cache
def _names_folded(kind: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in names(kind))


def pattern_of(phrases: Iterable[str]) -> str:
    """Return a pattern of phrases: spaces of any width, full stops that may be missing, no letter before or behind."""
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase)):
        by_letter.setdefault(phrase[:1].lower(), []).append(_pattern(phrase))
    # The first letter ahead spares most of a hundred phrases, each of which would be tried at each word.
    groups = (rf"(?={re.escape(letter)})(?:{'|'.join(patterns)})" for letter, patterns in by_letter.items())
    return rf"(?<!\w)(?i:{'|'.join(groups)})(?!\w)"


def kind_named(words: str) -> str:
    """Return the type that words in brackets name, also with more behind them; empty if they name none."""
    word = _folded(words)
    return next((kind for name, kind in kinds().items() if word == name or word.startswith(f"{name},")), "")


def number_of_edition(word: str) -> int:
    """Return the number of an edition by its word: 2 for "second"; each language's words begin with that."""
    lists = (table.get("first_editions", ()) for table in _tables())
    return next(int(words.index(word.lower())) + 2 for words in lists if word.lower() in words)


def _pattern(phrase: str) -> str:
    """Return the pattern of a phrase; `n.d.` not as the initials N. D., nor `o. J.` as O. J."""
    if letters := _TWO_LETTERS.fullmatch(phrase):
        first, second = letters.groups()
        return rf"(?-i:{f'[{first}{first.upper()}]' if second.islower() else first}\.?\s*{second}\.?)"
    return re.sub(r"\\\.", r"\\.?", re.escape(phrase)).replace(r"\ ", r"\s+")


def _folded(words: str) -> str:
    return " ".join(words.lower().replace("’", "'").split())


@cache
def _tables() -> tuple[dict[str, Any], ...]:
    return tuple(_read(language) for language in _TABLES)


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
