"""What a .docx embeds beside text and pictures: charts, diagrams, files of other programs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.ooxml import A, R, W
from studyguide.authoring.documents.files.word_file import WordFile, is_second_form, place_of
from studyguide.authoring.documents.files.xml_parts import is_xml, parse_part

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_OLE = "{urn:schemas-microsoft-com:office:office}"
_NAMES = {
    f"{_CHART}chart": ("id", "chart"),
    f"{_DIAGRAM}relIds": ("dm", "diagram"),
    f"{_OLE}OLEObject": ("id", "embedded file"),
    f"{W}altChunk": ("id", "embedded document"),
}
"""The elements that name an object, with the attribute of its id and what it is."""
_WORDS = (f"{A}t", f"{_CHART}v")


def word_objects(file: WordFile, part: str, root: etree._Element) -> Iterator[Found]:
    """Yield each object in a part with its words, which come into no guide."""
    targets = file.relationships(part)
    for element in root.iter(*_NAMES):
        if not is_second_form(element):
            attribute, name = _NAMES[str(element.tag)]
            relationship = targets.get(element.get(f"{R}{attribute}", ""))
            target = "" if relationship is None else relationship.target
            yield "object", _words(file, target), place_of(element), name


def _words(file: WordFile, part: str) -> str:
    if part not in file.document.parts or not is_xml(part):
        return ""
    texts = (each.text or "" for each in parse_part(file.document.parts[part]).iter(*_WORDS))
    return " ".join(filter(None, map(str.strip, texts)))
