"""Put into the pages what is known when all of them are read: where links lead, and what links back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from studyguide.crossref.backlinks import BacklinkIndex
from studyguide.data.paths import SCHEME
from studyguide.labels.catalogue import ENGLISH, Labels
from studyguide.markdown.chapter import Section

_LATE = re.compile(r"<!--guide:(?P<kind>mentioned-in|linked-from|corrections|open-checks)(?: (?P<what>[^>]*?))?-->")
_OWN_LINK = re.compile(rf'href="{SCHEME}(?P<path>[^"#]*)(?:#(?P<anchor>[^"]*))?"(?P<rest>[^>]*>)(?P<end></a>)?')
_SAFE_IN_FRAGMENT = "/:?@!$&'()*+,;=-._~"  # RFC 3986, section 3.5
_SHORT_LIST = 6
PRINTED_AS = "data-print-list"
"""Tells print which of its own lists takes the place of a list of links; the site's pages leave it out."""
_EDITOR_NOTES = {"corrections": "correction", "open-checks": "check"}


def internal_address(path: str, anchor: str) -> str:
    """The address of a place of the guide as long as nobody knows where the reader stands, for an attribute."""
    return escape(f"{SCHEME}{path}#{anchor}")


@dataclass(frozen=True)
class LinkResolver:
    """Links the pages of a guide whose chapters are all read."""

    index: BacklinkIndex
    address: Callable[[str, str], str]
    """Gives the URL of the second chapter's page as the first one's page links to it."""
    labels: Labels = ENGLISH

    def link(self, path: str, html: str) -> str:
        """Give the HTML of a chapter, which is `path` below `docs/`, with its links and lists of links."""
        html = _LATE.sub(lambda late: self._late(late["kind"], late["what"] or ""), html)
        return _OWN_LINK.sub(lambda link: self._own_link(link, path), html)

    def _late(self, kind: str, what: str) -> str:
        ngettext = self.labels.ngettext
        match kind:
            case "mentioned-in":
                sections = self.index.mentioned_in.get(what, ())
                # Translators: under a key term, before the list of the sections that use it.
                words = ngettext("Mentioned in {number} section", "Mentioned in {number} sections", len(sections))
                return self._links_back(kind, sections, words)
            case "linked-from":
                sections = self.index.linked_from.get(what, ())
                # Translators: under an event, before the list of the sections that link to it.
                words = ngettext("Linked from {number} section", "Linked from {number} sections", len(sections))
                return self._links_back(kind, sections, words)
            case _:
                return self._editor_notes(_EDITOR_NOTES[kind])

    def _own_link(self, link: re.Match[str], path: str) -> str:
        target, anchor = unescape(link["path"]), unescape(link["anchor"] or "")
        address = "" if target == path else self.address(path, target)
        fragment = f"#{quote(anchor, safe=_SAFE_IN_FRAGMENT)}" if anchor else ""
        words = escape(self.index.title(target, anchor)) if link["end"] else ""
        return f'href="{escape(address + fragment)}"{link["rest"]}{words}{link["end"] or ""}'

    def _editor_notes(self, kind: str) -> str:
        items = ""
        for note in self.index.editor_notes:
            if note.kind == kind:
                address, label = (
                    internal_address(note.section.path, note.section.id),
                    escape(self.index.label(note.section)),
                )
                items += f'<li><p><a href="{address}">{label}</a></p>{note.html}</li>'
        return f'<ul class="guide-editor-notes">{items}</ul>' if items else nothing_listed(self.labels)

    def _links_back(self, kind: str, sections: Sequence[Section], summary: str) -> str:
        """A line a chapter: its title, then its sections. A long list is closed until the reader asks for it."""
        if not sections:
            return ""
        index = self.index
        chapters: dict[str, list[str]] = {}
        for section in sections:
            words = escape(section.title or index.chapter_titles[section.path])
            chapters.setdefault(section.path, []).append(
                f'<a href="{internal_address(section.path, section.id)}">{words}</a>'
            )
        is_open = " open" if len(sections) <= _SHORT_LIST else ""
        items = "".join(
            f"<li>{escape(index.chapter_titles[path])}: {', '.join(links)}</li>" for path, links in chapters.items()
        )
        attributes = f'class="guide-backlinks"{is_open} {PRINTED_AS}="{kind}"'
        return f"<details {attributes}><summary>{summary}</summary><ul>{items}</ul></details>"


def nothing_listed(labels: Labels) -> str:
    """Return what stands in the place of a list without entries."""
    # Translators: in the place of a list of corrections, checks or sources.
    nothing = labels.gettext("None.")
    return f"<p>{nothing}</p>"
