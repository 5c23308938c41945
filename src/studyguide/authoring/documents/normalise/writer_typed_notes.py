"""Make real footnotes of notes that are typed as text in an .odt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.writer_file import (
    NOTE,
    PARAGRAPHS,
    SPAN,
    STYLE,
    TEXT,
    WriterFile,
    WriterStyles,
    place_of,
    text_of,
)
from studyguide.authoring.documents.normalise.moved_notes import Group, TypedText
from studyguide.authoring.documents.normalise.typed_notes import Piece, TypedNote, find_typed_notes
from studyguide.authoring.documents.normalise.writer_looks import body_paragraphs, text_stretches, writer_letters


def make_typed_notes_real(file: WriterFile) -> list[Found]:
    """Move typed notes into footnotes; return their numbers, and the raised numbers that have no note."""
    paragraphs = body_paragraphs(file.body)
    groups = [list(_groups(file.styles, paragraph)) for paragraph in paragraphs]
    text = TypedText(paragraphs, groups, PARAGRAPHS, text_of, lambda holders: holders, place_of)
    if not text.has_numbers:
        return []
    lines = text.lines([list(writer_letters(file.styles, paragraph)) for paragraph in paragraphs])
    notes = find_typed_notes(lines)
    told = text.told(lines, notes)
    text.make_real(notes, _note)
    return told


def _groups(styles: WriterStyles, paragraph: etree._Element) -> Iterator[Group]:
    stretches = list(text_stretches(paragraph))
    for is_superscript, alike in groupby(stretches, key=lambda stretch: _is_superscript(styles, stretch[0])):
        inside = list(alike)
        yield Piece("".join(text for _, text in inside), is_superscript), [holder for holder, _ in inside]


def _is_superscript(styles: WriterStyles, holder: etree._Element) -> bool:
    """Whether text in a span is raised: `super 58%`, or `33% 58%` (part 3, 20.385)."""
    position = styles.value(holder, f"{STYLE}text-position").partition(" ")[0]
    return holder.tag == SPAN and (position == "super" or bool(re.fullmatch(r"[1-9]\d*%", position)))


def _note(note: TypedNote, paragraphs: list[etree._Element]) -> etree._Element:
    made = etree.Element(NOTE, {f"{TEXT}note-class": "footnote"})
    etree.SubElement(made, f"{TEXT}note-citation").text = str(note.reference.number)
    etree.SubElement(made, f"{TEXT}note-body").extend(paragraphs)
    return made
