"""What the conversion of a page makes, without MkDocs' own objects: to be kept, or sent to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page
    from mkdocs.structure.toc import TableOfContents

    from studyguide.diagnostics.diagnostic import Problem
    from studyguide.markdown.chapter import Chapter
    from studyguide.outputs.site.search_index import Entry


@dataclass(frozen=True)
class ConvertedPage:
    """A page that Python-Markdown has converted, and the chapter that was read from it."""

    html: str
    title: str | None
    toc: TableOfContents
    anchors: set[str] | None
    links_to_anchors: dict[str, dict[str, str]]
    """By the file that they point to."""
    chapter: Chapter
    problems: tuple[Problem, ...]
    """Those of the chapter's text alone."""
    entries: list[Entry] | None
    """Its entries in the search index; None where its text is not complete before all pages are read."""

    @classmethod
    def of(
        cls, page: Page, html: str, chapter: Chapter, problems: tuple[Problem, ...], entries: list[Entry] | None
    ) -> ConvertedPage:
        """Return what the conversion of `page` to `html` made."""
        links = {file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()}
        return cls(html, page.title, page.toc, page.present_anchor_ids, links, chapter, problems, entries)

    def put_into(self, page: Page, files: Files) -> None:
        """Let a page be as if it had been converted."""
        page.content, page.title, page.toc = self.html, self.title, self.toc
        page.present_anchor_ids = self.anchors
        page.links_to_anchors = {files.src_uris[path]: anchors for path, anchors in self.links_to_anchors.items()}
