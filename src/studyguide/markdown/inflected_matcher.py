"""Find mentions of terms in the forms that their words have in a sentence, in languages other than English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from studyguide.markdown.inflection import inflection_for
from studyguide.markdown.inflection.model import Inflection, Word
from studyguide.markdown.term_matcher import Mention, NamedT, Node, TermMatcher

_EXACT = "="
"""Begins a word of a name of which no other forms are known."""


def term_matcher(terms: Iterable[NamedT], language: str) -> TermMatcher[NamedT]:
    """Return what finds the mentions of terms in texts of a language, by its BCP 47 tag."""
    inflection = inflection_for(language)
    return InflectedMatcher(terms, inflection) if inflection else TermMatcher(terms)


class InflectedMatcher(TermMatcher[NamedT]):
    """Matches the forms of all terms as `TermMatcher` does, with each word in any form.

    The trie holds the words as the glossary has them, and a table the words of which a word of the text is a form.
    """

    def __init__(self, terms: Iterable[NamedT], inflection: Inflection) -> None:
        self._inflection = inflection
        self._listed: dict[str, list[str]] = {}
        """The words of names, by the keys of their forms; a word's own spelling comes before others' forms."""
        self._words: set[str] = set()
        super().__init__(terms)

    def _insert(self, form: str, term: NamedT | None, *, any_case: bool = False) -> None:
        is_exact = term is not None and term.exact
        for name in {form, form.lower()} if any_case else {form}:
            node = self._root
            for word, key, forms in self._words_of(name, is_exact=is_exact):
                self._list(word, key, forms)
                node = node.children.setdefault(word, Node())
            if term is None or not node.any_case:
                node.any_case[:] = [term]

    def _words_of(self, name: str, *, is_exact: bool) -> Iterator[tuple[str, str, Callable[[], Iterable[str]]]]:
        """Yield the words of a name as the trie holds them, with their keys, and what returns those of their forms."""
        keys = self._inflection.names(name)
        for place, key in zip(self._inflection.places(keys), keys, strict=True):
            if is_exact:
                yield f"{_EXACT}{key}", key, partial(self._inflection.spellings, key)
            else:
                label = f"{key} {place} {len(keys)}" if self._inflection.forms_in_name else key
                yield label, key, partial(self._inflection.keys, key, place, len(keys))

    def _list(self, word: str, key: str, forms: Callable[[], Iterable[str]]) -> None:
        """List a word by its forms, which are generated once: "Republic" stands in the names of many states."""
        if word in self._words:
            return
        self._words.add(word)
        for form in forms():
            listed = self._listed.setdefault(form, [])
            listed.insert(0 if form == key else len(listed), word)

    def find(self, text: str) -> Iterator[Mention[NamedT]]:
        """Yield the mentions in `text` in order; where forms overlap, the longest wins, then the one as listed."""
        words = list(self._inflection.words(text))
        place = 0
        while place < len(words):
            length, term = self._longest_name(words, place)
            if term:
                yield Mention(term, words[place].start, words[place + length - 1].end)
            place += length or 1

    def _longest_name(self, words: Sequence[Word], place: int) -> tuple[int, NamedT | None]:
        """Return the number of words of the longest name that begins at a word, and its term."""
        nodes: list[Node[NamedT]] = [self._root]
        longest: tuple[int, NamedT | None] = (0, None)
        for end in range(place, len(words)):
            listed = self._listed.get(words[end].key, ())
            nodes = [node.children[word] for node in nodes for word in listed if word in node.children]
            if not nodes:
                break
            found = next((node.any_case for node in nodes if node.any_case), None)
            if found and not (self._is_common_word(words, place) and self._is_common_word(words, end + 1)):
                longest = (end + 1 - place, found[0])
        return longest

    def _is_common_word(self, words: Sequence[Word], place: int) -> bool:
        """Tell whether the key at a place and the one before make a common word."""
        common = self._inflection.common_words
        return 0 < place < len(words) and bool(common) and words[place - 1].key + words[place].key in common
