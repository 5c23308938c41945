"""The handout: the whole guide as one PDF, for print and for screen readers."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from studyguide.crossref.completeness import Loss, lost_places
from studyguide.data.guide import Guide
from studyguide.data.paths import HANDOUT
from studyguide.markdown.chapter import Chapter
from studyguide.outputs.book import Book, OutputFile
from studyguide.outputs.page_trees import label
from studyguide.outputs.pdf.compile import make_handout
from studyguide.outputs.pdf.preflight import PdfPreflight

_FOOTNOTE_REFERENCE = re.compile(r'<a class="footnote-ref" href="#fn:')


class Handout:
    """The output `handout.pdf`."""

    def __init__(self) -> None:
        self._labels: frozenset[str] = frozenset()

    def preflight(self, guide: Guide) -> PdfPreflight:
        """Return an observer that finds skipped heading levels and missing glyphs."""
        return PdfPreflight(guide)

    def render(self, book: Book) -> Mapping[str, OutputFile]:
        """Typeset the printed pages, and verify the number of footnotes."""
        notes = sum(len(_FOOTNOTE_REFERENCE.findall(page.html)) for page in book.printed_pages)
        pdf = make_handout(book.printed_pages, book.title_page, book.day, book.read_picture, notes, book.guide.labels)
        self._labels = pdf.labels
        return {HANDOUT: OutputFile(pdf.pdf, pdf.pages)}

    def missing(self, book: Book) -> list[Loss]:
        """Find content of the printed pages that the PDF lacks; `make_handout` counts the footnotes."""
        return lost_in_print(book.guide, book.chapters, {page.path for page in book.printed_pages}, self._labels)


def lost_in_print(
    guide: Guide, chapters: Sequence[Chapter], printed: Collection[str], labels: Collection[str]
) -> list[Loss]:
    """Find content of the `printed` pages without a label in the PDF; `labels` are those of the PDF."""

    def is_there(path: str, anchor: str) -> bool:
        return path not in printed or label(path, anchor) in labels

    return sorted(lost_places(guide, chapters, is_there, "in the handout"))
