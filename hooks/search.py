"""The search index, as MkDocs' events: give Material's plugin the pages' own text, and amend what it has written."""

from __future__ import annotations

import json
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from studyguide.layout import BIBLIOGRAPHY_PAGE
from studyguide.website.search_files import INDEX, LANGUAGES, language_scripts
from studyguide.website.search_index import (
    SearchedPage,
    amended_entries,
    finished_index,
    mark_asides,
    without_search_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

PLUGIN = "material/search"


def on_config(config: MkDocsConfig) -> None:
    """Each build begins without an index."""
    config.extra["search_languages"] = []


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the plugin read the pages now, while pandoc writes their notes, which are no text of a page's own."""
    plugin = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return
    config.plugins.events["page_context"].remove(plugin.on_page_context)
    build = config.extra["study_guide"]
    for page in build.pages.values():
        html, title = mark_asides(page.content or ""), escape(str(page.title))
        read = SimpleNamespace(content=html, title=title, url=page.url, toc=(), meta=page.meta)
        plugin.search_index.add_entry_from_context(read)
    pages = [_searched(page) for page in build.pages.values()]
    plugin.search_index.entries = amended_entries(plugin.search_index.entries, build.guide, pages)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Keep the list of sources, which pandoc has written; what only the search reads, no reader needs."""
    if page.file.src_uri == BIBLIOGRAPHY_PAGE:
        config.extra["searched_bibliography"] = _searched(page)
    page.content = without_search_attributes(page.content or "")


def on_post_build(config: MkDocsConfig) -> None:
    """Behind Material's plugin, which has written the index, and before its plugin that copies it for use offline."""
    path = Path(config.site_dir, INDEX)
    if path.exists():  # the plugin can be switched off
        if plugin := config.plugins.get(PLUGIN):
            plugin.search_index.entries.clear()  # they are written; as many are read now
        sources, bibliography = config.extra["study_guide"].guide.sources, config.extra.get("searched_bibliography")
        index = finished_index(json.loads(path.read_bytes()), sources, bibliography)
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        config.extra["search_languages"] = index["config"]["lang"]
    _leave_out_languages(Path(config.site_dir), config.extra["search_languages"])


def _searched(page: Page) -> SearchedPage:
    return SearchedPage(page.file.src_uri, page.url, unescape(str(page.title)), page.content or "")


def _leave_out_languages(site: Path, languages: Collection[str]) -> None:
    """The theme brings scripts for every language; only those of the search's own are ever loaded."""
    needed = {site / script for script in language_scripts(languages)}
    for path in sorted([site / LANGUAGES, *(site / LANGUAGES).rglob("*")], reverse=True):
        if path.is_file() and path not in needed:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
