"""The quick reference: terms, timeline and questions on one page, or on two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from studyguide.crossref.completeness import Loss
from studyguide.data.glossary import in_alphabet
from studyguide.data.guide import Guide
from studyguide.data.paths import QUESTIONS_ID, QUESTIONS_PAGE, QUICK_REFERENCE
from studyguide.markdown.observers import ChapterObserver
from studyguide.outputs.book import Book, BookPage, OutputFile
from studyguide.outputs.pdf.compile import Questions, QuickReference, make_quick_reference
from studyguide.outputs.pdf.document import read_questions


class QuickReferenceSheet:
    """The output `quick-reference.pdf`; `handout: false` in a chapter does not affect it."""

    def preflight(self, guide: Guide) -> ChapterObserver:  # noqa: ARG002 (the handout's preflight covers its text)
        """Return an observer that finds nothing."""
        return ChapterObserver()

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Typeset it in the largest type size that fits."""
        terms = in_alphabet(book.guide.terms, book.guide.language)
        reference = QuickReference(
            terms=tuple((term.name, term.short_definition) for term in terms),
            events=tuple((event.date.words, event.title) for event in book.guide.events),
            questions=tuple(_by_topic(book)),
        )
        pdf = make_quick_reference(reference, book.title_page, book.day, book.guide.labels, book.read_picture)
        return {QUICK_REFERENCE: OutputFile(pdf.pdf, pdf.pages)}

    def missing(self, book: Book) -> list[Loss]:  # noqa: ARG002 (it is rendered directly from the data)
        """Return nothing."""
        return []


def _by_topic(book: Book) -> Iterator[tuple[str, Questions]]:
    """Yield the questions of all topics, which are all of most guides, then those of each."""
    for topic in ("", *book.title_page.topics):
        if questions := _questions([page for page in book.pages if page.topic == topic], book.guide.language):
            yield topic, questions


def _questions(pages: Iterable[BookPage], language: str) -> Questions:
    """Return the questions of the chapter that has them, of the usual one if several have."""
    chapters = [page for page in pages if f'id="{QUESTIONS_ID}"' in page.html]
    chapters.sort(key=lambda page: page.path != QUESTIONS_PAGE)
    questions = (read_questions(page.html, QUESTIONS_ID, language) for page in chapters)
    return next(filter(None, questions), ())
