"""The sources for reference managers: files beside the pages, and what such programs find in each page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.citeproc.background import in_background
from studyguide.citeproc.csl_items import csl_items
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, SOURCE_SCRIPT
from studyguide.markdown.markers import SOURCE_FILES_MARKER
from studyguide.outputs.sources.coins import with_coins

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.context import BuildContext


def begin(context: BuildContext) -> None:
    """Begin to make the items, if a page has the marker."""
    if any(SOURCE_FILES_MARKER in chapter.source.markers for chapter in context.chapters.values()):
        context.variables.source_script = SOURCE_SCRIPT
        context.items = in_background(lambda: csl_items(context.guide, context.kept_answers), context.guide)


def wait(context: BuildContext) -> None:
    """Wait for the items: processes that render pages have no threads of this one."""
    if context.items:
        context.items.result()


def add_coins(page: Page, html: str, context: BuildContext) -> str:
    """Return the page's content with its sources behind it, each once."""
    if not context.items:
        return html
    return with_coins(html, _keys(context.chapters[page.file.src_uri], context), context.items.result())


def _keys(chapter: Chapter, context: BuildContext) -> list[str]:
    if chapter.path == BIBLIOGRAPHY_PAGE:
        return list(context.wait_for_resolver().rendered.entries)
    return list(dict.fromkeys(key for citation in chapter.citations for key in citation.keys))


def write(config: MkDocsConfig, context: BuildContext) -> None:
    """Write the files."""
    if context.items:
        from studyguide.outputs.sources.source_files import source_files  # for guides with such files alone

        for name, text in source_files(context.guide, context.items.result()).items():
            Path(config.site_dir, name).write_bytes(text.encode())
