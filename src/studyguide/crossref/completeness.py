"""The completeness check: compare the finished pages and PDF with the guide's files, so that nothing is lost unnoticed.

Expected anchors and notes come from the chapters and the data, actual ones from the finished HTML and PDF, by code that
shares nothing with what renders them. Duplicates, such as two references to one note, are no loss.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE, TIMELINE_PAGE
from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.chapter import Chapter

_ID = re.compile(r"""<[a-zA-Z][^<>]*?\sid=(?:"([^"]*)"|'([^']*)')""")
_NOTE = re.compile(r'<li id="fn:(\d+)">(.*?)(?=<li id="fn:|\Z)', re.DOTALL)
_REFERENCE = re.compile(r'<a class="footnote-ref" href="#fn:(\d+)"')
_BACKLINK = re.compile(r'<a [^>]*class="footnote-backref".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_PLACEHOLDER = re.compile(r"<!--guide:[^>]*-->")


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """Something of the guide that is missing in the output: a bug of the engine, or of a package that it uses."""

    where: Location
    """Where it was written."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} Tell those who look after the program: this is no fault of the guide."


@dataclass(frozen=True, slots=True)
class CountedPage:
    """The anchors and notes of a finished page, kept in place of its HTML to save memory."""

    ids: frozenset[str]
    notes: frozenset[str]
    """The numbers of the notes that it lists."""
    empty: frozenset[str]
    """The numbers of those without text."""
    referenced: frozenset[str]
    """The numbers of the notes that its text refers to."""
    placeholder: str
    """The first placeholder that is left; empty if there is none."""


def count_page(html: str) -> CountedPage:
    """Find the anchors, notes and placeholders in the finished HTML of a page."""
    notes, placeholder = dict(_NOTE.findall(html)), _PLACEHOLDER.search(html)
    return CountedPage(
        ids=frozenset(unescape("".join(value)) for value in _ID.findall(html)),
        notes=frozenset(notes),
        empty=frozenset(number for number, words in notes.items() if not _words(words)),
        referenced=frozenset(_REFERENCE.findall(html)),
        placeholder=placeholder[0] if placeholder else "",
    )


def lost_from_pages(guide: Guide, chapters: Sequence[Chapter], pages: Mapping[str, CountedPage]) -> list[Loss]:
    """Return what is missing on the finished `pages`, which are given by their chapter's file."""

    def is_there(path: str, anchor: str) -> bool:
        return path in pages and anchor in pages[path].ids

    losses = list(lost_places(guide, chapters, is_there, "on its page"))
    for chapter in chapters:
        page = pages[chapter.path]
        losses += lost_notes(chapter, page, "on its page")
        if page.placeholder:
            losses.append(Loss(chapter.span.where, f'Nothing stands where "{page.placeholder}" is to be filled in.'))
    return sorted(losses)


def lost_notes(chapter: Chapter, page: CountedPage, where: str) -> Iterator[Loss]:
    """Yield each note of a chapter that its finished page does not hold whole, or that no reference leads to."""
    for note in chapter.notes:
        number = str(note.number)
        is_empty = note.citations and number in page.empty  # an ordinary note may be a picture alone
        if number not in page.notes & page.referenced or is_empty:
            places = [chapter.citations[number].where for number in note.citations] or [note.section.where]
            yield Loss(places[0], f"Note {note.number} is not {where}, or has no words.")


def lost_places(
    guide: Guide, chapters: Sequence[Chapter], is_there: Callable[[str, str], bool], where: str
) -> Iterator[Loss]:
    """Yield each heading, term, event and source for whose page and anchor `is_there` is false.

    An uncited source is expected only if it is further reading.
    """
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
    return _TAG.sub("", _BACKLINK.sub("", html)).strip()
