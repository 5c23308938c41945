"""What a reader on the screen can do with a page and its parts: see how fresh it is, cite it, mend it.

It is put into the page's finished HTML, so that neither search nor handout holds it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from html import escape, unescape

_TITLE_END = re.compile(r"</h1>")
_SECTION = re.compile(r'<h(?P<level>[23])\b[^>]*\sid="(?P<id>[^"]+)"[^>]*>.*?</h(?P=level)>', re.DOTALL)
_SOURCE = re.compile(r'<li id="(?P<id>ref-[^"]+)">.*?(?=<span class="guide-backlinks">|</li>)', re.DOTALL)


@dataclass(frozen=True)
class EditLink:
    """Where something is mended, and what it is called: `this term: CSAM`."""

    address: str
    what: str

    @property
    def html(self) -> str:
        """The link; its short word is said in full to those who hear it without the page around it."""
        label = escape(f"Edit {self.what}")
        return f'<a class="guide-edit" href="{escape(self.address)}" aria-label="{label}">Edit</a>'


@dataclass(frozen=True)
class CitedSection:
    """A section, and its title as a line that cites it has it."""

    title: str
    cited_title: str

    @property
    def html(self) -> str:
        """The button, which the script shows that makes it work."""
        label = escape(f"Cite this section: {self.title}")
        return (
            f'<button type="button" aria-label="{label}" data-title="{escape(self.cited_title)}" hidden>Cite</button>'
        )


@dataclass(frozen=True)
class PageActions:
    """What is put into one page."""

    minutes: int
    """How long it takes to read."""
    changed: date | None = None
    """When it last changed; None where nobody knows."""
    edit_address: str = ""
    """Where its file is edited."""
    edit_links: Mapping[str, EditLink] = field(default_factory=dict)
    """Where parts of it are edited that stand in other files, by anchor."""
    sections: Mapping[str, CitedSection] = field(default_factory=dict)
    """What can be cited, by anchor."""

    def put_into(self, html: str) -> str:
        """Give the page's content with all of it."""
        html = _SECTION.sub(self._with_tools, html)
        html = _SOURCE.sub(self._with_edit_link, html)
        title = _TITLE_END.search(html)
        end = title.end() if title else 0
        return f"{html[:end]}{self._facts}{html[end:]}"

    @property
    def _facts(self) -> str:
        minutes = "1 minute" if self.minutes == 1 else f"{self.minutes} minutes"
        facts = [f"About {minutes} to read"]
        if self.changed:
            words = f"{self.changed.day} {self.changed:%B %Y}"
            facts.append(f'Last changed <time datetime="{self.changed.isoformat()}">{words}</time>')
        if self.edit_address:
            facts.append(f'<a href="{escape(self.edit_address)}" rel="edit">Edit this page</a>')
        return f'\n<p class="guide-facts screen-only">{"".join(f"<span>{fact}</span> " for fact in facts).strip()}</p>'

    def _with_tools(self, heading: re.Match[str]) -> str:
        """A section's heading, and behind it what can be done with the section."""
        anchor, tools = unescape(heading["id"]), ""
        if anchor in self.sections:
            tools += self.sections[anchor].html
        if anchor in self.edit_links:
            tools += self.edit_links[anchor].html
        return f'{heading[0]}\n<div class="guide-tools screen-only">{tools}</div>' if tools else heading[0]

    def _with_edit_link(self, entry: re.Match[str]) -> str:
        """A source in the bibliography, and behind it the way to its entry."""
        link = self.edit_links.get(unescape(entry["id"]))
        return f'{entry[0].rstrip()} <span class="screen-only">{link.html}</span> ' if link else entry[0]
