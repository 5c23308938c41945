"""Parse lists with the marks that their author wrote: `5.`, `(a)`, `1.1`. Clauses are quoted by them.

Python-Markdown counts the items of each list anew from 1, knows no marks but `1.`, and makes one list of bullets below
numbers. Here each item keeps its mark, and an item with a mark of another kind begins another list. A list that a
browser would number alike remains `<ol>`. In any other the marks are text, which is copied, searched and printed with
the item: no browser numbers `(a)` or `1.1` without styles, and none copies such numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import OListProcessor
from markdown.treeprocessors import Treeprocessor

from studyguide.markdown.list_marks import CERTAIN, SEQUENCED, kind_of
from studyguide.markdown.positions import POSITION

LIST, MARK = "guide-list", "guide-mark"
"""The classes of a list with marks as text, and of the marks."""
_WIDE = "guide-list-wide"
_WIDE_MARK = 4
_KIND, _WRITTEN = "data-kind", "data-mark"
_ITEM = rf"(?:{CERTAIN}|{SEQUENCED}(?=[ ]+{POSITION.pattern}))"
_LISTS = ("ol", "ul")


class _Item(NamedTuple):
    """An item of a block, or lines that belong to the item before."""

    mark: str
    """Empty for such lines, which are indented."""
    text: str


class MarkedListProcessor(OListProcessor):
    """Parses lists of every kind, in the place of Python-Markdown's processors for numbers and for bullets."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(rf"[ ]{{0,{self.tab_length - 1}}}(?P<mark>{_ITEM})[ ]+(?P<text>.*)")
        self.INDENT_RE = re.compile(rf"[ ]{{{self.tab_length},{self.tab_length * 2 - 1}}}{_ITEM}[ ]+.*")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Append the items of the first block to the lists above it, or to new ones."""
        current, before = parent, ""
        for place, (mark, text) in enumerate(self._items(blocks.pop(0))):
            if not mark:
                self._parse("list", current[-1], text)
                continue
            kind, state = kind_of(mark), "list"
            if kind != before:
                current = self._list_for(kind, parent, is_first=not place)
                if not place and len(current) and current is not parent:
                    _loosen(current[-1])
                    state = "looselist"
            self._parse(state, SubElement(current, "li", {_WRITTEN: mark}), text)
            before = kind

    def _items(self, block: str) -> list[_Item]:
        """Split a block into items, and the indented lists within them."""
        items: list[_Item] = []
        for line in block.split("\n"):
            if item := self.RE.match(line):
                items.append(_Item(item["mark"], item["text"]))
            elif self.INDENT_RE.match(line) and items[-1].mark:
                items.append(_Item("", line))
            else:
                items[-1] = _Item(items[-1].mark, f"{items[-1].text}\n{line}")
        return items

    def _list_for(self, kind: str, parent: Element, *, is_first: bool) -> Element:
        """Return the list for an item: one of those that are open, or a new one.

        Lists without an indent are nested as their marks tell: below `5.` stand `(a)` and, in one block, bullets.
        """
        above = list(_open_lists(parent))
        for each in above:
            if each.get(_KIND) == kind and (each is above[0] or not (is_first and kind == "-")):
                return each
        holder = parent[-1] if parent.tag in _LISTS else parent
        inner = above[-1] if above else None
        if inner is not None and (not is_first or ("a" in kind and not set("a-").intersection(inner.get(_KIND, "")))):
            holder = inner[-1]
            if is_first:
                _loosen(holder)
        return SubElement(holder, "ul" if kind == "-" else "ol", {_KIND: kind})

    def _parse(self, state: str, item: Element, text: str) -> None:
        self.parser.state.set(state)
        self.parser.parseBlocks(item, [text])
        self.parser.state.reset()


def _open_lists(parent: Element) -> Iterator[Element]:
    """Yield the list that ends at a block, and the lists at its end, the outermost first."""
    last: Element | None = parent if parent.tag in _LISTS else (parent[-1] if len(parent) else None)
    while last is not None and last.tag in _LISTS:
        yield last
        last = last[-1][-1] if len(last) and len(last[-1]) else None


def _loosen(item: Element) -> None:
    """Make paragraphs of the text in an item, as Python-Markdown does above an empty line."""
    if item.text:
        paragraph = Element("p")
        paragraph.text, item.text = item.text, ""
        item.insert(0, paragraph)
    last = item[-1] if len(item) else None
    if last is not None and last.tail:
        SubElement(item, "p").text = last.tail.lstrip()
        last.tail = ""


class WriteMarks(Treeprocessor):
    """Writes the marks that a browser would not write into the text of their items."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)

    def run(self, root: Element) -> None:
        """Remove the processor's attributes, and rewrite each list whose numbers are not 1, 2, 3."""
        for each in [each for each in root.iter() if each.tag in _LISTS]:
            kind = each.attrib.pop(_KIND, "-")
            written = [item.attrib.pop(_WRITTEN, "") for item in each]
            marks = _counted(written)
            if kind != "-" and (kind != "1." or marks != [f"{number + 1}." for number in range(len(each))]):
                _write_marks(each, marks)


def _counted(written: list[str]) -> list[str]:
    """Return the marks of a list; where all have the same number, as in `1. 1. 1.`, Markdown counts on from it."""
    number = re.search(r"\d+", written[0]) if written else None
    if number is None or len(set(written)) > 1 or kind_of(written[0]) == "1.1":
        return written
    first = int(number[0])
    return [written[0].replace(number[0], str(first + place)) if place else written[0] for place in range(len(written))]


def _write_marks(marked: Element, marks: list[str]) -> None:
    is_wide = max(map(len, marks)) >= _WIDE_MARK
    marked.tag = "div"
    marked.set("class", f"{LIST} {_WIDE}" if is_wide else LIST)
    marked.set("role", "list")
    for item, mark in zip(marked, marks, strict=True):
        item.tag = "div"
        item.set("role", "listitem")
        has_paragraph = not (item.text or "").strip() and len(item) and item[0].tag == "p"
        holder = item[0] if has_paragraph else item
        written = Element("span", {"class": MARK})
        written.text, written.tail, holder.text = mark, f" {(holder.text or '').lstrip()}", None
        holder.insert(0, written)
