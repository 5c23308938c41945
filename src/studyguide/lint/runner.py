"""Run all checks on a guide."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem
from studyguide.images.files import PictureFiles
from studyguide.lint import (  # noqa: F401 (imported to register their checks)
    addresses,
    content,
    empty_lists,
    entries,
    headings,
    links,
    locators,
    lost_markup,
    markers,
    open_tags,
    pasted_text,
    pictures,
    printed_remarks,
    questions,
    references,
    source_files,
)
from studyguide.lint.context import LintContext, Prose
from studyguide.lint.registry import on_chapter, on_file, on_guide, on_prose, on_sound_guide
from studyguide.lint.suppressions import without_allowed
from studyguide.markdown.chapter import Chapter

_SUPERSEDED_BY = {
    "bibtex-syntax": "missing-braces",
    "broken-list": "folded-text",
    "dead-address": "wrong-address",
    "doubtful-address": "wrong-address",
    "email-address": "unknown-file",
}
"""For a rule, the other that tells the same mistake of a line better."""
_SUPERSEDED_AT = {
    "missing-address": ("un-symbol",),
    "unknown-file": ("broken-citation", "html-picture", "html-link"),
    "picture-without-text": ("html-picture",),
}
"""For a rule, the others that tell the same mistake of a place better."""


class TextChecks:
    """The checks that look at one text at a time, for chapters that are checked while others are read."""

    def __init__(self, guide: Guide) -> None:
        self._context = LintContext(guide, ())

    def problems(self, chapter: Chapter) -> tuple[Problem, ...]:
        """Return the problems of a chapter's own text."""
        prose, file = Prose(chapter.span, chapter), chapter.source.file_without_code
        return (*on_prose.run([prose], self._context), *on_file.run([file], self._context))


def check_guide(
    guide: Guide,
    chapters: Sequence[Chapter],
    files: Collection[str],
    picture_files: PictureFiles | None = None,
    checked: Mapping[str, Sequence[Problem]] = MappingProxyType({}),
) -> list[Problem]:
    """Return all problems of the guide, sorted by location, without suppressed warnings.

    `files` are all files below `docs/`, as paths relative to it; without `picture_files`, no picture's file is checked.
    `checked` are the problems that `TextChecks` has found, by the path of their chapter.
    """
    context = LintContext(guide, chapters, files, picture_files)
    found = {*guide.problems, *(problem for chapter in chapters for problem in chapter.problems)}
    found |= {*run_checks(context, checked.keys()), *chain.from_iterable(checked.values())}
    found = _told_once(found)
    if all(problem.is_warning for problem in found):
        found.update(on_sound_guide.run([guide], context))
    return sorted(without_allowed(found, context.source_files, [chapter.source for chapter in chapters]))


def run_checks(context: LintContext, checked: Collection[str] = ()) -> Iterator[Problem]:
    """Run all checks but those for a guide without other errors, and those of texts on the chapters `checked`."""
    paths = {f"docs/{path}" for path in checked}
    yield from on_guide.run([context.guide], context)
    yield from on_chapter.run(context.chapters, context)
    yield from on_prose.run((prose for prose in context.prose() if prose.span.file.path not in paths), context)
    yield from on_file.run((file for file in context.source_files if file.path not in paths), context)


def _told_once(found: set[Problem]) -> set[Problem]:
    """Drop each problem that another one of its line tells better."""
    told = {(each.rule, each.where.path, each.where.line) for each in found}
    places = {(each.rule, each.where) for each in found}
    return {
        each
        for each in found
        if (_SUPERSEDED_BY.get(each.rule), each.where.path, each.where.line) not in told
        and not any((other, each.where) in places for other in _SUPERSEDED_AT.get(each.rule, ()))
    }
