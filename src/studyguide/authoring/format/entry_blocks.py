"""Sort the entries of a data file as whole lines of text, so that no byte of an entry changes.

Parsing a file and dumping it again would lose comments and layout; a permutation of its lines loses nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from studyguide.authoring.format.text_edits import Formatted, with_final_line_end

_LINE = re.compile(r"[^\r\n\x85\u2028\u2029]*(?:\r\n|[\r\n\x85\u2028\u2029])|[^\r\n\x85\u2028\u2029]+\Z")  # YAML 1.1
_ALLOWS_HERE = re.compile(r"[ \t]*[#%][ \t]*check:(?!.*\bin\s+this\s+file\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of an entry and of the comments that belong to it, by index from 0."""

    first: int
    """Its first line."""
    end: int
    """The line after its last."""
    body: int
    """The line on which the entry itself begins, after its comments."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text with their line endings."""
    return _LINE.findall(text)


def line_starts(lines: Iterable[str]) -> list[int]:
    """Return the offset of each line, then the length of the text."""
    return list(accumulate(map(len, lines), initial=0))


def blocks_of(
    lines: Sequence[str], bodies: Sequence[tuple[int, int]], *, top: int = 0, own: str = r"(?!)"
) -> list[Block]:
    """Return the block of each entry; `bodies` are the first and last line of each entry, in file order.

    A comment belongs to the entry below it, or to the entry above it if it matches `own`. Comments above the first
    entry, from line `top` on, belong to the file if an empty line separates them from the entry, except from a
    suppression of one of the entry's warnings on. Empty lines between two entries belong to neither.
    """
    blocks: list[Block] = []
    for number, (body, last) in enumerate(bodies):
        if blocks:
            first = next(line for line in range(blocks[-1].end, body + 1) if line == body or lines[line].strip())
        else:
            first = _first_comment(lines, top, body)
        end = last + 1
        following = bodies[number + 1][0] if number + 1 < len(bodies) else len(lines)
        for line in range(end, following):
            if re.match(own, lines[line]):
                end = line + 1
            elif lines[line].strip():
                break
        blocks.append(Block(first, end, body))
    return blocks


def _first_comment(lines: Sequence[str], top: int, body: int) -> int:
    empty = [line for line in range(top, body) if not lines[line].strip()]
    first = empty[-1] + 1 if empty else body
    return next((line for line in range(top, first) if _ALLOWS_HERE.match(lines[line])), first)


def sorted_blocks(text: str, blocks: Sequence[Block], keys: Sequence[Any], names: Sequence[str]) -> Formatted:
    """Sort blocks by their `keys` (stable), and report by their `names` which ones moved."""
    order = sorted(range(len(blocks)), key=lambda number: keys[number])
    moves = _moved(order)
    changes = [
        f"Moved {names[order[position]]} {f'behind {names[order[position - 1]]}' if position else 'to the top'}."
        for position in moves
    ]
    return Formatted(_arranged(lines_of(with_final_line_end(text)), blocks, order) if moves else text, tuple(changes))


def _arranged(lines: Sequence[str], blocks: Sequence[Block], order: Sequence[int]) -> str:
    """Return the text with its blocks in `order`, a permutation of their indices; the text between blocks stays."""
    parts: list[str] = []
    end = 0
    for slot, number in zip(blocks, order, strict=True):
        block = blocks[number]
        parts += [*lines[end : slot.first], *lines[block.first : block.end]]
        end = slot.end
    return "".join([*parts, *lines[end:]])


def _moved(order: Sequence[int]) -> list[int]:
    """Return the positions in `order` of the fewest blocks to move: all outside a longest increasing subsequence."""
    tails: list[int] = []
    lengths = []
    for number in order:
        length = bisect_left(tails, number)
        tails[length : length + 1] = [number]
        lengths.append(length)
    wanted = len(tails) - 1
    staying: set[int] = set()
    for position in reversed(range(len(order))):
        if lengths[position] == wanted and (not staying or order[position] < order[min(staying)]):
            staying.add(position)
            wanted -= 1
    return [position for position in range(len(order)) if position not in staying]
