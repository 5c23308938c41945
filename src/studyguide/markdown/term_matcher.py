"""Find mentions of terms in running text.

One automaton over words serves all terms: the time taken grows with the text, not with the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from studyguide.data.glossary import Term

# A genitive's ending is a word of its own, so that "the child's" is a mention of the child.
_WORD = re.compile(r"\w+(?:['’](?![sS]\b)\w+)*|['’][sS]\b|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A term in a text, from `start` to `end`."""

    term: Term
    start: int
    end: int


@dataclass(slots=True)
class _State:
    """A state of the automaton: the words that lead on, and the names that end here."""

    following: dict[str, _State] = field(default_factory=dict)
    exact: dict[str, Term | None] = field(default_factory=dict)
    """Abbreviations, by their spelling."""
    any_case: list[Term | None] = field(default_factory=list)
    """Other forms; None stands for a protected or a deprecated name, which is no mention."""


class TermMatcher:
    """Knows every form of every term, and every name that is no mention: protected or deprecated."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self._start = _State()
        for term in self.terms.values():
            for form in term.forms:
                self._learn(form, term)
            for name in term.protect:
                self._learn(name.text, None)
            for name in term.deprecated:
                self._learn(name.text.casefold(), None)  # so that none is an abbreviation, with one spelling alone

    def _learn(self, form: str, term: Term | None) -> None:
        state = self._start
        for word in _WORD.findall(form):
            state = state.following.setdefault(_folded(word), _State())
        if is_abbreviation(form):
            state.exact.setdefault(_spelling(form), term)
        elif term is None or not state.any_case:
            state.any_case[:] = [term]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in `text` in order; where forms overlap, the longest wins."""
        folded = list(map(_folded, _WORD.findall(text)))
        if self._start.following.keys().isdisjoint(folded):  # many a paragraph
            return
        words = list(_WORD.finditer(text))
        number = 0
        while number < len(words):
            if folded[number] not in self._start.following:  # nearly every word
                number += 1
                continue
            length, term = self._longest(text, words, folded, number)
            if term:
                yield Mention(term, words[number].start(), words[number + length - 1].end())
            number += length or 1

    def _longest(self, text: str, words: list[re.Match[str]], folded: list[str], first: int) -> tuple[int, Term | None]:
        """Give the number of words of the longest name that begins at word `first`, and its term."""
        state = self._start
        longest: tuple[int, Term | None] = (0, None)
        for number in range(first, len(words)):
            following = state.following.get(folded[number])
            if following is None:
                break
            state = following
            length = number - first + 1
            spelling = _spelling(text[words[first].start() : words[number].end()])
            if spelling in state.exact:
                longest = (length, state.exact[spelling])
            elif state.any_case:
                longest = (length, state.any_case[0])
        return longest


def is_abbreviation(form: str) -> bool:
    """Tell whether a form is met in this spelling alone: a word of it has two capitals, as in CSAM or ISPs."""
    return any(sum(letter.isupper() for letter in word) > 1 for word in form.split())


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return word.replace("’", "'").casefold()


def _spelling(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
