"""Write the guide's finished chapters for an engine that knows none of ours: `studyguide chapters`.

Every term, note, source and backlink is in the text of a chapter; nothing is left for a hook or a plugin to do.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag, urljoin

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from studyguide.citeproc.notes import render_citations
from studyguide.crossref.changes import find_changes
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.paths import SETTINGS
from studyguide.markdown.country_marks import without_country_marks
from studyguide.mkdocs.chapters import link_resolver
from studyguide.mkdocs.pictures import fit_pictures
from studyguide.mkdocs.whole_guide import WholeGuide, read_whole_guide
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
    whole = read_whole_guide(config)
    files, pages, finished = whole.files, whole.pages, _finished(whole)
    fit_pictures(files, config)
    linked: set[str] = set()
    sources = _sources(files)
    texts = {f"docs/{path}": _text(pages[path], html, sources, linked, names_files) for path, html in finished.items()}
    others = {f"docs/{path}": files.src_uris[path].content_bytes for path in sorted(linked - pages.keys())}
    return {SETTINGS: _settings(config).encode(), **{name: text.encode() for name, text in texts.items()}, **others}


def _finished(whole: WholeGuide) -> dict[str, str]:
    """Return the HTML of each page with its links, backlinks, notes and sources."""
    changes = find_changes(whole.guide, whole.chapters, whole.html)
    linker = link_resolver(whole.files, whole.guide, whole.chapters, whole.titles, changes)
    resolver = PlaceholderResolver(linker, render_citations(whole.chapters, whole.guide))
    linked = {path: linker.link(path, html) for path, html in whole.html.items()}
    return {chapter.path: resolver.fill(chapter, linked[chapter.path]) for chapter in whole.chapters}


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

    text = finished_markdown(with_private_links(without_country_marks(without_inner_attributes(html))), address)
    matter = f"---\n{yaml.safe_dump(dict(page.meta), allow_unicode=True)}---\n\n" if page.meta else ""
    return matter + text


def _sources(files: Files) -> dict[str, str]:
    """Return each file below `docs/` by its URL, as if the site were at the root of its host."""
    return {urljoin("/", file.url): file.src_uri for file in files}


def _settings(config: MkDocsConfig) -> str:
    """Return a mkdocs.yml with which MkDocs alone builds the chapters."""
    kept: dict[str, Any] = {name: config[name] for name in _KEPT if config[name]}
    return MARK + yaml.safe_dump({**kept, "markdown_extensions": ["attr_list"]}, allow_unicode=True, sort_keys=False)
