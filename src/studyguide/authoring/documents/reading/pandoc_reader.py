"""Have pandoc read a document, once, and turn its JSON into blocks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from studyguide.authoring.documents.files.package import Document, packed
from studyguide.authoring.documents.reading.pandoc_inlines import InlineReader, pictures
from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    Content,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
    Picture,
    Place,
    Quotation,
    Row,
    Table,
)
from studyguide.authoring.documents.text.runs import Run, Text
from studyguide.authoring.refused import RefusedError
from studyguide.citeproc.pandoc import DOCUMENT, PandocError, run_pandoc

_SHOWN = 120
"""Letters of what pandoc says, which may be long."""


def read_with_pandoc(document: Document) -> Content:
    """Return the content of a document. Raises `RefusedError` if pandoc cannot read it."""
    try:
        json_text = run_pandoc({DOCUMENT: packed(document)}, f"--from={document.format}", "--to=json")
    except PandocError as error:
        said = " ".join(str(error).split())[:_SHOWN]
        raise RefusedError(
            f"{document.path}: The text of the file cannot be read. Open it in the program that made it, and save it "
            f"again as .docx. (pandoc says: {said})"
        ) from error
    return content_of(json.loads(json_text))


def content_of(document: Mapping[str, Any]) -> Content:
    """Return the content of pandoc's JSON."""
    reader = _BlockReader()
    blocks = reader.blocks(document["blocks"])
    return Content(blocks, reader.notes())


class _BlockReader:
    """Collects the notes while it reads the blocks: a note has its number by the place of its reference."""

    def __init__(self) -> None:
        self._notes: list[Any] = []
        self._inlines = InlineReader(self._number_of_note)

    def _number_of_note(self, blocks: list[Any]) -> int:
        self._notes.append(blocks)
        return len(self._notes)

    def notes(self) -> dict[int, Blocks]:
        return {number: self.blocks(blocks) for number, blocks in enumerate(self._notes, 1)}

    def blocks(self, elements: Iterable[Mapping[str, Any]]) -> Blocks:
        return tuple(block for element in elements for block in self._block(element["t"], element.get("c")))

    def _block(self, kind: str, content: Any) -> Iterator[Block]:
        match kind:
            case "Para" | "Plain":
                yield from self._paragraph(content)
            case "LineBlock":
                lines = [self._inlines.text(line) for line in content]
                yield Paragraph(tuple(run for line in lines for run in (*line, Run("\n")))[:-1])
            case "CodeBlock" | "RawBlock":
                yield Paragraph((Run(content[1]),))
            case "Header":
                yield from self._heading(content[0], content[2])
            case "BlockQuote":
                yield Quotation(self.blocks(content))
            case "BulletList":
                yield ListBlock(tuple(self.blocks(item) for item in content))
            case "OrderedList":
                (start, style, _), items = content
                yield ListBlock(tuple(self.blocks(item) for item in items), ordered=True, start=start, style=style["t"])
            case "DefinitionList":
                yield DefinitionList(
                    tuple(
                        (
                            self._inlines.text(term),
                            tuple(block for meaning in meanings for block in self.blocks(meaning)),
                        )
                        for term, meanings in content
                    )
                )
            case "Table":
                yield self._table(content)
            case "Figure":
                yield from self._figure(content)
            case "Div":
                yield from self.blocks(content[1])

    def _paragraph(self, inlines: list[Any]) -> Iterator[Block]:
        """Yield the text of a paragraph, and behind it the pictures that stand in it."""
        text = self._inlines.text(inlines)
        if any(run.text.strip() or run.note or run.cited for run in text):
            yield Paragraph(text)
        yield from pictures(inlines)

    def _heading(self, level: int, inlines: list[Any]) -> Iterator[Block]:
        text = self._inlines.text(inlines)
        if any(run.text.strip() for run in text):
            yield Heading(level, text)
        yield from pictures(inlines)

    def _figure(self, content: list[Any]) -> Iterator[Block]:
        """Yield the pictures of a figure, the first one with its caption."""
        caption = self._caption(content[1])
        for block in self.blocks(content[2]):
            if isinstance(block, Picture) and caption:
                yield Picture(block.target, block.description, caption)
                caption = ()
            else:
                yield block
        if caption:
            yield Paragraph(caption)

    def _caption(self, caption: list[Any]) -> Text:
        return tuple(run for block in self.blocks(caption[1]) if isinstance(block, Paragraph) for run in block.text)

    def _table(self, content: list[Any]) -> Table:
        _, caption, _, (_, head), bodies, (_, foot) = content
        rows = [row for _, _, intermediate, body in bodies for row in (*intermediate, *body)]
        (heads, _), (body, covered) = self._rows(head), self._rows([*rows, *foot])
        return Table(heads, body, self._caption(caption), covered)

    def _rows(self, rows: Iterable[Any]) -> tuple[tuple[Row, ...], frozenset[Place]]:
        """Return rows, and the cells among them into which one above reaches."""
        open_rows: dict[int, int] = {}
        read = [self._row(cells, open_rows) for _, cells in rows]
        covered = frozenset((number, column) for number, (_, columns) in enumerate(read) for column in columns)
        return tuple(row for row, _ in read), covered

    def _row(self, cells: Iterable[Any], open_rows: dict[int, int]) -> tuple[Row, list[int]]:
        """Return a row with each cell in its column, and the columns into which one above reaches.

        Where a cell spans several columns or rows, the others are empty. `open_rows` has for each column how many of
        the rows to come a cell above reaches into.
        """
        row: list[Blocks] = []
        covered: list[int] = []
        for _, _, height, width, blocks in cells:
            covered += _pass_over(row, open_rows)
            open_rows |= dict.fromkeys(range(len(row), len(row) + width), height - 1)
            row += [self.blocks(blocks), *[()] * (width - 1)]
        covered += _pass_over(row, open_rows)
        return tuple(row), covered


def _pass_over(row: list[Blocks], open_rows: dict[int, int]) -> list[int]:
    """Add empty cells to a row as far as cells from above reach into it; return their columns."""
    start = len(row)
    while open_rows.get(len(row)):
        open_rows[len(row)] -= 1
        row.append(())
    return list(range(start, len(row)))
