"""Give the headings of a .docx, by style or by look, the styles by which pandoc knows a heading."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.trees import first_child, remove
from studyguide.authoring.documents.files.word_file import WordFile
from studyguide.authoring.documents.normalise.headings import DEEPEST

_OF_TEXT = frozenset((f"{W}pStyle", f"{W}numPr", f"{W}ind"))
"""Properties that a heading does not keep: its style, its place in a list, its indent."""


def style_headings(file: WordFile, paragraphs: Sequence[etree._Element], levels: Sequence[int]) -> None:
    """Set the style of each paragraph to that of a heading of its level, or to that of text for 0."""
    ids = _ids(file)
    for paragraph, level in zip(paragraphs, levels, strict=True):
        if level:
            _set_style(paragraph, ids[min(level, DEEPEST)])
        elif file.styles.style_name(paragraph).startswith("heading"):
            _set_style(paragraph, "")


def _ids(file: WordFile) -> dict[int, str]:
    """Return the ids of the styles of headings by level, those that the document lacks added to its styles."""
    known = {file.styles.name(style): style for style in file.styles.names}
    return {level: known.get(f"heading {level}") or _added(file, level) for level in range(1, DEEPEST + 1)}


def _added(file: WordFile, level: int) -> str:
    key = f"AddedHeading{level}"
    style = etree.SubElement(file.style_sheet, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": key})
    etree.SubElement(style, f"{W}name").set(f"{W}val", f"heading {level}")
    return key


def _set_style(paragraph: etree._Element, style: str) -> None:
    properties = first_child(paragraph, f"{W}pPr")
    for old in [each for each in properties if each.tag in _OF_TEXT]:
        remove(old)
    if style:
        element = etree.Element(f"{W}pStyle")
        element.set(f"{W}val", style)
        properties.insert(0, element)
