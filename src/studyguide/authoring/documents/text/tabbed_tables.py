"""Make tables of lines that were set in columns with tabs, as where nobody looked for Word's tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from studyguide.authoring.documents.text.blocks import Block, Blocks, Paragraph, Row, Table
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import pieces

_BETWEEN = re.compile(r"\s*\t\s*")
_FEWEST_COLUMNS = 3
"""Two are a label with what belongs to it: "Forum: [tab] UNEP"."""
_FEWEST_ROWS = 2


def with_tabbed_tables(blocks: Iterable[Block]) -> Blocks:
    """Return blocks with a table for each run of lines that tabs divide into as many columns, three or more."""
    found: list[Block] = []
    for columns, group in groupby(blocks, key=_columns):
        lines = list(group)
        is_table = columns >= _FEWEST_COLUMNS and len(lines) >= _FEWEST_ROWS
        found += [Table((), tuple(map(_row, lines)))] if is_table else lines
    return tuple(found)


def _columns(block: Block) -> int:
    return len(_BETWEEN.findall(plain(block.text).strip())) + 1 if isinstance(block, Paragraph) else 0


def _row(block: Block) -> Row:
    assert isinstance(block, Paragraph)
    ends = [found.end() for found in _BETWEEN.finditer(plain(block.text).rstrip())]
    return tuple((Paragraph(text),) for text in pieces(block.text, ends))
