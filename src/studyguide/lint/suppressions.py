"""Suppress warnings by comments with a reason.

In Markdown `<!-- check: allow figure-without-note, because it is a telephone number -->`; in YAML the same words after
`#`, in BibTeX after `%`, on a separate line. A comment applies to its paragraph or entry, between two to the next one,
and with "in this file" after the rule's id to the whole file.
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
_MALFORMED_IN_MARKDOWN = re.compile(rf"<![-–—]*\s*{_NAMED}|^#+[ \t]*check:\s*allow\b", re.MULTILINE | re.IGNORECASE)
_MALFORMED_IN_DATA = re.compile(rf"[#%][ \t]*(?!check:){_NAMED}", re.IGNORECASE)
"""Malformed suppressions: `<!- check: allow ... ->`, `# check: allow ...` in a chapter."""
_WORDS = re.compile(
    r"\s*allow\s+(?P<name>[\w-]+)(?P<everywhere>\s+in\s+this\s+file\b)?(?:\s*,?\s*because\b(?P<reason>.*))?",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Suppression:
    """A comment that suppresses the warnings of a rule between two lines of its file, both included."""

    rule: str
    unused: Problem
    """The problem to report where it suppresses nothing."""
    first: int
    last: int


def without_allowed(
    problems: Iterable[Problem], files: Iterable[SourceFile], chapters: Iterable[ChapterSource] = ()
) -> list[Problem]:
    """Return the problems without suppressed warnings, and with malformed and unused suppressions.

    `files` are the files of the warnings, with code blanked in chapters; `chapters` are the parsed sources of chapters.
    Unused suppressions are reported only without errors: a faulty entry is not checked for warnings.
    """
    problems = list(problems)
    suppressions: dict[tuple[str, str], list[_Suppression]] = {}
    sources = {chapter.span.file.path: chapter for chapter in chapters}
    for file in files:
        for found in _suppressions_in(file, sources.get(file.path)):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                suppressions.setdefault((file.path, found.rule), []).append(found)
    reported: list[Problem] = []
    used: set[_Suppression] = set()
    for each in problems:
        candidates = suppressions.get((each.where.path, each.rule), ())
        applying = [candidate for candidate in candidates if candidate.first <= each.where.line <= candidate.last]
        used.update(applying)
        if not applying:
            reported.append(each)
    if all(each.is_warning for each in reported):
        reported += [each.unused for group in suppressions.values() for each in group if each not in used]
    return reported


def _suppressions_in(file: SourceFile, chapter: ChapterSource | None) -> Iterator[_Suppression | Problem]:
    is_markdown = file.path.endswith(".md")
    comments = list((_IN_MARKDOWN if is_markdown else _IN_DATA).finditer(file.text))
    yield from _malformed(file, {comment.start() for comment in comments}, is_markdown=is_markdown)
    parts = list(_part_ends(file, chapter, is_markdown=is_markdown)) if comments else []
    for comment in comments:
        where = file.location(comment.start() + len(comment[0]) - len(comment[0].lstrip()))
        words = _WORDS.match(comment["words"])
        if fault := _fault(words):
            yield fault.at(where)
        if words and words["name"] in WARNINGS:  # without a reason it is reported, and still applies
            end = len(file.text)
            unused = problem(where, "unneeded-silence", name=words["name"])
            first, last = (0, end) if words["everywhere"] else _part_of(comment.start(), parts, end)
            yield _Suppression(words["name"], unused, file.location(first).line, file.location(last).line)


def _malformed(file: SourceFile, known: Collection[int], *, is_markdown: bool) -> Iterator[Problem]:
    """Find malformed suppressions; `known` are the offsets of the well-formed ones."""
    if "allow" not in file.text.lower():
        return
    comment = "check: allow NAME, because REASON"
    prefix = "%" if file.path.endswith(".bib") else "#"
    example = f"<!-- {comment} -->" if is_markdown else f"{prefix} {comment}"
    for found in (_MALFORMED_IN_MARKDOWN if is_markdown else _MALFORMED_IN_DATA).finditer(file.text):
        if found.start() not in known:
            yield problem(file.location(found.start()), "wrong-silence", "meant", example=example)


def _fault(words: re.Match[str] | None) -> Finding | None:
    """Check the words of a suppression."""
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
    """Yield the end offset of each paragraph, with the space before it, or of each entry."""
    if is_markdown:
        source = chapter.in_file if chapter else ChapterSource(SourceSpan(file.text, file))
        yield from (source.span.start + block.end for block in source.blocks)
    else:
        yield from (start - 1 for start in _entries_in(file.text) if start)


def _entries_in(text: str) -> Iterator[int]:
    """Yield the start offset of each entry of a data file, with the comments right above it."""
    first = offset = 0
    for line in text.split("\n"):
        if line.startswith(("- ", "@")):
            yield first
        offset += len(line) + 1
        if line.strip() and not line.startswith(("#", "%")):
            first = offset


def _part_of(offset: int, ends: Sequence[int], end: int) -> tuple[int, int]:
    """Return the start and end of the part around an offset."""
    number = bisect_left(ends, offset)
    first = ends[number - 1] + 1 if number else 0
    return first, ends[number] if number < len(ends) else end
