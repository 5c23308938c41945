"""What reading a chapter for entries of data gives: its terms or its events, and what is left of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from studyguide.authoring.documents.text.blocks import Blocks, Paragraph
from studyguide.authoring.documents.text.runs import Text

Found = TypeVar("Found")


@dataclass(frozen=True)
class EntryReading(Generic[Found]):
    """What a chapter, or a part of it, says."""

    found: tuple[Found, ...] = ()
    """The terms or the events, in order."""
    rest: Blocks = ()
    """What is none and stays on the page, in order."""
    left_out: tuple[Text, ...] = ()
    """The heads of tables, headings that stood above entries alone, numbers that were typed, and words that were cut:
    they stand nowhere."""

    def __add__(self, other: EntryReading[Found]) -> EntryReading[Found]:
        return EntryReading(self.found + other.found, self.rest + other.rest, self.left_out + other.left_out)


def with_notes(blocks: Blocks, notes: Text) -> Blocks:
    """Put the references of notes behind the first paragraph of an entry; before what is not text."""
    if notes and isinstance(blocks[0], Paragraph):
        return (replace(blocks[0], text=(*blocks[0].text, *notes)), *blocks[1:])
    return (Paragraph(notes), *blocks) if notes else blocks
