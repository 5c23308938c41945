"""Resolve the placeholders for what pandoc renders: the text of each note, and the bibliography's list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.bibliography_list import render_bibliography, render_source_files
from studyguide.crossref.links import LinkResolver
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, internal_address
from studyguide.labels.catalogue import N_
from studyguide.markdown.chapter import Chapter

_PLACEHOLDER = re.compile(
    r"<!--guide:(?P<kind>citation|works-cited|further-reading|source-files)(?: (?P<number>\d+))?-->"
)


@dataclass(frozen=True)
class PlaceholderResolver:
    """Resolves the placeholders of a guide whose citations are all rendered."""

    links: LinkResolver
    rendered: RenderedCitations

    def fill(self, chapter: Chapter, html: str) -> str:
        """Return the chapter's HTML, whose links are resolved, without any placeholder."""
        return _PLACEHOLDER.sub(lambda found: self.links.link(chapter.path, self._render(chapter, found)), html)

    def _render(self, chapter: Chapter, placeholder: re.Match[str]) -> str:
        if placeholder["kind"] == "citation":
            return self._note(chapter, int(placeholder["number"]))
        if placeholder["kind"] == "source-files":
            return render_source_files(self.links.root(chapter.path), self.links.labels)
        is_cited = placeholder["kind"] == "works-cited"
        index, labels = self.links.index, self.links.labels
        keys = [key for key in self.rendered.entries if (key in index.cited_in) == is_cited]
        return render_bibliography(keys, self.rendered, index, labels)

    def _note(self, chapter: Chapter, number: int) -> str:
        """Render a citation's text, with a link to the entry of each of its sources."""
        keys, gettext = chapter.citations[number].keys, self.links.labels.gettext
        # Translators: a link from a note to the entry of its source; with a number where a note has several.
        message = N_("Bibliography") if len(keys) == 1 else N_("Bibliography {number}")
        links = []
        for place, key in enumerate(keys, start=1):
            words, title = gettext(message, number=place), self.links.index.title(BIBLIOGRAPHY_PAGE, f"ref-{key}")
            # Translators: the same link in full.
            label = gettext("Bibliography: {source}", source=escape(title))
            address = internal_address(BIBLIOGRAPHY_PAGE, f"ref-{key}")
            links.append(f'<a class="guide-source" href="{address}" aria-label="{label}">{words}</a>')
        # In an ordinary note the text follows words, often without a space; a note's first space is not shown.
        # A style may render nothing for a type of source; its entry says which source is meant.
        entries = self.rendered.entries
        text = self.rendered.citations[chapter.path, number] or "; ".join(entries[key] for key in keys)
        return f' {text} <span class="guide-entries">{" ".join(links)}</span>'
