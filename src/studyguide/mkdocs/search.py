"""The search index: feed the pages' own text to Material's plugin, and amend the index that it writes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.labels.direction import text_direction
from studyguide.outputs.bidi import isolated_in_search
from studyguide.outputs.site.search_files import INDEX, LANGUAGES, PACK, PLUGIN, language_script, language_scripts
from studyguide.outputs.site.search_index import (
    Amender,
    SearchedPage,
    finished_index,
    is_complete,
    mark_asides,
)
from studyguide.outputs.site.search_notes import note_entries
from studyguide.outputs.site.search_pack import WORD_SEPARATOR, search_pack, searched_languages
from studyguide.outputs.site.search_sections import search_sections

if TYPE_CHECKING:
    from collections.abc import Collection

    from material.plugins.search.plugin import SearchIndex
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from studyguide.mkdocs.context import BuildContext
    from studyguide.outputs.site.search_index import Entry


@dataclass(frozen=True)
class PageIndexer:
    """Makes the entries of a page from its text."""

    index: SearchIndex
    """That of Material's plugin."""
    amender: Amender

    def entries(self, page: Page, html: str) -> list[Entry]:
        """Return the entries of a page, whose text is `html`."""
        if _is_excluded(page):
            return []
        kept, self.index.entries = self.index.entries, []
        titled = SimpleNamespace(title=escape(str(page.title)), meta=page.meta)
        for section in search_sections(mark_asides(html)):
            self.index.create_entry_for_section(section, (), page.url, titled)
        made, self.index.entries = self.index.entries, kept
        return self.amender.amend(made, _searched(page, html))


def begin(files: Files, config: MkDocsConfig, context: BuildContext) -> None:
    """Prepare to index the pages while they are read."""
    plugin = config.plugins.get(PLUGIN)
    if plugin and plugin.config.enabled:
        found = {path: files.get_file_from_path(path) for path in (KEY_TERMS_PAGE, TIMELINE_PAGE)}
        urls = {path: file.url for path, file in found.items() if file}
        is_folded = bool(searched_languages(context.guide.language, plugin.config.lang))
        context.indexer = PageIndexer(plugin.search_index, Amender.of(context.guide, urls, is_folded=is_folded))


def early_entries(page: Page, html: str, context: BuildContext) -> list[Entry] | None:
    """Return the entries of a page that is just read; None where its text is not complete yet."""
    return context.indexer.entries(page, html) if context.indexer and is_complete(html) else None


def read_pages(config: MkDocsConfig, context: BuildContext) -> None:
    """Index the pages in the place of Material's plugin, without their notes."""
    if context.indexer is None:
        return
    config.plugins.events["page_context"].remove(config.plugins[PLUGIN].on_page_context)
    for path, page in context.pages.items():
        early = context.entries.get(path)
        entries = context.indexer.entries(page, page.content or "") if early is None else early
        context.indexer.index.entries += entries


def notes_of(page: Page, html: str, context: BuildContext) -> list[Entry]:
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
        index = finished_index(written, context.guide.sources, bibliography, notes, context.guide.language)
        if text_direction(context.guide.language) == "rtl":
            index["docs"] = [_isolated(entry) for entry in index["docs"]]
        if languages := searched_languages(context.guide.language, index["config"]["lang"]):
            index["config"] |= {"lang": [PACK], "separator": WORD_SEPARATOR}
            _write_pack(Path(config.site_dir), languages)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        context.search_languages = index["config"]["lang"]
    _leave_out_languages(Path(config.site_dir), context.search_languages)


def _isolated(entry: Entry) -> Entry:
    """Return an entry whose ranges and addresses keep their order where the search shows them."""
    return {**entry, **{field: isolated_in_search(entry[field]) for field in ("title", "text")}}


def _is_excluded(page: Page) -> bool:
    return bool((page.meta.get("search") or {}).get("exclude"))


def _searched(page: Page, html: str) -> SearchedPage:
    return SearchedPage(page.file.src_uri, page.url, unescape(str(page.title)), html)


def _write_pack(site: Path, languages: Collection[str]) -> None:
    (site / language_script(PACK)).write_text(search_pack(languages, site), encoding="utf-8")


def _leave_out_languages(site: Path, languages: Collection[str]) -> None:
    """Remove the theme's search scripts for other languages, which no page ever loads."""
    needed = {site / script for script in language_scripts(languages)}
    for path in sorted([site / LANGUAGES, *(site / LANGUAGES).rglob("*")], reverse=True):
        if path.is_file() and path not in needed:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
