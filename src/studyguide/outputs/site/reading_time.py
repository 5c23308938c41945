"""How long a page takes to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from lxml import etree

WORDS_A_MINUTE = 200
"""The pace of a fifteen-year-old who reads a text of facts, perhaps in a second language."""
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
"""What stands in a page and is not read from its beginning to its end, by class."""
_WORD = re.compile(r"\w\S*")


def minutes_to_read(html: str) -> int:
    """Give the minutes that a page's own text takes, at least one; its notes, sources and links back do not count."""
    root = etree.fromstring(f"<div>{html}</div>", etree.HTMLParser())
    return max(1, ceil(len(_WORD.findall("".join(_text(root)))) / WORDS_A_MINUTE))


def _text(element: etree._Element) -> Iterator[str]:
    """The text in an element, in its order, that is read."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and _LOOKED_UP.isdisjoint(child.get("class", "").split()):  # a comment is no text
            yield from _text(child)
        yield child.tail or ""
