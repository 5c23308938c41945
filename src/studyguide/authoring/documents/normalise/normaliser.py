"""Make a copy of a document that pandoc reads without loss, and say what is left out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studyguide.authoring.documents.citations.cited import SourceList
from studyguide.authoring.documents.citations.field_sources import FieldSource, field_sources
from studyguide.authoring.documents.files.inventory import Inventory, Item, Kind, numbered
from studyguide.authoring.documents.files.package import Document
from studyguide.authoring.documents.files.word_file import read_word_file
from studyguide.authoring.documents.files.word_inventory import word_inventory
from studyguide.authoring.documents.files.writer_file import read_writer_file
from studyguide.authoring.documents.files.writer_inventory import writer_inventory
from studyguide.authoring.documents.normalise.headings import FoundHeading
from studyguide.authoring.documents.normalise.word import finish_word, prepare_word
from studyguide.authoring.documents.normalise.writer import finish_writer, prepare_writer
from studyguide.authoring.documents.outline.heading_levels import judge_headings

_APART: tuple[Kind, ...] = ("comment", "insertion", "deletion", "hidden text", "header", "footer", "object", "equation")
"""What a chair is told of, since a guide has no place for it; what was inserted is kept, and an equation as a line."""


@dataclass(frozen=True)
class Normalised:
    """A document for pandoc, and what the original holds beside it."""

    document: Document
    inventory: Inventory
    """What the original holds."""
    listed: tuple[Item, ...]
    """What does not come into the guide, or, if inserted while changes were tracked, does without being accepted."""
    sources: Mapping[str, FieldSource]
    """The sources of the citations in fields, by the ids that the citations name (`CitedItem.id`)."""
    headings: tuple[FoundHeading, ...]


def take_inventory(document: Document) -> Inventory:
    """Return what a document holds."""
    if document.format == "docx":
        return word_inventory(read_word_file(document))
    return writer_inventory(read_writer_file(document))


def normalise(document: Document) -> Normalised:
    """Return a document as pandoc is to read it."""
    sources = SourceList()
    if document.format == "docx":
        word_file = read_word_file(document)
        inventory = word_inventory(word_file)
        taken_out = numbered(prepare_word(word_file, sources))
        headings, written = finish_word(word_file, judge_headings), word_file.written()
    else:
        writer_file = read_writer_file(document)
        inventory = writer_inventory(writer_file)
        taken_out = numbered(prepare_writer(writer_file, sources))
        headings, written = finish_writer(writer_file, judge_headings), writer_file.written()
    of_fields = field_sources(sources, document.path.name)
    return Normalised(written, inventory, inventory.of(*_APART) + taken_out, of_fields, headings)
