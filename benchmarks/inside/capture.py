"""Keeps what a build would print, as MkDocs' events: `extra: capture:` names the file.

It stands in the place of `hooks/print.py`, so that printing can be timed on its own.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from config_cover import edition_day, load_config_cover
from studyguide.handout.print_html import PrintedPage

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> None:
    """Learn which pages there are, in which order."""
    config.extra["captured_pages"] = nav.pages


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the filled pages, the cover and the day."""
    pages = [page for page in config.extra["captured_pages"] if page.meta.get("handout") is not False]
    for page in pages:
        config.extra["study_guide"].fill(page)
    captured = {
        "pages": [
            asdict(PrintedPage(page.file.src_uri, page.url, page.content or "", str(page.title or "")))
            for page in pages
        ],
        "cover": asdict(load_config_cover(config)),
        "day": edition_day(config).isoformat(),
    }
    Path(config.extra["capture"]).write_text(json.dumps(captured), encoding="utf-8")
