"""Divide the chapters among several runs of citeproc, which then render what one run would.

A run knows all sources of the guide, so that it tells authors and years apart as any other does, and each chapter
begins anew with full citations. A style needs a single run if it counts sources in the order of their citations, or
asks whether another citation reads the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from studyguide.data.guide import Guide
from studyguide.markdown.chapter import Chapter

_SORTED_LIST = re.compile(r"<bibliography\b(?:(?!</bibliography>).)*<sort\b", re.DOTALL)
_OF_OTHERS = ('"citation-number"', ' disambiguate="')
"""A variable and a condition of CSL 1.0.2 that depend on the other citations."""
_ENTRY_COST = 0.7
"""How long the entry of a source takes, compared with a note."""
_WORTH_RUN = 150.0
"""The notes from which a further run spares more time than it takes to begin."""


def divided(chapters: Sequence[Chapter], guide: Guide, runs: int) -> list[Sequence[Chapter]]:
    """Divide chapters into at most so many parts that take about the same time; the first has the sources' list too."""
    costs = [len(chapter.notes) for chapter in chapters]
    entries = _ENTRY_COST * len(guide.sources)
    whole = entries + sum(costs)
    runs = min(runs, int(whole // _WORTH_RUN)) if _is_divisible(guide.style) else 1
    if runs <= 1:
        return [chapters]
    parts: list[list[Chapter]] = [[] for _ in range(runs)]
    before = entries
    for chapter, cost in zip(chapters, costs, strict=True):
        parts[min(int((before + cost / 2) * runs / whole), runs - 1)].append(chapter)
        before += cost
    return [*parts]


def _is_divisible(style: str) -> bool:
    """Tell whether what a style makes of a citation and of a source is the same whatever else is cited."""
    is_sorted = "<bibliography" not in style or _SORTED_LIST.search(style)
    return bool(is_sorted) and not any(sign in style for sign in _OF_OTHERS)
