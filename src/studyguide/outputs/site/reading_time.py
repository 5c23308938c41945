"""Estimate the reading time of a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from lxml import etree

WORDS_A_MINUTE = 200
"""The pace of a fifteen-year-old with a factual text, perhaps in a second language."""
_LOOKED_UP = frozenset(
    (
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
"""The classes of elements that are looked up rather than read."""
_WORD = re.compile(r"\w\S*")


def minutes_to_read(html: str) -> int:
    """Return the reading time in minutes, at least one, without footnotes, sources and backlinks."""
    root = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser())
    return max(1, ceil(len(_WORD.findall("".join(_text(root)))) / WORDS_A_MINUTE))


def _text(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element that counts, in document order."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and _LOOKED_UP.isdisjoint(child.get("class", "").split()):  # not a comment
            yield from _text(child)
        yield child.tail or ""
