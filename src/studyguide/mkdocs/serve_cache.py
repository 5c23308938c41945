"""The cache of `mkdocs serve`: the chapters and the compiled templates of the last good build.

MkDocs itself converts every chapter and compiles every template again at each save.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.markdown.chapter import Chapter
    from studyguide.mkdocs.converted_page import ConvertedPage


class TemplateCache(BytecodeCache):
    """An in-memory bytecode cache for Jinja, which looks a template up by the checksum of its source."""

    def __init__(self) -> None:
        self._compiled: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the cached bytecode into the bucket, if there is any."""
        if code := self._compiled.get((bucket.key, bucket.checksum)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache the bucket's bytecode."""
        self._compiled[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@dataclass(frozen=True)
class CachedPage:
    """A chapter before its conversion, and the results of the conversion."""

    begun: Chapter | None
    markdown: str
    converted: ConvertedPage


class PageCache:
    """The pages of the last good build, valid until an input changes that is not the page's own text."""

    def __init__(self) -> None:
        self._shared: Path | None = None
        self._pages: dict[str, CachedPage] = {}
        self._next: dict[str, CachedPage] = {}
        self._begun: Chapter | None = None

    def begin(self, shared: Path | None) -> None:
        """Begin a build; invalidate all pages if what they share has changed: see `kept_pages.place_of_pages`."""
        if shared is None or shared != self._shared:
            self._pages = {}
        self._shared, self._next = shared, {}

    def finish(self) -> None:
        """Replace the cached pages by those of a good build."""
        self._pages = self._next

    def convert(self, page: Page, begun: Chapter | None) -> None:
        """Let the page use its cached conversion if `begun`, the chapter before conversion, is unchanged.

        Plugins may still change its text: the cache is used only if the final text is unchanged too.
        """
        self._begun = begun
        if (cached := self._pages.get(page.file.src_uri)) and cached.begun == begun:
            page.render = partial(self._render, page, cached)  # type: ignore[method-assign]

    def read(self, page: Page, read: Callable[[], ConvertedPage]) -> ConvertedPage:
        """Return the converted page: the cached one, or else the result of `read`, which is cached."""
        path = page.file.src_uri
        if path not in self._next:
            self._next[path] = CachedPage(self._begun, page.markdown or "", read())
        return self._next[path].converted

    def _render(self, page: Page, cached: CachedPage, config: MkDocsConfig, files: Files) -> None:
        if page.markdown != cached.markdown:
            Page.render(page, config, files)
            return
        cached.converted.put_into(page, files)
        self._next[page.file.src_uri] = cached
