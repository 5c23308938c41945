"""Move the texts of typed notes out of the text, and put real notes in the places of their numbers.

Both formats write a paragraph as an element with runs or spans in it; `TypedText` holds in what they differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.trees import remove
from studyguide.authoring.documents.normalise.letters import Letters, common_size
from studyguide.authoring.documents.normalise.typed_notes import (
    Line,
    Piece,
    Place,
    TypedNote,
    numbers_without_notes,
    plain_number,
    without_number,
)
from studyguide.authoring.documents.text.raised_numbers import RAISED_NUMBER

_SMALL = 0.92
"""Letters are small below this part of the size of most letters."""
Group = tuple[Piece, list[etree._Element]]
"""A stretch of a paragraph, with the runs or spans whose text it is."""


@dataclass(frozen=True)
class TypedText:
    """The paragraphs of a document, in which notes may be typed."""

    paragraphs: Sequence[etree._Element]
    groups: Sequence[list[Group]]
    """The stretches of each paragraph; one with several numbers loses each that becomes a note."""
    tags: tuple[str, ...]
    """The tags of paragraphs, that of a new one first."""
    text_of: Callable[[etree._Element], str]
    texts_in: Callable[[Sequence[etree._Element]], Sequence[etree._Element]]
    """Returns the elements that hold the text of runs or spans."""
    place_of: Callable[[etree._Element], str]
    """Returns where a paragraph stands, for a reader."""

    @property
    def has_numbers(self) -> bool:
        """Whether any stretch can be the number of a note."""
        pieces = (piece for stretches in self.groups for piece, _ in stretches)
        return any(piece.numbers or RAISED_NUMBER.search(piece.text) for piece in pieces)

    def lines(self, letters: Sequence[Sequence[Letters]]) -> list[Line]:
        """Return the paragraphs, whose letters are given, as lines."""
        usual = common_size(stretch for stretches in letters for stretch in stretches)
        return [
            Line(tuple(piece for piece, _ in group), 0 < common_size(stretches) < _SMALL * usual)
            for group, stretches in zip(self.groups, letters, strict=True)
        ]

    def told(self, lines: Sequence[Line], notes: Sequence[TypedNote]) -> list[Found]:
        """Return the numbers of notes, which a guide writes anew, and those that have no note and stay."""
        numbers: Iterator[Found] = (
            ("note number", f"{note.text.number} {note.text.number}", self._place(note.reference), "") for note in notes
        )
        others: Iterator[Found] = (
            ("raised number", str(place.number), self._place(place), "")
            for place in numbers_without_notes(lines, notes)
        )
        return [*numbers, *others]

    def _place(self, place: Place) -> str:
        return self.place_of(self.paragraphs[place.line])

    def make_real(
        self, notes: Iterable[TypedNote], new_note: Callable[[TypedNote, list[etree._Element]], etree._Element]
    ) -> None:
        """Move notes out of the text; `new_note` makes of the paragraphs of each what stands in its number's place."""
        texts = [(note, self._take_out(note)) for note in notes]
        for note, paragraphs in texts:
            self._refer(note.reference, new_note(note, paragraphs))

    def _take_out(self, note: TypedNote) -> list[etree._Element]:
        """Take the paragraphs of a note out, without its number; a note can begin within a paragraph."""
        paragraph = self.paragraphs[note.text.line]
        piece, holders = self.groups[note.text.line][note.text.piece]
        if piece.is_superscript:
            first = self._cut(holders[0])
            for holder in holders:
                remove(holder)
        else:
            first = paragraph
            _remove_number(self.texts_in(holders), plain_number(piece.text))
            remove(paragraph)
        more = [self.paragraphs[line] for line in note.lines]
        for each in more:
            remove(each)
        return [first, *more]

    def _cut(self, holder: etree._Element) -> etree._Element:
        """Move a run and what follows it into a paragraph of its own; remove its paragraph if no text is left in it."""
        paragraph = next(holder.iterancestors(*self.tags))
        made = etree.Element(self.tags[0])
        start = next(each for each in (holder, *holder.iterancestors()) if each.getparent() is paragraph)
        made.extend([start, *start.itersiblings()])
        if not self.text_of(paragraph).strip():
            remove(paragraph)
        return made

    def _refer(self, reference: Place, mark: etree._Element) -> None:
        """Put the mark of a note in the place of its number; further numbers beside it stay."""
        piece, holders = self.groups[reference.line][reference.piece]
        holders[0].addprevious(mark)
        left = without_number(piece.text, reference.number)
        self.groups[reference.line][reference.piece] = (Piece(left, is_superscript=True), holders)
        texts = self.texts_in(holders)
        for element in texts:
            element.text = ""
        texts[0].text = left


def _remove_number(texts: Iterable[etree._Element], number: str) -> None:
    """Remove a number from the start of texts, with the blanks around it; a tab there is an element of its own."""
    left = number.strip()
    for element in texts:
        text = (element.text or "").lstrip()
        length = min(len(left), len(text))
        element.text, left = text[length:].lstrip(), left[length:]
        if not left:
            return
