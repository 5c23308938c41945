"""Find the states that a text names in another language than English, in the forms that words have in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studyguide.data.countries import country_names
from studyguide.data.country_words import CountryWords, country_words
from studyguide.markdown.country_matcher import CountryMention, CountryNames, changed_names
from studyguide.markdown.country_surroundings import CountrySurroundings
from studyguide.markdown.inflected_matcher import term_matcher


class InflectedCountryMatcher:
    """Finds the names of states, and tells them by a table of the language from what is only called alike."""

    def __init__(self, language: str, changes: Iterable[tuple[str, str]] = ()) -> None:
        words = country_words(language)
        self._matcher = term_matcher([*changed_names(changes), *_names(language, words)], language)
        self._surroundings = CountrySurroundings(words, language)

    def find(self, text: str) -> list[CountryMention]:
        """Return the mentions in a paragraph, in order: those with a capital, where the script has some."""
        found = [
            (CountryMention(each.term.codes, each.start, each.end), each.term.is_certain)
            for each in self._matcher.find(text)
            if each.term.codes and not text[each.start : each.end].islower()
        ]
        states = self._surroundings.states(text, [mention for mention, is_certain in found if not is_certain])
        return sorted([*states, *(mention for mention, is_certain in found if is_certain)], key=lambda each: each.start)


def _names(language: str, words: CountryWords) -> Iterator[CountryNames]:
    """Yield all names, and before them what only looks like them."""
    yield CountryNames("none", (), words.none)
    for codes, forms in words.several.items():
        yield CountryNames(codes, tuple(codes.split()), forms)
    for code, forms in country_names(language).items():
        yield CountryNames(code, (code,), (*forms, *words.also.get(code, ())))
