"""Warnings that a chair allows where they stand, with a reason.

`<!-- check: allow figure-without-note, because it is a telephone number -->` in Markdown; the same words behind `#` in
YAML and behind `%` in BibTeX, on a line of their own. They count for the paragraph or the entry that they stand in,
between two for the next one, and with "in this file" behind the name of the rule for the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Finding, Problem, did_you_mean, finding, problem
from studyguide.diagnostics.rules import RULES, WARNINGS
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.source import ChapterSource

_IN_MARKDOWN = re.compile(
    r"<!--\s*check:(?P<words>(?:(?!(?<!-)[-–—]>[ \t]*$).)*?)-->", re.DOTALL | re.IGNORECASE | re.MULTILINE
)
_IN_DATA = re.compile(r"^[ \t]*[#%][ \t]*check:(?P<words>.*)", re.MULTILINE | re.IGNORECASE)
_NAMED = rf"(?:check\b:?\s*)?allow\s+(?:{'|'.join(WARNINGS)})\b"
_SLIP_IN_MARKDOWN = re.compile(rf"<![-–—]*\s*{_NAMED}|^#+[ \t]*check:\s*allow\b", re.MULTILINE | re.IGNORECASE)
_SLIP_IN_DATA = re.compile(rf"[#%][ \t]*(?!check:){_NAMED}", re.IGNORECASE)
"""What no comment is, or one that nobody reads: `<!- check: allow ... ->`, `# check: allow ...` in a chapter."""
_WORDS = re.compile(
    r"\s*allow\s+(?P<name>[\w-]+)(?P<everywhere>\s+in\s+this\s+file\b)?(?:\s*,?\s*because\b(?P<reason>.*))?",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Silence:
    """A comment that allows the warnings of one rule, from one line of its file to another."""

    rule: str
    comment: Problem
    """What is told where it allows nothing."""
    first: int
    last: int


def without_allowed(
    problems: Iterable[Problem], files: Iterable[SourceFile], chapters: Iterable[ChapterSource] = ()
) -> list[Problem]:
    """Leave out the warnings that a comment in one of the `files` allows, and tell of faulty and of idle comments.

    The files are those that the warnings are about, chapters without their code; `chapters` are what is known of these.
    A comment is idle only where nothing else is wrong: an entry with a fault is not looked at for warnings.
    """
    problems = list(problems)
    silences: dict[tuple[str, str], list[_Silence]] = {}
    sources = {chapter.span.file.path: chapter for chapter in chapters}
    for file in files:
        for found in _silences_in(file, sources.get(file.path)):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                silences.setdefault((file.path, found.rule), []).append(found)
    told: list[Problem] = []
    used: set[_Silence] = set()
    for each in problems:
        candidates = silences.get((each.where.path, each.rule), ())
        allowing = [silence for silence in candidates if silence.first <= each.where.line <= silence.last]
        used.update(allowing)
        if not allowing:
            told.append(each)
    if all(each.is_warning for each in told):
        told += [silence.comment for group in silences.values() for silence in group if silence not in used]
    return told


def _silences_in(file: SourceFile, chapter: ChapterSource | None) -> Iterator[_Silence | Problem]:
    is_markdown = file.path.endswith(".md")
    comments = list((_IN_MARKDOWN if is_markdown else _IN_DATA).finditer(file.text))
    yield from _slips(file, {comment.start() for comment in comments}, is_markdown=is_markdown)
    parts = list(_part_ends(file, chapter, is_markdown=is_markdown)) if comments else []
    for comment in comments:
        where = file.location(comment.start() + len(comment[0]) - len(comment[0].lstrip()))
        words = _WORDS.match(comment["words"])
        if fault := _fault(words):
            yield fault.at(where)
        if words and words["name"] in WARNINGS:  # without a reason it is told of, and not what it allows
            end = len(file.text)
            idle = problem(where, "unneeded-silence", name=words["name"])
            first, last = (0, end) if words["everywhere"] else _part_of(comment.start(), parts, end)
            yield _Silence(words["name"], idle, file.location(first).line, file.location(last).line)


def _slips(file: SourceFile, known: Collection[int], *, is_markdown: bool) -> Iterator[Problem]:
    """What was meant as such a comment; the `known` places are those of comments that can be read."""
    if "allow" not in file.text.lower():
        return
    comment = "check: allow NAME, because REASON"
    sign = "%" if file.path.endswith(".bib") else "#"
    example = f"<!-- {comment} -->" if is_markdown else f"{sign} {comment}"
    for slip in (_SLIP_IN_MARKDOWN if is_markdown else _SLIP_IN_DATA).finditer(file.text):
        if slip.start() not in known:
            yield problem(file.location(slip.start()), "wrong-silence", "meant", example=example)


def _fault(words: re.Match[str] | None) -> Finding | None:
    """What is wrong with the words of a comment."""
    if not words:
        return finding("wrong-silence", "unreadable")
    name = words["name"]
    if name not in RULES:
        names = ", ".join(WARNINGS)
        return finding("wrong-silence", "unknown", name=name, names=names, fix=did_you_mean(name, WARNINGS))
    if name not in WARNINGS:
        return finding("wrong-silence", "error", name=name)
    if not re.search(r"\w", words["reason"] or ""):
        return finding("wrong-silence", "no-reason", name=name)
    return None


def _part_ends(file: SourceFile, chapter: ChapterSource | None, *, is_markdown: bool) -> Iterator[int]:
    """Where each part of a file ends: a paragraph with what stands before it, an entry."""
    if is_markdown:
        source = chapter.in_file if chapter else ChapterSource(SourceSpan(file.text, file))
        yield from (source.span.start + block.end for block in source.blocks)
    else:
        yield from (start - 1 for start in _entries_in(file.text) if start)


def _entries_in(text: str) -> Iterator[int]:
    """Where each entry of a data file begins, with the remarks right above it."""
    first = offset = 0
    for line in text.split("\n"):
        if line.startswith(("- ", "@")):
            yield first
        offset += len(line) + 1
        if line.strip() and not line.startswith(("#", "%")):
            first = offset


def _part_of(offset: int, ends: Sequence[int], end: int) -> tuple[int, int]:
    """The part that holds an offset: where it begins and ends."""
    number = bisect_left(ends, offset)
    first = ends[number - 1] + 1 if number else 0
    return first, ends[number] if number < len(ends) else end
