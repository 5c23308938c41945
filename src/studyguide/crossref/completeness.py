"""Hold what was written against what the reader gets, so that nothing of a guide is lost without a word.

Each count begins anew: citations and headings are counted in the files' own text, notes and places in the finished
pages and in the finished PDF, and none of them by the code that makes those. What is there more often than it was
written, such as a note that two places call, is no loss.
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


def lost_from_pages(guide: Guide, chapters: Sequence[Chapter], pages: Mapping[str, CountedPage]) -> list[Loss]:
    """Find what was read and does not stand on its page; `pages` are the chapters' finished pages, by file."""

    def is_there(path: str, anchor: str) -> bool:
        return path in pages and anchor in pages[path].ids

    losses = list(lost_places(guide, chapters, is_there, "on its page"))
    for chapter in chapters:
        page = pages[chapter.path]
        for note in chapter.notes:
            number = str(note.number)
            is_empty = note.citations and number in page.wordless  # an ordinary note may be a picture alone
            if number not in page.notes & page.called or is_empty:
                where = [chapter.citations[number].where for number in note.citations] or [note.section.where]
                losses.append(Loss(where[0], f"Note {note.number} is not on its page, or has no words."))
        if page.unfilled:
            losses.append(Loss(chapter.span.where, f'Nothing stands where "{page.unfilled}" is to be filled in.'))
    return sorted(losses)


def lost_places(
    guide: Guide, chapters: Sequence[Chapter], is_there: Callable[[str, str], bool], where: str
) -> Iterator[Loss]:
    """Yield each heading, term, event and source that `is_there` does not find by its page and anchor.

    A source that nothing cites need be there only where it is further reading.
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
    return _TAG.sub("", _BACK_LINK.sub("", html)).strip()
