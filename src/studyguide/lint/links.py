"""Check links and pictures: targets of chapters and of the header link, picture files and alternative texts."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from studyguide.data.address_slips import address_slips
from studyguide.data.countries import GROUPS, GROUPS_ANCHOR, NAMED_ANCHOR, country_anchor, group_anchor, heading_anchor
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, COUNTRIES_PAGE
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.lint.context import LintContext
from studyguide.lint.references import unknown
from studyguide.lint.registry import on_chapter, on_guide
from studyguide.markdown.chapter import Chapter, Link, Picture
from studyguide.markdown.header_link import HOME, read_header_link
from studyguide.markdown.urls import SAFE_SCHEMES, scheme_of, unsafe_url_scheme

_MAIL = re.compile(r"[^/@\s]+@[^/@\s]+\.\w+")
_WEBSITE = re.compile(r"(?i)www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|edu|eu|gov|info|int|net|org|uk)(?:/|$)")


@on_chapter
def broken_links(chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    """Find links to unknown terms, events, sources, files or anchors, and with unsafe URLs."""
    for link in chapter.links:
        yield from _broken_link(link, chapter.path, context)


@on_guide
def broken_header_link(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Check the form and the target of the header link."""
    if not guide.header_link:
        return
    header = read_header_link(guide.header_link)
    if header:
        yield from _broken_link(header.link, HOME, context)
    else:
        yield problem(guide.header_link.where, "wrong-form", "header-link", value=guide.header_link.text)


def _broken_link(link: Link, path: str, context: LintContext) -> Iterator[Problem]:
    """Check a link as in the chapter at `path`."""
    guide = context.guide
    scheme, _, name = link.target.partition(":")
    if not link.target.strip():
        yield problem(link.where, "unknown-link", "empty")
    elif scheme == "term":
        yield from unknown(link.where, "unknown-term", "", name, guide.term_ids)
    elif scheme == "event":
        yield from unknown(link.where, "unknown-event", "", name, guide.event_ids)
    elif scheme == "source":
        yield from unknown(link.where, "unknown-source", "", name, guide.source_keys)
    else:
        yield from _broken_file_link(link, path, context)


def _meant_as(path: str) -> str:
    """Return the message on a path that is an address of something else; empty where it may be that of a file."""
    return "mail" if _MAIL.fullmatch(path) else "website" if _WEBSITE.match(path) else ""


def _broken_file_link(link: Link, here: str, context: LintContext) -> Iterator[Problem]:
    files, pages = context.files, context.pages
    if next(address_slips(link.target), None):  # reported with the other addresses of the file
        return
    parts = _split(link.target)
    if not parts:
        yield problem(link.where, "unreadable-address", address=link.target)
        return
    if parts.scheme or parts.netloc:
        if fix := did_you_mean(parts.scheme, ("term", "event", "source")):
            yield problem(link.where, "unknown-link", "scheme", scheme=link.target.partition(":")[0], fix=fix)
        elif (unsafe := scheme_of(link.target)) not in SAFE_SCHEMES:
            yield unsafe_url_scheme(link.where, unsafe)
        return
    if parts.path.startswith("/"):
        yield problem(link.where, "absolute-link", address=link.target)
        return
    path = resolved(here, parts.path) if parts.path else here
    if path in context.lost_chapters:
        return
    if path not in files and (message := _meant_as(parts.path)):
        yield problem(link.where, "unknown-file", message, name=parts.path, address=link.target)
    elif path not in files:
        yield from unknown(link.where, "unknown-file", "", path, files)
    elif context.pictures and (context.pictures.is_picture(path) or context.pictures.is_of_camera(path)):
        yield from _fault_of(path, link.where, context)
    elif parts.fragment and path in pages and pages[path].readable:
        ids = pages[path].ids | _later_ids(path, context)
        yield from unknown(link.where, "unknown-section", "place", unquote(parts.fragment), ids, path=path)


def _later_ids(path: str, context: LintContext) -> frozenset[str]:
    """Return the ids on a page that are rendered after all chapters: those of sources, countries and their groups."""
    if path == BIBLIOGRAPHY_PAGE:
        return frozenset(source.anchor for source in context.guide.sources)
    if path == COUNTRIES_PAGE and context.guide.has_countries:
        named = (anchor(code) for code in context.named_countries for anchor in (country_anchor, heading_anchor))
        return frozenset((NAMED_ANCHOR, GROUPS_ANCHOR, *named, *map(group_anchor, GROUPS)))
    return frozenset()


@on_chapter
def faulty_pictures(chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    """Find pictures without alternative text or file, from other sites, or in a format that readers cannot see."""
    for picture in chapter.pictures:
        if not picture.alternative.strip() and picture.source != "":  # one without a file is told as such
            yield problem(picture.where, "picture-without-text")
        if picture.source is not None:
            yield from _faulty_file(picture, picture.source, chapter, context)


def _faulty_file(picture: Picture, source: str, chapter: Chapter, context: LintContext) -> Iterator[Problem]:
    parts = _split(source)
    if not parts:
        yield problem(picture.where, "unreadable-address", address=source)
    elif (unsafe := scheme_of(source)) not in ("", "http", "https"):
        yield unsafe_url_scheme(picture.where, unsafe)
    elif parts.scheme in {"http", "https"} or parts.netloc:
        yield problem(picture.where, "picture-from-elsewhere")
    elif not parts.path:
        yield problem(picture.where, "unknown-file", "no-picture")
    elif "{{" in source:  # a template, told as such
        return
    else:
        path = resolved(chapter.path, parts.path)
        yield from unknown(picture.where, "unknown-file", "", path, context.files)
        yield from _fault_of(path, picture.where, context)


def _fault_of(path: str, where: Location, context: LintContext) -> Iterator[Problem]:
    fault = context.pictures.fault(path) if context.pictures and path in context.files else None
    yield from [fault.at(where)] if fault else ()


def resolved(path: str, relative: str) -> str:
    """Resolve a relative URL in the chapter at `path` to a path below `docs/`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(relative)))


def _split(address: str) -> SplitResult | None:
    """Split a URL; return None where it is malformed."""
    try:
        return urlsplit(address)
    except ValueError:
        return None
