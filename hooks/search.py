"""The search index, as MkDocs' events: give Material's plugin the pages' own text, and amend what it has written."""

from __future__ import annotations

import json
from html import escape, unescape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from studyguide.search_files import INDEX, LANGUAGES, language_scripts
from studyguide.search_index import SearchedPage, amend_index, is_needed, mark_asides

if TYPE_CHECKING:
    from collections.abc import Collection

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

PLUGIN = "material/search"


def on_config(config: MkDocsConfig) -> None:
    """Each build begins without pages, and without an index."""
    config.extra["searched_pages"] = []
    config.extra["search_languages"] = []


@event_priority(50)
def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Have the plugin read the pages now, while pandoc writes their notes, which are no text of a page's own."""
    plugin = config.plugins.get(PLUGIN)
    if plugin is None or not plugin.config.enabled:
        return
    config.plugins.events["page_context"].remove(plugin.on_page_context)
    for page in config.extra["study_guide"].pages.values():
        read = SimpleNamespace(
            content=mark_asides(page.content or ""),
            title=escape(str(page.title)),
            url=page.url,
            toc=page.toc,
            meta=page.meta,
        )
        plugin.search_index.add_entry_from_context(read)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """Keep what the plugin does not see."""
    html, title = page.content or "", unescape(page.title or "")
    path = page.file.src_uri
    searched = SearchedPage(path, page.url, title, html if is_needed(path, html) else "")
    config.extra["searched_pages"].append(searched)


def on_post_build(config: MkDocsConfig) -> None:
    """Behind Material's plugin, which has written the index, and before its plugin that copies it for use offline."""
    path = Path(config.site_dir, INDEX)
    if path.exists():  # the plugin can be switched off
        index = amend_index(
            json.loads(path.read_bytes()), config.extra["study_guide"].guide, config.extra["searched_pages"]
        )
        path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        config.extra["search_languages"] = index["config"]["lang"]
    _leave_out_languages(Path(config.site_dir), config.extra["search_languages"])


def _leave_out_languages(site: Path, languages: Collection[str]) -> None:
    """The theme brings scripts for every language; only those of the search's own are ever loaded."""
    needed = {site / script for script in language_scripts(languages)}
    for path in sorted([site / LANGUAGES, *(site / LANGUAGES).rglob("*")], reverse=True):
        if path.is_file() and path not in needed:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
