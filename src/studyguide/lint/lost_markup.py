"""Find citations and headings of a chapter's source that Python-Markdown did not recognise.

The source is scanned independently of the parser, so that the comparison shows the parser's errors.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_sound_guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.citations import parse_citation
from studyguide.markdown.source import ChapterSource, written_citations

_HEADING = re.compile(r"\n(?:#{1,6}[ \t]+[^\s#]|(?<=\n\n)\w.*\n(?:=+|-+)[ ]*$)", re.MULTILINE)


@on_sound_guide
def lost_markup(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the citations and headings that the parser missed."""
    yield from lost_in_reading(guide, context.chapters)


def lost_in_reading(guide: Guide, chapters: Sequence[Chapter]) -> list[Problem]:
    """Find the citations and headings that the parser missed in some chapters, citations first."""
    return [*_lost_citations(guide, chapters), *chain.from_iterable(map(_lost_headings, chapters))]


def _lost_citations(guide: Guide, chapters: Sequence[Chapter]) -> Iterator[Problem]:
    cited = chain(_in_chapters(chapters), _in_data(guide))
    written = [(member, where) for key, where in cited for member in guide.sets.get(key, (key,))]
    read = Counter(key for chapter in chapters for citation in chapter.citations for key in citation.keys)
    read += Counter(key for chapter in chapters for code in chapter.code for key, _ in written_citations(code))
    places = {citation.where for chapter in chapters for citation in chapter.citations}
    missing = Counter(key for key, _ in written) - read
    for key, where in sorted(written, key=lambda each: (each[1] in places, each[1])):
        if missing[key] > 0:
            missing[key] -= 1
            yield problem(where, "lost-citation", "html", key=key)


def _in_chapters(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Location]]:
    for chapter in chapters:
        yield from _cited_in(chapter.source)


def _in_data(guide: Guide) -> Iterator[tuple[str, Location]]:
    """Yield the citations of terms and events: of their texts, and of `sources` where the text does not cite them."""
    entries: list[tuple[SourceSpan | None, SourceSpan | None, tuple[SourceSpan, ...]]] = [
        (term.definition, term.note, term.sources) for term in guide.terms
    ]
    entries += [(event.description, event.note, event.sources) for event in guide.events]
    for text, note, sources in entries:
        in_text = list(_cited_in(ChapterSource(text))) if text else []
        yield from in_text
        yield from _cited_in(ChapterSource(note)) if note else ()
        keys = {key for key, _ in in_text}
        for source in sources:
            works = parse_citation(f"@{source.text}")
            if keys.isdisjoint(work.key for work in works):
                yield from ((work.key, source.where) for work in works)


def _cited_in(source: ChapterSource) -> Iterator[tuple[str, Location]]:
    for key, offset in source.citations:
        yield key, source.span.locate(offset)


def _lost_headings(chapter: Chapter) -> Iterator[Problem]:
    span = chapter.span
    lines = {section.where.line for section in chapter.sections if section.where.path == span.file.path}
    for found in _HEADING.finditer(f"\n\n{chapter.source.without_code_and_comments}"):
        where = span.locate(found.start() - 1)
        if where.line not in lines:
            yield problem(where, "lost-heading")
