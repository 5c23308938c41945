"""The words by which a text in another language than English tells a state from what is only called alike.

A table a language, `country_tables/words/<BCP 47 tag>.yaml`; its README says what each field is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import yaml

from studyguide.data.countries import TABLES, listed
from studyguide.labels.fallbacks import fallbacks

ALL = "all"
"""The key of the phrases that count for each state."""
_Listed = tuple[str, ...]


@dataclass(frozen=True)
class CountryWords:
    """What a language's table has; nothing of a language without one."""

    also: Mapping[str, _Listed] = field(default_factory=dict)
    """Further names of states, by their codes."""
    several: Mapping[str, _Listed] = field(default_factory=dict)
    """Names of several states at once, by their codes with spaces between."""
    none: _Listed = ()
    """Names that hold one of a state and are no mention."""
    before: Mapping[str, _Listed] = field(default_factory=dict)
    """Phrases that make another name of what follows, by the code of the state or for all."""
    after: Mapping[str, _Listed] = field(default_factory=dict)
    """Phrases that make another name of what precedes."""
    beside: Mapping[str, _Listed] = field(default_factory=dict)
    """Names beside which in a list that of the state is another place's: Georgia with Alabama."""
    links: _Listed = ()
    """Articles and prepositions that may stand between a phrase before and the name."""
    only_after: Mapping[str, _Listed] = field(default_factory=dict)
    """Names that are also common words or people's, with the words after which they are a state's."""
    people: _Listed = ()
    """Names that people bear too."""
    titles: _Listed = ()
    """What people are addressed with."""
    never: _Listed = ()
    """Spellings, letter for letter, that are other words: Amman is written as Oman is but for its vowel signs."""
    not_first: _Listed = ()
    """Names that are another word with its capital at the beginning of a sentence."""


@cache
def country_words(language: str) -> CountryWords:
    """Return the table of a language, by its BCP 47 tag."""
    paths = (TABLES / "words" / f"{tag}.yaml" for tag in fallbacks(language))
    path = next((path for path in paths if path.is_file()), None)
    if path is None:
        return CountryWords()
    return _words(yaml.load(path.read_bytes(), yaml.CBaseLoader))  # noqa: S506  only text, so that NO is Norway


def _words(table: Mapping[str, str | Mapping[str, str]]) -> CountryWords:
    mappings = {name: _by_key(value) for name, value in table.items() if not isinstance(value, str)}
    lists = {name: listed(value) for name, value in table.items() if isinstance(value, str)}
    return CountryWords(**mappings, **lists)  # type: ignore[arg-type]  # a table's field has one kind of value


def _by_key(table: Mapping[str, str]) -> Mapping[str, _Listed]:
    """Return lists by each of the keys, of which several may stand together with commas."""
    return {key: listed(words) for keys, words in table.items() for key in listed(keys)}
