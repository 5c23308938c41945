"""List what an .odt holds, from its XML alone."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from studyguide.authoring.documents.files.element_marks import is_hidden
from studyguide.authoring.documents.files.inventory import Found, Inventory, Kind, equations_in, margins, numbered
from studyguide.authoring.documents.files.writer_file import (
    COMMENT,
    DRAW,
    NOTE,
    PARAGRAPHS,
    SPAN,
    STYLE,
    SVG,
    TABLE,
    TEXT,
    TRACKED,
    XLINK,
    WriterFile,
    own_paragraphs,
    place_of,
    text_of,
)

_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_SHAPES = tuple(
    f"{DRAW}{name}" for name in ("text-box", "custom-shape", "rect", "ellipse", "path", "polygon", "caption")
)
_MARGIN_KINDS: tuple[Kind, ...] = ("header", "footer")
_MARGINS = {f"{STYLE}{kind}{pages}": kind for kind in _MARGIN_KINDS for pages in ("", "-left", "-first")}


def writer_inventory(file: WriterFile) -> Inventory:
    """Return the paragraphs, rows, pictures and notes of an .odt in order, and all that is not printed in its text."""
    return Inventory(numbered(_found(file)))


def _found(file: WriterFile) -> Iterator[Found]:
    for paragraph in own_paragraphs(file.body):
        if text := text_of(paragraph).strip():
            yield "paragraph", text, place_of(paragraph), ""
    for row in file.body.iter(f"{TABLE}table-row"):
        yield "table row", _paragraphs_text(row), place_of(next(row.iter(*PARAGRAPHS), row)), ""
    yield from _notes(file.body)
    yield from _pictures(file.body)
    for shape in file.body.iter(*_SHAPES):
        if text := _paragraphs_text(shape):
            yield "text box", text, place_of(shape), ""
    yield from equations_in(file.body, place_of)
    yield from _changes(file.body)
    yield from _hidden(file.body)
    yield from _apart(file)


def _paragraphs_text(element: etree._Element) -> str:
    """Return the text of the paragraphs below an element, a line each, without those of notes and comments."""
    inner = (each for each in element.iter(*PARAGRAPHS) if not _is_nested(each, element))
    return "\n".join(filter(None, (text_of(paragraph).strip() for paragraph in inner)))


def _is_nested(paragraph: etree._Element, outer: etree._Element) -> bool:
    """Whether a paragraph stands in a note or comment, and that below `outer`."""
    apart = next(paragraph.iterancestors(NOTE, COMMENT), None)
    return apart is not None and apart is not outer and outer in apart.iterancestors()


def _notes(body: etree._Element) -> Iterator[Found]:
    for note in body.iter(NOTE):
        kind: Kind = "endnote" if note.get(f"{TEXT}note-class") == "endnote" else "footnote"
        yield kind, _paragraphs_text(note), place_of(next(note.iter(*PARAGRAPHS), note)), ""


def _pictures(body: etree._Element) -> Iterator[Found]:
    for image in body.iter(f"{DRAW}image"):
        frame = image.getparent()
        if frame is not None and frame.find(f"{DRAW}object") is None:
            yield "picture", alternative_of(frame), place_of(image), image.get(f"{XLINK}href", "").removeprefix("./")
    for embedded in body.iter(f"{DRAW}object", f"{DRAW}object-ole"):
        yield "object", "", place_of(embedded), embedded.get(f"{XLINK}href", "")


def alternative_of(frame: etree._Element) -> str:
    """Return the alternative text of a picture: part 3, 10.3.17 (`svg:desc`)."""
    return (frame.findtext(f"{SVG}desc") or frame.findtext(f"{SVG}title") or "").strip()


def _changes(body: etree._Element) -> Iterator[Found]:
    marks = {mark.get(f"{TEXT}change-id"): mark for mark in body.iter(f"{TEXT}change", f"{TEXT}change-start")}
    for region in body.iterfind(f"{TRACKED}/{TEXT}changed-region"):
        author = next((each.text or "" for each in region.iter(_CREATOR)), "")
        ids = (region.get(f"{TEXT}id"), region.get("{http://www.w3.org/XML/1998/namespace}id"))
        mark = next((marks[each] for each in ids if each in marks), None)
        place = "" if mark is None else place_of(mark)
        if region.find(f"{TEXT}deletion") is not None and (text := _paragraphs_text(region)):
            yield "deletion", text, place, author
        elif region.find(f"{TEXT}insertion") is not None and mark is not None and (text := _inserted(mark)):
            yield "insertion", text, place, author


def _inserted(start: etree._Element) -> str:
    """Return the text from the start of an insertion to its end, or to that of its paragraph."""
    pieces = [start.tail or ""]
    for each in start.itersiblings():
        if each.tag == f"{TEXT}change-end" and each.get(f"{TEXT}change-id") == start.get(f"{TEXT}change-id"):
            break
        pieces += [text_of(each), each.tail or ""]
    return "".join(pieces).strip()


def _hidden(body: etree._Element) -> Iterator[Found]:
    for element in body.iter(SPAN, *PARAGRAPHS):
        if is_hidden(element) and not any(is_hidden(each) for each in element.iterancestors(SPAN, *PARAGRAPHS)):
            text = "".join(str(piece) for piece in element.itertext()).strip()
            if text:
                yield "hidden text", text, place_of(element), ""
    for field in body.iter(f"{TEXT}hidden-text"):
        yield "hidden text", field.get(f"{TEXT}string-value", ""), place_of(field), ""


def _apart(file: WriterFile) -> Iterator[Found]:
    for comment in file.body.iter(COMMENT):
        author = comment.findtext(_CREATOR, "")
        yield "comment", _paragraphs_text(comment), place_of(comment), author
    if file.margins is not None:
        yield from margins((_MARGINS[str(each.tag)], _paragraphs_text(each)) for each in file.margins.iter(*_MARGINS))
