"""Where a guide names each state: the sections, notes, events and sources, and the groups that it speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from studyguide.crossref.grouping import grouped
from studyguide.data.bibliography import Source
from studyguide.data.bibtex_fields import plain_value
from studyguide.data.countries import is_state
from studyguide.data.guide import Guide
from studyguide.data.paths import STAKEHOLDERS_PAGE, TIMELINE_PAGE
from studyguide.markdown.chapter import Chapter, Section
from studyguide.markdown.country_matcher import CountryMatcher, country_matcher

_TITLES = ("title", "subtitle", "titleaddon", "booktitle", "maintitle", "note", "annotation", "howpublished")
_BODIES = ("institution", "organization")
_AUTHORS = ("author", "editor")
_CORPORATE = re.compile(r"\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
"""A corporate name among personal ones, which stands in braces."""


@dataclass(frozen=True)
class CountryIndex:
    """The places that name a state, by its code."""

    language: str = "en"
    """The guide's language."""
    sections: Mapping[str, tuple[tuple[Section, int], ...]] = field(default_factory=dict)
    """Sections, each with the number of the note that names the state or 0; without those of events."""
    events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The anchors of events."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The keys of sources."""
    spoken_of: Mapping[str, tuple[Section, ...]] = field(default_factory=dict)
    """The sections that speak of a body, by its id, or of a region, by `in-` and the id of its regional group."""
    of_pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The codes of the states that a page names, in the order in which it does; by its file."""
    of_events: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The codes of the states that an event names, by its anchor."""
    of_sources: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The codes of the states that a source names, by its key."""

    @property
    def named(self) -> frozenset[str]:
        """The codes of all that the guide names."""
        return frozenset((*self.sections, *self.events, *self.sources))


def build_country_index(guide: Guide, chapters: Sequence[Chapter]) -> CountryIndex:
    """Build the index of a guide whose chapters are all read."""
    matcher = country_matcher(guide.language, guide.country_changes)
    places = [place for chapter in chapters for place in chapter.countries]
    named = [place for place in places if is_state(place[0])]
    events = {event.anchor for event in guide.events}
    in_sections = [(code, (section, note)) for code, section, note in named if not _is_event(section, events)]
    of_sources = [(source.key, code) for source in guide.sources for code in _codes_in(_texts(source), matcher)]
    of_events = [(section.id, code) for code, section, _ in named if _is_event(section, events)]
    of_events += _actors(guide, chapters, matcher)
    return CountryIndex(
        language=guide.language,
        sections=grouped(in_sections),
        events=_by_code(of_events, [event.anchor for event in guide.events]),
        sources=_by_code(of_sources, [source.key for source in guide.sources]),
        spoken_of=grouped((name, section) for name, section, _ in places if not is_state(name)),
        of_pages=grouped((section.path, code) for code, section, _ in named),
        of_events=grouped(of_events),
        of_sources=grouped(of_sources),
    )


def _is_event(section: Section, events: Collection[str]) -> bool:
    return section.path == TIMELINE_PAGE and section.id in events


def _actors(guide: Guide, chapters: Iterable[Chapter], matcher: CountryMatcher) -> Iterator[tuple[str, str]]:
    """Yield the anchor of each event with the states that the titles of its actors name."""
    titles = {it.id: it.title for chapter in chapters if chapter.path == STAKEHOLDERS_PAGE for it in chapter.sections}
    for event in guide.events:
        for code in _codes_in((titles.get(actor.text, "") for actor in event.actors), matcher):
            yield event.anchor, code


def _by_code(pairs: Iterable[tuple[str, str]], order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Group names by the codes of the states that each names, in the order of the names."""
    places = {name: place for place, name in enumerate(order)}
    return grouped((code, name) for name, code in sorted(pairs, key=lambda pair: places[pair[0]]))


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
