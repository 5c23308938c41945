"""How long a page takes to read."""

from __future__ import annotations

import re
from math import ceil

from lxml import html as lxml_html

WORDS_A_MINUTE = 200
"""The pace of a fifteen-year-old who reads a text of facts, perhaps in a second language."""
_LOOKED_UP = (
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
"""What stands in a page and is not read from its beginning to its end, by class."""
_WORD = re.compile(r"\S*\w\S*")


def minutes_to_read(html: str) -> int:
    """Give the minutes that a page's own text takes, at least one; its notes, sources and links back do not count."""
    root = lxml_html.fragment_fromstring(html, create_parent=True)
    for name in _LOOKED_UP:
        for element in root.find_class(name):
            element.drop_tree()
    return max(1, ceil(len(_WORD.findall(root.text_content())) / WORDS_A_MINUTE))
