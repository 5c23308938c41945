"""The search index: feed the pages' own text to Material's plugin, and amend the index that it writes."""

from __future__ import annotations

import json
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from studyguide.data.paths import BIBLIOGRAPHY_PAGE
from studyguide.outputs.site.search_files import INDEX, LANGUAGES, PLUGIN, language_scripts
from studyguide.outputs.site.search_index import (
    SearchedPage,
    amended_entries,
    finished_index,
    mark_asides,
)
from studyguide.outputs.site.search_notes import note_entries
from studyguide.outputs.site.search_sections import search_sections

if TYPE_CHECKING:
    from collections.abc import Collection

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext


def read_pages(config: MkDocsConfig, context: BuildContext) -> None:
    """Index the pages now, while pandoc renders their notes, which are not indexed with a page."""
    plugin = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return
    config.plugins.events["page_context"].remove(plugin.on_page_context)
    for page in context.pages.values():
        if not _is_excluded(page):
            titled = SimpleNamespace(title=escape(str(page.title)), meta=page.meta)
            for section in search_sections(mark_asides(page.content or "")):
                plugin.search_index.create_entry_for_section(section, (), page.url, titled)
    pages = [_searched(page, page.content or "") for page in context.pages.values()]
    plugin.search_index.entries = amended_entries(plugin.search_index.entries, context.guide, pages)


def notes_of(page: Page, html: str, context: BuildContext) -> list[dict[str, Any]]:
    """Return the entries of a finished page's notes."""
    chapter = context.chapters.get(page.file.src_uri)
    if not chapter or _is_excluded(page):
        return []
    return list(note_entries(chapter, page.url, html, context.guide.labels))


def searched_bibliography(page: Page, html: str) -> SearchedPage | None:
    """Return the finished page of the sources for the index; None for another page."""
    return _searched(page, html) if page.file.src_uri == BIBLIOGRAPHY_PAGE else None


def amend_index(config: MkDocsConfig, context: BuildContext) -> None:
    """Add notes and sources to the index that Material's plugin has written, and remove other languages' scripts."""
    path = Path(config.site_dir, INDEX)
    if path.exists():  # the plugin can be switched off
        if plugin := config.plugins.get(PLUGIN):
            plugin.search_index.entries.clear()  # written already; frees memory
        written, rendered = json.loads(path.read_bytes()), context.rendering.pages
        notes = [entry for page in rendered.values() for entry in page.notes]
        bibliography = rendered[BIBLIOGRAPHY_PAGE].bibliography if BIBLIOGRAPHY_PAGE in rendered else None
        index = finished_index(written, context.guide.sources, bibliography, notes)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        context.search_languages = index["config"]["lang"]
    _leave_out_languages(Path(config.site_dir), context.search_languages)


def _is_excluded(page: Page) -> bool:
    return bool((page.meta.get("search") or {}).get("exclude"))


def _searched(page: Page, html: str) -> SearchedPage:
    return SearchedPage(page.file.src_uri, page.url, unescape(str(page.title)), html)


def _leave_out_languages(site: Path, languages: Collection[str]) -> None:
    """Remove the theme's search scripts for other languages, which no page ever loads."""
    needed = {site / script for script in language_scripts(languages)}
    for path in sorted([site / LANGUAGES, *(site / LANGUAGES).rglob("*")], reverse=True):
        if path.is_file() and path not in needed:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
