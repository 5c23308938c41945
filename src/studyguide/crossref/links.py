"""Resolve cross-references: where the guide's own links lead from each page, and what links back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote

from studyguide.crossref.backlinks import BacklinkIndex, render_event_links, render_mentions
from studyguide.crossref.cards import render_cards
from studyguide.crossref.changes import Changes
from studyguide.crossref.changes_page import render_changes
from studyguide.crossref.country_page import name_countries, render_countries, render_event_countries
from studyguide.crossref.editor_notes import render_editor_notes
from studyguide.data.glossary import Term
from studyguide.data.paths import HOME_PAGE, SCHEME
from studyguide.labels.catalogue import ENGLISH, Labels

_PLACEHOLDER = re.compile(
    r"<!--guide:(?P<kind>mentioned-in|linked-from|corrections|open-checks|what-changed|countries|cards)"
    r"(?: (?P<id>[^>]*?))?-->"
)
_INTERNAL_LINK = re.compile(rf'href="{SCHEME}(?P<path>[^"#]*)(?:#(?P<anchor>[^"]*))?"(?P<rest>[^>]*>)(?P<end></a>)?')
_SAFE_IN_FRAGMENT = "/:?@!$&'()*+,;=-._~"  # RFC 3986, section 3.5


@dataclass(frozen=True)
class LinkResolver:
    """Resolves the links of a guide whose chapters are all read."""

    index: BacklinkIndex
    address: Callable[[str, str], str]
    """Returns the URL of the second chapter's page relative to the first one's page."""
    labels: Labels = ENGLISH
    terms: Sequence[Term] = ()
    """The key terms, in alphabetical order."""
    changes: Changes | None = None
    """What changed since the last edition; None without one."""

    def link_page(self, path: str, html: str) -> str:
        """Return the whole HTML of a chapter's page as `link` does, with links to the states that it names."""
        return self.link(path, name_countries(path, html, self.index, self.labels))

    def link(self, path: str, html: str) -> str:
        """Return the HTML of the chapter at `path` below `docs/` with its links resolved and its backlinks rendered."""
        html = _PLACEHOLDER.sub(self._render, html)
        return _INTERNAL_LINK.sub(lambda link: self._resolve(link, path), html)

    def root(self, path: str) -> str:
        """Return the URL of the site's root relative to the page of the chapter at `path`: `../`, or an empty text."""
        folder, slash, _ = self.address(path, HOME_PAGE).rpartition("/")
        return folder + slash

    def _render(self, placeholder: re.Match[str]) -> str:
        match placeholder["kind"]:
            case "mentioned-in":
                return render_mentions(self.index, placeholder["id"], self.labels)
            case "linked-from":
                links = render_event_links(self.index, placeholder["id"], self.labels)
                return links + render_event_countries(self.index, placeholder["id"], self.labels)
            case "what-changed":
                return render_changes(self.changes, self.index, self.labels)
            case "countries":
                return render_countries(self.index, self.labels)
            case "cards":
                return render_cards(self.terms, self.index, self.labels)
            case marker:
                return render_editor_notes(self.index, marker, self.labels)

    def _resolve(self, link: re.Match[str], path: str) -> str:
        """Resolve one link; one without words gets the title of its target."""
        target, anchor = unescape(link["path"]), unescape(link["anchor"] or "")
        address = "" if target == path else self.address(path, target)
        fragment = f"#{quote(anchor, safe=_SAFE_IN_FRAGMENT)}" if anchor else ""
        words = escape(self.index.title(target, anchor)) if link["end"] else ""
        return f'href="{escape(address + fragment)}"{link["rest"]}{words}{link["end"] or ""}'
