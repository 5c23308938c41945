"""The guide for a USB stick, as MkDocs' events: with `PORTABLE=true`, as `make zip` has it, a site needs no server."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.plugins import event_priority

from studyguide.website.offline import kept_files
from studyguide.website.portable import (
    INDEX_SCRIPT,
    WORKER_SCRIPT,
    WORKERS,
    online_address,
    portable_files,
    write_index_script,
    write_worker_script,
)
from studyguide.website.search_files import INDEX, language_scripts

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


@event_priority(100)
def on_config(config: MkDocsConfig) -> None:
    """Pages are files, since a disk shows no folder as a page; the search's worker comes as a script."""
    config.extra["portable"] = bool(os.environ.get("PORTABLE"))
    if config.extra["portable"]:
        config.use_directory_urls = False
        config.extra["polyfills"] = [WORKER_SCRIPT]


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Who cites a page cites it where it is online."""
    if config.extra["portable"] and config.site_url:
        for page in files.documentation_pages():
            assert page.page
            page.page.canonical_url = config.site_url + online_address(page.url)


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written: put the search into scripts, and leave out what only a server or a search engine needs."""
    if not config.extra["portable"]:
        return
    site, languages = Path(config.site_dir), config.extra["search_languages"]
    if (site / INDEX).exists():
        index = (site / INDEX).read_text(encoding="utf-8")
        (site / INDEX_SCRIPT).write_text(write_index_script(index), encoding="utf-8")
    (worker,) = (site / WORKERS).glob("search.*.js")
    libraries = [(site / name).read_text(encoding="utf-8") for name in language_scripts(languages)]
    script = write_worker_script(worker.read_text(encoding="utf-8"), libraries)
    (site / WORKER_SCRIPT).write_text(script, encoding="utf-8")
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for name in names.difference(portable_files(kept_files(names))):
        (site / name).unlink()
