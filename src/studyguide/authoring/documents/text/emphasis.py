"""Take bold type out of a document that is all in bold, where it emphasises nothing."""

from __future__ import annotations

from dataclasses import replace

from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    Content,
    DefinitionList,
    Heading,
    Paragraph,
    Picture,
    Table,
    texts,
    with_inner_blocks,
)
from studyguide.authoring.documents.text.runs import Text

_MOST = 0.6
"""The share of the letters, outside headings, from which on bold type is the usual one."""


def without_usual_bold(content: Content) -> Content:
    """Return a document without bold type if most of its letters are bold; another as it is."""
    body = [run for text in texts(block for block in content.blocks if not isinstance(block, Heading)) for run in text]
    letters = sum(len(run.text) for run in body)
    if sum(len(run.text) for run in body if run.bold) <= _MOST * letters:
        return content
    return Content(_plain(content.blocks), {number: _plain(note) for number, note in content.notes.items()})


def _plain(blocks: Blocks) -> Blocks:
    return tuple(_plain_block(with_inner_blocks(block, _plain)) for block in blocks)


def _plain_block(block: Block) -> Block:
    """Return a block whose own text is plain."""
    match block:
        case Paragraph(text) | Heading(_, text):
            return replace(block, text=_plain_text(text))
        case Picture() | Table():
            return replace(block, caption=_plain_text(block.caption))
        case DefinitionList(entries):
            return DefinitionList(tuple((_plain_text(term), meaning) for term, meaning in entries))
    return block


def _plain_text(text: Text) -> Text:
    return tuple(replace(run, bold=False) for run in text)
