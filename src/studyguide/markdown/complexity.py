"""Refuse text on which Python-Markdown would work for minutes: it tries each open bracket with all that follows."""

from __future__ import annotations

import re

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.markdown.source import ChapterSource

_BLOCK = re.compile(r"\S.*(?:\n[ \t]*\S.*)*")
_BRACKET = re.compile(r"(?<!\\)[\[\]]")
_DEEPEST, _MOST = 50, 3000
"""Open brackets within one another, and signs of one kind in a paragraph."""


def tangle_in_source(source: ChapterSource) -> Problem | None:
    """Find the first paragraph that Python-Markdown would take minutes for."""
    for block in _BLOCK.finditer(source.without_fenced_code):
        depth = 0
        for bracket in _BRACKET.finditer(block[0]) if block[0].count("[") > _DEEPEST else ():
            depth = max(depth + (1 if bracket[0] == "[" else -1), 0)
            if depth > _DEEPEST:
                return problem(source.span.locate(block.start() + bracket.start()), "tangled-text")
        if any(block[0].count(sign) > _MOST for sign in "_*`<&("):
            return problem(source.span.locate(block.start()), "tangled-text")
    return None
