"""The English words that lunr, the library of Material's search, leaves out of its index: "who", and so WHO.

A name that is such a word is indexed with a sign behind it: lunr does not take that for a stop word, and finds it by
its beginning. Search in other languages leaves no word out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_LISTED = """
    a able about across after all almost also am among an and any are as at be because been but by can cannot could dear
    did do does either else ever every for from get got had has have he her hers him his how however i if in into is it
    its just least let like likely may me might most must my neither no nor not of off often on only or other our own
    rather said say says she should since so some than that the their them then there these they this tis to too twas us
    wants was we were what when where which while who whom why will with would yet you your
"""
_STOP_WORDS = frozenset(_LISTED.split())
_SIGN = "_"
"""A sign that is not cut off at the end of a word, as punctuation can be."""
_PARTS = re.compile(r"[\s-]+")


def named_stop_words(names: Iterable[str]) -> frozenset[str]:
    """Return the stop words that are names or, in capitals, parts of names, as these write them: `WHO`."""
    words = ((word, word == name) for name in names for word in _PARTS.split(name))
    return frozenset(
        word for word, is_name in words if word.casefold() in _STOP_WORDS and (is_name or (word.isupper() and word[1:]))
    )


def indexed_spellings(text: str, named: frozenset[str]) -> list[str]:
    """Return by what the stop words of a text that are in `named` are found."""
    return [word.casefold() + _SIGN for word in _PARTS.split(text) if word in named]
