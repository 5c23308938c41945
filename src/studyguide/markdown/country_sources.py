"""Find the states that the sources and the actors of events name, which stand in no chapter's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studyguide.data.bibliography import Source
from studyguide.data.bibtex_fields import plain_value
from studyguide.data.countries import is_state
from studyguide.data.guide import Guide
from studyguide.data.paths import STAKEHOLDERS_PAGE
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.country_matcher import CountryMatcher

_TITLES = ("title", "subtitle", "titleaddon", "booktitle", "maintitle", "note", "annotation", "howpublished")
_BODIES = ("institution", "organization")
_AUTHORS = ("author", "editor")
_CORPORATE = re.compile(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
"""A corporate name among personal ones, which stands in braces."""


def states_of_sources(guide: Guide, matcher: CountryMatcher) -> Iterator[tuple[str, str]]:
    """Yield the key of each source with the code of each state that it names."""
    for source in guide.sources:
        for code in _codes_in(_texts(source), matcher):
            yield source.key, code


def states_of_actors(guide: Guide, chapters: Iterable[Chapter], matcher: CountryMatcher) -> Iterator[tuple[str, str]]:
    """Yield the anchor of each event with the states that the titles of its actors name."""
    titles = {it.id: it.title for chapter in chapters if chapter.path == STAKEHOLDERS_PAGE for it in chapter.sections}
    for event in guide.events:
        for code in _codes_in((titles.get(actor.text, "") for actor in event.actors), matcher):
            yield event.anchor, code


def _codes_in(texts: Iterable[str], matcher: CountryMatcher) -> Iterator[str]:
    """Yield each code once that one of the texts names."""
    yield from dict.fromkeys(
        code for text in texts for mention in matcher.find(text) for code in mention.codes if is_state(code)
    )


def _texts(source: Source) -> Iterator[str]:
    """Yield the titles, notes and corporate authors of a source; a person's name is no mention."""
    for name in (*_TITLES, *_BODIES):
        yield plain_value(source.fields.get(name, ""))
    for name in _AUTHORS:
        yield from map(plain_value, _CORPORATE.findall(source.fields.get(name, "")))
