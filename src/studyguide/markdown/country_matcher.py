"""Find the states that a text names, in one pass by the matcher of the key terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from studyguide.diagnostics.source_text import SourceSpan


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


@cache
def country_matcher(language: str, changes: tuple[tuple[str, str], ...] = ()) -> CountryMatcher:
    """Return what finds the names of states in texts of a language, by its BCP 47 tag.

    `changes` are a chair's: pairs of a name and the code of its state, which is empty for a name that means none.
    """
    if language.partition("-")[0].lower() != "en":
        from studyguide.markdown.inflected_country_matcher import InflectedCountryMatcher

        return InflectedCountryMatcher(language, changes)
    from studyguide.markdown.english_country_matcher import EnglishCountryMatcher  # its patterns take long to compile

    return EnglishCountryMatcher(changes)


def changed_names(changes: Iterable[tuple[str, str]]) -> Iterator[CountryNames]:
    """Yield the names that the chairs have added or switched off."""
    for name, code in changes:
        yield CountryNames(f"={name}", (code,) if code else (), (name,), is_certain=True)
