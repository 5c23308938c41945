"""Put into the pages what is known only when all of them are read: the notes' texts and the links back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from studyguide.chapters import Chapter, Section
from studyguide.citeproc import Written
from studyguide.index import CitedPlace, Index
from studyguide.layout import BIBLIOGRAPHY_PAGE, SCHEME

_LATE = re.compile(r"<!--guide:(?P<kind>[a-z-]+)(?: (?P<what>[^>]*?))?-->")
_OWN_LINK = re.compile(rf'href="{SCHEME}(?P<path>[^"#]*)(?:#(?P<anchor>[^"]*))?"(?P<rest>[^>]*>)(?P<end></a>)?')
_SAFE_IN_FRAGMENT = "/:?@!$&'()*+,;=-._~"  # RFC 3986, section 3.5
_SHORT_LIST = 6
_EDITOR_NOTES = {"corrections": "correction", "open-checks": "check"}


@dataclass(frozen=True)
class Filler:
    """Fills the pages of a guide whose chapters are all read."""

    index: Index
    written: Written
    address: Callable[[str, str], str]
    """Gives the URL of the second chapter's page as the first one's page links to it."""

    def fill(self, chapter: Chapter, html: str) -> str:
        """Give the chapter's HTML with nothing left open."""
        html = _LATE.sub(lambda late: self._late(chapter, late["kind"], late["what"] or ""), html)
        return _OWN_LINK.sub(lambda link: self._own_link(link, chapter.path), html)

    def _late(self, chapter: Chapter, kind: str, what: str) -> str:
        match kind:
            case "citation":
                return self._citation(chapter, int(what))
            case "mentioned-in":
                return _links_back("Mentioned in", self.index.mentioned_in.get(what, ()), self.index)
            case "linked-from":
                return _links_back("Linked from", self.index.linked_from.get(what, ()), self.index)
            case "works-cited":
                return self._entries([key for key in self.written.entries if key in self.index.cited_in])
            case "further-reading":
                return self._entries([key for key in self.written.entries if key not in self.index.cited_in])
            case _:
                return self._editor_notes(_EDITOR_NOTES[kind])

    def _own_link(self, link: re.Match[str], path: str) -> str:
        target, anchor = unescape(link["path"]), unescape(link["anchor"] or "")
        address = "" if target == path else self.address(path, target)
        fragment = f"#{quote(anchor, safe=_SAFE_IN_FRAGMENT)}" if anchor else ""
        words = escape(self.index.title(target, anchor)) if link["end"] else ""
        return f'href="{escape(address + fragment)}"{link["rest"]}{words}{link["end"] or ""}'

    def _citation(self, chapter: Chapter, number: int) -> str:
        """A citation's text, with a link to the entry of each of its sources."""
        keys = chapter.citations[number].keys
        links = []
        for place, key in enumerate(keys, start=1):
            label = escape(f"Bibliography: {self.index.title(BIBLIOGRAPHY_PAGE, f'ref-{key}')}")
            words = "Bibliography" if len(keys) == 1 else f"Bibliography {place}"
            address = _own(BIBLIOGRAPHY_PAGE, f"ref-{key}")
            links.append(f'<a class="guide-source" href="{address}" aria-label="{label}">{words}</a>')
        # In an ordinary note it follows words, often without a space; at the start of a note the space is not shown.
        # A style may have nothing to say of a kind of source; its entry says which one is meant.
        text = self.written.citations[chapter.path, number] or "; ".join(self.written.entries[key] for key in keys)
        return f' {text} <span class="guide-entries">{" ".join(links)}</span>'

    def _entries(self, keys: Sequence[str]) -> str:
        items = "".join(self._entry(key) for key in keys)
        return f'<ul class="guide-bibliography">{items}</ul>' if items else "<p>None.</p>"

    def _entry(self, key: str) -> str:
        places = self.index.cited_in.get(key, ())
        links = "; ".join(self._cited_place(place) for place in places)
        cited = f'<span class="guide-backlinks">Cited in: {links}</span>' if links else ""
        return f'<li id="{escape(f"ref-{key}")}">{self.written.entries[key]} {cited}</li>'

    def _cited_place(self, place: CitedPlace) -> str:
        note = f", note {place.note}" if place.note else ""
        words = escape(self.index.label(place.section) + note)
        return f'<a href="{_own(place.section.path, place.anchor)}">{words}</a>'

    def _editor_notes(self, kind: str) -> str:
        items = ""
        for note in self.index.editor_notes:
            if note.kind == kind:
                address, label = _own(note.section.path, note.section.id), escape(self.index.label(note.section))
                items += f'<li><p><a href="{address}">{label}</a></p>{note.html}</li>'
        return f'<ul class="guide-editor-notes">{items}</ul>' if items else "<p>None.</p>"


def _links_back(label: str, sections: Sequence[Section], index: Index) -> str:
    """A line a chapter: its title, then its sections. A long list is closed until the reader asks for it."""
    if not sections:
        return ""
    chapters: dict[str, list[str]] = {}
    for section in sections:
        words = escape(section.title or index.chapter_titles[section.path])
        chapters.setdefault(section.path, []).append(f'<a href="{_own(section.path, section.id)}">{words}</a>')
    count = "1 section" if len(sections) == 1 else f"{len(sections)} sections"
    is_open = " open" if len(sections) <= _SHORT_LIST else ""
    items = "".join(
        f"<li>{escape(index.chapter_titles[path])}: {', '.join(links)}</li>" for path, links in chapters.items()
    )
    return f'<details class="guide-backlinks"{is_open}><summary>{label} {count}</summary><ul>{items}</ul></details>'


def _own(path: str, anchor: str) -> str:
    return escape(f"{SCHEME}{path}#{anchor}")
