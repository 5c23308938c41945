"""List what a document holds before anything is read from it, so that nothing can be lost without being told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from studyguide.authoring.documents.files.element_marks import equation_of

Kind = Literal[
    "paragraph",
    "table row",
    "footnote",
    "endnote",
    "picture",
    "text box",
    "comment",
    "insertion",
    "deletion",
    "hidden text",
    "header",
    "footer",
    "contents list",
    "list of sources",
    "page number",
    "note number",
    "raised number",
    "object",
    "equation",
]
Found = tuple[Kind, str, str, str]
"""An item without its number: kind, text, place and name."""
_MARGINS: Mapping[Kind, str] = {"header": "at the top of pages", "footer": "at the foot of pages"}
"""Where headers and footers stand, for a reader."""
_PRINTED: frozenset[Kind] = frozenset(("paragraph", "footnote", "endnote"))
"""What holds each printed word once."""
_WORD = re.compile(r"[^\W\d]+(?:[’'][^\W\d]+)*|\d+")
"""Letters or digits: a number that is typed behind a word, "treaty1", is that of a note."""


@dataclass(frozen=True)
class Item:
    """A thing that a document holds."""

    kind: Kind
    number: int
    """Its number among those of its kind, counted from 1."""
    text: str
    """Its words; the alternative text of a picture."""
    place: str = ""
    """Where it stands, for a reader: `paragraph 14 (“The Committee …”)`."""
    name: str = ""
    """The part or the address of a picture; who wrote a comment or changed the text."""


@dataclass(frozen=True)
class Inventory:
    """What a document holds: paragraphs, rows, notes and pictures in reading order, then what stands apart."""

    items: tuple[Item, ...]

    def of(self, *kinds: Kind) -> tuple[Item, ...]:
        """Return the items of some kinds."""
        return tuple(item for item in self.items if item.kind in kinds)

    def words(self) -> Counter[str]:
        """Count the printed words: those of paragraphs, cells and boxes included, and of notes."""
        return words_of(item.text for item in self.items if item.kind in _PRINTED)


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Count the words of texts, in lower case; numbers apart, those in raised digits too."""
    normal = (unicodedata.normalize("NFKC", text) for text in texts)
    return Counter(word.casefold() for text in normal for word in _WORD.findall(text))


def margins(texts: Iterable[tuple[Kind, str]]) -> Iterator[Found]:
    """Yield the headers and footers that have words, given with their kinds; those that say the same once."""
    for kind, text in dict.fromkeys(texts):
        if text:
            yield kind, text, _MARGINS[kind], ""


def equations_in(root: etree._Element, place_of: Callable[[etree._Element], str]) -> Iterator[Found]:
    """Yield the equations that stand in a line now, and did not on the page."""
    for element in root.iter():
        if text := equation_of(element):
            yield "equation", text, place_of(element), "in one line now: compare it"


def numbered(found: Iterable[Found]) -> tuple[Item, ...]:
    """Give things their numbers within their kinds."""
    counts: Counter[Kind] = Counter()
    items = []
    for kind, text, place, name in found:
        counts[kind] += 1
        items.append(Item(kind, counts[kind], text, place, name))
    return tuple(items)
