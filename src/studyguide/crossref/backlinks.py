"""The backlink index: for each term, event and source, the sections that refer to it; and its lists on the pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from studyguide.crossref.country_index import CountryIndex, build_country_index
from studyguide.crossref.grouping import grouped
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, STAKEHOLDERS_PAGE, TIMELINE_PAGE, internal_address
from studyguide.labels.catalogue import ENGLISH, Labels
from studyguide.markdown.chapter import Chapter, EditorNote, Section
from studyguide.markdown.footnotes import reference_id

PRINTED_AS = "data-print-list"
"""The attribute that names the list with page numbers that print shows instead; the site's pages omit it."""
_SHORT_LIST = 6


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A place in the text that cites a source or links to it."""

    section: Section
    note: int | None
    """The number of its note; None for a plain link."""

    @property
    def anchor(self) -> str:
        """The anchor of the place in its page."""
        return reference_id(self.note) if self.note else self.section.id


@dataclass(frozen=True)
class BacklinkIndex:
    """The links of all chapters, by target."""

    chapter_titles: Mapping[str, str]
    sections: Mapping[tuple[str, str], Section]
    """By chapter and anchor."""
    names: Mapping[tuple[str, str], str]
    """The names of terms, events, sources and stakeholders, by page and anchor."""
    mentioned_in: Mapping[str, tuple[Section, ...]]
    """The sections that use a term, by its id."""
    linked_from: Mapping[str, tuple[Section, ...]]
    """The sections that link to an event, by its id."""
    cited_in: Mapping[str, tuple[CitedPlace, ...]]
    """The places that cite a source, by its key."""
    editor_notes: tuple[EditorNote, ...] = field(default=())
    """The editor's notes of all chapters, in reading order."""
    labels: Labels = ENGLISH
    countries: CountryIndex | None = None
    """Where the states are named; None in a guide without a page of countries."""

    def title(self, path: str, anchor: str) -> str:
        """Return the text of a link to an anchor, for a link without text of its own."""
        section = self.sections.get((path, anchor))
        return self.names.get((path, anchor)) or (
            self.label(section) if section else self.chapter_titles.get(path, path)
        )

    def label(self, section: Section) -> str:
        """Return a section's title after its chapter's: 'Background, Poverty'."""
        chapter = self.chapter_titles[section.path]
        if section.level <= 1:
            return chapter
        # Translators: a section of a chapter, where its title stands alone: Background, Poverty.
        return self.labels.gettext("{chapter}, {section}", chapter=chapter, section=section.title)


def build_backlink_index(guide: Guide, chapters: Sequence[Chapter], short_titles: Mapping[str, str]) -> BacklinkIndex:
    """Build the index from the links, mentions and citations of all chapters.

    `chapters` are in reading order; `short_titles` are those of the navigation, by chapter, where it has one.
    """
    sections = {(section.path, section.id): section for chapter in chapters for section in chapter.sections}
    names = {(KEY_TERMS_PAGE, term.anchor): term.name for term in guide.terms}
    names |= {(TIMELINE_PAGE, event.anchor): event.title for event in guide.events}
    names |= {(BIBLIOGRAPHY_PAGE, source.anchor): source.title for source in guide.sources}
    names |= {place: section.title for place, section in sections.items() if place[0] == STAKEHOLDERS_PAGE}
    mentions = [mention for chapter in chapters for mention in chapter.mentions]
    mentions += [
        (term.text, sections[TIMELINE_PAGE, event.anchor])
        for event in guide.events
        for term in event.terms
        if (TIMELINE_PAGE, event.anchor) in sections
    ]
    links = [(link.target, link.section) for chapter in chapters for link in chapter.links]
    return BacklinkIndex(
        chapter_titles={chapter.path: short_titles.get(chapter.path) or chapter.title for chapter in chapters},
        sections=sections,
        names=names,
        mentioned_in=grouped(mentions),
        linked_from=grouped((target[len("event:") :], place) for target, place in links if target.startswith("event:")),
        cited_in=grouped(_cited_places(chapters)),
        editor_notes=tuple(note for chapter in chapters for note in chapter.editor_notes),
        labels=guide.labels,
        countries=build_country_index(guide, chapters) if guide.has_countries else None,
    )


def _cited_places(chapters: Iterable[Chapter]) -> Iterable[tuple[str, CitedPlace]]:
    for chapter in chapters:
        for note in chapter.notes:
            for number in note.citations:
                for key in chapter.citations[number].keys:
                    yield key, CitedPlace(note.section, note.number)
        for link in chapter.links:
            if link.target.startswith("source:"):
                yield link.target[len("source:") :], CitedPlace(link.section, None)


def render_mentions(index: BacklinkIndex, term_id: str, labels: Labels) -> str:
    """Return the list 'Mentioned in' of a term, as HTML; nothing where no section uses it."""
    sections = index.mentioned_in.get(term_id, ())
    # Translators: under a key term, before the list of the sections that use it.
    summary = labels.ngettext("Mentioned in {number} section", "Mentioned in {number} sections", len(sections))
    return _render_backlinks("mentioned-in", sections, summary, index, labels)


def render_event_links(index: BacklinkIndex, event_id: str, labels: Labels) -> str:
    """Return the list 'Linked from' of an event, as HTML; nothing where no section links to it."""
    sections = index.linked_from.get(event_id, ())
    # Translators: under an event, before the list of the sections that link to it.
    summary = labels.ngettext("Linked from {number} section", "Linked from {number} sections", len(sections))
    return _render_backlinks("linked-from", sections, summary, index, labels)


def _render_backlinks(
    kind: str, sections: Sequence[Section], summary: str, index: BacklinkIndex, labels: Labels
) -> str:
    """Render a line a chapter: its title, then its sections. A long list is closed until the reader opens it."""
    if not sections:
        return ""
    chapters: dict[str, list[str]] = {}
    for section in sections:
        words = escape(section.title or index.chapter_titles[section.path])
        link = f'<a href="{internal_address(section.path, section.id)}">{words}</a>'
        chapters.setdefault(section.path, []).append(link)
    is_open = " open" if len(sections) <= _SHORT_LIST else ""
    lines = (
        labels.labelled(escape(index.chapter_titles[path]), labels.enumeration(links))
        for path, links in chapters.items()
    )
    items = "".join(f"<li>{line}</li>" for line in lines)
    attributes = f'class="guide-backlinks"{is_open} {PRINTED_AS}="{kind}"'
    return f"<details {attributes}><summary>{summary}</summary><ul>{items}</ul></details>"
