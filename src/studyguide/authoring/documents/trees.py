"""Small changes of a tree of XML."""

from __future__ import annotations

from lxml import etree


def remove(element: etree._Element) -> None:
    """Take an element with all that is in it out of the tree; text behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
    parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put the children and the text of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if element.text:
        if before is None:
            parent.text = (parent.text or "") + element.text
        else:
            before.tail = (before.tail or "") + element.text
    position = parent.index(element)
    children = list(element)
    if children and element.tail:
        children[-1].tail = (children[-1].tail or "") + element.tail
        element.tail = None
    for offset, child in enumerate(children):
        parent.insert(position + offset, child)
    remove(element)
