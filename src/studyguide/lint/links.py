"""Find the links and pictures of a chapter, and the link above each, that lead nowhere, or out of the guide."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from urllib.parse import SplitResult, unquote, urlsplit

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY, BIBLIOGRAPHY_PAGE, GLOSSARY, TIMELINE
from studyguide.diagnostics.diagnostic import ALIKE, NEAR, Location, Problem, did_you_mean
from studyguide.diagnostics.rules import Kind
from studyguide.lint.pictures import picture_fault
from studyguide.markdown.chapter import Chapter, Link
from studyguide.markdown.header_link import HOME, read_header_link
from studyguide.markdown.urls import SAFE_SCHEMES, scheme_of, unsafe_address

_WHAT: Mapping[Kind, str] = {
    "unknown-term": f"term in {GLOSSARY} has the id",
    "unknown-event": f"event in {TIMELINE} has the id",
    "unknown-source": f"source in {BIBLIOGRAPHY} has the key",
    "unknown-file": "file in docs/ is",
}
_WEBSITE = re.compile(r"(?i)www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|edu|eu|gov|info|int|net|org|uk)(?:/|$)")


def unknown(where: Location, kind: Kind, name: str, known: Collection[str] | None, what: str = "") -> Iterator[Problem]:
    """A problem where `name` is not among the `known` ones; nothing where nobody knows them.

    `what` says what there is no one of, where the kind alone does not: "section of docs/background.md has the id".
    """
    if known is not None and name not in known:
        closeness = ALIKE if kind == "unknown-file" else NEAR
        hint = did_you_mean(name, known, closeness) or "Check the spelling."
        yield Problem(where, kind, f'No {what or _WHAT[kind]} "{name}".', hint)


def broken_links(
    guide: Guide, chapter: Chapter, pages: Mapping[str, Chapter], files: Collection[str]
) -> Iterator[Problem]:
    """The links of a chapter that lead to no term, event, source, file or place; `pages` are the chapters by file."""
    for link in chapter.links:
        yield from _broken_link(guide, link, chapter.path, pages, files)


def broken_header_link(guide: Guide, pages: Mapping[str, Chapter], files: Collection[str]) -> Iterator[Problem]:
    """The link at the top of each page, where it is none or leads nowhere."""
    if not guide.header_link:
        return
    header = read_header_link(guide.header_link)
    if header:
        yield from _broken_link(guide, header.link, HOME, pages, files)
    else:
        message = f'"header_link" cannot be "{guide.header_link.text}".'
        hint = 'Write one link, as in "[Get help](index.md#get-help)", or leave the line out.'
        yield Problem(guide.header_link.where, "wrong-form", message, hint)


def _broken_link(
    guide: Guide, link: Link, path: str, pages: Mapping[str, Chapter], files: Collection[str]
) -> Iterator[Problem]:
    """Look at a link that is written for the chapter at `path`."""
    known: Mapping[str, tuple[Kind, Collection[str] | None]] = {
        "term": ("unknown-term", guide.term_ids),
        "event": ("unknown-event", guide.event_ids),
        "source": ("unknown-source", guide.source_keys),
    }
    scheme, _, name = link.target.partition(":")
    if not link.target.strip():
        yield Problem(link.where, "unknown-link", "This link has no address.", "Write where it leads.")
    elif scheme in known:
        kind, names = known[scheme]
        yield from unknown(link.where, kind, name, names)
    else:
        yield from _broken_file_link(guide, link, path, pages, files)


def _broken_file_link(
    guide: Guide, link: Link, here: str, pages: Mapping[str, Chapter], files: Collection[str]
) -> Iterator[Problem]:
    parts = _split(link.target)
    if not parts:
        yield _unreadable(link.where, link.target)
        return
    if parts.scheme or parts.netloc:
        hint = did_you_mean(parts.scheme, ("term", "event", "source"))
        if hint:
            message = f'No link begins with "{link.target.partition(":")[0]}:".'
            yield Problem(link.where, "unknown-link", message, hint)
        elif (unsafe := scheme_of(link.target)) not in SAFE_SCHEMES:
            yield unsafe_address(link.where, unsafe)
        return
    if parts.path.startswith("/"):
        hint = 'Link to a chapter\'s file, as in "background.md#poverty".'
        yield Problem(link.where, "absolute-link", f'The link "{link.target}" works on one site alone.', hint)
        return
    path = resolved(here, parts.path) if parts.path else here
    if path not in files and _WEBSITE.match(parts.path):
        hint = f'Write "https://{link.target}" if it is a website.'
        yield Problem(link.where, "unknown-file", f'No file in docs/ is "{parts.path}".', hint)
    elif path not in files:
        yield from unknown(link.where, "unknown-file", path, files)
    elif parts.fragment and path in pages and pages[path].readable:
        ids: Collection[str] = pages[path].ids
        if path == BIBLIOGRAPHY_PAGE:  # its list is made when all chapters are read
            ids = {*ids, *(source.anchor for source in guide.sources)}
        what = f"place in docs/{path} has the id"
        yield from unknown(link.where, "unknown-section", unquote(parts.fragment), ids, what)


def faulty_pictures(
    chapter: Chapter, files: Collection[str], read_file: Callable[[str], bytes] | None = None
) -> Iterator[Problem]:
    """The pictures of a chapter that have no text, no file, one on another site, or one that nobody would see."""
    for picture in chapter.pictures:
        if not picture.alternative.strip():
            message = "This picture has no text for those who cannot see it."
            hint = "Say in a sentence what it shows: ![A bar chart of ...](file.svg)."
            yield Problem(picture.where, "picture-without-text", message, hint)
        if picture.source is None:
            continue
        parts = _split(picture.source)
        if not parts:
            yield _unreadable(picture.where, picture.source)
        elif (unsafe := scheme_of(picture.source)) not in ("", "http", "https"):
            yield unsafe_address(picture.where, unsafe)
        elif parts.scheme in {"http", "https"} or parts.netloc:
            message = "This picture would be fetched from another site."
            hint = "Save it in docs/assets/ and name that file."
            yield Problem(picture.where, "picture-from-elsewhere", message, hint)
        elif not parts.path:
            message = "This picture names no file."
            yield Problem(picture.where, "unknown-file", message, "Name one below docs/, as in assets/chart.svg.")
        else:
            path = resolved(chapter.path, parts.path)
            yield from unknown(picture.where, "unknown-file", path, files)
            if read_file and path in files:
                fault = picture_fault(path, read_file(path), is_printed=chapter.is_printed)
                yield from [Problem(picture.where, "wrong-picture", *fault)] if fault else ()


def resolved(path: str, relative: str) -> str:
    """Give the file below `docs/` that an address in the chapter at `path` names."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(relative)))


def _split(address: str) -> SplitResult | None:
    """The parts of an address, or None where it breaks the rules of addresses."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _unreadable(where: Location, address: str) -> Problem:
    message = f'The address "{address}" cannot be read.'
    return Problem(where, "unreadable-address", message, 'Check the part after the "//".')
