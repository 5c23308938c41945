"""Reject text that takes Python-Markdown minutes: at each open bracket it scans all the text that follows."""

from __future__ import annotations

import re

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.markdown.source import ChapterSource

_BLOCK = re.compile(r"\S.*(?:\n[ \t]*\S.*)*")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_COUNTED = "_*`<&("
_MAX_DEPTH, _MAX_REPEATS = 50, 3000
"""The limits on the nesting of brackets, and on occurrences of one markup character in a paragraph."""


def complexity_problem(source: ChapterSource) -> Problem | None:
    """Return a problem for the first paragraph that exceeds a limit."""
    text = source.without_fenced_code
    if text.count("[") <= _MAX_DEPTH and all(text.count(character) <= _MAX_REPEATS for character in _COUNTED):
        return None
    for block in _BLOCK.finditer(text):
        depth = 0
        for bracket in _BRACKET.finditer(block[0]) if block[0].count("[") > _MAX_DEPTH else ():
            depth = max(depth + (1 if bracket[0] == "[" else -1), 0)
            if depth > _MAX_DEPTH:
                return problem(source.span.locate(block.start() + bracket.start()), "tangled-text")
        if any(block[0].count(character) > _MAX_REPEATS for character in _COUNTED):
            return problem(source.span.locate(block.start()), "tangled-text")
    return None
