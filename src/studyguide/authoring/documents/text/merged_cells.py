"""Say in each row what a cell says that is merged over several: the tables of a guide have no such cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studyguide.authoring.documents.text.blocks import Block, Blocks, Paragraph, Row, Table


def with_filled_cells(blocks: Iterable[Block]) -> Blocks:
    """Return blocks in whose tables the cells that a text above reaches into have its words, without its notes."""
    return tuple(_filled(block) if isinstance(block, Table) else block for block in blocks)


def _filled(table: Table) -> Table:
    rows: list[Row] = []
    for number, row in enumerate(table.rows):
        cells = list(row)
        for column in (column for covered, column in table.covered if covered == number):
            cells[column] = _again(rows[-1][column])
        rows.append(tuple(cells))
    return replace(table, rows=tuple(rows), covered=frozenset())


def _again(cell: Blocks) -> Blocks:
    """Return the words of a cell; nothing of one that holds more than text, such as a picture."""
    texts = [block.text for block in cell if isinstance(block, Paragraph)]
    if len(texts) < len(cell):
        return ()
    return tuple(Paragraph(tuple(run for run in text if not run.note and not run.cited)) for text in texts)
