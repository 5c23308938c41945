"""The outputs that a build renders beside the site, in their order; one that no guide asks for is not imported."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from studyguide.data.guide import Guide
from studyguide.outputs.book import Output


def _pdfs() -> Sequence[type[Output]]:
    from studyguide.outputs.pdf.handout import Handout
    from studyguide.outputs.pdf.quick_reference import QuickReferenceSheet

    return Handout, QuickReferenceSheet


def _ebook() -> Sequence[type[Output]]:
    from studyguide.outputs.ebook.epub import Ebook

    return (Ebook,)


def _word_copy() -> Sequence[type[Output]]:
    from studyguide.outputs.docx.word_copy import WordCopy

    return (WordCopy,)


OUTPUTS: Mapping[str, Callable[[], Sequence[type[Output]]]] = MappingProxyType(
    {"pdf": _pdfs, "epub": _ebook, "docx": _word_copy}
)
"""The outputs beside the site, by what asks for them: the setting `pdf`, or an item of `downloads`."""


def outputs_of(guide: Guide) -> list[type[Output]]:
    """Return the outputs of a guide: a build renders each from the book, and writes its files into the site."""
    asked = guide.downloads | ({"pdf"} if guide.has_handout else set())
    return [output for name, outputs in OUTPUTS.items() if name in asked for output in outputs()]
