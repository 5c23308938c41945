"""Blocks from a short notation, and back: see tables/terms.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
    Table,
)
from studyguide.authoring.documents.text.runs import Run, Text, plain

_RUNS = re.compile(r"\*\*(?P<bold>.+?)\*\*|_(?P<italic>.+?)_|\[(?P<note>\d+)\]|(?P<plain>.+?(?=\*\*|_|\[\d|$))")


def text(written: str) -> Text:
    """Return `**bold**, _italic_ and a note[1]` as a text."""
    written = written.replace("<TAB>", "\t").replace("<BR>", "\n")
    return tuple(_run(found) for found in re.finditer(_RUNS.pattern, written, re.DOTALL))


def _run(found: re.Match[str]) -> Run:
    if found["note"]:
        return Run("", note=int(found["note"]))
    return Run(
        found["bold"] or found["italic"] or found["plain"], bold=bool(found["bold"]), italic=bool(found["italic"])
    )


def blocks(lines: Iterable[str]) -> Blocks:
    """Return blocks; rows, items and entries that follow each other are one table or list."""
    return tuple(block for kind, group in groupby(lines, key=_kind) for block in _blocks(kind, list(group)))


def _kind(line: str) -> str:
    return next((kind for kind in ("|", "- ", ": ") if line.startswith(kind)), "")


def _blocks(kind: str, lines: list[str]) -> Iterator[Block]:
    if kind == "|":
        head = tuple(_cells(line[2:]) for line in lines if line.startswith("||"))
        yield Table(head, tuple(_cells(line[1:]) for line in lines if not line.startswith("||")))
    elif kind == "- ":
        yield ListBlock(tuple((Paragraph(text(line[2:])),) for line in lines))
    elif kind == ": ":
        entries = [line[2:].split(" : ") for line in lines]
        yield DefinitionList(tuple((text(term), (Paragraph(text(meaning)),)) for term, meaning in entries))
    else:
        for line in lines:
            heading = re.match("(#+) (.*)", line)
            yield Heading(len(heading[1]), text(heading[2])) if heading else Paragraph(text(line))


def _cells(row: str) -> tuple[Blocks, ...]:
    return tuple((Paragraph(text(cell.strip())),) if cell.strip() else () for cell in row.split("|"))


def words(found: Iterable[Block]) -> Iterator[str]:
    """Yield the words of each paragraph, heading and item."""
    for block in found:
        match block:
            case Paragraph() | Heading():
                yield plain(block.text)
            case ListBlock(items):
                yield from (word for item in items for word in words(item))
