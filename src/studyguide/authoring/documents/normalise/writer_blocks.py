"""Put the blocks of an .odt where pandoc reads them.

Pandoc 3.9 loses boxes, tables in cells, lists and tables in notes, numbered paragraphs and groups of rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from studyguide.authoring.documents.files.element_marks import is_hidden
from studyguide.authoring.documents.files.inventory import Found, Kind
from studyguide.authoring.documents.files.trees import remove, unwrap
from studyguide.authoring.documents.files.writer_file import (
    DRAW,
    LISTS,
    NOTE,
    OFFICE,
    PARAGRAPHS,
    TABLE,
    TEXT,
    place_of,
    text_of,
)
from studyguide.authoring.documents.normalise.layout_tables import is_layout

_GROUPS = tuple(f"{TABLE}{name}" for name in ("table-rows", "table-row-group", "table-columns", "table-column-group"))
_TABLES = (f"{TABLE}table", f"{TABLE}table-header-rows", f"{TABLE}table-row", f"{TABLE}table-cell")
_NOT_BLOCKS = (f"{TABLE}table-column", f"{TABLE}covered-table-cell", f"{TEXT}soft-page-break")


def lay_blocks_out(body: etree._Element) -> None:
    """Put the paragraphs of boxes behind those on which they hang, and take away what stands around blocks."""
    _unbox(body)
    for wrapper in list(body.iter(*_GROUPS, f"{TEXT}numbered-paragraph", f"{TEXT}section")):
        unwrap(wrapper)
    for table in list(body.iter(f"{TABLE}table")):
        if next(table.iter(f"{TABLE}table-row"), None) is None:
            _flatten_table(table)  # without rows, pandoc stops
        elif next(table.iterancestors(f"{TABLE}table-cell"), None) is not None:
            _flatten(table)
    for note in body.iter(NOTE):
        for block in list(note.iter(f"{TEXT}list", f"{TABLE}table")):
            _flatten(block)


def _unbox(body: etree._Element) -> None:
    last: dict[etree._Element, etree._Element] = {}
    for paragraph in list(body.iter(*PARAGRAPHS)):
        shape = _outer_shape(paragraph)
        if shape is None:
            continue
        anchor = next(shape.iterancestors(*PARAGRAPHS), shape)
        block = _outermost(paragraph)
        if block.getparent() is not None and block not in last.values():
            last.get(anchor, anchor).addnext(block)
            last[anchor] = block
    for shape in [each for each in body.iter() if _is_shape(each) and not _has_picture(each)]:
        remove(shape)


def _is_shape(element: etree._Element) -> bool:
    return str(element.tag).startswith(DRAW)


def _has_picture(shape: etree._Element) -> bool:
    return shape.tag == f"{DRAW}image" or any(True for _ in shape.iter(f"{DRAW}image"))


def _outer_shape(paragraph: etree._Element) -> etree._Element | None:
    """Return the shape in which a paragraph stands, the outermost below the next paragraph or the body."""
    shape = None
    for ancestor in paragraph.iterancestors():
        if ancestor.tag in PARAGRAPHS or ancestor.tag in (NOTE, f"{OFFICE}text"):
            break
        if _is_shape(ancestor):
            shape = ancestor
    return shape


def _outermost(paragraph: etree._Element) -> etree._Element:
    """Return the block right within a shape that holds a paragraph: itself, a list or a table."""
    block = paragraph
    while (parent := block.getparent()) is not None and not _is_shape(parent):
        block = parent
    return block


def _flatten(block: etree._Element) -> None:
    """Leave of a list or a table its paragraphs."""
    for inner in list(block.iter(*LISTS)):
        unwrap(inner)
    _flatten_table(block)


def _flatten_table(table: etree._Element) -> None:
    """Leave of a table what stands in its cells."""
    for inner in list(table.iter(*_NOT_BLOCKS)):
        remove(inner)
    for inner in list(table.iter(*_TABLES)):
        unwrap(inner)


def take_out(elements: Iterable[etree._Element], kind: Kind) -> Iterator[Found]:
    """Remove elements; yield each of their paragraphs that has text as one of `kind`."""
    for element in list(elements):
        for paragraph in element.iter(*PARAGRAPHS):
            if text := text_of(paragraph).strip():
                yield kind, text, place_of(paragraph), ""
        remove(element)


def take_hidden_out(body: etree._Element) -> None:
    """Remove what Writer does not show."""
    for element in [each for each in body.iter() if is_hidden(each)]:
        remove(element)


def unframe_chapters(body: etree._Element) -> None:
    """Put chapters out of a table that only lays them out."""
    for table in list(body.iterfind(f"{TABLE}table")):
        rows = [
            [_cell_text(cell) for cell in row.iterfind(f"{TABLE}table-cell")] for row in table.iter(f"{TABLE}table-row")
        ]
        if is_layout(rows):
            _flatten_table(table)


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(text_of(paragraph).strip() for paragraph in cell if paragraph.tag in PARAGRAPHS)


def unframe(body: etree._Element) -> None:
    """Put what stands in a table of one cell, which frames it, out of the table."""
    for table in list(body.iter(f"{TABLE}table")):
        if sum(1 for _ in table.iter(f"{TABLE}table-cell")) == 1:
            _flatten_table(table)
