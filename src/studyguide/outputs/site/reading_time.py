"""Estimate the reading time of a page."""

from __future__ import annotations

import re
from math import ceil

from selectolax.lexbor import LexborHTMLParser

WORDS_A_MINUTE = 200
"""The pace of a fifteen-year-old with a factual text, perhaps in a second language."""
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


def minutes_to_read(html: str) -> int:
    """Return the reading time in minutes, at least one, without footnotes, sources and backlinks."""
    page = LexborHTMLParser(html)
    for element in page.css(_LOOKED_UP):
        element.decompose()
    text = page.body.text() if page.body else ""
    words = sum(1 for word in text.split() if word.isalnum() or _HAS_LETTER.search(word))
    return max(1, ceil(words / WORDS_A_MINUTE))
