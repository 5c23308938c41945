"""The blocks of a document: paragraphs, headings, tables, lists, quotations and pictures, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from studyguide.authoring.documents.text.runs import Text


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text."""

    text: Text


@dataclass(frozen=True)
class Heading:
    """The heading of a chapter (level 1), a section (2), or what is below."""

    level: int
    text: Text


@dataclass(frozen=True)
class Picture:
    """A picture, on a place of its own."""

    target: str
    """Its part in the package, as the document names it: `media/image1.png`."""
    description: str = ""
    """Its alternative text; empty where the document has none."""
    caption: Text = ()


@dataclass(frozen=True)
class Table:
    """A table."""

    head: tuple[Row, ...]
    """The rows that the document marks as head; often none."""
    rows: tuple[Row, ...]
    caption: Text = ()
    covered: frozenset[Place] = field(default=frozenset(), compare=False)
    """The cells of `rows` that are empty because one above reaches into them."""


@dataclass(frozen=True)
class ListBlock:
    """A list."""

    items: tuple[Blocks, ...]
    ordered: bool = False
    start: int = 1
    style: str = ""
    """How items are numbered, as pandoc calls it: `Decimal`, `LowerAlpha`, `UpperRoman`."""


@dataclass(frozen=True)
class DefinitionList:
    """Terms, each with what it means, where the document marks them as such."""

    entries: tuple[tuple[Text, Blocks], ...]


@dataclass(frozen=True)
class Quotation:
    """A quotation that stands apart."""

    blocks: Blocks


Block = Paragraph | Heading | Picture | Table | ListBlock | DefinitionList | Quotation
Blocks = tuple[Block, ...]
Row = tuple[Blocks, ...]
"""The cells of a row, each of blocks."""
Place = tuple[int, int]
"""A row and a column, from 0."""


@dataclass(frozen=True)
class Content:
    """What a document says: its blocks in order, and its notes by number, counted from 1."""

    blocks: Blocks
    notes: Mapping[int, Blocks] = field(default_factory=dict)


def texts(blocks: Iterable[Block]) -> Iterator[Text]:
    """Yield the text of each paragraph, heading, caption and cell, in order."""
    for block in blocks:
        match block:
            case Paragraph(text) | Heading(_, text):
                yield text
            case Picture():
                yield block.caption
            case Table():
                yield block.caption
                for row in (*block.head, *block.rows):
                    for cell in row:
                        yield from texts(cell)
            case ListBlock():
                for item in block.items:
                    yield from texts(item)
            case DefinitionList():
                for term, meaning in block.entries:
                    yield term
                    yield from texts(meaning)
            case Quotation():
                yield from texts(block.blocks)


def pictures_in(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Yield the pictures at whatever depth, in order."""
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        for inner in _inner_blocks(block):
            yield from pictures_in(inner)


def rows_in(blocks: Iterable[Block]) -> Iterator[Row]:
    """Yield the rows of tables at whatever depth; those of a table within one come after it."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (*block.head, *block.rows)
        for inner in _inner_blocks(block):
            yield from rows_in(inner)


def _inner_blocks(block: Block) -> Iterator[Blocks]:
    match block:
        case Table():
            yield from (cell for row in (*block.head, *block.rows) for cell in row)
        case ListBlock():
            yield from block.items
        case DefinitionList():
            yield from (meaning for _, meaning in block.entries)
        case Quotation():
            yield block.blocks


def with_inner_blocks(block: Block, change: Callable[[Blocks], Blocks]) -> Block:
    """Return a block with what `change` makes of the blocks within it: of a cell, an item, a meaning, a quotation."""
    match block:
        case Table():
            head, rows = (tuple(tuple(map(change, row)) for row in part) for part in (block.head, block.rows))
            return replace(block, head=head, rows=rows)
        case ListBlock():
            return replace(block, items=tuple(map(change, block.items)))
        case DefinitionList():
            return DefinitionList(tuple((term, change(meaning)) for term, meaning in block.entries))
        case Quotation():
            return Quotation(change(block.blocks))
    return block
