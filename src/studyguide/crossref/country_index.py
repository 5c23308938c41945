"""Where a guide names each state: the sections, notes, events and sources, and the groups that it speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from studyguide.crossref.grouping import grouped
from studyguide.data.countries import is_state
from studyguide.data.guide import Guide
from studyguide.data.paths import TIMELINE_PAGE
from studyguide.markdown.chapter import Chapter, Section
from studyguide.markdown.country_matcher import country_matcher
from studyguide.markdown.country_sources import states_of_actors, states_of_sources


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
    of_sources = list(states_of_sources(guide, matcher))
    of_events = [(section.id, code) for code, section, _ in named if _is_event(section, events)]
    of_events += states_of_actors(guide, chapters, matcher)
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


def _by_code(pairs: Iterable[tuple[str, str]], order: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Group names by the codes of the states that each names, in the order of the names."""
    places = {name: place for place, name in enumerate(order)}
    return grouped((code, name) for name, code in sorted(pairs, key=lambda pair: places[pair[0]]))
