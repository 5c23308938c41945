"""Cut texts apart, with the looks, links and notes of each part."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from studyguide.authoring.documents.text import Run, Text, plain


def cut(text: Text, start: int, end: int | None = None) -> Text:
    """Return the letters from `start` to before `end`, with the notes among them; without `end`, all that is behind."""
    return tuple(_cut(text, start, len(plain(text)) + 1 if end is None else end))


def _cut(text: Text, start: int, end: int) -> Iterator[Run]:
    place = 0
    for run in text:
        first, last = max(start - place, 0), min(end - place, len(run.text))
        if run.text and first < last:
            yield replace(run, text=run.text[first:last])
        elif not run.text and start <= place < end:
            yield run
        place += len(run.text)


def trimmed(text: Text) -> Text:
    """Return a text without blanks at its ends."""
    letters = plain(text)
    start = len(letters) - len(letters.lstrip())
    behind = tuple(run for run in cut(text, len(letters.rstrip())) if not run.text)
    return (*cut(text, start, len(letters.rstrip())), *behind)


def notes_of(text: Text) -> Text:
    """Return the references of notes in a text."""
    return tuple(run for run in text if run.note)


def emphasised_length(text: Text) -> int:
    """Return how many letters at the start are all bold, or else all in italics."""
    bold = sum(len(run.text) for run in takewhile(lambda run: run.bold or run.note or not run.text.strip(), text))
    italic = sum(len(run.text) for run in takewhile(lambda run: run.italic or run.note or not run.text.strip(), text))
    return bold or italic
