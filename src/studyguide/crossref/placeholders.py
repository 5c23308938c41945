"""Put into the pages what pandoc has written: the texts of the notes, and the entries of the bibliography."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.backlinks import CitedPlace
from studyguide.crossref.links import PRINTED_AS, LinkResolver, internal_address, nothing_listed
from studyguide.data.paths import BIBLIOGRAPHY_PAGE
from studyguide.labels.catalogue import N_
from studyguide.markdown.chapter import Chapter

_LATE = re.compile(r"<!--guide:(?P<kind>citation|works-cited|further-reading)(?: (?P<number>\d+))?-->")


@dataclass(frozen=True)
class PlaceholderResolver:
    """Fills the pages of a guide whose citations are all written."""

    linker: LinkResolver
    written: RenderedCitations

    def fill(self, chapter: Chapter, html: str) -> str:
        """Give the chapter's HTML, which is linked, with nothing left open."""
        return _LATE.sub(
            lambda late: self.linker.link(chapter.path, self._late(chapter, late["kind"], late["number"])), html
        )

    def _late(self, chapter: Chapter, kind: str, number: str) -> str:
        cited = self.linker.index.cited_in
        match kind:
            case "citation":
                return self._citation(chapter, int(number))
            case "works-cited":
                return self._entries([key for key in self.written.entries if key in cited])
            case _:
                return self._entries([key for key in self.written.entries if key not in cited])

    def _citation(self, chapter: Chapter, number: int) -> str:
        """A citation's text, with a link to the entry of each of its sources."""
        keys, gettext = chapter.citations[number].keys, self.linker.labels.gettext
        # Translators: a link from a note to the entry of its source; with a number where a note has several.
        message = N_("Bibliography") if len(keys) == 1 else N_("Bibliography {number}")
        links = []
        for place, key in enumerate(keys, start=1):
            words, title = gettext(message, number=place), self.linker.index.title(BIBLIOGRAPHY_PAGE, f"ref-{key}")
            # Translators: the same link in full.
            label = gettext("Bibliography: {source}", source=escape(title))
            address = internal_address(BIBLIOGRAPHY_PAGE, f"ref-{key}")
            links.append(f'<a class="guide-source" href="{address}" aria-label="{label}">{words}</a>')
        # In an ordinary note it follows words, often without a space; at the start of a note the space is not shown.
        # A style may have nothing to say of a kind of source; its entry says which one is meant.
        text = self.written.citations[chapter.path, number] or "; ".join(self.written.entries[key] for key in keys)
        return f' {text} <span class="guide-entries">{" ".join(links)}</span>'

    def _entries(self, keys: Sequence[str]) -> str:
        items = "".join(self._entry(key) for key in keys)
        return f'<ul class="guide-bibliography">{items}</ul>' if items else nothing_listed(self.linker.labels)

    def _entry(self, key: str) -> str:
        places = self.linker.index.cited_in.get(key, ())
        links = "; ".join(self._cited_place(place) for place in places)
        # Translators: in the bibliography, before the places that cite a source.
        listed = self.linker.labels.gettext("Cited in: {places}", places=links)
        cited = f'<span class="guide-backlinks" {PRINTED_AS}="cited-in">{listed}</span>' if links else ""
        return f'<li id="{escape(f"ref-{key}")}">{self.written.entries[key]} {cited}</li>'

    def _cited_place(self, place: CitedPlace) -> str:
        words = escape(self.linker.index.label(place.section))
        if place.note:
            # Translators: a note of a section, such as: Background, Poverty, note 4.
            words = self.linker.labels.gettext("{section}, note {number}", section=words, number=place.note)
        return f'<a href="{internal_address(place.section.path, place.anchor)}">{words}</a>'
