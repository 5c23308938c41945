"""Find lines that begin with marks which count on, and are no list in Markdown: `OP1`, `[a]`, `①`, `1°`, `1(a)`.

A word of prose may begin a line too. So the marks of two lines beside each other have to be alike but for one part, and
that part the next number or letter.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from studyguide.data.roman import ROMAN, from_roman

_BEGINNING = re.compile(
    r" {0,3}(?P<emphasis>[*_]*)(?P<mark>(?P<label>(?:[^\W\d_]{2,12}\.?|[§№]) )?[^\s*_]{1,9})[*_]*"
    r"(?P<dash> [–—-](?= ))?(?=[\s:.–—-]|$)"
)
_PARTS = re.compile(r"\d+|[^\W\d_]+|\W")
_SIGNS = re.compile(r"(?<=.)[\])}>/°º:–—-]|^[№§#]|\d\.[^\W\d_]|^[^\W\d_]{1,12}\.?\d")
"""What a mark has, and hardly the first word of a line of prose; a bare number may begin one."""


def counted_line(lines: Sequence[str]) -> int | None:
    """Return the index of the first of two lines that count on; a line that ends with a hard line break does not."""
    before: list[str] = []
    for number, line in enumerate(lines):
        now = _mark_parts(line)
        if now and not lines[number - 1].endswith("  ") and _counts_on(before, now):
            return number - 1
        before = now
    return None


def _mark_parts(line: str) -> list[str]:
    """Return the numbers, letters and signs of what may be a mark, or nothing."""
    found = _BEGINNING.match(line)
    if not found:
        return []
    mark = found["mark"] + (found["dash"] or "")
    is_mark = found["label"] or found["emphasis"] or _SIGNS.search(mark) or unicodedata.category(mark[0]) == "No"
    return _PARTS.findall(mark) if is_mark else []


def _counts_on(before: Sequence[str], now: Sequence[str]) -> bool:
    """Return whether two marks differ in one part, which is the next: `1(a)` and `1(b)`."""
    changed = [(old, new) for old, new in zip(before, now, strict=False) if old != new]
    return len(before) == len(now) and len(changed) == 1 and _is_next(*changed[0])


def _is_next(old: str, new: str) -> bool:
    """Return whether a number, letter or Roman numeral is the one after another."""
    if old.isdecimal() and new.isdecimal():
        return int(new) == int(old) + 1
    if len(old) == len(new) == 1 and ord(new) == ord(old) + 1:
        return old.isalnum()
    return all(map(ROMAN.fullmatch, (old, new))) and from_roman(new) == from_roman(old) + 1
