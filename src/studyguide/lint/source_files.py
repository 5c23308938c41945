"""Check text files regardless of format: lost characters, comments that swallow text, and merge conflicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import LOST, SourceFile, find_conflict
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
_FIELD = re.compile(r"^(?:- |  )[a-z_]+:", re.MULTILINE)
_LOST = re.compile(f"[{LOST}{_CONTROL}]")  # the replacement character and control characters
_WORD_WITH_LOST = re.compile(rf"[^\W_]{{0,20}}[{LOST}{_CONTROL}](?:[^\W_]|[{LOST}{_CONTROL}]){{0,20}}")


@on_file
def lost_characters(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find characters that were lost in copying or conversion: each word once, and those outside words once a line."""
    if not _LOST.search(file.text):
        return
    places: dict[str | int, list[Location]] = {}
    for found in _WORD_WITH_LOST.finditer(_without_first_forbidden(file)):
        lost = _LOST.search(found[0])
        assert lost is not None  # it is part of the pattern
        where = file.location(found.start() + lost.start())
        word = _LOST.sub(LOST, found[0])
        places.setdefault(word if word.strip(LOST) else where.line, []).append(where)
    for place, (first, *others) in places.items():
        message = "repeated" if others and isinstance(place, str) else ""
        yield problem(first, "lost-character", message, word=place, more=_times(len(others)))


def _without_first_forbidden(file: SourceFile) -> str:
    """Return a file's text with a blank for the first control character of YAML, of which its parser tells."""
    return re.sub(f"[{_CONTROL}]", " ", file.text, count=1) if file.path.endswith(".yaml") else file.text


def _times(count: int) -> str:
    return "once more" if count == 1 else f"{count} times more"


@on_file
def comments_within_comments(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find comments that swallow another one: the first was not closed, so that what stands between is left out."""
    is_chapter = file.path.endswith(".md")
    text = file.text if is_chapter or file.path.endswith(".yaml") else ""
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        if not is_chapter and (field := _FIELD.search(text, start, end)):
            end = field.start()  # a comment ends with its field, and is told there
            continue
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if "<!--" in text[start + 4 : end] and not (is_chapter and line.startswith(("    ", "\t"))):
            yield problem(file.location(start), "open-comment", "swallows")


@on_file
def merge_conflicts(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find the first merge conflict."""
    if conflict := find_conflict(file):
        yield conflict
