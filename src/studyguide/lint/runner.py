"""Find everything that is wrong with a guide, in one go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem
from studyguide.lint import (  # noqa: F401 (whose checks register themselves)
    content,
    links,
    lost_markup,
    markers,
    references,
    source_files,
)
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_chapter, on_file, on_guide, on_prose, on_sound_guide
from studyguide.lint.suppressions import without_allowed
from studyguide.markdown.chapter import Chapter


def check_guide(
    guide: Guide,
    chapters: Sequence[Chapter],
    files: Collection[str],
    read_file: Callable[[str], bytes] | None = None,
) -> list[Problem]:
    """Give every problem of the guide, sorted by place, but for the warnings that a chair allowed.

    `files` are all files below `docs/`, pages and pictures, as paths from there; `read_file` gives what one holds, so
    that pictures can be looked at.
    """
    context = LintContext(guide, chapters, files, read_file)
    found = {*guide.problems, *(problem for chapter in chapters for problem in chapter.problems), *run_checks(context)}
    if all(problem.is_warning for problem in found):
        found.update(on_sound_guide.run([guide], context))
    return sorted(without_allowed(found, context.source_files, [chapter.source for chapter in chapters]))


def run_checks(context: LintContext) -> Iterator[Problem]:
    """Yield what the checks find that need not wait for others."""
    yield from on_guide.run([context.guide], context)
    yield from on_chapter.run(context.chapters, context)
    yield from on_prose.run(context.prose(), context)
    yield from on_file.run(context.source_files, context)
