"""Keeps what a build would print, as MkDocs' events: `extra: capture:` names the file.

It runs behind the guide's own hook, which prints nothing, so that printing can be timed on its own.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.mkdocs import page_content
from studyguide.mkdocs.context import context_of
from studyguide.outputs.book import BookPage

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Write the filled pages, the title page and the day."""
    context = context_of(config)
    assert context.navigation  # since on_nav
    pages = [page for page in context.navigation.pages if context.chapters[page.file.src_uri].is_printed]
    captured = {
        "pages": [
            asdict(BookPage(page.file.src_uri, page.url, page_content.fill(page, context), str(page.title or "")))
            for page in pages
        ],
        "title_page": asdict(context.title_page),
        "day": context.day.isoformat(),
    }
    Path(config.extra["capture"]).write_text(json.dumps(captured), encoding="utf-8")
