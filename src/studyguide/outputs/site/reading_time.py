"""Estimate the reading time of a page, by its words, or by its letters in scripts that put no spaces between words.

Chinese and Japanese are read at the pace of Trauzettel-Klosinski and Dietz, Standardized Assessment of Reading
Performance: The New International Reading Speed Texts IReST (Investigative Ophthalmology & Visual Science 53, 2012,
table 2): 255 and 357 characters a minute. Korean has spaces, and its words count as any.
"""

from __future__ import annotations

import re
from math import ceil

from selectolax.lexbor import LexborHTMLParser

WORDS_A_MINUTE = 200
"""The pace of a fifteen-year-old with a factual text, perhaps in a second language."""
_CHINESE_A_MINUTE, _JAPANESE_A_MINUTE = 255, 357
"""Characters a minute; those of a text with kana are Japanese."""
_LETTERS_A_WORD = 5
"""In Thai, Lao, Burmese and Khmer, vowel signs included: the usual measure of a word where words are not told apart."""
_LOOKED_UP = ", ".join(
    f".{name}"
    for name in (
        "footnote",
        "footnote-ref",
        "guide-axis",
        "guide-backlinks",
        "guide-bibliography",
        "guide-chart",
        "guide-in-timeline",
        "headerlink",
        "screen-only",
    )
)
"""The elements that are looked up rather than read."""
_HAS_LETTER = re.compile(r"\w")
_HAN_OR_KANA = re.compile("[\u3005-\u3007\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_KANA = re.compile("[\u3041-\u30fa]")
_UNSPACED_LETTER = re.compile("[\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3]")


def minutes_to_read(html: str) -> int:
    """Return the reading time in minutes, at least one, without footnotes, sources and backlinks."""
    page = LexborHTMLParser(html)
    for element in page.css(_LOOKED_UP):
        element.decompose()
    text = page.body.text() if page.body else ""
    pace = _JAPANESE_A_MINUTE if _KANA.search(text) else _CHINESE_A_MINUTE
    text, characters = _HAN_OR_KANA.subn(" ", text)
    text, letters = _UNSPACED_LETTER.subn(" ", text)
    words = sum(1 for word in text.split() if word.isalnum() or _HAS_LETTER.search(word))
    return max(1, ceil(characters / pace + (words + letters / _LETTERS_A_WORD) / WORDS_A_MINUTE))
