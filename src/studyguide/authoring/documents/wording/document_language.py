"""Tell in which language a document is written, by its small words or its letters."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from studyguide.authoring.documents.wording.document_words import ENGLISH

_SCRIPTS = {"zh": re.compile("[\u4e00-\u9fff]"), "ar": re.compile("[\u0600-\u06ff]")}
"""Languages that their letters tell."""
_SHARE_OF_LETTERS = 0.3
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 5000


def language_of(texts: Iterable[str]) -> str:
    """Return the code of the language of most of the texts; English if nothing tells."""
    return _language_of(" ".join(texts))


@lru_cache(maxsize=2)
def _language_of(text: str) -> str:
    for code, letter in _SCRIPTS.items():
        found = letter.findall(text)
        if found and len(found) > _SHARE_OF_LETTERS * sum(map(str.isalpha, text)):
            return code
    words = Counter(map(str.casefold, _WORD.findall(text)[:_MOST_WORDS]))
    shares = {code: sum(map(words.__getitem__, small)) for code, small in small_words().items()}
    best = max(shares, key=lambda code: (shares[code], code == ENGLISH))
    return best if shares[best] else ENGLISH


@lru_cache
def small_words() -> dict[str, list[str]]:
    """Return the small words of each language by its code."""
    file = Path(__file__).with_name("languages.toml")
    return {code: words.split() for code, words in tomllib.loads(file.read_text(encoding="utf-8")).items()}
