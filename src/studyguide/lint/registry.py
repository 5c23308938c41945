"""The checks of the linter. A decorator registers a function for what it looks at, and the runner walks them all.

A check takes one thing and the context, and yields problems; it changes nothing, logs nothing and raises nothing.
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
    """The checks that look at one kind of thing; as a decorator it adds a function to them."""

    def __init__(self) -> None:
        self._checks: list[Check[Subject]] = []

    def __call__(self, check: Check[Subject]) -> Check[Subject]:
        """Register a check."""
        self._checks.append(check)
        return check

    def run(self, subjects: Iterable[Subject], context: LintContext) -> Iterator[Problem]:
        """Yield what each check finds in each of the subjects."""
        for subject in subjects:
            for check in self._checks:
                yield from check(subject, context)


on_guide = Checks[Guide]()
on_chapter = Checks[Chapter]()
on_prose = Checks[Prose]()
"""On each text that readers see: see `Prose`."""
on_file = Checks[SourceFile]()
"""On each text file as it is written: see `LintContext.source_files`."""
on_sound_guide = Checks[Guide]()
"""On a guide in which nothing else stops the build: what they miss may follow from what is wrong elsewhere."""
