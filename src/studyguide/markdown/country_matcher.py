"""Find the states that a text names, in one pass by the matcher of the key terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from studyguide.data.countries import REGIONS, bodies, countries, country_names, english_words
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.country_context import EnglishContext, Place, capitalised
from studyguide.markdown.inflected_matcher import term_matcher
from studyguide.markdown.term_matcher import Mention, TermMatcher


@dataclass(frozen=True)
class CountryNames:
    """Names of one state, or of several together."""

    id: str
    codes: tuple[str, ...]
    """Those of the states; none for phrases that only look like their names."""
    forms: tuple[str, ...]
    is_adjective: bool = False
    is_shared: bool = False
    """Whether each of the states may be meant, and the paragraph has to tell which."""
    is_certain: bool = False
    """Whether the words around the name are no matter: a chair has added it, or it is that of a body or a region."""
    is_shown: bool = True
    protect: tuple[SourceSpan, ...] = ()
    deprecated: tuple[SourceSpan, ...] = ()
    exact: bool = False


@dataclass(frozen=True)
class CountryMention:
    """A mention of one or more states in a text, from offset `start` to `end`."""

    codes: tuple[str, ...]
    start: int
    end: int
    is_shown: bool = True
    """Whether the text marks it; a body or a region is only listed."""


class CountryMatcher(Protocol):
    """What finds the names of states in the texts of a language."""

    def find(self, text: str) -> Sequence[CountryMention]:
        """Return the mentions in a paragraph, in order."""


class EnglishCountryMatcher:
    """Finds the names of states in English, and tells them from what is only called alike."""

    def __init__(self, changes: Iterable[tuple[str, str]] = ()) -> None:
        self._matcher = TermMatcher([*_changed(changes), *english_names()])
        self._context = EnglishContext()

    def find(self, text: str) -> list[CountryMention]:
        """Return the mentions in a paragraph, in order."""
        found = [
            mention for mention in self._matcher.find(text) if mention.term.codes and self._is_state(mention, text)
        ]
        named = {each.term.codes[0] for each in found if len(each.term.codes) == 1 and not each.term.is_shared}
        mentions = (
            CountryMention(_meant(each.term, named), each.start, each.end, each.term.is_shown) for each in found
        )
        return [mention for mention in mentions if mention.codes]

    def _is_state(self, mention: Mention[CountryNames], text: str) -> bool:
        name, place = mention.term, Place(text, mention.start, mention.end)
        if name.is_certain:
            return True
        return capitalised(text, mention.start) and self._context.is_state(place, is_adjective=name.is_adjective)


class InflectedCountryMatcher:
    """Finds the names of states in another language, in the forms that its words have in a sentence."""

    def __init__(self, language: str, changes: Iterable[tuple[str, str]] = ()) -> None:
        names = [CountryNames(code, (code,), forms) for code, forms in country_names(language).items()]
        self._matcher = term_matcher([*_changed(changes), *names], language)

    def find(self, text: str) -> list[CountryMention]:
        """Return the mentions in a paragraph, in order: those that begin with a capital, where the script has some."""
        return [
            CountryMention(each.term.codes, each.start, each.end)
            for each in self._matcher.find(text)
            if each.term.codes and not text[each.start].islower()
        ]


@cache
def country_matcher(language: str, changes: tuple[tuple[str, str], ...] = ()) -> CountryMatcher:
    """Return what finds the names of states in texts of a language, by its BCP 47 tag.

    `changes` are a chair's: pairs of a name and the code of its state, which is empty for a name that means none.
    """
    is_english = language.partition("-")[0].lower() == "en"
    return EnglishCountryMatcher(changes) if is_english else InflectedCountryMatcher(language, changes)


def _changed(changes: Iterable[tuple[str, str]]) -> Iterator[CountryNames]:
    for name, code in changes:
        yield CountryNames(f"={name}", (code,) if code else (), (name,), is_certain=True)


def _meant(name: CountryNames, named: set[str]) -> tuple[str, ...]:
    """Return the codes of a name; of a shared one, that which alone is named in full beside it."""
    if not name.is_shared:
        return name.codes
    meant = named.intersection(name.codes) if len(name.codes) > 1 else name.codes
    return tuple(meant) if len(meant) == 1 else ()


def english_names() -> Iterator[CountryNames]:
    """Yield all names of the table, and before them what only looks like them."""
    words = english_words()
    for body in bodies().values():
        yield CountryNames(body.id, (body.id,), (body.name, *body.others), is_certain=True, is_shown=False)
    for group, names in REGIONS.items():
        yield CountryNames(f"in-{group}", (f"in-{group}",), names, is_certain=True, is_shown=False)
    yield CountryNames("none", (), words["none"])
    for form, codes in words["several"].items():
        yield CountryNames(form, tuple(codes), (form,))
    for form, codes in words["shared"].items():
        yield CountryNames(form, tuple(codes), (form,), is_adjective=form.endswith("n"), is_shared=True)
    for code, country in countries().items():
        yield CountryNames(code, (code,), country.names)
        yield CountryNames(f"{code}-adjective", (code,), country.adjectives, is_adjective=True)
