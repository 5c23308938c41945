"""Find the files in `docs/` to which nothing leads; they are not published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from urllib.parse import urlsplit

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.lint.links import resolved
from studyguide.markdown.chapter import Chapter

_FOR_HOSTS = frozenset(
    ("CNAME", "_headers", "_redirects", "ads.txt", "favicon.ico", "humans.txt", "robots.txt", "security.txt")
)
"""Names of files at the top that web hosts and robots look for."""
_OF_PROGRAMS = re.compile(r"~\$|(?:Thumbs\.db|desktop\.ini|Icon\r)$", re.IGNORECASE)
"""Names of files that Windows, macOS and Word leave behind: nobody needs to be told of them."""
_ATTRIBUTE = re.compile(r"\b(?:src|href|data|poster|srcset)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_REFERRING = (".css", ".js", ".mjs", ".json", ".webmanifest")
"""Files that may name others."""
_CHAPTER_AS_TEXT = re.compile(r"(.+\.md)\.(?:txt|docx?|rtf)$", re.IGNORECASE)


def unlinked_files(
    paths: Collection[str], guide: Guide, chapters: Iterable[Chapter], named: str, read_text: Callable[[str], str]
) -> list[str]:
    """Return those of the files at `paths`, relative to `docs/`, to which neither a page nor another file leads.

    `named` are the texts, such as templates, that may name a file without a link; `read_text` reads a file below docs.
    """
    links = [guide.header_link.text] if guide.header_link else []
    texts = [named, *links, *(file.text for file in guide.files)]
    wanted = {path for chapter in chapters if paths for path in _targets(chapter)}
    left = {path for path in paths if path not in wanted and not _is_for_hosts(path)}
    texts += [read_text(path) for path in set(paths) - left if path.endswith(_REFERRING)]
    while texts:
        text = texts.pop()
        found = {path for path in left if _is_named(path, text)}
        left -= found
        texts += [read_text(path) for path in found if path.endswith(_REFERRING)]
    return sorted(left)


def unlinked_problems(paths: Iterable[str]) -> Iterator[Problem]:
    """Report these files, but for those that a program has left behind."""
    for path in paths:
        where, name = Location(f"docs/{path}"), posixpath.basename(path)
        if chapter := _CHAPTER_AS_TEXT.match(name):
            yield problem(where, "unlinked-file", "chapter", name=name, chapter=chapter[1])
        elif not _OF_PROGRAMS.match(name):
            yield problem(where, "unlinked-file")


def _targets(chapter: Chapter) -> Iterator[str]:
    """Yield the paths to which a chapter's Markdown and HTML lead, and those in its front matter."""
    text = chapter.span.file.text
    addresses = [link.target for link in chapter.links]
    addresses += [picture.source for picture in chapter.pictures if picture.source]
    addresses += _ATTRIBUTE.findall(text)
    addresses += re.findall(r":[ \t]*[\"']?([^\s\"']+)", text[: chapter.span.start])
    for address in addresses:
        if _SCHEME.match(address):
            continue
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if not parts.netloc:
            yield resolved(chapter.path, parts.path)
            yield resolved("index.md", parts.path)


def _is_for_hosts(path: str) -> bool:
    return path in _FOR_HOSTS or path.startswith(".well-known/")


def _is_named(path: str, text: str) -> bool:
    return posixpath.basename(path) in text
