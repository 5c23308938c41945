"""Settle tracked changes, and take away what stands around text and makes pandoc pass over it.

Pandoc 3.9 loses moved text, text set from right to left (`w:dir`), and elements of a document's own XML. Of a shape,
which Word writes twice, one form stays.
"""

from __future__ import annotations

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import remove, unwrap
from studyguide.authoring.documents.files.word_file import ALTERNATIVE, T, chosen, ruby_text

_WRAPPERS = tuple(f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdt"))
_PROPERTIES = frozenset(f"{W}{name}" for name in ("sdtPr", "sdtEndPr", "customXmlPr"))
_GONE = tuple(f"{W}{name}" for name in ("del", "moveFrom"))


def settle_changes(root: etree._Element) -> None:
    """Accept tracked changes: keep what was added, take out what was deleted or moved away."""
    for mark in list(root.iter(f"{W}del")):
        parent = mark.getparent()
        if parent is not None and parent.tag == f"{W}trPr":
            remove(next(parent.iterancestors(f"{W}tr"), mark))
    for mark in list(root.iter(*_GONE)):
        remove(mark)


def choose_forms(root: etree._Element) -> None:
    """Keep one form of each shape."""
    for alternative in list(root.iter(ALTERNATIVE)):
        form = chosen(alternative)
        for other in list(alternative):
            if other is not form:
                remove(other)
        unwrap(form)
        unwrap(alternative)


def take_wrappers_away(root: etree._Element) -> None:
    """Put text out of the elements around it, and write the readings of words behind them."""
    for ruby in list(root.iter(f"{W}ruby")):
        text = ruby_text(ruby)
        ruby.clear()
        ruby.tag, ruby.text = T, text
    for hyphen in list(root.iter(f"{W}softHyphen")):
        remove(hyphen)
    for wrapper in list(root.iter(*_WRAPPERS)):
        for properties in [child for child in wrapper if child.tag in _PROPERTIES]:
            remove(properties)
        unwrap(wrapper)
    for content in list(root.iter(f"{W}sdtContent")):
        unwrap(content)
