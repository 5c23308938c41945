"""Write the guide's finished chapters for an engine that knows none of ours: `studyguide chapters`.

Every term, note, source and backlink is in the text of a chapter; nothing is left for a hook or a plugin to do.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from typing import Any, cast
from urllib.parse import urldefrag, urljoin

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from studyguide.citeproc.notes import render_citations
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.guide import Guide
from studyguide.data.paths import SETTINGS
from studyguide.markdown.chapter import Chapter
from studyguide.mkdocs.chapters import link_resolver
from studyguide.mkdocs.config import chapter_span, is_printed, load_config_guide, pages_in_nav
from studyguide.mkdocs.pictures import fit_pictures
from studyguide.mkdocs.reading import reading_extension
from studyguide.outputs.finished_chapter import finished_markdown
from studyguide.outputs.site.csp import with_private_links
from studyguide.outputs.site.search_index import without_inner_attributes

MARK = "# Written by `studyguide chapters`; what is changed here is lost the next time.\n"
_KEPT = ("site_name", "site_description", "site_author", "site_url", "copyright", "use_directory_urls", "nav")


def finished_files(config: MkDocsConfig, *, names_files: bool = False) -> dict[str, bytes]:
    """Return the files of a guide for another engine by name: its chapters, what these show or link to, its settings.

    Links lead to the pages of a site, `../background/`, or with `names_files` to the chapters' files, `background.md`.
    The guide has to be without errors.
    """
    files = get_files(config)
    set_exclusions(files, config)
    guide = load_config_guide(config)
    pages, titles = _pages(config, files)
    chapters = _read(config, guide, files, pages.values())
    finished = _finished(guide, files, pages, _in_reading_order(chapters, titles), titles)
    fit_pictures(files, config)
    linked: set[str] = set()
    texts = {
        f"docs/{path}": _text(pages[path], html, _sources(files), linked, names_files)
        for path, html in finished.items()
    }
    others = {f"docs/{path}": files.src_uris[path].content_bytes for path in sorted(linked - pages.keys())}
    return {SETTINGS: _settings(config).encode(), **{name: text.encode() for name, text in texts.items()}, **others}


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


def _finished(
    guide: Guide, files: Files, pages: Mapping[str, Page], chapters: list[Chapter], titles: Mapping[str, str]
) -> dict[str, str]:
    """Return the HTML of each page with its links, backlinks, notes and sources."""
    linker = link_resolver(files, guide, chapters, titles)
    resolver = PlaceholderResolver(linker, render_citations(chapters, guide))
    linked = {path: linker.link(path, page.content or "") for path, page in pages.items()}
    return {chapter.path: resolver.fill(chapter, linked[chapter.path]) for chapter in chapters}


def _text(page: Page, html: str, sources: Mapping[str, str], linked: set[str], names_files: bool) -> str:
    """Return a chapter's file: its front matter and its finished text. Adds each file it leads to to `linked`."""

    def address(url: str) -> str:
        target = urldefrag(url)
        source = sources.get(urljoin(f"/{page.url}", target.url)) if target.url else None
        if source is None:
            return url
        linked.add(source)
        path = posixpath.relpath(source, posixpath.dirname(page.file.src_uri) or ".")
        return (f"{path}#{target.fragment}" if target.fragment else path) if names_files else url

    text = finished_markdown(with_private_links(without_inner_attributes(html)), address)
    matter = f"---\n{yaml.safe_dump(dict(page.meta), allow_unicode=True)}---\n\n" if page.meta else ""
    return matter + text


def _sources(files: Files) -> dict[str, str]:
    """Return each file below `docs/` by its URL, as if the site were at the root of its host."""
    return {urljoin("/", file.url): file.src_uri for file in files}


def _settings(config: MkDocsConfig) -> str:
    """Return a mkdocs.yml with which MkDocs alone builds the chapters."""
    kept: dict[str, Any] = {name: config[name] for name in _KEPT if config[name]}
    return MARK + yaml.safe_dump({**kept, "markdown_extensions": ["attr_list"]}, allow_unicode=True, sort_keys=False)
