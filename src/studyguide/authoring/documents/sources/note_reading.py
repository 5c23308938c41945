"""Tell what each note of a document becomes: a citation, or a remark at the foot of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from studyguide.authoring.documents.findings import Finding, Listed, Risk
from studyguide.authoring.documents.overrides import Kind, Override, one_line, override_for
from studyguide.authoring.documents.sources.notes import GuideNote, NoteBook
from studyguide.authoring.documents.sources.source_reading import CitingNote, SourceReader
from studyguide.authoring.documents.text.blocks import Blocks, Paragraph, texts
from studyguide.authoring.documents.text.markdown_text import words_only
from studyguide.authoring.documents.text.runs import Text, plain

_WORD = re.compile(r"\w")
_IN_DOUBT = "Does it lead to the source that the author meant?"


@dataclass(frozen=True)
class ReadNotes:
    """The notes of a document, and what is to be told of them."""

    book: NoteBook
    doubts: Mapping[int, str]
    """The printed words of each note that is in doubt, by its number."""
    findings: tuple[tuple[int, Finding], ...]
    """With the number of the note that each is about."""
    listed: tuple[Listed, ...]


def note_words(note: Blocks) -> str:
    """Return the words of a note in one line."""
    return one_line(words_only(texts(note)))


def read_all_notes(
    notes: Mapping[int, Blocks],
    sources: SourceReader,
    overrides: tuple[Override, ...],
    write: Callable[[Blocks], str],
) -> ReadNotes:
    """Read the notes by number; `write` returns the blocks of a remark as Markdown."""
    citing = sources.read_notes({number: _free_text(note) for number, note in notes.items()})
    found = {
        number: _override(number, note, overrides) or _fields(note, sources) or citing.get(number)
        for number, note in notes.items()
    }
    book = {
        number: GuideNote(citation=cites.markdown) if (cites := found[number]) else GuideNote(remark=write(note))
        for number, note in notes.items()
    }
    printed = {number: note_words(note) for number, note in notes.items()}
    findings = [
        (number, Finding(Risk.WRONG_SOURCE, " ".join([*cites.doubts, _IN_DOUBT]), printed[number]))
        for number, cites in found.items()
        if cites and cites.doubts
    ]
    return ReadNotes(
        NoteBook(book),
        {number: printed[number] for number, _ in findings},
        tuple(findings),
        tuple(_listed(number, printed[number], cites) for number, cites in found.items() if cites),
    )


def _listed(number: int, printed: str, cites: CitingNote) -> Listed:
    return Listed("note", printed, f"It became `{cites.markdown}`.", f"note {number}")


def _override(number: int, note: Blocks, overrides: tuple[Override, ...]) -> CitingNote | None:
    override = override_for(overrides, Kind.NOTE, str(number)) or override_for(overrides, Kind.NOTE, note_words(note))
    return CitingNote(override.value) if override else None


def _fields(note: Blocks, sources: SourceReader) -> CitingNote | None:
    """Return what a note cites that is one citation of a reference manager, or several, and nothing else."""
    runs = [run for text in texts(note) for run in text]
    cited = [run for run in runs if run.cited]
    if not cited or any(_WORD.search(run.text) for run in runs if not run.cited):
        return None
    return CitingNote("".join(map(sources.cited, cited)).replace("][", "; "))


def _free_text(note: Blocks) -> Text:
    """Return the text of a note of paragraphs, to be read by rules; nothing for one with tables or with fields."""
    if not all(isinstance(block, Paragraph) for block in note):
        return ()
    runs = tuple(run for text in texts(note) for run in text)
    return () if any(run.cited for run in runs) or not plain(runs).strip() else runs
