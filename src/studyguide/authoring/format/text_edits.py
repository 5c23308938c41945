"""Edit a chair's text in single places, so that all the rest stays byte for byte; what is changed is said."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyguide.authoring.format.tracking_parameters import tails_in

_LINE_END = re.compile(r"\r\n|\r|\n")
_EMPTY_LINES = re.compile(r"(\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r|\n))+\Z")
_BEHIND_ADDRESSES = ").,;:!?'*|"
_SPACES = re.compile(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")


@dataclass(frozen=True)
class Tidied:
    """A file's text as it should be."""

    text: str
    changes: tuple[str, ...] = ()
    """What was changed: a plain sentence each."""
    is_sorted: bool = True
    """False where an entry says too little of itself to be sorted, so that all of them stay where they are."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A part of a text, by its offsets, and what is to stand in its place."""

    start: int
    end: int
    text: str = ""


def line_end_of(text: str) -> str:
    """Give the line end that a text uses first."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Give a text with its `edits` made, no two of which overlap."""
    parts = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[end : edit.start], edit.text]
        end = edit.end
    return "".join([*parts, text[end:]])


def trailing_spaces(text: str, values: Sequence[tuple[int, int]], changes: list[str]) -> list[Edit]:
    """Give the edits that take off the spaces at the ends of lines, but inside `values`: there they may be meant.

    `values` are from where to where each text stands, in order. What is changed is added to `changes`.
    """
    starts = [start for start, _ in values]

    def is_within(offset: int) -> bool:
        number = bisect_right(starts, offset) - 1
        return number >= 0 and offset < values[number][1]

    edits = [Edit(*found.span()) for found in _SPACES.finditer(text) if not is_within(found.start())]
    if edits:
        changes.append(f"Took off the spaces at the end of {len(edits)} line{'s' if len(edits) > 1 else ''}.")
    return edits


def without_tails(text: str, values: Iterable[tuple[int, int]], changes: list[str]) -> Iterator[Edit]:
    """Yield the edits that take the tracking off the addresses in `values`, and add them to `changes`."""
    for value_start, value_end in values:
        for start, end, address in tails_in(text[value_start:value_end]):
            changes.append(f"Took the tracking off {address.rstrip(_BEHIND_ADDRESSES)}")
            yield Edit(value_start + start, value_start + end, address)


def with_one_final_line_end(text: str, changes: list[str]) -> str:
    """Give a text without empty lines at its end, and say so."""
    ended = with_final_line_end(_EMPTY_LINES.sub(r"\1", text))
    changes += ["Ended the file with one line end."] if ended != text else []
    return ended


def with_final_line_end(text: str) -> str:
    """Give a text whose last line has its end."""
    return text if not text or text.endswith(("\n", "\r")) else text + line_end_of(text)
