"""The script for drafts of a position paper: written in a guide that has a page for the reader's own notes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.mkdocs.page_metadata import shared_metadata
from studyguide.mkdocs.theme import is_of_manual
from studyguide.outputs.docx.draft_package import draft_parts, draft_section
from studyguide.outputs.site.position_paper import SCRIPT, CitedPage, PaperData

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig

    from studyguide.mkdocs.context import BuildContext


def write(config: MkDocsConfig, context: BuildContext) -> None:
    """Write the script, once the notes and the sources are rendered."""
    if not context.variables.notes_page:
        return
    title_page = context.title_page
    data = PaperData(
        pages=list(_pages(context)),
        rendered=context.wait_for_resolver().rendered,
        citations=shared_metadata(context).citation,
        title_page=title_page,
        labels=context.guide.labels,
        package=draft_parts(title_page),
        section=draft_section(title_page),
    )
    path = Path(config.site_dir, SCRIPT)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(data.script(), encoding="utf-8")


def _pages(context: BuildContext) -> Iterator[CitedPage]:
    has_address = bool(context.title_page.address)
    for path, page in context.pages.items():
        if path in context.chapters and not is_of_manual(page.file):
            address = (page.canonical_url or "") if has_address else ""
            yield CitedPage(context.chapters[path], page.url, address)
