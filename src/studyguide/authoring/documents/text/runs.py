"""Text of a document as runs: stretches that look alike, as Word and LibreOffice keep it."""

from __future__ import annotations

from dataclasses import dataclass

TAB = "\ue009"
"""Stands for a tab, of which pandoc would make a blank; a sign of the private use area."""


@dataclass(frozen=True)
class CitedItem:
    """One of the sources that a citation of a reference manager names."""

    id: str
    """The key of its record in the document."""
    prefix: str = ""
    suffix: str = ""
    """What stands behind it, the locator included: ", page 4"."""


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks alike, or the reference of a note."""

    text: str
    """Its letters; a line break is a newline."""
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    small_capitals: bool = False
    address: str = ""
    """The URL, if the text is a link."""
    note: int = 0
    """The number of the note whose reference stands here, counted from 1; 0 for text."""
    language: str = ""
    """The BCP 47 tag, if the document gives one."""
    subscript: bool = False
    cited: tuple[CitedItem, ...] = ()
    """The sources, if a reference manager wrote the text as a citation."""


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the letters alone, without looks, links and notes."""
    return "".join(run.text for run in text)
