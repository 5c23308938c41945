"""Render the pages in several processes: each puts pages of its own into the templates, and writes them.

MkDocs asks for a page's template before anything can tell whether the page is another process's. So all pages have one
template, which is empty for those, and otherwise extends the page's own; MkDocs writes no page that is empty.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from studyguide.data.paths import BIBLIOGRAPHY_PAGE
from studyguide.mkdocs.forking import listeners, usable_processes
from studyguide.mkdocs.session import SESSION
from studyguide.mkdocs.workers import Workers

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from studyguide.crossref.completeness import CountedPage
    from studyguide.mkdocs.context import BuildContext
    from studyguide.outputs.site.search_index import SearchedPage

_BUILD_LOG = logging.getLogger("mkdocs.commands.build")
_EVENTS = ("page_context", "post_page")
_TEMPLATE, _DEFAULT = "shared-page.html", "main.html"
_TEMPLATE_COST, _ENTRY_COST = 55_000, 4
"""In characters of content, what a page's template costs, and a character of bibliography.bib in the sources' list."""
_WORTH_SHARING = 2_500_000
"""The cost in characters of content below which a second process takes longer to begin than it spares."""


@dataclass(frozen=True)
class RenderedPage:
    """What the end of a build has to know of a page that is rendered."""

    counted: CountedPage
    notes: list[dict[str, Any]]
    """The entries of its notes in the search index."""
    bibliography: SearchedPage | None = None


@dataclass
class Rendering:
    """The rendering of a build's pages."""

    processes: int = 1
    settings: dict[str, MutableMapping[str, Any]] = field(default_factory=dict)
    """Each page's own front matter, by the page's file, if the pages are shared."""
    workers: Workers[RenderedPage] | None = None
    """Set when the first page is rendered."""
    pages: dict[str, RenderedPage] = field(default_factory=dict)
    """The rendered pages by file, in MkDocs' order."""


def prepare(config: MkDocsConfig, context: BuildContext) -> None:
    """Give the pages the shared template if they are to be shared, where that pays."""
    processes = usable_processes(context.jobs, listeners(config, _EVENTS))
    if processes > 1 and not context.is_served and sum(_costs(context).values()) > _WORTH_SHARING:
        context.rendering.processes = processes
        _BUILD_LOG.addFilter(_is_no_skipped_page)
        for path, page in context.pages.items():
            context.rendering.settings[path] = page.meta
            page.meta = {**page.meta, "template": _TEMPLATE}


def begin(page: Page, variables: dict[str, Any], context: BuildContext) -> bool:
    """Return whether this process is to render a page, for whose template the `variables` are; the first one forks."""
    rendering, path = context.rendering, page.file.src_uri
    if rendering.workers is None:
        rendering.workers = SESSION.share(_costs(context), rendering.processes)
    workers = rendering.workers
    if not workers.is_own(path) and not workers.is_copy and (rendered := workers.take(path)):
        rendering.pages[path], context.counted[path] = rendered, rendered.counted
    is_own = workers.is_own(path)
    if path in rendering.settings:
        page.meta = rendering.settings[path]
        variables |= {"page_is_own": is_own, "page_template": page.meta.get("template", _DEFAULT)}
    return is_own


def is_own(page: Page, context: BuildContext) -> bool:
    """Return whether this process renders a page."""
    workers = context.rendering.workers
    return workers is None or workers.is_own(page.file.src_uri)


def finish(page: Page, context: BuildContext) -> None:
    """Send a page that this process has rendered to the build, if this is a copy of it."""
    workers, path = context.rendering.workers, page.file.src_uri
    if workers and workers.is_copy and workers.is_own(path):
        workers.give(path, context.rendering.pages[path])


def end(context: BuildContext) -> None:
    """End the copies of the build, whose pages are all written."""
    _BUILD_LOG.removeFilter(_is_no_skipped_page)
    if context.rendering.workers:
        context.rendering.workers.finish()


def _is_no_skipped_page(record: logging.LogRecord) -> bool:
    """Leave out what MkDocs logs of each page that another process renders."""
    return not record.getMessage().startswith("Page skipped:")


def _costs(context: BuildContext) -> dict[str, int]:
    costs = {path: _TEMPLATE_COST + len(page.content or "") for path, page in context.pages.items()}
    if BIBLIOGRAPHY_PAGE in costs:  # the list of sources is still to come
        costs[BIBLIOGRAPHY_PAGE] += _ENTRY_COST * len(context.guide.bibliography)
    return costs
