"""Warnings about names that glossary.yaml deprecates: where a text uses one, and what to write in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.source import Block

_NEAR = 3
"""As many words before and behind an older name tell that it belongs to a title."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Use:
    """An older name in a text."""

    text: str
    """The name as it is written there."""
    start: int
    number: int
    """That of the name, among all older names of the guide."""
    before: list[str]
    """The last words before it, small."""
    behind: list[str]

    def is_within(self, title: _Use) -> bool:
        """Tell whether it is the name that a title holds, between the words of that title."""
        return (
            self.number == title.number
            and bool(title.before or title.behind)
            and self.before[len(self.before) - len(title.before) :] == title.before
            and self.behind[: len(title.behind)] == title.behind
        )


class OlderNames:
    """Knows the older names of a guide, and the titles of sources that hold one."""

    def __init__(self, guide: Guide) -> None:
        # Longer names first: of two that begin alike, the text means the longer one.
        names = [(name.text, term) for term in guide.terms for name in term.deprecated]
        self._names: Sequence[tuple[str, Term]] = sorted(names, key=lambda name: -len(name[0]))
        # The longest word of each: most texts hold none of them, and need not be searched for the names.
        self._words = {max(_WORD.findall(name.casefold()), key=len, default="") for name, _ in names}
        self._titles = [use for source in guide.sources for use in self._uses_in(source.title)]

    def warnings(self, span: SourceSpan, blocks: Iterable[Block]) -> Iterator[Problem]:
        """Warn of each older name in the blocks of a span.

        An editor's note tells what the original printed, and a title known from the bibliography is quoted as it is.
        """
        for block in blocks:
            for use in self._uses_in(block.text) if not block.is_editor_note else ():
                if not any(use.is_within(title) for title in self._titles):
                    where, term = span.locate(block.start + use.start), self._names[use.number][1]
                    yield problem(where, "older-name", name=use.text, instead=term.written_out)

    def _uses_in(self, text: str) -> Iterator[_Use]:
        folded = text.casefold()
        for found in self._pattern.finditer(text) if any(word in folded for word in self._words) else ():
            before = _WORD.findall(text[max(0, found.start() - 100) : found.start()].casefold())[-_NEAR:]
            behind = _WORD.findall(text[found.end() : found.end() + 100].casefold())[:_NEAR]
            assert found.lastindex  # each name is a group
            yield _Use(" ".join(found[0].split()), found.start(), found.lastindex - 1, before, behind)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(f"({_pattern_of(name)})" for name, _ in self._names)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _pattern_of(name: str) -> str:
    """Match a name with any white space between its words, and with either apostrophe."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in name.split())
