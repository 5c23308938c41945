"""Hold what was written against what the reader gets, so that nothing of a guide is lost without a word.

Each count begins anew: citations and headings are counted in the files' own text, notes and places in the finished
pages and in the finished PDF, and none of them by the code that makes those. What is there more often than it was
written, such as a note that two places call, is no loss.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import chain

from studyguide.chapters.chapter import Chapter
from studyguide.chapters.citations import BRACKET, parse_citation
from studyguide.chapters.prose import without_code, without_comments
from studyguide.data.guide import Guide
from studyguide.files import Passage
from studyguide.handout.print_html import label
from studyguide.layout import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.problems import Location, Problem

_HEADING = re.compile(r"\n(?:#{1,6}[ \t]+[^\s#]|(?<=\n\n)\w.*\n(?:=+|-+)[ ]*$)", re.MULTILINE)
_ESCAPED = re.compile(r"\\[\\\[\]@]")
_ID = re.compile(r"""<[a-zA-Z][^<>]*?\sid=(?:"([^"]*)"|'([^']*)')""")
_NOTE = re.compile(r'<li id="fn:(\d+)">(.*?)(?=<li id="fn:|\Z)', re.DOTALL)
_CALL = re.compile(r'<a class="footnote-ref" href="#fn:(\d+)"')
_BACK_LINK = re.compile(r'<a [^>]*class="footnote-backref".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_UNFILLED = re.compile(r"<!--guide:[^>]*-->")


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """Something that was read and did not reach the reader: a fault of the program, or of a package that it uses."""

    where: Location
    """Where it was written."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} Tell those who look after the program: this is no fault of the guide."


@dataclass(frozen=True, slots=True)
class CountedPage:
    """What counts of a finished page. Of a large guide only this is kept."""

    ids: frozenset[str]
    notes: frozenset[str]
    """The numbers of the notes that it lists."""
    wordless: frozenset[str]
    """Those of them that say nothing."""
    called: frozenset[str]
    """The numbers of the notes that it calls."""
    unfilled: str
    """The first place that is still to be filled in; nothing where there is none."""


def count_page(html: str) -> CountedPage:
    """Count what stands on a page; `html` is its text, finished."""
    notes, unfilled = dict(_NOTE.findall(html)), _UNFILLED.search(html)
    return CountedPage(
        ids=frozenset(unescape("".join(value)) for value in _ID.findall(html)),
        notes=frozenset(notes),
        wordless=frozenset(number for number, words in notes.items() if not _words(words)),
        called=frozenset(_CALL.findall(html)),
        unfilled=unfilled[0] if unfilled else "",
    )


def lost_in_reading(guide: Guide, chapters: Sequence[Chapter]) -> list[Problem]:
    """Find the citations that became no note, and the headings that became none, of a guide without other errors."""
    written = list(chain(_in_chapters(chapters), _in_data(guide)))
    read = Counter(key for chapter in chapters for citation in chapter.citations for key in citation.keys)
    read += Counter(key for chapter in chapters for code in chapter.code for key, _ in _cited(code))
    places = {citation.where for chapter in chapters for citation in chapter.citations}
    missing = Counter(key for key, _ in written) - read
    problems = []
    for key, where in sorted(written, key=lambda each: (each[1] in places, each[1])):
        if missing[key] > 0:
            missing[key] -= 1
            message = f'The citation of "{key}" becomes no note here: it stands in HTML, or in the words of a picture.'
            hint = 'Take it out there, or write markdown="1" into the tag around it.'
            problems.append(Problem(where, "lost-citation", message, hint))
    return [*problems, *chain.from_iterable(map(_lost_headings, chapters))]


def lost_from_pages(guide: Guide, chapters: Sequence[Chapter], pages: Mapping[str, CountedPage]) -> list[Loss]:
    """Find what was read and does not stand on its page; `pages` are the chapters' finished pages, by file."""

    def is_there(path: str, anchor: str) -> bool:
        return path in pages and anchor in pages[path].ids

    losses = list(_lost_places(guide, chapters, is_there, "on its page"))
    for chapter in chapters:
        page = pages[chapter.path]
        for note in chapter.notes:
            number = str(note.number)
            is_empty = note.citations and number in page.wordless  # an ordinary note may be a picture alone
            if number not in page.notes & page.called or is_empty:
                where = [chapter.citations[number].where for number in note.citations] or [note.section.where]
                losses.append(Loss(where[0], f"Note {note.number} is not on its page, or has no words."))
        if page.unfilled:
            losses.append(Loss(chapter.passage.where, f'Nothing stands where "{page.unfilled}" is to be filled in.'))
    return sorted(losses)


def lost_in_print(
    guide: Guide, chapters: Sequence[Chapter], printed: Collection[str], labels: Collection[str]
) -> list[Loss]:
    """Find what stands on the `printed` pages and not in the handout, whose places have these `labels`.

    Its notes are counted where it is made.
    """

    def is_there(path: str, anchor: str) -> bool:
        return path not in printed or label(path, anchor) in labels

    return sorted(_lost_places(guide, chapters, is_there, "in the handout"))


def _in_chapters(chapters: Iterable[Chapter]) -> Iterator[tuple[str, Location]]:
    for chapter in chapters:
        yield from _cited_in(chapter.passage)


def _in_data(guide: Guide) -> Iterator[tuple[str, Location]]:
    """What terms and events cite: in their texts, and under `sources` what the first text does not cite."""
    entries: list[tuple[Passage | None, Passage | None, tuple[Passage, ...]]] = [
        (term.definition, term.note, term.sources) for term in guide.terms
    ]
    entries += [(event.description, event.note, event.sources) for event in guide.events]
    for text, note, sources in entries:
        in_text = list(_cited_in(text)) if text else []
        yield from in_text
        yield from _cited_in(note) if note else ()
        keys = {key for key, _ in in_text}
        for source in sources:
            works = parse_citation(f"@{source.text}")
            if keys.isdisjoint(work.key for work in works):
                yield from ((work.key, source.where) for work in works)


def _cited_in(passage: Passage) -> Iterator[tuple[str, Location]]:
    for key, offset in _cited(without_comments(without_code(passage.text))):
        yield key, passage.locate(offset)


def _cited(text: str) -> Iterator[tuple[str, int]]:
    """The keys of each bracket that cites, with the bracket's offset."""
    text = _ESCAPED.sub("  ", text)
    for bracket in re.finditer(BRACKET, text):
        for work in parse_citation(bracket["inside"]):
            yield work.key, bracket.start()


def _lost_headings(chapter: Chapter) -> Iterator[Problem]:
    passage = chapter.passage
    lines = {section.where.line for section in chapter.sections if section.where.path == passage.file.path}
    for found in _HEADING.finditer(f"\n\n{without_comments(without_code(passage.text))}"):
        where = passage.locate(found.start() - 1)
        if where.line not in lines:
            message = "This heading becomes none: it stands in HTML."
            hint = 'Take it out there, or write markdown="1" into the tag around it.'
            yield Problem(where, "lost-heading", message, hint)


def _lost_places(
    guide: Guide, chapters: Sequence[Chapter], is_there: Callable[[str, str], bool], where: str
) -> Iterator[Loss]:
    """A source that nothing cites need be there only where it is further reading."""
    for chapter in chapters:
        for section in chapter.sections:
            if not is_there(chapter.path, section.id):
                yield Loss(section.where, f'The heading "{section.title}" is not {where}.')
    for term in guide.terms:
        if not is_there(KEY_TERMS_PAGE, term.anchor):
            yield Loss(term.where, f'The term "{term.name}" is not {where}.')
    for event in guide.events:
        if not is_there(TIMELINE_PAGE, event.anchor):
            yield Loss(event.where, f'The event "{event.title}" is not {where}.')
    cited = {key for chapter in chapters for citation in chapter.citations for key in citation.keys}
    for source in guide.sources:
        if (source.key in cited or source.is_further_reading) and not is_there(BIBLIOGRAPHY_PAGE, source.anchor):
            yield Loss(source.where, f'The source "{source.key}" is not {where}.')


def _words(html: str) -> str:
    return _TAG.sub("", _BACK_LINK.sub("", html)).strip()
