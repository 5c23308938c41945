"""Find mentions of terms in running text.

All terms share one trie of words, so the running time depends on the length of the text, not on the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from studyguide.data.glossary import Term

# A genitive ending is a separate token, so that "the child's" mentions the child.
_WORD = re.compile(r"\w+(?:['’](?![sS]\b)\w+)*|['’][sS]\b|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of a term in a text, from offset `start` to `end`."""

    term: Term
    start: int
    end: int


@dataclass(slots=True)
class _Node:
    """A node of the trie: its children by word, and the names that end at it."""

    children: dict[str, _Node] = field(default_factory=dict)
    exact: dict[str, Term | None] = field(default_factory=dict)
    """The abbreviations that end here, by exact spelling."""
    any_case: list[Term | None] = field(default_factory=list)
    """At most one other form; None marks a protected or deprecated name, which is no mention."""


class TermMatcher:
    """Matches the forms of all terms, except within protected and deprecated names."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = {term.id: term for term in terms}
        self._root = _Node()
        for term in self.terms.values():
            for form in term.forms:
                self._insert(form, term)
            for name in term.protect:
                self._insert(name.text, None)
            for name in term.deprecated:
                self._insert(name.text.casefold(), None)  # lower case: a deprecated abbreviation matches any spelling

    def _insert(self, form: str, term: Term | None) -> None:
        node = self._root
        for word in _WORD.findall(form):
            node = node.children.setdefault(_folded(word), _Node())
        if is_abbreviation(form):
            node.exact.setdefault(_spelling(form), term)
        elif term is None or not node.any_case:
            node.any_case[:] = [term]

    def find(self, text: str) -> Iterator[Mention]:
        """Yield the mentions in `text` in order; where forms overlap, the longest wins."""
        folded = list(map(_folded, _WORD.findall(text)))
        if self._root.children.keys().isdisjoint(folded):  # fast path: most paragraphs
            return
        words = list(_WORD.finditer(text))
        number = 0
        while number < len(words):
            if folded[number] not in self._root.children:  # fast path: most words
                number += 1
                continue
            length, term = self._longest(text, words, folded, number)
            if term:
                yield Mention(term, words[number].start(), words[number + length - 1].end())
            number += length or 1

    def _longest(self, text: str, words: list[re.Match[str]], folded: list[str], first: int) -> tuple[int, Term | None]:
        """Return the length in words of the longest name that begins at word `first`, and its term."""
        node = self._root
        longest: tuple[int, Term | None] = (0, None)
        for number in range(first, len(words)):
            child = node.children.get(folded[number])
            if child is None:
                break
            node = child
            length = number - first + 1
            spelling = _spelling(text[words[first].start() : words[number].end()])
            if spelling in node.exact:
                longest = (length, node.exact[spelling])
            elif node.any_case:
                longest = (length, node.any_case[0])
        return longest


def is_abbreviation(form: str) -> bool:
    """Tell whether a form matches case-sensitively: one of its words has two capitals, as in CSAM or ISPs."""
    return any(sum(letter.isupper() for letter in word) > 1 for word in form.split())


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return word.replace("’", "'").casefold()


def _spelling(text: str) -> str:
    return " ".join(text.replace("’", "'").split())
