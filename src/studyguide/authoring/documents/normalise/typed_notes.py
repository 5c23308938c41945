"""Find notes that are typed as text: a superscript number in a paragraph, and one that begins a line below it.

So a document looks that was made from a PDF: the notes stand as paragraphs where each page ended.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyguide.authoring.documents.text.raised_numbers import POWER, RAISED_NUMBER, TO_DIGITS, UNIT

_NUMBERS = re.compile(r"\s*[0-9]{1,3}(?:\s*[,;]\s*[0-9]{1,3})*\s*")
_PLAIN_START = re.compile(r"\s*\[?(?P<number>[0-9]{1,3})\]?[.)]?\s+(?=\S)")
_UNENDED = re.compile(r"[^\W_][,-]?\s*$")


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph that is superscript, or that is not."""

    text: str
    is_superscript: bool = False

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of notes that it can be; none if it is not superscript, or holds words."""
        if not self.is_superscript or not _NUMBERS.fullmatch(self.text):
            return ()
        return tuple(int(number) for number in re.findall("[0-9]+", self.text))


@dataclass(frozen=True)
class Line:
    """A paragraph."""

    pieces: tuple[Piece, ...]
    is_small: bool = False
    """Whether its letters are smaller than those of the text, so that a plain number can begin a note."""


@dataclass(frozen=True)
class Place:
    """A number: the line and the piece of it in which it stands."""

    line: int
    piece: int
    number: int


@dataclass(frozen=True)
class TypedNote:
    """A note: the place of its reference, and that of the number that begins its text."""

    reference: Place
    text: Place
    lines: tuple[int, ...] = ()
    """Further lines that belong to its text."""


def find_typed_notes(lines: Sequence[Line]) -> list[TypedNote]:
    """Pair each number that begins a note with its reference above: the first behind the reference before, if any."""
    beginnings = {place for index, line in enumerate(lines) for place in _beginnings(index, line)}
    open_references: list[Place] = []
    notes: list[TypedNote] = []
    last = Place(-1, -1, 0)
    for index, line in enumerate(lines):
        own = sorted((place for place in beginnings if place.line == index), key=lambda place: place.piece)
        for beginning in own:
            if reference := _reference(open_references, beginning.number, last):
                open_references.remove(reference)
                notes.append(TypedNote(reference, beginning, _continued(lines, beginning, own)))
                last = reference
        if not own:
            open_references += _references(index, line)
    return notes


def numbers_without_notes(lines: Sequence[Line], notes: Sequence[TypedNote]) -> Iterator[Place]:
    """Yield the superscript numbers that are no note's, neither as its reference nor before its text; no powers."""
    taken = {place for note in notes for place in (note.reference, note.text)}
    for index, line in enumerate(lines):
        before = ""
        for position, piece in enumerate(line.pieces):
            for start, number in _raised(piece):
                place = Place(index, position, number)
                if place not in taken and not POWER.search(before + piece.text[:start]):
                    yield place
            before += piece.text


def _raised(piece: Piece) -> Iterator[tuple[int, int]]:
    """Yield the superscript numbers of a piece, each with the number of letters before it."""
    yield from ((0, number) for number in piece.numbers)
    if not piece.is_superscript:
        yield from ((found.start(), int(found[0].translate(TO_DIGITS))) for found in RAISED_NUMBER.finditer(piece.text))


def _beginnings(index: int, line: Line) -> Iterator[Place]:
    """Yield the numbers that begin notes in a line: the first piece, and the next ones if they count on."""
    first = next((position for position, piece in enumerate(line.pieces) if piece.text.strip()), None)
    if first is None:
        return
    expected = 0
    for position, piece in enumerate(line.pieces[first:], first):
        has_text = any(other.text.strip() for other in line.pieces[position + 1 :])
        if len(piece.numbers) == 1 and has_text and (position == first or piece.numbers[0] == expected):
            expected = piece.numbers[0] + 1
            yield Place(index, position, piece.numbers[0])
        elif position == first:
            if line.is_small and (plain := _PLAIN_START.match(piece.text)):
                yield Place(index, position, int(plain["number"]))
            return


def plain_number(text: str) -> str:
    """Return the plain number, with what stands around it, that begins the text of a note in small letters."""
    found = _PLAIN_START.match(text)
    return found[0] if found else ""


def without_number(text: str, number: int) -> str:
    """Return the numbers of several notes, `1, 2`, without one of them."""
    return re.sub(rf"[\s,;]*\b{number}\b[\s,;]*", " ", text, count=1).strip()


def broken_paragraphs(lines: Sequence[Line], notes: Sequence[TypedNote]) -> Iterator[tuple[int, int]]:
    """Yield the lines before and behind notes in which one sentence goes on over them, at the end of a page."""
    taken = {line for note in notes for line in (note.text.line, *note.lines)}
    left = [index for index in range(len(lines)) if index not in taken and _text(lines[index])]
    for before, behind in itertools.pairwise(left):
        is_parted = any(index in taken for index in range(before, behind))
        if is_parted and _text(lines[behind])[:1].islower() and _UNENDED.search(_text(lines[before])):
            yield before, behind


def _references(index: int, line: Line) -> Iterator[Place]:
    before = ""
    for position, piece in enumerate(line.pieces):
        if not UNIT.search(before):
            yield from (Place(index, position, number) for number in piece.numbers)
        before = piece.text


def _reference(references: Sequence[Place], number: int, last: Place) -> Place | None:
    alike = [place for place in references if place.number == number]
    behind = [place for place in alike if (place.line, place.piece) >= (last.line, last.piece)]
    return next(iter(behind or alike[::-1]), None)


def _continued(lines: Sequence[Line], beginning: Place, own: Sequence[Place]) -> tuple[int, ...]:
    """Return the small lines right behind a note that begin no other one."""
    if not lines[beginning.line].is_small or beginning != own[-1]:
        return ()
    found = []
    for index in range(beginning.line + 1, len(lines)):
        line = lines[index]
        if not line.is_small or any(_beginnings(index, line)) or not _text(line):
            break
        found.append(index)
    return tuple(found)


def _text(line: Line) -> str:
    return "".join(piece.text for piece in line.pieces).strip()
