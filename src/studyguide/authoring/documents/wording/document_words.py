"""The fixed words of documents, in each language: the files of `words/`, which hold what chairs write, not code."""

from __future__ import annotations

import tomllib
import unicodedata
from functools import lru_cache
from itertools import filterfalse
from pathlib import Path
from typing import Any

from studyguide.labels.fallbacks import fallbacks

_FILES = Path(__file__).parent / "words"
ENGLISH = "en"


@lru_cache
def document_words(language: str) -> dict[str, Any]:
    """Return the words of a language (a BCP 47 tag); those of English where it has no file, or no table of a kind."""
    own = next((code for code in fallbacks(language) if (_FILES / f"{code}.toml").is_file()), ENGLISH)
    return _words(ENGLISH) | _words(own)


def language_of_dates(language: str) -> str:
    """Return the code of the language whose file has its dates; empty if it has none, or none of dates."""
    codes = (code for code in fallbacks(language or ENGLISH) if (_FILES / f"{code}.toml").is_file())
    return next((code for code in codes if "dates" in _words(code)), "")


@lru_cache
def _words(code: str) -> dict[str, Any]:
    return tomllib.loads((_FILES / f"{code}.toml").read_text(encoding="utf-8"))


def unaccented(text: str) -> str:
    """Return a text without accents, with plain apostrophes and spaces: people type `Aout` and `août`."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.replace("’", "'").replace("\N{NO-BREAK SPACE}", " "))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def bare(text: str) -> str:
    """Return a text in small letters, without accents."""
    return unaccented(text).casefold()
