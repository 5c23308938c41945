"""Mark where notes stand in a page, to tell their lines in the report and to put boxes below what is in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_MARK = re.compile("\ue000([0-9]+)\ue001")
_BEGINS_OUTSIDE = re.compile(r"[^\s>|]")


def marked(number: int) -> str:
    """Return the mark of a note, in private-use characters that no document has."""
    return f"\ue000{number}\ue001"


def without_marks(text: str) -> str:
    """Return a text without marks."""
    return _MARK.sub("", text)


def lines_of_notes(page: str) -> dict[int, int]:
    """Return the line of each marked note, counted from 1."""
    return {int(mark[1]): page.count("\n", 0, mark.start()) + 1 for mark in _MARK.finditer(page)}


def with_boxes(page: str, boxes: Mapping[int, str]) -> str:
    """Put the boxes of notes, by number, below the block of the page in which each note stands."""
    if not boxes:
        return page
    return "\n\n".join(_with_boxes(page.split("\n\n"), boxes))


def _with_boxes(blocks: list[str], boxes: Mapping[int, str]) -> Iterator[str]:
    """Yield each block, and the boxes where the list or the quotation ends in which its notes stand."""
    waiting: list[str] = []
    for place, block in enumerate(blocks):
        yield block
        waiting += [boxes[int(number)] for number in _MARK.findall(block) if int(number) in boxes]
        following = blocks[place + 1] if place + 1 < len(blocks) else ""
        if waiting and (not following or _BEGINS_OUTSIDE.match(following)):
            yield from waiting
            waiting = []
