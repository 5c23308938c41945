"""Words in another language than the document's, as links that come through pandoc, which reads no language.

Word processors mark languages for their spelling, often by guess: a mark counts only where the words do not deny it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from studyguide.authoring.documents.wording.document_language import small_words

_SCHEME = "language:"
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_OTHER_LETTERS = frozenset("ar bg el fa he hi ja ko mk ru sr th uk ur zh".split())  # noqa: SIM905
"""Languages that are not written in Latin letters."""
_FEWEST_LETTERS = 3
_MOST_WORDS_WITHOUT_PROOF = 6


def language_address(language: str) -> str:
    """Return the address of a link around words in a language."""
    return f"{_SCHEME}{language}"


def language_at(address: str) -> str:
    """Return the language that an address stands for; an empty string for the address of a page."""
    return address.removeprefix(_SCHEME) if address.startswith(_SCHEME) else ""


def usual_tag(texts: Iterable[tuple[str, str]]) -> str:
    """Return the tag of most letters, which tells nothing: a program may be set to another language than is written.

    `texts` are given with their tags.
    """
    letters: Counter[str] = Counter()
    for tag, text in texts:
        letters[tag] += len(text)
    return max(letters, key=letters.__getitem__, default="")


def foreign_language(text: str, tag: str, main: str) -> str:
    """Return the code of the language of a text that is marked with a BCP 47 tag; empty if it is `main`, or a guess."""
    language = tag.replace("_", "-").partition("-")[0].lower()
    words = [word.casefold() for word in _WORD.findall(text)]
    if not language or language == main or sum(map(len, words)) < _FEWEST_LETTERS:
        return ""
    if language in _OTHER_LETTERS and _LATIN.search(text):
        return ""
    small = small_words()
    own, others = (sum(word in small.get(code, ()) for word in words) for code in (language, main))
    is_short = len(words) <= _MOST_WORDS_WITHOUT_PROOF and (len(words) > 1 or not text.isascii())
    return language if own > others or (own == others == 0 and is_short) else ""
