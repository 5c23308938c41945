"""Find the citations in running text, `(Okafor 45)`, and let them name their sources as those of programs do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from studyguide.authoring.documents.pages.chapters import Chapter
from studyguide.authoring.documents.text.blocks import Blocks, Paragraph, with_inner_blocks
from studyguide.authoring.documents.text.text import Text

Cite = Callable[[Text], Text]
"""Returns a text whose citations are runs that name their sources."""


def with_citations_in_text(chapters: Iterable[Chapter], cite: Cite) -> tuple[Chapter, ...]:
    """Return the chapters with their citations told apart, but for those in headings and captions."""
    return tuple(replace(chapter, blocks=_cited(chapter.blocks, cite)) for chapter in chapters)


def _cited(blocks: Blocks, cite: Cite) -> Blocks:
    return tuple(
        Paragraph(cite(block.text))
        if isinstance(block, Paragraph)
        else with_inner_blocks(block, lambda inner: _cited(inner, cite))
        for block in blocks
    )
