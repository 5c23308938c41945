"""Find the edits that tidy any file of a guide, and describe each change in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyguide.data.pasted_text import pasted_in
from studyguide.data.tracking import tracked_in
from studyguide.diagnostics.edits import Edit

_LINE_END = re.compile(r"\r\n|\r|\n")
_EMPTY_LINES = re.compile(r"(\r\n|\r(?!\n)|\n)(?:[ \t]*(?:\r\n|\r|\n))+\Z")
_AFTER_URLS = ").,;:!?'*|"
_SPACES = re.compile(r"(?<![ \t])[ \t]+(?=[\r\n]|\Z)")


@dataclass(frozen=True)
class Formatted:
    """The formatted text of a file."""

    text: str
    changes: tuple[str, ...] = ()
    """A plain sentence on each change."""
    is_sorted: bool = True
    """False if an entry lacks a sort key, so that no entry was moved."""


def line_end_of(text: str) -> str:
    """Return the first line ending of a text; a line feed if it has none."""
    found = _LINE_END.search(text)
    return found[0] if found else "\n"


def trailing_spaces(text: str, values: Sequence[tuple[int, int]], changes: list[str]) -> list[Edit]:
    """Return the edits that remove spaces at line ends, except inside `values`, where they may be significant.

    `values` are the start and end offsets of each value, in order. The change is appended to `changes`.
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
    """Yield the edits that remove tracking from the URLs in `values`; append each to `changes`."""
    for value_start, value_end in values:
        for start, end, url, redirector in tracked_in(text[value_start:value_end]):
            page = url.rstrip(_AFTER_URLS)
            changes.append(
                f"Took {redirector} off the way to {page}" if redirector else f"Took the tracking off {page}"
            )
            yield Edit(value_start + start, value_start + end, url)


def as_typed_edits(text: str, values: Iterable[tuple[int, int]], changes: list[str]) -> list[Edit]:
    """Return the edits that mend what was pasted into `values`; append the change to `changes`."""
    found = [(start, each) for start, end in values for each in pasted_in(text[start:end])]
    if count := sum(each.kind != "moved" for _, each in found):
        changes.append(f"Mended {count} place{'s' if count > 1 else ''} pasted from a PDF or a Mac.")
    return [Edit(start + each.start, start + each.end, each.meant) for start, each in found]


def with_one_final_line_end(text: str, changes: list[str]) -> str:
    """Return a text that ends with exactly one line ending; append the change to `changes`."""
    ended = with_final_line_end(_EMPTY_LINES.sub(r"\1", text))
    changes += ["Ended the file with one line end."] if ended != text else []
    return ended


def with_final_line_end(text: str) -> str:
    """Return a text with a line ending after its last line."""
    return text if not text or text.endswith(("\n", "\r")) else text + line_end_of(text)
