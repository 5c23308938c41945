"""Check text files regardless of format: lost characters, comments that swallow text, and merge conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import LOST, SourceFile, find_conflict
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file

_LOST_IN_YAML = re.compile(LOST)  # the YAML parser rejects control characters
_LOST = re.compile(f"[{LOST}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # the replacement character and control characters


@on_file
def lost_characters(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find the first character that was lost in copying or conversion."""
    if found := (_LOST_IN_YAML if file.path.endswith(".yaml") else _LOST).search(file.text):
        yield problem(file.location(found.start()), "lost-character")


@on_file
def comments_within_comments(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find comments that swallow another one: the first was not closed, so that what stands between is left out."""
    text = file.text if file.path.endswith((".md", ".yaml")) else ""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if "<!--" in text[start + 4 : end] and not (file.path.endswith(".md") and line.startswith(("    ", "\t"))):
            yield problem(file.location(start), "open-comment", "swallows")


@on_file
def merge_conflicts(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find the first merge conflict."""
    if conflict := find_conflict(file):
        yield conflict
