"""The guide as a Word file: a copy for marking up, never a source."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from studyguide.citeproc.pandoc import DOCUMENT as HTML
from studyguide.citeproc.pandoc import PandocError, convert
from studyguide.crossref.completeness import Loss, lost_places
from studyguide.data.guide import Guide
from studyguide.data.paths import WORD_COPY
from studyguide.labels.direction import text_direction
from studyguide.markdown.observers import ChapterObserver
from studyguide.outputs.book import Book, OutputError, OutputFile
from studyguide.outputs.docx.bookmarks import bookmark
from studyguide.outputs.docx.contents_field import make_field
from studyguide.outputs.docx.document import Document, make_document
from studyguide.outputs.docx.drawings import finish_pictures
from studyguide.outputs.docx.package import DOCUMENT, NOTES, Package
from studyguide.outputs.docx.page_setup import set_pages
from studyguide.outputs.docx.properties import set_properties
from studyguide.outputs.docx.returned import own_properties
from studyguide.outputs.docx.styles import set_styles
from studyguide.outputs.docx.text import finish_text
from studyguide.outputs.docx.wordml import each, name_of

_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7a3]")


class WordCopy:
    """The output `guide.docx`."""

    def __init__(self) -> None:
        self._bookmarks: frozenset[str] = frozenset()

    def preflight(self, guide: Guide) -> ChapterObserver:  # noqa: ARG002
        """Return an observer that finds nothing: Word shows whatever a page does."""
        return ChapterObserver()

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Make the file, and compare its notes, anchors and links with the pages. Raises OutputError."""
        document = make_document(book)
        package = Package(_converted(document.html, book))
        for part in (DOCUMENT, NOTES):
            finish_text(package.tree(part), book.guide.language)
        finish_pictures(package, document.pictures)
        make_field(package.tree(DOCUMENT)[0])
        set_styles(package, book.title_page, book.guide.language)
        set_pages(package, book.title_page, book.guide.labels)
        set_properties(package, book, own_properties(book.title_page))
        self._bookmarks = _checked(package, document)
        return {WORD_COPY: OutputFile(package.packed())}

    def missing(self, book: Book) -> list[Loss]:
        """Find content of the printed pages that the file lacks; `render` counts the notes."""
        printed = {page.path for page in book.printed_pages}
        return lost_in_word(book, printed, self._bookmarks)


def lost_in_word(book: Book, printed: Collection[str], bookmarks: Collection[str]) -> list[Loss]:
    """Find content of the `printed` pages without a bookmark in the file."""

    def is_there(path: str, anchor: str) -> bool:
        return path not in printed or bookmark(path, anchor) in bookmarks

    return sorted(lost_places(book.guide, book.chapters, is_there, "in the Word file"))


def _converted(html: str, book: Book) -> bytes:
    """Return the file as pandoc makes it. Raises OutputError."""
    joining = "" if _HANGUL.search(html) else "+east_asian_line_breaks"  # in Korean a line ends with a space
    direction = f"--metadata=dir:{text_direction(book.guide.language)}"
    try:
        return convert({HTML: html}, f"--from=html{joining}", "--to=docx", direction)
    except PandocError as error:
        raise OutputError(f"Pandoc, which prepares the Word file, stopped: {error}") from error


def _checked(package: Package, document: Document) -> frozenset[str]:
    """Return the bookmarks of the file. Raises OutputError where a note got lost or a link leads nowhere."""
    text, notes = package.tree(DOCUMENT), package.tree(NOTES)
    held = len([*each(text, "w:footnoteReference")])
    if held != document.notes:
        raise OutputError(f"The Word file holds {held} notes, and the pages {document.notes}: one got lost.")
    names = name_of("w:name"), name_of("w:anchor")
    bookmarks = {start.get(names[0], "") for part in (text, notes) for start in each(part, "w:bookmarkStart")}
    anchors = {link.get(names[1], "") for part in (text, notes) for link in each(part, "w:hyperlink")}
    if lost := anchors - bookmarks - {""}:
        raise OutputError(f'In the Word file a link leads nowhere: "{min(lost)}".')
    return frozenset(bookmarks)
