"""Cut texts apart, with the looks, links and notes of each part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise, takewhile

from studyguide.authoring.documents.text.runs import Run, Text, plain


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """Return the letters from `start` to before `end`, without blanks at the ends, and all notes of the text.

    Notes among these letters stay in their place; the others stand behind them.
    """
    letters = plain(text)[:end]
    start += len(letters[start:]) - len(letters[start:].lstrip())
    end = len(letters.rstrip())
    outside = [run for place, run in _placed(text) if not run.text and not _is_inside(place, start, end)]
    return (*_sliced(text, start, end, lambda place: _is_inside(place, start, end)), *outside)


def part(text: Text, start: int, end: int) -> Text:
    """Return the letters from `start` to before `end`, also blanks at the ends, and the notes before one of them."""
    return tuple(_sliced(text, start, end, lambda place: start <= place < end))


def pieces(text: Text, starts: Iterable[int]) -> Iterator[Text]:
    """Yield a text in pieces, of which all but the first begin at `starts`; without blanks at their ends."""
    for start, end in pairwise([0, *starts, len(plain(text)) + 1]):
        yield cut(part(text, start, end), 0)


def without_sign(text: Text, signs: str) -> Text:
    """Return a text without such signs at its end."""
    return cut(text, 0, len(plain(text).rstrip(f"{signs} ")))


def notes_of(text: Text) -> Text:
    """Return the references of notes in a text, and its citations that have no letters, which are as good as notes."""
    return tuple(run for run in text if run.note or (run.cited and not run.text))


def emphasised_length(text: Text) -> int:
    """Return how many letters at the start are all bold, or else all in italics."""
    bold = sum(len(run.text) for run in takewhile(lambda run: run.bold or run.note or not run.text.strip(), text))
    italic = sum(len(run.text) for run in takewhile(lambda run: run.italic or run.note or not run.text.strip(), text))
    return bold or italic


def _placed(text: Text) -> Iterator[tuple[int, Run]]:
    """Yield each run with the number of letters before it."""
    place = 0
    for run in text:
        yield place, run
        place += len(run.text)


def _is_inside(place: int, start: int, end: int) -> bool:
    """Tell whether a note belongs to a part: it stands behind what it is about."""
    return start < place <= end or place == start == 0


def _sliced(text: Text, start: int, end: int, has_note_at: Callable[[int], bool]) -> Iterator[Run]:
    for place, run in _placed(text):
        first, last = max(start - place, 0), min(end - place, len(run.text))
        if first < last:
            yield replace(run, text=run.text[first:last])
        elif not run.text and has_note_at(place):
            yield run
