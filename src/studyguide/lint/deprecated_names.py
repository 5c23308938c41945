"""Warn of names that glossary.yaml deprecates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.inflected_matcher import InflectedMatcher
from studyguide.markdown.inflection import inflection_for
from studyguide.markdown.source import Block

_NEAR = 3
"""The number of words before and after a deprecated name that identify it as part of a title."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Use:
    """A deprecated name in a text."""

    text: str
    """The name as written there."""
    start: int
    number: int
    """The index of the name among all deprecated names of the guide."""
    before: list[str]
    """The last words before it, case-folded."""
    after: list[str]

    def is_within(self, title: _Use) -> bool:
        """Return whether this is the name in `title`, with the words of that title around it."""
        return (
            self.number == title.number
            and bool(title.before or title.after)
            and self.before[len(self.before) - len(title.before) :] == title.before
            and self.after[: len(title.after)] == title.after
        )


class DeprecatedNames:
    """The deprecated names of a guide, and the titles of sources that contain one."""

    def __init__(self, guide: Guide) -> None:
        # Longer names first: an alternation takes the first match, and the longest is meant.
        names = [(name.text, term) for term in guide.terms for name in term.deprecated]
        self._names: Sequence[tuple[str, Term]] = sorted(names, key=lambda name: -len(name[0]))
        # The longest word of each name, as a cheap test: most texts contain none of them.
        self._words = {max(_WORD.findall(name.casefold()), key=len, default="") for name, _ in names}
        inflection = inflection_for(guide.language)
        self._matcher = InflectedMatcher(self._names_as_terms(), inflection) if inflection and names else None
        """Finds the names in every form, where the language inflects them."""
        self._titles = [use for source in guide.sources for use in self._uses_in(source.title)]

    def warnings(self, span: SourceSpan, blocks: Iterable[Block]) -> Iterator[Problem]:
        """Warn of each deprecated name in the blocks of a span.

        Editor's notes, which quote the original, and titles from the bibliography may use them.
        """
        for block in blocks:
            for use in self._uses_in(block.text) if not block.is_editor_note else ():
                if not any(use.is_within(title) for title in self._titles):
                    where, term = span.locate(block.start + use.start), self._names[use.number][1]
                    yield problem(where, "older-name", name=use.text, instead=term.written_out)

    def _names_as_terms(self) -> Iterator[Term]:
        """Yield a term for each name, whose id is the name's number."""
        for number, (name, term) in enumerate(self._names):
            yield replace(term, id=str(number), name=name, aliases=(), protect=(), deprecated=())

    def _uses_in(self, text: str) -> Iterator[_Use]:
        for start, end, number in self._places(text):
            before = _WORD.findall(text[max(0, start - 100) : start].casefold())[-_NEAR:]
            after = _WORD.findall(text[end : end + 100].casefold())[:_NEAR]
            yield _Use(" ".join(text[start:end].split()), start, number, before, after)

    def _places(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield the start, the end and the number of each name in a text."""
        folded = text.casefold()
        if self._matcher:
            yield from ((found.start, found.end, int(found.term.id)) for found in self._matcher.find(text))
        elif any(word in folded for word in self._words):
            for found in self._pattern.finditer(text):
                assert found.lastindex  # each name is a group
                yield found.start(), found.end(), found.lastindex - 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        names = "|".join(f"({_pattern_of(name)})" for name, _ in self._names)
        return re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)


def _pattern_of(name: str) -> str:
    """Return a pattern for a name with any white space between its words, and with either apostrophe."""
    return r"\s+".join(re.sub("['’]", "['’]", re.escape(word)) for word in name.split())
