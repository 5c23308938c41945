"""Bookmarks, the anchors of a Word file, and the numbers that its notes have: one sequence for the whole guide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from lxml.html import Element, HtmlElement

from studyguide.outputs.linked_pages import NOTE_REFERENCE, LinkedPage

_LONGEST = 40
"""Characters that the name of a bookmark may have: Word cuts longer ones off."""
_NUMBER = re.compile(r"\d+(?=\D*$)")
_NOTE = re.compile(r"fn:(.+)")


def bookmark(path: str, anchor: str) -> str:
    """Return the name of the bookmark of an anchor: a letter, then letters, digits and underscores.

    A checksum tells two anchors apart whose names differ in signs, or far behind.
    """
    checksum = sha256(f"{path}:{anchor}".encode()).hexdigest()[:8]
    words = re.sub(r"[^a-z0-9]+", "_", f"{path.removesuffix('.md')}_{anchor}".lower()).strip("_")
    return f"g_{words}"[: _LONGEST - 9] + f"_{checksum}"


class NoteNumbers:
    """The notes of all pages in reading order, each once, and the links to them."""

    def __init__(self, pages: Iterable[LinkedPage]) -> None:
        self._numbers: dict[str, int] = {}
        self._references: dict[str, str] = {}
        """The bookmark of the first reference to a note, by that of the note."""
        for linked in pages:
            self._read(linked)

    def __len__(self) -> int:
        return len(self._numbers)

    def _read(self, linked: LinkedPage) -> None:
        """Give the notes of a page their numbers, and turn a second reference to one into a link to the first."""
        path = linked.page.path
        for anchor in (str(note.get("id")) for note in linked.root.iter("li") if _NOTE.fullmatch(note.get("id", ""))):
            self._references[bookmark(path, anchor)] = bookmark(path, anchor.replace("fn:", "fnref:", 1))
        for link in _references(linked.root):
            if (first := self._references.get(_target(link), "")) in self._numbers:
                link.attrib.pop("class")
                link.attrib.pop("role", None)
            else:
                self._numbers[first] = len(self._numbers) + 1

    def number(self, root: HtmlElement) -> None:
        """Let the links of a page lead to the references of notes, and name them by the numbers that the file has.

        Only the references are in the text: the notes themselves stand at the foot of their pages.
        """
        for link in root.iter("a"):
            if NOTE_REFERENCE in link.get("class", "").split():
                continue
            reference = self._references.get(_target(link), _target(link))
            if reference in self._numbers:
                link.set("href", f"#{reference}")
                _replace_number(link, self._numbers[reference])


def _references(root: HtmlElement) -> list[HtmlElement]:
    return [link for link in root.iter("a") if NOTE_REFERENCE in link.get("class", "").split()]


def _target(link: HtmlElement) -> str:
    return str(link.get("href", "")).removeprefix("#")


def _replace_number(link: HtmlElement, number: int) -> None:
    """Replace the number at the end of a link's text: `Introduction, note 4`."""
    words = _NUMBER.sub(str(number), link.text_content())
    for child in list(link):
        link.remove(child)
    link.text = words


def place(name: str) -> HtmlElement:
    """Return an element that is a bookmark alone."""
    return Element("span", id=name)
