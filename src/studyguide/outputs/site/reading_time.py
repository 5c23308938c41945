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
_WORD = re.compile(r"\w\S*")


def minutes_to_read(html: str) -> int:
    """Return the reading time in minutes, at least one, without footnotes, sources and backlinks."""
    page = LexborHTMLParser(html)
    for element in page.css(_LOOKED_UP):
        element.decompose()
    text = page.body.text() if page.body else ""
    return max(1, ceil(len(_WORD.findall(text)) / WORDS_A_MINUTE))
