"""List what a .docx holds, from its XML alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from studyguide.authoring.documents.files.element_marks import is_hidden
from studyguide.authoring.documents.files.inventory import Found, Inventory, Kind, equations_in, margins, numbered
from studyguide.authoring.documents.files.ooxml import PICTURES, R, V, W
from studyguide.authoring.documents.files.word_file import (
    P,
    WordFile,
    is_second_form,
    own_paragraphs,
    place_of,
    text_of,
)
from studyguide.authoring.documents.files.word_objects import word_objects

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHANGES: dict[str, Kind] = {
    f"{W}ins": "insertion",
    f"{W}moveTo": "insertion",
    f"{W}del": "deletion",
    f"{W}moveFrom": "deletion",
}
_MARGINS: dict[str, Kind] = {f"{W}hdr": "header", f"{W}ftr": "footer"}


def word_inventory(file: WordFile) -> Inventory:
    """Return the paragraphs, rows, pictures and notes of a .docx in order, and all that is not printed in its text."""
    return Inventory(numbered(_found(file)))


def _found(file: WordFile) -> Iterator[Found]:
    yield from _paragraphs(file.body)
    yield from _rows(file.body)
    for kind in ("footnote", "endnote"):
        yield from _notes(file, kind)
    for part, root in file.roots.items():
        yield from _pictures(file, part, root)
        yield from _boxes(root)
        yield from word_objects(file, part, root)
        yield from equations_in(root, place_of)
        yield from _changes(root)
        yield from _hidden(root)
    yield from _apart(file)


def _paragraphs(body: etree._Element) -> Iterator[Found]:
    for paragraph in own_paragraphs(body):
        if text := text_of(paragraph).strip():
            yield "paragraph", text, place_of(paragraph), ""


def _rows(body: etree._Element) -> Iterator[Found]:
    for row in body.iter(f"{W}tr"):
        if not is_second_form(row):
            yield "table row", _paragraphs_text(row), place_of(next(row.iter(P), row)), ""


def _notes(file: WordFile, kind: Kind) -> Iterator[Found]:
    for _, note in file.notes(kind):
        yield kind, _paragraphs_text(note), place_of(note), ""


def _paragraphs_text(element: etree._Element) -> str:
    """Return the text of the paragraphs below an element, a line each."""
    return "\n".join(filter(None, (text_of(each).strip() for each in own_paragraphs(element))))


def _pictures(file: WordFile, part: str, root: etree._Element) -> Iterator[Found]:
    targets = file.relationships(part)
    for element in root.iter(*PICTURES):
        if not is_second_form(element):
            ids = (element.get(f"{R}{name}") for name in ("embed", "link", "id"))
            target = next((targets[each].target for each in ids if each in targets), "")
            yield "picture", _alternative_of(element), place_of(element), target


def _alternative_of(element: etree._Element) -> str:
    """Return the alternative text of a picture: 20.4.2.5 (`descr`), and `alt` in VML."""
    for ancestor in element.iterancestors():
        if ancestor.tag in (f"{_WP}inline", f"{_WP}anchor"):
            properties = ancestor.find(f"{_WP}docPr")
            return "" if properties is None else properties.get("descr", "") or properties.get("title", "")
        if ancestor.tag == f"{V}shape":
            return ancestor.get("alt", "")
    return ""


def _boxes(root: etree._Element) -> Iterator[Found]:
    for box in root.iter(f"{W}txbxContent"):
        if not is_second_form(box):
            outer = next(box.iterancestors(P), box)
            yield "text box", _paragraphs_text(box), place_of(outer), ""


def _changes(root: etree._Element) -> Iterator[Found]:
    """Yield what tracked changes added or took away; a change that Word cuts at links and notes, as one."""
    texts = (each for each in root.iter(f"{W}t", f"{W}delText") if not is_second_form(each))
    for (kind, author, _), each in groupby(texts, _change_of):
        changed = list(each)
        if kind and (text := "".join(text.text or "" for text in changed).strip()):
            yield kind, text, place_of(changed[0]), author


def _change_of(text: etree._Element) -> tuple[Kind | None, str, etree._Element | None]:
    """Return what happened to a text, who did it, and the paragraph; None for one that is as it was."""
    change = next(text.iterancestors(*_CHANGES), None)
    paragraph = next(text.iterancestors(P), None)
    if change is None:
        return None, "", paragraph
    return _CHANGES[str(change.tag)], change.get(f"{W}author", ""), paragraph


def _hidden(root: etree._Element) -> Iterator[Found]:
    for run in root.iter(f"{W}r"):
        if is_hidden(run) and (text := text_of(run).strip()) and not is_second_form(run):
            yield "hidden text", text, place_of(run), ""


def _apart(file: WordFile) -> Iterator[Found]:
    """Yield the comments, with the words they are about, and the headers and footers."""
    anchors = {
        each.get(f"{W}id"): each for each in file.roots[file.main].iter(f"{W}commentRangeStart", f"{W}commentReference")
    }
    for comments in file.apart.values():
        for comment in comments.iterfind(f"{W}comment"):
            anchor = anchors.get(comment.get(f"{W}id"))
            place = "" if anchor is None else place_of(anchor)
            yield "comment", _paragraphs_text(comment), place, comment.get(f"{W}author", "")
    apart = [root for root in file.apart.values() if root.tag in _MARGINS]
    yield from margins((_MARGINS[str(root.tag)], _paragraphs_text(root)) for root in apart)
