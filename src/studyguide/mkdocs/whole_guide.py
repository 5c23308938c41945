"""Read a whole guide without building it: its pages as MkDocs converts them, and its chapters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from studyguide.data.guide import Guide
from studyguide.markdown.chapter import Chapter
from studyguide.mkdocs.config import chapter_span, is_printed, load_config_guide, pages_in_nav
from studyguide.mkdocs.reading import reading_extension


@dataclass(frozen=True)
class WholeGuide:
    """A guide with its chapters read; links and notes are not resolved."""

    guide: Guide
    files: Files
    pages: Mapping[str, Page]
    """By file. Their `content` is the converted HTML."""
    chapters: list[Chapter]
    """In the navigation's order, then those outside it, as in a build."""
    titles: Mapping[str, str]
    """The titles that the navigation gives, by file, in its order."""

    @property
    def html(self) -> dict[str, str]:
        """The HTML of each page by its file, with all placeholders."""
        return {path: page.content or "" for path, page in self.pages.items()}


def read_whole_guide(config: MkDocsConfig) -> WholeGuide:
    """Read the guide that a config describes. It has to be without errors."""
    files = get_files(config)
    set_exclusions(files, config)
    guide = load_config_guide(config)
    pages, titles = _pages(config, files)
    chapters = _read(config, guide, files, pages.values())
    return WholeGuide(guide, files, pages, _in_reading_order(chapters, titles), titles)


def _pages(config: MkDocsConfig, files: Files) -> tuple[dict[str, Page], dict[str, str]]:
    """Return the pages by file, and the titles that the navigation gives, in its order."""
    navigation = get_navigation(files, config)
    titles = {page.file.src_uri: str(page.title) for page in navigation.pages if page.title}
    pages = {file.src_uri: file.page or Page(None, file, config) for file in files.documentation_pages()}
    return pages, titles


def _read(config: MkDocsConfig, guide: Guide, files: Files, pages: Iterable[Page]) -> list[Chapter]:
    """Have MkDocs convert each page, with the config's own Markdown extensions, and return the chapters."""
    reading, in_nav, chapters = reading_extension(guide), pages_in_nav(config, files), []
    config.markdown_extensions.append(cast("str", reading))  # Python-Markdown accepts instances too
    for page in pages:
        page.read_source(config)
        span, printed = chapter_span(page.file, page.markdown or ""), is_printed(page.file, page.meta, in_nav)
        page.markdown = reading.prepare(page.file.src_uri, span, is_printed=printed)
        page.render(config, files)
        chapters.append(reading.finish(page.content or ""))
    return chapters


def _in_reading_order(chapters: Iterable[Chapter], titles: Mapping[str, str]) -> list[Chapter]:
    """Return the chapters in the navigation's order, then those outside it, as in a build."""
    place = {path: number for number, path in enumerate(titles)}
    return sorted(chapters, key=lambda chapter: (place.get(chapter.path, len(place)), chapter.path))
