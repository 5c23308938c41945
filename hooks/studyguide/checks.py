"""Find everything that is wrong with a guide, in one go.

A check takes what was loaded and read, and gives problems; it changes nothing, logs nothing and raises nothing.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from urllib.parse import SplitResult, unquote, urlsplit

from studyguide.chapters import Chapter, Link
from studyguide.files import LOST, Passage, find_conflict
from studyguide.guide import Guide
from studyguide.layout import (
    BIBLIOGRAPHY,
    BIBLIOGRAPHY_PAGE,
    GLOSSARY,
    KEY_TERMS_PAGE,
    STAKEHOLDERS_PAGE,
    TIMELINE,
    TIMELINE_PAGE,
)
from studyguide.pages import markers_in
from studyguide.problems import Location, Problem, did_you_mean
from studyguide.terms import shared_forms


def check_guide(guide: Guide, chapters: Sequence[Chapter], files: Collection[str]) -> list[Problem]:
    """Give every problem of the guide, sorted by place.

    `files` are all files below `docs/`, pages and pictures, as paths from there.
    """
    pages = {chapter.path: chapter for chapter in chapters}
    found = chain(
        guide.problems,
        chain.from_iterable(chapter.problems for chapter in chapters),
        shared_forms(guide.terms),
        _unknown_ids(guide, pages),
        _unknown_sources(guide, chapters),
        _uncited_sources(guide, chapters),
        chain.from_iterable(_broken_links(guide, chapter, pages, files) for chapter in chapters),
        chain.from_iterable(_faulty_pictures(chapter, files) for chapter in chapters),
        chain.from_iterable(_lost_characters(chapter.passage) for chapter in chapters),
        filter(None, (find_conflict(chapter.passage.file) for chapter in chapters)),
        _missing_markers(guide, pages),
    )
    return sorted(set(found))


def _unknown(where: Location, what: str, name: str, known: Iterable[str] | None) -> Iterator[Problem]:
    """A problem where `name` is not among the `known` ones; nothing where nobody knows them."""
    if known is not None and name not in (names := set(known)):
        hint = did_you_mean(name, names) or "Check the spelling."
        yield Problem(where, f'No {what} "{name}".', hint)


def _unknown_ids(guide: Guide, pages: Mapping[str, Chapter]) -> Iterator[Problem]:
    """The ids that terms and events name."""
    for term in guide.terms:
        for other in term.see_also:
            yield from _unknown(other.where, f"term in {GLOSSARY} has the id", other.text, guide.term_ids)
    stakeholders = pages.get(STAKEHOLDERS_PAGE)
    actors = {section.id for section in stakeholders.sections if section.level > 1} if stakeholders else set()
    for event in guide.events:
        for term_id in event.terms:
            yield from _unknown(term_id.where, f"term in {GLOSSARY} has the id", term_id.text, guide.term_ids)
        for actor in event.actors:
            yield from _unknown(actor.where, f"section of docs/{STAKEHOLDERS_PAGE} has the id", actor.text, actors)
        for see in event.see:
            path, _, anchor = see.text.partition("#")
            if path not in pages:
                yield from _unknown(see.where, "chapter is at", path, pages)
            else:
                section_ids = {section.id for section in pages[path].sections}
                what = f"section of docs/{path} has the id"
                yield from _unknown(see.where, what, anchor, section_ids) if anchor else ()
    term_ids, event_ids = guide.term_ids or frozenset(), guide.event_ids or frozenset()
    former = [(former, "term", term_ids) for term in guide.terms for former in term.former_ids]
    former += [(former, "event", event_ids) for event in guide.events for former in event.former_ids]
    for passage, noun, ids in former:
        if passage.text in ids:
            message = f'The former id "{passage.text}" is the id of another {noun}.'
            yield Problem(passage.where, message, "Take it out here.")


def _unknown_sources(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    what = f"source in {BIBLIOGRAPHY} has the key"
    for chapter in chapters:
        for citation in chapter.citations:
            for work in citation.works:
                yield from _unknown(work.where or citation.where, what, work.key, guide.source_keys)


def _uncited_sources(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    if guide.term_ids is None or guide.event_ids is None:
        return  # what cites it may stand in the file that cannot be read
    cited = {key for chapter in chapters for citation in chapter.citations for key in citation.keys}
    cited |= {link.target.removeprefix("source:") for chapter in chapters for link in chapter.links}
    for source in guide.sources:
        if source.key not in cited and not source.is_further_reading:
            hint = "Cite it, or mark it with keywords = {further-reading}."
            yield Problem(source.where, f'Nothing cites the source "{source.key}".', hint, is_warning=True)


def _broken_links(
    guide: Guide, chapter: Chapter, pages: Mapping[str, Chapter], files: Collection[str]
) -> Iterator[Problem]:
    known = {
        "term": (f"term in {GLOSSARY} has the id", guide.term_ids),
        "event": (f"event in {TIMELINE} has the id", guide.event_ids),
        "source": (f"source in {BIBLIOGRAPHY} has the key", guide.source_keys),
    }
    for link in chapter.links:
        kind, _, name = link.target.partition(":")
        if kind in known:
            yield from _unknown(link.where, known[kind][0], name, known[kind][1])
        else:
            yield from _broken_file_link(guide, link, chapter, pages, files)


def _broken_file_link(
    guide: Guide, link: Link, chapter: Chapter, pages: Mapping[str, Chapter], files: Collection[str]
) -> Iterator[Problem]:
    parts = _split(link.target)
    if not parts:
        yield _unreadable(link.where, link.target)
        return
    if parts.scheme or parts.netloc:
        hint = did_you_mean(parts.scheme, ("term", "event", "source"))
        if hint:
            yield Problem(link.where, f'No link begins with "{link.target.partition(":")[0]}:".', hint)
        return
    if parts.path.startswith("/"):
        hint = 'Link to a chapter\'s file, as in "background.md#poverty".'
        yield Problem(link.where, f'The link "{link.target}" works on one site alone.', hint)
        return
    path = _resolved(chapter.path, parts.path) if parts.path else chapter.path
    if path not in files:
        yield from _unknown(link.where, "file in docs/ is", path, files)
    elif parts.fragment and path in pages:
        chapter_ids = pages[path].ids | _made_ids(path, guide)
        yield from _unknown(link.where, f"place in docs/{path} has the id", unquote(parts.fragment), chapter_ids)


def _made_ids(path: str, guide: Guide) -> set[str]:
    """The anchors of the bibliography, which is made when all chapters are read."""
    return {source.anchor for source in guide.sources} if path == BIBLIOGRAPHY_PAGE else set()


def _split(address: str) -> SplitResult | None:
    """The parts of an address, or None where it breaks the rules of addresses."""
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _unreadable(where: Location, address: str) -> Problem:
    return Problem(where, f'The address "{address}" cannot be read.', 'Check the part after the "//".')


def _resolved(path: str, relative: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(relative)))


def _faulty_pictures(chapter: Chapter, files: Collection[str]) -> Iterator[Problem]:
    for picture in chapter.pictures:
        if not picture.alternative.strip():
            hint = "Say in a sentence what it shows: ![A bar chart of ...](file.svg)."
            yield Problem(picture.where, "This picture has no text for those who cannot see it.", hint)
        parts = _split(picture.source)
        if not parts:
            yield _unreadable(picture.where, picture.source)
        elif parts.scheme in {"http", "https"} or parts.netloc:
            hint = "Save it in docs/assets/ and name that file."
            yield Problem(picture.where, "This picture would be fetched from another site.", hint)
        elif parts.path and not parts.scheme:
            yield from _unknown(picture.where, "file in docs/ is", _resolved(chapter.path, parts.path), files)


def _lost_characters(passage: Passage) -> Iterator[Problem]:
    offset = passage.text.find(LOST)
    if offset >= 0:
        message = "A character here was lost when the text was copied."
        yield Problem(passage.locate(offset), message, "Type it again.")


def _missing_markers(guide: Guide, pages: Mapping[str, Chapter]) -> Iterator[Problem]:
    """What no page shows is lost to the reader."""
    needs = {
        (KEY_TERMS_PAGE, "key-terms"): any(not term.is_abbreviation for term in guide.terms),
        (KEY_TERMS_PAGE, "abbreviations"): any(term.is_abbreviation for term in guide.terms),
        (TIMELINE_PAGE, "timeline"): bool(guide.events),
        (BIBLIOGRAPHY_PAGE, "works-cited"): bool(guide.sources),
        (BIBLIOGRAPHY_PAGE, "further-reading"): any(source.is_further_reading for source in guide.sources),
    }
    counts = Counter((path, marker) for path, page in pages.items() for marker in markers_in(page.passage.text))
    for (path, marker), needed in needs.items():
        if needed and not counts[path, marker]:
            message = f'There is no line "<!-- {marker} -->" on this page.'
            yield Problem(Location(f"docs/{path}"), message, "Put it where the list is to stand.")
