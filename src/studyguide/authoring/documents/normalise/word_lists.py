"""Put the items of a list in the styles `List Bullet 2` and the like below the item before them.

Each of these built-in styles numbers a list of its own (17.9.18), of which pandoc makes a list behind the first one.
"""

from __future__ import annotations

import re
from copy import deepcopy

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import first_child
from studyguide.authoring.documents.files.word_file import P, WordFile

_STYLE = re.compile(r"list (?:bullet|number) (?P<depth>[2-5])")


def nest_lists(file: WordFile) -> None:
    """Make such a paragraph an item of the list above it, as deep as its style says."""
    for paragraph in list(file.body.iter(P)):
        style = _STYLE.fullmatch(file.styles.style_name(paragraph))
        before = paragraph.getprevious()
        if style and before is not None and before.tag == P:
            own, outer = _list_of(file, paragraph), _list_of(file, before)
            if own and outer and own != outer:
                _set_below(file, paragraph, (own, outer), str(int(style["depth"]) - 1))


def _list_of(file: WordFile, paragraph: etree._Element) -> str:
    """Return the id of the list that a paragraph belongs to, by itself or by its style; empty if to none."""
    number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if number is None:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        key = "" if style is None else style.get(f"{W}val", "")
        defined = _child(file.style_sheet, "style", "styleId", key)
        number = None if defined is None else defined.find(f"{W}pPr/{W}numPr/{W}numId")
    return "" if number is None else number.get(f"{W}val", "")


def _set_below(file: WordFile, paragraph: etree._Element, lists: tuple[str, str], level: str) -> None:
    """Make a paragraph of the first list an item of the second, at a level, which looks as that of its own list."""
    own, other = (_definition(file, number) for number in lists)
    first = None if own is None else own.find(f"{W}lvl")
    if first is None or other is None:
        return
    if _child(other, "lvl", "ilvl", level) is None:
        defined = deepcopy(first)
        defined.set(f"{W}ilvl", level)
        other.append(defined)
    numbering = first_child(first_child(paragraph, f"{W}pPr"), f"{W}numPr")
    numbering.clear()
    for name, value in (("ilvl", level), ("numId", lists[1])):
        etree.SubElement(numbering, f"{W}{name}").set(f"{W}val", value)


def _definition(file: WordFile, number: str) -> etree._Element | None:
    numbered = _child(file.numbering, "num", "numId", number)
    abstract = None if numbered is None else numbered.find(f"{W}abstractNumId")
    key = "" if abstract is None else abstract.get(f"{W}val", "")
    return _child(file.numbering, "abstractNum", "abstractNumId", key)


def _child(parent: etree._Element, name: str, attribute: str, value: str) -> etree._Element | None:
    return next((child for child in parent.iterfind(f"{W}{name}") if child.get(f"{W}{attribute}") == value), None)
