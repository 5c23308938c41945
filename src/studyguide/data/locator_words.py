"""The words for places in a source in the languages other than English: the files of `locators/`.

A file has `words`, which a chair writes before the number, and `units`, behind it; `labels`, which are printed for a
label that was typed in English; and the patterns of what else stands in a locator, as regular expressions.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from studyguide.labels.fallbacks import TRADITIONAL, fallbacks, is_traditional

_FILES = Path(__file__).parent / "locators"
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LocatorWords:
    """The words and the patterns of one language; all are empty for English, whose own are in `markdown/`."""

    labels: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """What is printed for a label that was typed in English, of one and of several: "с. {}", by CSL's term or else the
    English word."""
    words: Mapping[str, str | None] = field(default_factory=dict)
    """The terms of CSL by the words that stand before a number, in lower case; None for a word without one."""
    own: frozenset[str] = frozenset()
    """Those of the words that pandoc's locale does not have: behind a stroke in a file."""
    units: Mapping[str, str | None] = field(default_factory=dict)
    """Likewise of the words behind a number: 页 in 第4页."""
    range: str = "–"
    """The sign between the first and the last number of a range."""
    joint: str = ""
    """Joins two numbers, and stays as it is written; beside the conjunctions."""
    following: str = ""
    """Stands behind a number for what follows: "и сл."."""
    see: str = ""
    """Qualifies a locator: "особенно"."""
    between: str = ""
    """Parts a locator from the next, beside commas, spaces, conjunctions and the words of `of`."""
    of: str = ""
    """The words between a place and what it is in."""
    whole: str = ""
    """What a place is in, with what leads to it: "ст. 34 Конвенции"."""
    names: str = ""
    """Places that need no number: "преамбула"."""
    numbers: str = ""
    """Numbers as words."""
    ordinal: str = ""
    """The ending of an ordinal number: º."""
    value: str = ""
    """A number in a language that has no spaces, beside those of all languages."""
    first: str = ""
    """Stands between a label and the first of several numbers: "da" in "articoli da 10 a 12"."""
    before: str = ""
    """Stands before a number with a unit behind it: 第."""
    gap: str = ""
    """Stands between a number and its unit."""
    cited: str = ""
    """Leads to another source: "цит. по"."""
    this_text: str = ""
    """Leads to a place in the guide itself: "см. выше"."""
    conjunctions: str = ""
    """The words between two numbers."""


ENGLISH = LocatorWords()


@lru_cache(maxsize=8)
def locator_words(language: str) -> LocatorWords:
    """Return the words of the language of a tag such as `pt-BR`; none for English and for one without a file."""
    data = _read(fallbacks(language)[-1].lower())
    if is_traditional(language):
        data = {**data, **_read(TRADITIONAL)}
    return _words(data) if data else ENGLISH


def _read(name: str) -> Mapping[str, Any]:
    path = _FILES / f"{name}.toml"
    if name == "en" or not path.is_file():
        return _NOTHING
    import tomllib  # an English guide needs none

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _words(data: Mapping[str, Any]) -> LocatorWords:
    patterns = {name: text for name, text in data.items() if isinstance(text, str)}
    return LocatorWords(
        labels={name: (forms[0], forms[-1]) for name, forms in data["labels"].items()},
        words=_by_word({name: text.replace("|", "") for name, text in data["words"].items()}),
        own=frozenset(_by_word({name: text.partition("|")[2] for name, text in data["words"].items()})),
        units=_by_word(data.get("units", {})),
        **patterns,
    )


def _by_word(words: Mapping[str, str]) -> dict[str, str | None]:
    """Return the names of terms by their words, of which those with a space are written with an underscore."""
    named = {word: name for name, text in words.items() for word in text.split()}
    return {word.replace("_", " "): None if name == "other" else name for word, name in named.items()}
