"""Text of a document as runs: stretches that look alike, as Word and LibreOffice keep it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A stretch of text that looks alike, or the reference of a note."""

    text: str
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


Text = tuple[Run, ...]


def plain(text: Text) -> str:
    """Return the letters alone, without looks, links and notes."""
    return "".join(run.text for run in text)
