"""What becomes of the notes: a citation, a remark, or both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.authoring.documents.sources.note_marks import marked

_CALL = re.compile(r"\[\^(\d+)\]")
_INDENT = " " * 4


@dataclass(frozen=True)
class GuideNote:
    """A note as Markdown."""

    citation: str = ""
    """`[@key, p. 4]`; empty if it cites nothing."""
    remark: str = ""
    """What it says in words of its own, as Markdown; empty if it only cites."""

    @property
    def in_data(self) -> str:
        """What stands for it in a term or an event, where a remark has no place at the foot of the page."""
        return self.citation + (f" ({' '.join(self.remark.split())})" if self.remark else "")


@dataclass(frozen=True)
class NoteBook:
    """The notes of a document by number."""

    notes: Mapping[int, GuideNote]

    def call(self, number: int) -> str:
        """Return what stands in the text of a chapter at the reference of a note, with its mark."""
        note = self.notes[number]
        return note.citation + (f"[^{number}]" if note.remark else "") + marked(number)

    def in_data(self, number: int) -> str:
        """Return what stands for it in a term or an event."""
        return self.notes[number].in_data

    def with_remarks(self, page: str) -> str:
        """Append to a page the remarks that it calls."""
        called = dict.fromkeys(int(number) for number in _CALL.findall(page))
        remarks = [f"[^{number}]: {self._indented(number)}" for number in called]
        return "\n\n".join([page.rstrip(), *remarks]) + "\n"

    def _indented(self, number: int) -> str:
        return "\n".join(
            f"{_INDENT}{line}".rstrip() if place else line
            for place, line in enumerate(self.notes[number].remark.split("\n"))
        )
