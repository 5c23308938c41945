"""Put the text within the paragraphs of an .odt where pandoc reads it.

Pandoc 3.9 loses what fields print, marks of references included, and the alternative text of pictures.
"""

from __future__ import annotations

from lxml import etree

from studyguide.authoring.documents.files.trees import remove, replace_with_text, unwrap
from studyguide.authoring.documents.files.writer_file import (
    COMMENT,
    DRAW,
    LINK,
    NOTE,
    OFFICE,
    PARAGRAPHS,
    SPAN,
    SVG,
    TEXT,
    TRACKED,
)
from studyguide.authoring.documents.files.writer_inventory import alternative_of
from studyguide.authoring.documents.normalise.picture_texts import written_picture_text
from studyguide.authoring.documents.text.runs import TAB

_KEPT = frozenset(
    (SPAN, LINK, NOTE, *(f"{TEXT}{name}" for name in ("s", "tab", "line-break", "note-citation", "note-body")))
)
"""Elements within a paragraph that pandoc reads."""
_GONE = (COMMENT, f"{OFFICE}annotation-end", f"{TEXT}hidden-text", f"{TEXT}soft-page-break", TRACKED)


def lay_text_out(body: etree._Element) -> None:
    """Leave of fields what they print."""
    for element in list(body.iter(*_GONE)):
        remove(element)
    for element in [each for each in body.iter() if _is_field(each)]:
        unwrap(element)


def keep_tabs(body: etree._Element) -> None:
    """Write a private sign for each tab, which else becomes a blank."""
    for tab in list(body.iter(f"{TEXT}tab")):
        paragraph = next(tab.iterancestors(*PARAGRAPHS), None)
        is_within = paragraph is not None and _text_before(tab, paragraph)
        replace_with_text(tab, TAB if is_within else "")


def _text_before(element: etree._Element, paragraph: etree._Element) -> bool:
    """Whether there is text in a paragraph before an element, which may stand within spans."""
    for event, each in etree.iterwalk(paragraph, events=("start", "end")):
        if each is element:
            return False
        text = each.text if event == "start" else each.tail
        if text and text.strip():
            return True
    return False


def _is_field(element: etree._Element) -> bool:
    """Whether an element within a paragraph is one that pandoc does not read; a picture is none."""
    parent = element.getparent()
    if parent is None or element.tag in _KEPT or element.tag in PARAGRAPHS:
        return False
    is_inline = next(element.iterancestors(*PARAGRAPHS, f"{TEXT}note-body", DRAW + "frame"), None)
    return is_inline is not None and is_inline.tag in PARAGRAPHS and not str(element.tag).startswith((DRAW, SVG))


def keep_picture_texts(body: etree._Element) -> None:
    """Write the alternative text of each picture so that it comes through pandoc, which reads titles alone."""
    for frame in body.iter(f"{DRAW}frame"):
        if text := alternative_of(frame):
            for old in frame.findall(f"{SVG}title") + frame.findall(f"{SVG}desc"):
                remove(old)
            etree.SubElement(frame, f"{SVG}title").text = written_picture_text(text)
