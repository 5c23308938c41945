"""Every stage of a page's content between Python-Markdown and the template; no other module assigns `page.content`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyguide.crossref.completeness import count_page
from studyguide.mkdocs import search
from studyguide.mkdocs.rendering import RenderedPage
from studyguide.mkdocs.topics import with_topic
from studyguide.outputs.site.search_index import without_inner_attributes

if TYPE_CHECKING:
    from mkdocs.structure.pages import Page

    from studyguide.crossref.links import LinkResolver
    from studyguide.mkdocs.context import BuildContext


def link(linker: LinkResolver, context: BuildContext) -> None:
    """Resolve the internal links of every page, and add its backlinks."""
    for path, page in context.pages.items():
        page.content = linker.link_page(path, page.content or "")
        if topic := context.variables.topics.get(path):
            page.content = with_topic(page.content, topic)


def fill(page: Page, context: BuildContext) -> str:
    """Return the page's content with its placeholders resolved, which the first call does."""
    path = page.file.src_uri
    if path not in context.counted:
        page.content = context.wait_for_resolver().fill(context.chapters[path], page.content or "")
        context.counted[path] = count_page(page.content)
    return page.content or ""


def finish(page: Page, context: BuildContext) -> str:
    """Return the filled content without the attributes of search and print, and keep what is known of the page."""
    html = fill(page, context)
    context.rendering.pages[page.file.src_uri] = RenderedPage(
        context.counted[page.file.src_uri],
        search.notes_of(page, html, context),
        search.searched_bibliography(page, html),
    )
    return without_inner_attributes(html)


def replace(page: Page, html: str) -> None:
    """Replace the page's content by the finished content, for its template."""
    page.content = html


def free_content(page: Page) -> None:
    """Free the content of a rendered page."""
    page.content = None
