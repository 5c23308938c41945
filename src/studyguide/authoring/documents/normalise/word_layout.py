"""Take out what is hidden, and mend what pandoc reads otherwise than a reader of the printed page."""

from __future__ import annotations

from lxml import etree

from studyguide.authoring.documents.files.element_marks import is_hidden
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import first_child, remove
from studyguide.authoring.documents.files.word_file import P, R, T, WordFile, own_paragraphs, text_of
from studyguide.authoring.documents.normalise.layout_tables import is_layout
from studyguide.authoring.documents.text.runs import TAB

_METADATA = frozenset(("title", "subtitle", "author", "date", "abstract"))
"""Styles of paragraphs that pandoc takes out of the text at its beginning."""
_TABS = (f"{W}tab", f"{W}ptab")
_MOST_COLUMNS = 63
"""As many columns as a table in Word can have."""
_QUOTATION_MARKS = "“„«»\"'‘‹「『"


def take_hidden_out(root: etree._Element) -> None:
    """Remove the runs that Word does not show."""
    for run in list(root.iter(R)):
        if is_hidden(run):
            remove(run)


def keep_tabs(root: etree._Element) -> None:
    """Write a private sign for each tab within text, which else becomes a blank."""
    for paragraph in root.iter(P):
        is_within = False
        for each in paragraph.iter(T, *_TABS):
            if each.tag == T:
                is_within = is_within or bool((each.text or "").strip())
            elif is_within and next(each.iterancestors()).tag == R:
                each.tag = T
                each.attrib.clear()
                each.text = TAB


def take_marks_out(root: etree._Element) -> None:
    """Remove the sign that somebody chose for a note, such as a star: a guide numbers its notes."""
    for name in ("footnoteReference", "endnoteReference"):
        for reference in root.iter(f"{W}{name}"):
            if reference.get(f"{W}customMarkFollows", "0") not in ("0", "false", "off"):
                for mark in [each for each in reference.itersiblings() if each.tag in (T, f"{W}sym")]:
                    remove(mark)


def keep_titles(file: WordFile) -> None:
    """Make plain paragraphs of those in the styles of a title page."""
    for paragraph in own_paragraphs(file.body):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and file.styles.style_name(paragraph) in _METADATA:
            remove(style)


def fill_rows(root: etree._Element) -> None:
    """Put empty cells where a row leaves columns of the table free (17.4.14 and 17.4.15): pandoc passes over them.

    It would move the other cells to wrong columns, and drop the columns that a first row lacks.
    """
    for properties in root.iter(f"{W}trPr"):
        for _ in range(_columns(properties, "gridBefore")):
            properties.addnext(_empty_cell())
        for _ in range(_columns(properties, "gridAfter")):
            next(properties.iterancestors()).append(_empty_cell())


def _columns(row_properties: etree._Element, name: str) -> int:
    free = row_properties.find(f"{W}{name}")
    count = "" if free is None else free.get(f"{W}val", "")
    return min(int(count), _MOST_COLUMNS) if count.isdecimal() else 0


def _empty_cell() -> etree._Element:
    cell = etree.Element(f"{W}tc")
    etree.SubElement(cell, P)
    return cell


def mark_heads(root: etree._Element) -> None:
    """Leave a first row as the head of its table only where it is one: marked as such, or all bold.

    Pandoc takes the first row for a head wherever the table's look, by default, has another look for it.
    """
    for table in root.iter(f"{W}tbl"):
        for look in table.iterfind(f"{W}tblPr/{W}tblLook"):
            look.set(f"{W}firstRow", "0")
        first = table.find(f"{W}tr")
        if first is not None and len(table.findall(f"{W}tr")) > 1 and _is_bold(first):
            etree.SubElement(first_child(first, f"{W}trPr"), f"{W}tblHeader")


def _is_bold(row: etree._Element) -> bool:
    runs = [run for run in row.iter(R) if text_of(run).strip()]
    return bool(runs) and all(run.find(f"{W}rPr/{W}b") is not None for run in runs)


def keep_paragraphs(root: etree._Element) -> None:
    """Take indents away, from which pandoc makes quotations, but of what is one: quoted, or indented on both sides."""
    for paragraph in root.iter(P):
        indent = paragraph.find(f"{W}pPr/{W}ind")
        if indent is not None and not _is_quotation(paragraph, indent):
            remove(indent)


def _is_quotation(paragraph: etree._Element, indent: etree._Element) -> bool:
    right = indent.get(f"{W}right") or indent.get(f"{W}end") or "0"
    return right.strip("-0") != "" or text_of(paragraph).lstrip().startswith(tuple(_QUOTATION_MARKS))


def unframe(body: etree._Element) -> None:
    """Put what stands in a table of one cell, which frames it, out of the table."""
    for table in list(body.iter(f"{W}tbl")):
        if sum(1 for _ in table.iter(f"{W}tc")) == 1:
            _flatten(table)


def unframe_chapters(body: etree._Element) -> None:
    """Put chapters out of a table that only lays them out."""
    for table in list(body.iterfind(f"{W}tbl")):
        rows = [[_cell_text(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]
        if is_layout(rows):
            _flatten(table)


def _cell_text(cell: etree._Element) -> str:
    return "\n".join(text_of(paragraph).strip() for paragraph in cell.iterfind(P))


def _flatten(table: etree._Element) -> None:
    """Put what stands in the cells of a table in its place."""
    if table.getparent() is not None:
        for block in [block for cell in table.iterfind(f"{W}tr/{W}tc") for block in cell if block.tag != f"{W}tcPr"]:
            table.addprevious(block)
        remove(table)
