"""Make real footnotes of notes that are typed as text in an .odt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lxml import etree

from studyguide.authoring.documents.normalise.shares import common_size
from studyguide.authoring.documents.normalise.typed_notes import (
    SMALL,
    Line,
    Piece,
    Place,
    Typed,
    find_typed_notes,
    plain_number,
    without_number,
)
from studyguide.authoring.documents.normalise.writer_looks import body_paragraphs, text_stretches, writer_letters
from studyguide.authoring.documents.trees import remove
from studyguide.authoring.documents.writer_file import (
    NOTE,
    SPAN,
    STYLE,
    TEXT,
    P,
    WriterFile,
    WriterStyles,
    place_of,
    text_of,
)

_Group = tuple[Piece, list[etree._Element]]
"""A stretch of a paragraph, with the elements whose text it is."""


def make_typed_notes_real(file: WriterFile) -> list[Typed]:
    """Move typed notes into footnotes; return their numbers, for the account of all words."""
    paragraphs = body_paragraphs(file.body)
    groups = [list(_groups(file.styles, paragraph)) for paragraph in paragraphs]
    if not any(piece.numbers for pieces in groups for piece, _ in pieces):
        return []
    notes = find_typed_notes(_lines(file.styles, paragraphs, groups))
    typed = [Typed(note.text.number, place_of(paragraphs[note.reference.line])) for note in notes]
    texts = {note.text: _note_paragraphs(paragraphs, groups, note.text, note.lines) for note in notes}
    for note in notes:
        _refer(groups, note.reference, texts[note.text])
    return typed


def _groups(styles: WriterStyles, paragraph: etree._Element) -> Iterator[_Group]:
    stretches = list(text_stretches(paragraph))
    for is_superscript, alike in groupby(stretches, key=lambda stretch: _is_superscript(styles, stretch[0])):
        inside = list(alike)
        yield Piece("".join(text for _, text in inside), is_superscript), [holder for holder, _ in inside]


def _is_superscript(styles: WriterStyles, holder: etree._Element) -> bool:
    """Whether text in a span is raised: `super 58%`, or `33% 58%` (part 3, 20.385)."""
    position = styles.value(holder, f"{STYLE}text-position").partition(" ")[0]
    return holder.tag == SPAN and (position == "super" or bool(re.fullmatch(r"[1-9]\d*%", position)))


def _lines(
    styles: WriterStyles, paragraphs: Sequence[etree._Element], groups: Sequence[Sequence[_Group]]
) -> list[Line]:
    letters = [list(writer_letters(styles, paragraph)) for paragraph in paragraphs]
    usual = common_size(stretch for stretches in letters for stretch in stretches)
    return [
        Line(tuple(piece for piece, _ in group), 0 < common_size(stretches) < SMALL * usual)
        for group, stretches in zip(groups, letters, strict=True)
    ]


def _note_paragraphs(
    paragraphs: Sequence[etree._Element],
    groups: Sequence[Sequence[_Group]],
    beginning: Place,
    more: Sequence[int],
) -> list[etree._Element]:
    """Take the paragraphs of a note out of the body, without its number; a note can begin within a paragraph."""
    paragraph, (piece, holders) = paragraphs[beginning.line], groups[beginning.line][beginning.piece]
    if piece.is_superscript:
        first = _cut(holders[0])
        for holder in holders:
            remove(holder)
    else:
        first = paragraph
        _cut_text(paragraph, len(plain_number(piece.text)))
        remove(paragraph)
    for line in more:
        remove(paragraphs[line])
    return [first, *(paragraphs[line] for line in more)]


def _cut(holder: etree._Element) -> etree._Element:
    """Move a span and what follows it into a paragraph of its own; remove its paragraph if nothing is left in it."""
    paragraph = next(holder.iterancestors(P, f"{TEXT}h"))
    made = etree.Element(P)
    start = next(each for each in (holder, *holder.iterancestors()) if each.getparent() is paragraph)
    for each in [start, *start.itersiblings()]:
        made.append(each)
    if not text_of(paragraph).strip():
        remove(paragraph)
    return made


def _cut_text(paragraph: etree._Element, length: int) -> None:
    """Take letters away from the start of a paragraph, within its first text."""
    holder = next(each for each in paragraph.iter() if (each.text or "").strip())
    holder.text = (holder.text or "")[length:]


def _refer(groups: Sequence[list[_Group]], reference: Place, paragraphs: Sequence[etree._Element]) -> None:
    """Put a note in the place of its number; further numbers beside it stay."""
    piece, holders = groups[reference.line][reference.piece]
    note = etree.Element(NOTE, {f"{TEXT}note-class": "footnote"})
    etree.SubElement(note, f"{TEXT}note-citation").text = str(reference.number)
    etree.SubElement(note, f"{TEXT}note-body").extend(paragraphs)
    holders[0].addprevious(note)
    left = without_number(piece.text, reference.number)
    groups[reference.line][reference.piece] = (Piece(left, is_superscript=True), holders)
    for holder in holders:
        holder.text = ""
    holders[0].text = left
