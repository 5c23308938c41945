"""Find mentions of terms in running text.

All terms share one trie of words, so the running time depends on the length of the text, not on the number of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Generic, Protocol, TypeVar

from studyguide.diagnostics.source_text import SourceSpan

# A genitive ending is a separate token, so that "the child's" mentions the child.
_WORD = re.compile(r"\w+(?:['’](?![sS]\b)\w+)*|['’][sS]\b|[^\w\s]")
_ONE_SPELLING = str.maketrans({"’": "'", "‐": "-", "‑": "-"})
_ONLY_WORDS = "".join(sign.lower() if sign.isalnum() or sign == "_" else " " for sign in map(chr, range(128)))
"""A translation table for ASCII that folds letters, and blanks all but the signs of words."""


class Named(Protocol):
    """What a text may mention: a key term, or a country."""

    @property
    def id(self) -> str:
        """What tells it from the others."""

    @property
    def forms(self) -> Iterable[str]:
        """Its name, and what else it is called."""

    @property
    def protect(self) -> Iterable[SourceSpan]:
        """Names that contain a form and are no mention."""

    @property
    def deprecated(self) -> Iterable[SourceSpan]:
        """Former names, which are no mention."""

    @property
    def exact(self) -> bool:
        """Whether only the forms that are listed are mentions."""


NamedT = TypeVar("NamedT", bound=Named)


@dataclass(frozen=True, slots=True)
class Mention(Generic[NamedT]):
    """A mention of a term in a text, from offset `start` to `end`."""

    term: NamedT
    start: int
    end: int


@dataclass(slots=True)
class Node(Generic[NamedT]):
    """A node of the trie: its children by word, and the names that end at it."""

    children: dict[str, Node[NamedT]] = field(default_factory=dict)
    exact: dict[str, NamedT | None] = field(default_factory=dict)
    """The abbreviations that end here, by exact spelling."""
    any_case: list[NamedT | None] = field(default_factory=list)
    """At most one other form; None marks a protected or deprecated name, which is no mention."""


class TermMatcher(Generic[NamedT]):
    """Matches the forms of all terms, except within protected and deprecated names."""

    def __init__(self, terms: Iterable[NamedT]) -> None:
        self.terms = {term.id: term for term in terms}
        self._root: Node[NamedT] = Node()
        for term in self.terms.values():
            for form in term.forms:
                self._insert(form, term)
            for name in term.protect:
                self._insert(name.text, None)
            for name in term.deprecated:
                self._insert(name.text, None, any_case=True)
        self._begin_with_words = all(word[0].isalnum() or word[0] == "_" for word in self._root.children)

    def _insert(self, form: str, term: NamedT | None, *, any_case: bool = False) -> None:
        """Insert a form of a term, or a name that is no mention, in `any_case` even if it is an abbreviation."""
        node = self._root
        for word in _WORD.findall(form):
            node = node.children.setdefault(_folded(word), Node())
        if is_abbreviation(form) and not any_case:
            node.exact.setdefault(_spelling(form), term)
        elif term is None or not node.any_case:
            node.any_case[:] = [term]

    def find(self, text: str) -> Iterator[Mention[NamedT]]:
        """Yield the mentions in `text` in order; where forms overlap, the longest wins."""
        end = 0
        for start in self._beginnings(text):
            if start >= end:
                end, term = self._longest(text, start)
                if term:
                    yield Mention(term, start, end)

    def _beginnings(self, text: str) -> Iterator[int]:
        """Yield the offset of each word with which a name begins."""
        words = self._root.children.keys()
        if not self._begin_with_words or not text.isascii() or "'" in text:
            yield from (word.start() for word in _WORD.finditer(text) if _folded(word[0]) in words)
            return
        folded = text.translate(_ONLY_WORDS)  # much faster, and of the same length
        yield from sorted(chain.from_iterable(_places(word, folded) for word in words & folded.split()))

    def _longest(self, text: str, start: int) -> tuple[int, NamedT | None]:
        """Return the end of the longest name that begins at offset `start`, and its term."""
        node = self._root
        longest: tuple[int, NamedT | None] = (start, None)
        for word in _WORD.finditer(text, start):
            child = node.children.get(_folded(word[0]))
            if child is None:
                break
            node = child
            spelling = _spelling(text[start : word.end()])
            if spelling in node.exact:
                longest = (word.end(), node.exact[spelling])
            elif node.any_case:
                longest = (word.end(), node.any_case[0])
        return longest


def _places(word: str, text: str) -> Iterator[int]:
    """Yield the offsets of a word in a text of words and spaces alone."""
    padded, sought, place = f" {text} ", f" {word} ", -1
    while (place := padded.find(sought, place + 1)) >= 0:
        yield place


def is_abbreviation(form: str) -> bool:
    """Tell whether a form matches case-sensitively: one of its words has two capitals, as in CSAM or ISPs."""
    return any(sum(letter.isupper() for letter in word) > 1 for word in form.split())


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return word.translate(_ONE_SPELLING).casefold()


def _spelling(text: str) -> str:
    return " ".join(text.translate(_ONE_SPELLING).split())
