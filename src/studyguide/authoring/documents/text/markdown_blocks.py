"""Write blocks of a document as Markdown of a chapter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Quotation,
    Row,
    Table,
)
from studyguide.authoring.documents.text.markdown_text import TextWriter
from studyguide.authoring.escapes import in_markdown

_INDENT = " " * 4


@dataclass(frozen=True)
class BlockWriter:
    """Writes the blocks of a page."""

    text: TextWriter
    address: Callable[[str], str]
    """Returns the path in docs/ of the picture with this name in the document; empty if browsers cannot show it."""
    heading: Callable[[Heading], str]
    """Returns a heading with its signs and its id."""
    missing: Callable[[str], str]
    """Returns what stands in the place of a picture that browsers cannot show, from its name."""

    def page(self, blocks: Blocks) -> str:
        """Return blocks with an empty line between them."""
        return "\n\n".join(written for block in blocks for written in self._block(block) if written)

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph(text):
                yield self.text.paragraph(text)
            case Heading():
                yield self.heading(block)
            case Picture():
                yield self._picture(block)
            case Table():
                yield from self._table(block)
            case ListBlock():
                yield self._list(block)
            case DefinitionList():
                for term, meaning in block.entries:
                    yield f"**{self.text.line(term)}**"
                    yield self.page(meaning)
            case Quotation():
                yield "\n".join(f"> {line}".rstrip() for line in self.page(block.blocks).split("\n"))

    def _picture(self, picture: Picture) -> str:
        address = self.address(picture.target)
        if not address:
            words = filter(None, [self.missing(picture.target), in_markdown(picture.description)])
            return "\n\n".join([*words, *filter(None, [self.text.paragraph(picture.caption)])])
        shown = f"![{in_markdown(picture.description)}]({address})"
        if not picture.caption:
            return shown
        caption = f'<figcaption markdown="1">{self.text.line(picture.caption)}</figcaption>'
        return f'<figure markdown="1">\n\n{shown}\n\n{caption}\n\n</figure>'

    def _list(self, block: ListBlock) -> str:
        items = []
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}." if block.ordered else "-"
            lines = self.page(item).split("\n")
            rest = [f"{_INDENT}{line}".rstrip() for line in lines[1:]]
            items.append("\n".join([f"{mark} {lines[0]}".rstrip(), *rest]))
        return "\n".join(items)

    def _table(self, table: Table) -> Iterator[str]:
        """Yield a table; one of a single cell is a box around text, which stands without it."""
        rows = (*table.head, *table.rows)
        width = max((len(row) for row in rows), default=0)
        if width == 1 and len(rows) == 1:
            yield self.page(rows[0][0])
        elif rows:
            head, *body = rows
            yield "\n".join([self._row(head, width), f"|{' --- |' * width}", *(self._row(row, width) for row in body)])
        if table.caption:
            yield self.text.paragraph(table.caption)

    def _row(self, row: Row, width: int) -> str:
        cells = [self._cell(cell) for cell in row]
        return "".join(f"| {cell} " for cell in [*cells, *[""] * (width - len(cells))]) + "|"

    def _cell(self, blocks: Blocks) -> str:
        """Return what a cell holds in one line: paragraphs and items of lists with a line break between them."""
        return "<br>".join(part.replace("|", "\\|") for part in self._parts(blocks))

    def _picture_in_cell(self, picture: Picture) -> str:
        words = in_markdown(picture.description)
        address = self.address(picture.target)
        shown = f"![{words}]({address})" if address else f"{in_markdown(picture.target)} {words}".strip()
        return "<br>".join(filter(None, [shown, self.text.line(picture.caption)]))

    def _parts(self, blocks: Blocks) -> Iterator[str]:
        for block in blocks:
            match block:
                case Paragraph(text) | Heading(_, text):
                    yield self.text.line(text)
                case Picture():
                    yield self._picture_in_cell(block)
                case ListBlock():
                    for number, item in enumerate(block.items, block.start):
                        mark = f"{number}. " if block.ordered else "• "
                        yield mark + " ".join(self._parts(item))
                case Quotation():
                    yield from self._parts(block.blocks)
                case DefinitionList():
                    for term, meaning in block.entries:
                        yield f"{self.text.line(term)}: {' '.join(self._parts(meaning))}"
                case Table():
                    for row in (*block.head, *block.rows):
                        yield " – ".join(" ".join(self._parts(cell)) for cell in row)
