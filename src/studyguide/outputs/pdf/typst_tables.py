"""Prepare tables in pandoc's AST for Typst: rows that a page break does not tear, and columns as wide as their words.

The elements are those of https://hackage.haskell.org/package/pandoc-types, in JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_LINE_LENGTH = 85
"""Characters in a line of the handout, at most."""
_WHOLE_ROW = 25
"""The most lines of a row that stays on one page: half of a page, as the estimate may be wrong by a third."""
_TALLEST_ROW = 38
"""The most lines of a row of one long paragraph, whose end would otherwise stand alone."""
_WHOLE_END = 6
"""The fewest lines at the end of a row over two pages that stay together."""
_KEPT = {"t": "RawBlock", "c": ["typst", "#block(breakable: false)["]}
_END_OF_KEPT = {"t": "RawBlock", "c": ["typst", "]"]}
_OF_PICTURE = 40
"""The lines that a picture may take."""
_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60"
"""Characters as wide as they are high, such as Chinese ones, between which a line breaks."""
_WIDE_CHARACTER = re.compile(f"[{_WIDE}]")
_CHUNK = re.compile(f"[{_WIDE}]|[\u0e00-\u0e7f]{{1,12}}|[^\\s\u200b{_WIDE}]+?-+(?=\\w)|[^\\s\u200b{_WIDE}]+")
"""Text without a place to break, but for hyphenation."""
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_LETTER, _INSET, _PAGE = 5.8, 10.0, 380.0
"""The width of a bold letter, of the space around a cell, and of the narrowest text that holds a table, in points."""
_MEASURED = 3
"""The number of words of a column that Typst measures."""

Node = dict[str, Any]


def keep_rows_whole(table: Node) -> None:
    """Forbid page breaks within rows that are half a page high at most, and above the last lines of higher ones.

    `table` is modified.
    """
    shares = _shares(table)
    for row in _body_rows(table):
        cells = row[1]
        if any(cell[2] > 1 for cell in cells):
            continue  # Typst breaks the rows of a cell that spans them as one
        columns = iter(shares)
        lines = [_lines(cell[4], sum(next(columns, 0.0) for _ in range(cell[3]))) for cell in cells]
        tallest = max(lines, default=0)
        ends = [_end(cell[4], share) for cell, share in zip(cells, shares, strict=False)]
        if tallest <= _WHOLE_ROW or (tallest <= _TALLEST_ROW and not any(ends)):
            for cell in cells:
                cell[0][2].append(["typst:breakable", "false"])
            continue
        for cell, start in zip(cells, ends, strict=False):
            if start:
                cell[4][start:] = [_KEPT, *cell[4][start:], _END_OF_KEPT]


def set_head_bold(table: Node) -> None:
    """Set the second row of a table's head and those below it as handout.typ sets the first; `table` is modified."""
    for row in table["c"][3][1][1:]:
        for cell in row[1]:
            cell[0][2].extend([["typst:text:weight", '"bold"'], ["typst:text:font", "fonts.strong"]])


def _end(blocks: list[Node], share: float) -> int:
    """Return where the last blocks of a cell begin that shall stand on one page, so that no line of them is alone.

    It is 0 where they are all, and where they are one long paragraph with what follows it.
    """
    start, lines = len(blocks), 0.0
    while start and lines < _WHOLE_END:
        start -= 1
        lines += _lines(blocks[start : start + 1], share)
    return start if lines <= _WHOLE_ROW else 0


def longest_words(table: Node) -> list[list[str]] | None:
    """Return the longest words of each column of a table; None where each fits into an equal share of the page."""
    columns = _columns(table)
    words = [sorted({*_CHUNK.findall(text)}, key=len)[-_MEASURED:] for text in columns]
    share = _PAGE / max(len(columns), 1)
    fits = all(_LETTER * len(word) + _INSET <= share for column in words for word in column)
    return None if fits or not _has_free_columns(table) else words


def lengths(table: Node) -> list[int]:
    """Return the length of the longest text of each column, in Latin letters."""
    return [max(map(_length, text.split("\n"))) for text in _columns(table)]


def _length(text: str) -> int:
    return len(text) + (0 if text.isascii() else len(_WIDE_CHARACTER.findall(text)))


def _has_free_columns(table: Node) -> bool:
    return all(width["t"] == "ColWidthDefault" for _, width in table["c"][2])


def _shares(table: Node) -> list[float]:
    """Return the share of each column in the table's width."""
    specs = table["c"][2]
    return [width.get("c", 1 / len(specs)) for _, width in specs]


def _body_rows(table: Node) -> list[Any]:
    return [row for body in table["c"][4] for row in body[3]]


def _columns(table: Node) -> list[str]:
    """Return the text of each column, a line a cell, without cells that span columns."""
    columns: list[list[str]] = [[""] for _ in table["c"][2]]
    head, bodies, foot = table["c"][3], table["c"][4], table["c"][5]
    for row in [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]:
        place = 0
        for _, _, _, span, blocks in row[1]:
            if span == 1 and place < len(columns):
                columns[place].append("".join(_text(blocks)).replace("\n", " "))
            place += span
    return ["\n".join(column) for column in columns]


def _lines(blocks: list[Node], share: float) -> float:
    """Estimate the lines that the blocks and their notes take in a column."""
    width = max(_LINE_LENGTH * share, 1)
    return sum(_length("".join(_text([block], with_notes=True))) / width + 1 for block in blocks)


def _text(node: Any, *, with_notes: bool = False) -> Iterator[str]:
    """Yield the text of a part of the AST; a picture yields as many characters as its lines hold."""
    if isinstance(node, list):
        for item in node:
            yield from _text(item, with_notes=with_notes)
        return
    if not isinstance(node, dict):
        return
    match node.get("t"):
        case "Str":
            yield node["c"]
        case "RawInline":
            yield _raw_text(node["c"][1]) if with_notes or "image(" not in node["c"][1] else " "
        case "Space" | "SoftBreak" | "LineBreak":
            yield " "
        case "Note" if not with_notes:
            return
        case "Para" | "Plain" | "Header" if with_notes:
            yield from _text(node["c"], with_notes=True)
        case _:
            yield from _text(node.get("c"), with_notes=with_notes)


def _raw_text(typst: str) -> str:
    """Return the text of an escaped word; a call of Typst is a few characters, and a picture many."""
    if "image(" in typst:
        return "x" * _OF_PICTURE * _LINE_LENGTH
    if typst.startswith("#text("):
        typst = typst.partition("[")[2].removesuffix("];")
    return " " if typst.startswith(("#", "]")) else _ESCAPE.sub("", typst)
