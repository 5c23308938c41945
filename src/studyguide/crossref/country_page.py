"""Render the page of countries: where the guide names each, and what it says of the regional groups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from studyguide.data.collation import collation_key
from studyguide.data.countries import (
    GROUPS,
    GROUPS_ANCHOR,
    NAMED_ANCHOR,
    bodies,
    countries,
    country_anchor,
    country_name,
    group_anchor,
    heading_anchor,
)
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, COUNTRIES_PAGE, HOME_PAGE, TIMELINE_PAGE, internal_address
from studyguide.labels.catalogue import N_, Labels

if TYPE_CHECKING:
    from studyguide.crossref.backlinks import BacklinkIndex
    from studyguide.crossref.country_index import CountryIndex
    from studyguide.markdown.chapter import Section

_EVENT = re.compile(r'<li>(?P<rest>\s*<h\d id="(?P<anchor>event-[^"]+)")')
_NOTES = re.compile(r'<section [^>]*class="footnote"')
"""The start of a chapter's notes."""
_USAGE = N_(
    "Names follow the usage of the United Nations: its 193 members and two observer states. A country also counts as "
    "named where its government or its people are named. Languages, cities, seas, things called after a country, "
    "territories of a state and states that no longer exist do not count."
)
_WITHOUT_GROUP = N_(
    "The United States of America belongs to no group; it follows the Western European and Others Group as an "
    "observer, and counts as one of its members in elections. The Holy See is an observer state and belongs to no "
    "group."
)


def render_countries(index: BacklinkIndex, labels: Labels) -> str:
    """Return the list of all states, a section for each that the guide names, and one for each regional group."""
    if index.countries is None:
        return ""
    return CountryPage(index, index.countries, labels).html()


def render_named(codes: Iterable[str], index: BacklinkIndex, labels: Labels) -> str:
    """Return links to the states that a page, an event or a source names; nothing where it names none."""
    if index.countries is None or not codes:
        return ""
    links = labels.enumeration(country_link(code, index.countries) for code in codes)
    # Translators: before links to the countries that a chapter, an event or a source names.
    named = labels.gettext("Countries: {countries}", countries=links)
    return f'<span class="guide-backlinks guide-named-countries screen-only">{named}</span>'


def render_event_countries(index: BacklinkIndex, event_id: str, labels: Labels) -> str:
    """Return links to the states that an event names, as HTML."""
    named = render_named(_of_event(f"event-{event_id}", index), index, labels)
    return f"<p>{named}</p>" if named else ""


def _of_event(anchor: str, index: BacklinkIndex) -> tuple[str, ...]:
    return index.countries.of_events.get(anchor, ()) if index.countries else ()


def name_countries(path: str, html: str, index: BacklinkIndex, labels: Labels) -> str:
    """Return a page's HTML with the codes of the states on the elements of events, or with links at a chapter's end."""
    if path == TIMELINE_PAGE:
        return _EVENT.sub(lambda item: _named_event(item, index), html)
    codes = index.countries.of_pages.get(path, ()) if index.countries else ()
    if not codes or path == HOME_PAGE:
        return html
    notes = _NOTES.search(html)
    end = notes.start() if notes else len(html)
    return f"{html[:end].rstrip()}\n<p>{render_named(codes, index, labels)}</p>\n{html[end:]}"


def _named_event(item: re.Match[str], index: BacklinkIndex) -> str:
    codes = _of_event(item["anchor"], index)
    return f'<li data-countries="{" ".join(codes)}">{item["rest"]}' if codes else item[0]


def country_link(code: str, index: CountryIndex) -> str:
    """Return a link to a state's section on the page of countries."""
    address = internal_address(COUNTRIES_PAGE, country_anchor(code))
    return f'<a href="{address}">{escape(country_name(code, index.language))}</a>'


class CountryPage:
    """The parts of the page, for one guide."""

    def __init__(self, index: BacklinkIndex, named: CountryIndex, labels: Labels) -> None:
        self._index, self._named, self._labels = index, named, labels
        self._names = {code: country_name(code, named.language) for code in countries()}
        self._bodies = [body for body in bodies() if body in named.spoken_of]
        """The bodies of which the guide speaks."""
        self._codes = sorted(self._names, key=lambda code: collation_key(self._names[code], named.language))

    def html(self) -> str:
        """Return the page's list."""
        gettext = self._labels.gettext
        # Translators: a heading on the page of countries.
        heading = gettext("Countries that this guide names")
        named = "".join(self._country(code) for code in self._codes if code in self._named.named)
        # Translators: a heading on the page of countries, before the regional groups of the United Nations.
        groups = gettext("Regional groups at the United Nations")
        return (
            f"{self._choice()}<p>{gettext(_USAGE)}</p>"
            f'<h2 id="{NAMED_ANCHOR}">{heading}</h2>{named}'
            f'<h2 id="{GROUPS_ANCHOR}">{groups}</h2>{"".join(map(self._group, GROUPS))}'
        )

    def _choice(self) -> str:
        """Return all states as choices, for the script that lets a delegate choose one."""
        options = "".join(
            f'<option value="{code}" data-group="{countries()[code].group}">{escape(self._names[code])}</option>'
            for code in self._codes
        )
        # Translators: the name of a list of all countries.
        label = self._labels.gettext("All countries")
        return f'<select class="guide-all-countries screen-only" aria-label="{label}" hidden>{options}</select>'

    def _country(self, code: str) -> str:
        name, group = escape(self._names[code]), countries()[code].group
        places = "".join(f"<li>{line}</li>" for line in self._places(code))
        ties = "".join(f'<li class="guide-ties">{line}</li>' for line in self._ties(code))
        return (
            f'<section class="guide-country" id="{country_anchor(code)}" data-country="{code}" data-group="{group}">'
            f'<h3 id="{heading_anchor(code)}">{name}</h3><ul>{places}{ties}</ul></section>'
        )

    def _places(self, code: str) -> Iterator[str]:
        """Yield a line for each chapter that names a state, for the timeline and for the bibliography."""
        labels, index = self._labels, self._index
        chapters: dict[str, list[str]] = {}
        for section, note in self._named.sections.get(code, ()):
            chapters.setdefault(section.path, []).append(self._place(section, note))
        for path, links in chapters.items():
            yield labels.labelled(escape(index.chapter_titles[path]), labels.enumeration(links))
        if events := self._named.events.get(code, ()):
            yield self._links(TIMELINE_PAGE, events)
        if sources := self._named.sources.get(code, ()):
            yield self._links(BIBLIOGRAPHY_PAGE, [f"ref-{key}" for key in sources])

    def _ties(self, code: str) -> Iterator[str]:
        """Yield a line for the bodies that a state is a member of, and for its group."""
        labels = self._labels
        if member := [body for body in self._bodies if code in bodies()[body].members]:
            # Translators: on the page of countries, before the organisations that one is a member of.
            yield labels.gettext("Member of: {bodies}", bodies=labels.enumeration(map(self._body_link, member)))
        group = countries()[code].group
        if group != "none":
            # Translators: on the page of countries, before the regional group of one.
            yield labels.gettext("Regional group: {group}", group=self._group_link(group))

    def _body_link(self, body: str) -> str:
        """Return a link to what the guide says of a body: its entry, or else the first section that names it."""
        name = bodies()[body].name
        forms = {form.casefold() for form in (name, *bodies()[body].others)}
        own = next((place for place, title in self._index.names.items() if title.casefold() in forms), None)
        first = self._named.spoken_of[body][0]
        path, anchor = own or (first.path, first.id)
        return f'<a href="{internal_address(path, anchor)}">{escape(name)}</a>'

    def _place(self, section: Section, note: int) -> str:
        words = escape(section.title or self._index.chapter_titles[section.path])
        if note:
            words = self._labels.gettext("{section}, note {number}", section=words, number=note)
        return f'<a href="{internal_address(section.path, f"fn:{note}" if note else section.id)}">{words}</a>'

    def _section_link(self, section: Section) -> str:
        return f'<a href="{internal_address(section.path, section.id)}">{escape(self._index.label(section))}</a>'

    def _links(self, page: str, anchors: Iterable[str]) -> str:
        links = (
            f'<a href="{internal_address(page, anchor)}">{escape(self._index.title(page, anchor))}</a>'
            for anchor in anchors
        )
        title = escape(self._index.chapter_titles.get(page, page))
        return self._labels.labelled(title, self._labels.enumeration(links))

    def _group_name(self, group: str) -> str:
        return self._labels.gettext(GROUPS[group])

    def _group_link(self, group: str) -> str:
        return f'<a href="{internal_address(COUNTRIES_PAGE, group_anchor(group))}">{self._group_name(group)}</a>'

    def _group(self, group: str) -> str:
        members = [code for code in self._codes if countries()[code].group == group]
        lines = "".join(f"<p>{line}</p>" for line in self._of_group(group, members))
        return (
            f'<section class="guide-group" data-group="{group}">'
            f'<h3 id="{group_anchor(group)}">{self._group_name(group)}</h3>{lines}</section>'
        )

    def _of_group(self, group: str, members: Sequence[str]) -> Iterator[str]:
        """Yield what the guide says of a group's region, the members that it names, and those that it does not."""
        labels = self._labels
        if group == "none":
            yield labels.gettext(_WITHOUT_GROUP)
        if sections := self._named.spoken_of.get(f"in-{group}", ()):
            links = labels.enumeration(self._section_link(section) for section in sections)
            # Translators: before links to the sections that speak of Africa, of Asia and so on.
            yield labels.gettext("What this guide says of the region: {sections}", sections=links)
        named = [country_link(code, self._named) for code in members if code in self._named.named]
        others = [escape(self._names[code]) for code in members if code not in self._named.named]
        if named:
            # Translators: before links to those members of a regional group that the guide names.
            yield labels.gettext("Named in this guide: {countries}", countries=labels.enumeration(named))
        if others:
            # Translators: before those members of a regional group that the guide does not name.
            yield labels.gettext("Not named in this guide: {countries}", countries=labels.enumeration(others))
