"""What `mkdocs serve` keeps of a good build for the next one: chapters that nobody has changed, and compiled templates.

MkDocs itself converts every chapter and compiles every template anew at each save.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import markdown.extensions
from jinja2 import BytecodeCache
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.toc import TableOfContents

    from studyguide.data.guide import Guide
    from studyguide.markdown.chapter import Chapter

_SEE_TEXT_ALONE = frozenset(module.name for module in pkgutil.iter_modules(markdown.extensions.__path__))
"""Python-Markdown's own extensions. Another may read files, such as the snippets of PyMdown, or what not."""


class TemplateCache(BytecodeCache):
    """The templates as Jinja has compiled them; it asks for one by its text, so that a changed one is not found."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled before, if anything."""
        if code := self._compiled.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what has just been compiled."""
        self._compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@dataclass(frozen=True)
class CachedPage:
    """A chapter before it was converted, and what came of it."""

    begun: Chapter | None
    markdown: str
    html: str
    title: str | None
    toc: TableOfContents
    anchors: set[str] | None
    links_to_anchors: dict[str, dict[str, str]]
    """By the file that they lead to."""
    chapter: Chapter


class PageCache:
    """The pages of the last good build, for as long as all that a page is made with stays the same but its own text."""

    def __init__(self) -> None:
        self._made_with: object = None
        self._pages: dict[str, CachedPage] = {}
        self._next: dict[str, CachedPage] = {}
        self._begun: Chapter | None = None

    def begin(self, guide: Guide, config: MkDocsConfig, files: Files) -> None:
        """Begin a build: forget all pages where anything else has changed that one is made with."""
        names = {(file.src_uri, file.inclusion) for file in files if file.src_dir == config.docs_dir}
        extensions = [name for name in config.markdown_extensions if isinstance(name, str)]  # our own is no name
        settings = (extensions, config.mdx_configs, config.nav, config.use_directory_urls)  # can be inherited
        made_with = (replace(guide, problems=(), style=""), settings, names)  # the style comes later
        if made_with != self._made_with or not _see_text_alone(extensions):
            self._pages = {}
        self._made_with, self._next = made_with, {}

    def finish(self) -> None:
        """End a build that is good."""
        self._pages = self._next

    def convert(self, page: Page, begun: Chapter | None) -> None:
        """Have a chapter that has been `begun` converted, unless it was before; plugins may still change its text."""
        self._begun = begun
        if (kept := self._pages.get(page.file.src_uri)) and kept.begun == begun:
            page.render = partial(self._render, page, kept)  # type: ignore[method-assign]

    def read(self, page: Page, read: Callable[[], Chapter]) -> Chapter:
        """Give the chapter that the page was converted to, as it was read before, or else by `read`."""
        path = page.file.src_uri
        if path not in self._next:
            links = {file.src_uri: dict(anchors) for file, anchors in (page.links_to_anchors or {}).items()}
            self._next[path] = CachedPage(
                self._begun,
                page.markdown or "",
                page.content or "",
                page.title,
                page.toc,
                page.present_anchor_ids,
                links,
                read(),
            )
        return self._next[path].chapter

    def _render(self, page: Page, kept: CachedPage, config: MkDocsConfig, files: Files) -> None:
        if page.markdown != kept.markdown:
            Page.render(page, config, files)
            return
        page.content, page.title, page.toc, page.present_anchor_ids = kept.html, kept.title, kept.toc, kept.anchors
        page.links_to_anchors = {files.src_uris[path]: anchors for path, anchors in kept.links_to_anchors.items()}
        self._next[page.file.src_uri] = kept


def _see_text_alone(extensions: Iterable[str]) -> bool:
    """Tell whether the same text always becomes the same page."""
    return all(name.removeprefix("markdown.extensions.") in _SEE_TEXT_ALONE for name in extensions)
