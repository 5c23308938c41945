"""The outputs that a build renders beside the site, in their order."""

from __future__ import annotations

from studyguide.data.guide import Guide
from studyguide.outputs.book import Output
from studyguide.outputs.docx.word_copy import WordCopy
from studyguide.outputs.ebook.epub import Ebook
from studyguide.outputs.pdf.handout import Handout
from studyguide.outputs.pdf.quick_reference import QuickReferenceSheet

OUTPUTS: tuple[tuple[str, type[Output]], ...] = (
    ("pdf", Handout),
    ("pdf", QuickReferenceSheet),
    ("epub", Ebook),
    ("docx", WordCopy),
)
"""The outputs beside the site, each with what asks for it: the setting `pdf`, or an item of `downloads`."""


def outputs_of(guide: Guide) -> list[type[Output]]:
    """Return the outputs of a guide: a build renders each from the book, and writes its files into the site."""
    asked = guide.downloads | ({"pdf"} if guide.has_handout else set())
    return [output for name, output in OUTPUTS if name in asked]
