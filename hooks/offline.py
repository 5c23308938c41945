"""'Save for offline', as MkDocs' events: the control in the pages, the worker that keeps the guide, its manifest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority

from config_cover import load_config_cover
from session import SESSION
from studyguide.sizes import size_in_words
from studyguide.website.offline import (
    MANIFEST,
    SIZE,
    WORKER,
    beside_handout,
    kept_files,
    write_manifest,
    write_worker,
)

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page


def on_config(config: MkDocsConfig) -> None:
    """Tell the templates whether this site can be kept: what `serve` shows changes all the time."""
    config.extra["offline"] = "" if SESSION.is_served or config.extra.get("portable") else SIZE


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """Make the control, which is the same on each page."""
    config.extra["offline_control"] = env.get_template("partials/guide-offline.html").render(config=config)


@event_priority(-100)
def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> None:
    """On the home page it stands beside the handout; neither search nor reading time counts it as text of the page."""
    if page.is_homepage:
        page.content = beside_handout(page.content or "", config.extra["offline_control"])


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written: list it."""
    if not config.extra["offline"]:
        return
    site, cover = Path(config.site_dir), load_config_cover(config)
    (site / MANIFEST).write_text(write_manifest(cover.title, cover.language), encoding="utf-8")
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    kept = kept_files(names)
    words = size_in_words(sum((site / name).stat().st_size for name in kept))
    for page in site.rglob("*.html"):
        page.write_bytes(page.read_bytes().replace(SIZE.encode(), words.encode()))
    worker = write_worker({name: (site / name).read_bytes() for name in kept}, cover.edition, words)
    (site / WORKER).write_text(worker, encoding="utf-8")
