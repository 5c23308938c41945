"""Page metadata and actions for readers on screen: reading time, last change, and buttons to cite and links to edit.

They are inserted into the rendered HTML, after the search index and the handout are made from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape, unescape

from studyguide.labels.calendars import day_in_words
from studyguide.labels.catalogue import ENGLISH, Labels

_TITLE_END = re.compile(r"</h1>")
_SECTION = re.compile(r'<h(?P<level>[23])\b[^>]*\sid="(?P<id>[^"]+)"[^>]*>.*?</h(?P=level)>', re.DOTALL)
_SOURCE = re.compile(r'<li id="(?P<id>ref-[^"]+)">.*?(?=<span class="guide-backlinks\b|</li>)', re.DOTALL)


@dataclass(frozen=True)
class EditLink:
    """The link to edit an entry, with its label: `Edit this term: CSAM`."""

    address: str
    label: str

    def html(self, labels: Labels) -> str:
        """Return the link as HTML, with the label for screen readers."""
        # Translators: a link to where a term, an event or a source is edited.
        word = labels.gettext("Edit")
        return f'<a class="guide-edit" href="{escape(self.address)}" aria-label="{escape(self.label)}">{word}</a>'


@dataclass(frozen=True)
class CitedSection:
    """A section, with its title as formatted in a citation."""

    title: str
    cited_title: str

    def html(self, labels: Labels) -> str:
        """Return the button as HTML, hidden until its script is loaded."""
        label = labels.gettext("Cite this section: {title}", title=escape(self.title))
        # Translators: a button that shows how a section is cited.
        word = labels.gettext("Cite")
        title = escape(self.cited_title)
        return f'<button type="button" aria-label="{label}" data-title="{title}" hidden>{word}</button>'


@dataclass(frozen=True)
class PageActions:
    """The metadata and actions of one page."""

    minutes: int
    """The reading time."""
    changed: date | None = None
    """The date of the last change; None where unknown."""
    edit_url: str = ""
    """The URL to edit its file; empty without one."""
    edit_links: Mapping[str, EditLink] = field(default_factory=dict)
    """The links to edit its parts from data files, by anchor."""
    sections: Mapping[str, CitedSection] = field(default_factory=dict)
    """The citable sections, by anchor."""
    labels: Labels = ENGLISH

    def put_into(self, html: str) -> str:
        """Insert the metadata and actions into the page's content."""
        html = _SECTION.sub(self._with_tools, html)
        html = _SOURCE.sub(self._with_edit_link, html)
        title = _TITLE_END.search(html)
        end = title.end() if title else 0
        return f"{html[:end]}{self._facts}{html[end:]}"

    @property
    def _facts(self) -> str:
        labels = self.labels
        facts = [labels.ngettext("About {number} minute to read", "About {number} minutes to read", self.minutes)]
        if self.changed:
            words = day_in_words(self.changed, labels)
            day = f'<time datetime="{self.changed.isoformat()}">{words}</time>'
            # Translators: the day on which a page was last changed.
            facts.append(labels.gettext("Last changed {day}", day=day))
        if self.edit_url:
            words = labels.gettext("Edit this page")
            facts.append(f'<a href="{escape(self.edit_url)}" rel="edit">{words}</a>')
        return f'\n<p class="guide-facts screen-only">{"".join(f"<span>{fact}</span> " for fact in facts).strip()}</p>'

    def _with_tools(self, heading: re.Match[str]) -> str:
        """Append the section's actions to its heading."""
        anchor, tools = unescape(heading["id"]), ""
        if anchor in self.sections:
            tools += self.sections[anchor].html(self.labels)
        if anchor in self.edit_links:
            tools += self.edit_links[anchor].html(self.labels)
        return f'{heading[0]}\n<div class="guide-tools screen-only">{tools}</div>' if tools else heading[0]

    def _with_edit_link(self, entry: re.Match[str]) -> str:
        """Append the link to edit a source to its entry in the bibliography."""
        link = self.edit_links.get(unescape(entry["id"]))
        return f'{entry[0].rstrip()} <span class="screen-only">{link.html(self.labels)}</span> ' if link else entry[0]
