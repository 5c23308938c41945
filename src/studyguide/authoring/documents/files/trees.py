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


def first_child(parent: etree._Element, tag: str) -> etree._Element:
    """Return the child of this tag; a new one, before all others, if there is none."""
    child = parent.find(tag)
    if child is None:
        child = etree.Element(tag)
        parent.insert(0, child)
    return child


def replace_with_text(element: etree._Element, text: str) -> None:
    """Put text in the place of an element."""
    element.tail = text + (element.tail or "")
    remove(element)


def wrap_between(start: etree._Element, end: etree._Element, wrapper: etree._Element) -> bool:
    """Move what stands between two siblings, the text included, into `wrapper`, and put it in the place of both.

    Return whether that was done: not if they have different parents.
    """
    parent = start.getparent()
    if parent is None or end.getparent() is not parent or parent.index(start) > parent.index(end):
        return False
    between = parent[parent.index(start) + 1 : parent.index(end)]
    wrapper.text, start.tail = start.tail, None
    wrapper.tail, end.tail = end.tail, None
    wrapper.extend(between)
    start.addprevious(wrapper)
    parent.remove(start)
    parent.remove(end)
    return True
