"""Find everything that is wrong with a guide, in one go.

A check takes what was loaded and read, and gives problems; it changes nothing, logs nothing and raises nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import chain

from studyguide.data.glossary import shared_forms
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, STAKEHOLDERS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import LOST, SourceFile, find_conflict
from studyguide.lint.content import advise
from studyguide.lint.links import broken_header_link, broken_links, faulty_pictures, unknown
from studyguide.lint.lost_markup import lost_in_reading
from studyguide.lint.suppressions import without_allowed
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.citations import parse_citation
from studyguide.markdown.data_pages import markers_in
from studyguide.markdown.source import without_code

_REST = re.compile(r"[^\W\d_]+(?:\. ?| )[\divxlc]|pp?\d|\d[\d\s–-]*$")
"""What stands behind a source's key: `art. 1`, `pp. iv`, `paras 3 and 4`, `12-14`."""
_LOST_IN_YAML = re.compile(LOST)  # its reader tells of the others
_LOST = re.compile(f"[{LOST}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # what stands for a character, or is none


def check_guide(
    guide: Guide,
    chapters: Sequence[Chapter],
    files: Collection[str],
    read_file: Callable[[str], bytes] | None = None,
) -> list[Problem]:
    """Give every problem of the guide, sorted by place, but for the warnings that a chair allowed.

    `files` are all files below `docs/`, pages and pictures, as paths from there; `read_file` gives what one holds, so
    that pictures can be looked at.
    """
    pages = {chapter.path: chapter for chapter in chapters}
    texts = [*guide.files, *(_without_code(chapter.span.file) for chapter in chapters)]
    texts += [guide.settings] if guide.settings else []
    found = set(
        chain(
            guide.problems,
            chain.from_iterable(chapter.problems for chapter in chapters),
            shared_forms(guide.terms),
            _unknown_ids(guide, pages),
            _unknown_sources(guide, chapters),
            chain.from_iterable(broken_links(guide, chapter, pages, files) for chapter in chapters),
            broken_header_link(guide, pages, files),
            chain.from_iterable(faulty_pictures(chapter, files, read_file) for chapter in chapters),
            chain.from_iterable(_lost_characters(file) for file in texts),
            filter(None, map(find_conflict, texts)),
            _missing_markers(guide, pages),
            advise(guide, chapters),
        )
    )
    if all(problem.is_warning for problem in found):  # else what is missing may follow from what is wrong
        found.update(lost_in_reading(guide, chapters))
    return sorted(without_allowed(found, texts))


def _unknown_ids(guide: Guide, pages: Mapping[str, Chapter]) -> Iterator[Problem]:
    """The ids that terms and events name."""
    for term in guide.terms:
        for other in term.see_also:
            yield from unknown(other.where, "unknown-term", other.text, guide.term_ids)
    stakeholders = pages.get(STAKEHOLDERS_PAGE)
    sections = stakeholders.sections if stakeholders else ()
    actors = {section.id for section in sections if section.level > 1}
    known_actors = actors if not stakeholders or stakeholders.readable else None
    for event in guide.events:
        for term_id in event.terms:
            yield from unknown(term_id.where, "unknown-term", term_id.text, guide.term_ids)
        for actor in event.actors:
            what = f"section of docs/{STAKEHOLDERS_PAGE} has the id"
            yield from unknown(actor.where, "unknown-section", actor.text, known_actors, what)
        for see in event.see:
            path, _, anchor = see.text.partition("#")
            if path not in pages:
                yield from unknown(see.where, "unknown-file", path, pages, "chapter is at")
            elif anchor and pages[path].readable:
                section_ids = {section.id for section in pages[path].sections}
                what = f"section of docs/{path} has the id"
                yield from unknown(see.where, "unknown-section", anchor, section_ids, what)
    term_ids, event_ids = guide.term_ids or frozenset(), guide.event_ids or frozenset()
    former = [(former, "term", term_ids) for term in guide.terms for former in term.former_ids]
    former += [(former, "event", event_ids) for event in guide.events for former in event.former_ids]
    for span, noun, ids in former:
        if span.text in ids:
            message = f'The former id "{span.text}" is the id of another {noun}.'
            yield Problem(span.where, "former-id-in-use", message, "Take it out here.")


def _unknown_sources(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    wholes = dict(_split_citations(guide))
    for chapter in chapters:
        for citation in chapter.citations:
            for work in citation.cite_items:
                where = work.where or citation.where
                if where in wholes:
                    message = "The comma makes two sources of one."
                    yield Problem(where, "unknown-source", message, f'Put quotation marks around "{wholes[where]}".')
                else:
                    yield from unknown(where, "unknown-source", work.key, guide.source_keys)


def _split_citations(guide: Guide) -> Iterator[tuple[Location, str]]:
    """Where an item of `sources` is the rest of the one before, with both: YAML reads `[crc, art. 1]` as two items."""
    for items in (*(term.sources for term in guide.terms), *(event.sources for event in guide.events)):
        whole = ""
        for item in items:
            works = parse_citation(f"@{item.text}")
            is_key = all(work.key in (guide.source_keys or ()) for work in works)
            if not whole or is_key or not _REST.match(item.text):
                whole = item.text
            else:
                whole += f", {item.text}"
                yield item.where, whole


def _without_code(chapter: SourceFile) -> SourceFile:
    """A chapter may show in code what would be a fault elsewhere."""
    return SourceFile(chapter.path, without_code(chapter.text))


def _lost_characters(file: SourceFile) -> Iterator[Problem]:
    found = (_LOST_IN_YAML if file.path.endswith(".yaml") else _LOST).search(file.text)
    if found:
        message = "A character here was lost when the text was copied."
        yield Problem(file.location(found.start()), "lost-character", message, "Type it again.")


def _missing_markers(guide: Guide, pages: Mapping[str, Chapter]) -> Iterator[Problem]:
    """What no page shows is lost to the reader."""
    needs = {
        (KEY_TERMS_PAGE, "key-terms"): any(not term.is_abbreviation for term in guide.terms),
        (KEY_TERMS_PAGE, "abbreviations"): any(term.is_abbreviation for term in guide.terms),
        (TIMELINE_PAGE, "timeline"): bool(guide.events),
        (BIBLIOGRAPHY_PAGE, "works-cited"): bool(guide.sources),
        (BIBLIOGRAPHY_PAGE, "further-reading"): any(source.is_further_reading for source in guide.sources),
    }
    counts = Counter((path, marker) for path, page in pages.items() for marker in markers_in(page.span.text))
    for (path, marker), needed in needs.items():
        if needed and not counts[path, marker] and (path not in pages or pages[path].readable):
            message = f'There is no line "<!-- {marker} -->" on this page.'
            hint = "Put it where the list is to stand."
            yield Problem(Location(f"docs/{path}"), "missing-marker", message, hint)
