"""Find the states that a text names, in one pass by the matcher of the key terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from studyguide.data.countries import countries, english_words
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.country_context import EnglishContext, Place, capitalised
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
    """Whether a chair has added the name, which is then not doubted."""
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

    def __init__(self) -> None:
        self._matcher = TermMatcher(english_names())
        self._context = EnglishContext()

    def find(self, text: str) -> list[CountryMention]:
        """Return the mentions in a paragraph, in order."""
        found = [
            mention for mention in self._matcher.find(text) if mention.term.codes and self._is_state(mention, text)
        ]
        named = {each.term.codes[0] for each in found if len(each.term.codes) == 1 and not each.term.is_shared}
        mentions = (CountryMention(_meant(each.term, named), each.start, each.end) for each in found)
        return [mention for mention in mentions if mention.codes]

    def _is_state(self, mention: Mention[CountryNames], text: str) -> bool:
        name, place = mention.term, Place(text, mention.start, mention.end)
        if name.is_certain:
            return True
        return capitalised(text, mention.start) and self._context.is_state(place, is_adjective=name.is_adjective)


@cache
def country_matcher(language: str) -> CountryMatcher:
    """Return what finds the names of states in texts of a language, by its BCP 47 tag."""
    return EnglishCountryMatcher()


def _meant(name: CountryNames, named: set[str]) -> tuple[str, ...]:
    """Return the codes of a name; of a shared one, that which alone is named in full beside it."""
    if not name.is_shared:
        return name.codes
    meant = named.intersection(name.codes) if len(name.codes) > 1 else name.codes
    return tuple(meant) if len(meant) == 1 else ()


def english_names() -> Iterator[CountryNames]:
    """Yield all names of the table, and before them what only looks like them."""
    words = english_words()
    yield CountryNames("none", (), words["none"])
    for form, codes in words["several"].items():
        yield CountryNames(form, tuple(codes), (form,))
    for form, codes in words["shared"].items():
        yield CountryNames(form, tuple(codes), (form,), is_adjective=form.endswith("n"), is_shared=True)
    for code, country in countries().items():
        yield CountryNames(code, (code,), country.names)
        yield CountryNames(f"{code}-adjective", (code,), country.adjectives, is_adjective=True)
