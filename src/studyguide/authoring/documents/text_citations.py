"""Find the citations in running text, `(Okafor 45)`, and let them name their sources as those of programs do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from studyguide.authoring.documents.blocks import Block, Blocks, DefinitionList, ListBlock, Paragraph, Quotation, Table
from studyguide.authoring.documents.chapters import Chapter
from studyguide.authoring.documents.text import Text

Cite = Callable[[Text], Text]
"""Returns a text whose citations are runs that name their sources."""


def with_citations_in_text(chapters: Iterable[Chapter], cite: Cite) -> tuple[Chapter, ...]:
    """Return the chapters with their citations told apart, but for those in headings and captions."""
    return tuple(replace(chapter, blocks=_cited(chapter.blocks, cite)) for chapter in chapters)


def _cited(blocks: Blocks, cite: Cite) -> Blocks:
    return tuple(_cited_block(block, cite) for block in blocks)


def _cited_block(block: Block, cite: Cite) -> Block:
    match block:
        case Paragraph(text):
            return Paragraph(cite(text))
        case Table():
            rows = tuple(tuple(_cited(cell, cite) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case ListBlock():
            return replace(block, items=tuple(_cited(item, cite) for item in block.items))
        case DefinitionList():
            return replace(block, entries=tuple((term, _cited(meaning, cite)) for term, meaning in block.entries))
        case Quotation():
            return Quotation(_cited(block.blocks, cite))
    return block
