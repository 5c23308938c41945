"""The output `guide.epub`: the whole guide for phones, tablets and e-readers, as EPUB 3.3."""

from __future__ import annotations

from collections.abc import Mapping

from studyguide.crossref.completeness import CountedPage, Loss, lost_notes, lost_places
from studyguide.data.guide import Guide
from studyguide.data.paths import EBOOK
from studyguide.markdown.observers import ChapterObserver
from studyguide.outputs.book import Book, OutputFile
from studyguide.outputs.ebook.package import FOLDER
from studyguide.outputs.ebook.publication import chapter_file, write_publication
from studyguide.outputs.ebook.read_back import read_documents


class Ebook:
    """The output `guide.epub`."""

    def __init__(self) -> None:
        self._documents: Mapping[str, CountedPage] = {}

    def preflight(self, guide: Guide) -> ChapterObserver:  # noqa: ARG002 (an e-book holds what a page holds)
        """Return an observer that finds nothing."""
        return ChapterObserver()

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Write the printed pages as content documents, and pack them. Raises OutputError."""
        content = write_publication(book)
        self._documents = read_documents(content)
        return {EBOOK: OutputFile(content)}

    def missing(self, book: Book) -> list[Loss]:
        """Find content of the printed pages that the e-book lacks."""
        pages = {page.path: self._documents[f"{FOLDER}{chapter_file(page.path)}"] for page in book.printed_pages}
        return lost_in_ebook(book, pages)


def lost_in_ebook(book: Book, pages: Mapping[str, CountedPage]) -> list[Loss]:
    """Find content of the printed pages without a place in the e-book's `pages`, which are given by their path."""

    def is_there(path: str, anchor: str) -> bool:
        return path not in pages or anchor in pages[path].ids

    where = "in the e-book"
    losses = list(lost_places(book.guide, book.chapters, is_there, where))
    for chapter in book.chapters:
        if chapter.path in pages:
            losses += lost_notes(chapter, pages[chapter.path], where)
    return sorted(losses)
