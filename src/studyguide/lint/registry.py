"""The registry of checks. A decorator registers a check for a kind of subject, and the runner calls all checks.

A check takes a subject and the context, and yields problems; it changes nothing, logs nothing and raises nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext, Prose
from studyguide.markdown.chapter import Chapter

Subject = TypeVar("Subject")
Check = Callable[[Subject, LintContext], Iterable[Problem]]


class Checks(Generic[Subject]):
    """The checks for one kind of subject; also the decorator that registers them."""

    def __init__(self) -> None:
        self._checks: list[Check[Subject]] = []

    def __call__(self, check: Check[Subject]) -> Check[Subject]:
        """Register a check."""
        self._checks.append(check)
        return check

    def run(self, subjects: Iterable[Subject], context: LintContext) -> Iterator[Problem]:
        """Yield the problems of all checks in all subjects."""
        for subject in subjects:
            for check in self._checks:
                yield from check(subject, context)


on_guide = Checks[Guide]()
on_chapter = Checks[Chapter]()
on_prose = Checks[Prose]()
"""For each text for readers: see `Prose`."""
on_file = Checks[SourceFile]()
"""For each text file: see `LintContext.source_files`."""
on_sound_guide = Checks[Guide]()
"""For a guide without other errors, which could cause those that these checks report."""
