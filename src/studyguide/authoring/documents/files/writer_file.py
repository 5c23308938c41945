"""The text of an .odt as a tree of XML, and its styles: OpenDocument 1.3, part 3."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from lxml import etree

from studyguide.authoring.documents.files.element_marks import (
    is_hidden,
    mark_equation,
    mark_hidden,
    number_paragraphs,
    numbered_place,
)
from studyguide.authoring.documents.files.equations import MATHML, in_letters, is_laid_out, mathml_equation
from studyguide.authoring.documents.files.package import Document
from studyguide.authoring.documents.files.trees import remove
from studyguide.authoring.documents.files.xml_parts import parse_part, serialise

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE, TEXT, TABLE, STYLE, DRAW, FO, SVG = (
    f"{{{_OASIS}:{name}:1.0}}"
    for name in ("office", "text", "table", "style", "drawing", "xsl-fo-compatible", "svg-compatible")
)
XLINK = "{http://www.w3.org/1999/xlink}"
P, H, SPAN, LINK = f"{TEXT}p", f"{TEXT}h", f"{TEXT}span", f"{TEXT}a"
PARAGRAPHS = (P, H)
LISTS = (f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header")
"""A list and its elements."""
NOTE, COMMENT, TRACKED = f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}tracked-changes"
CONTENT = "content.xml"
_STYLES = "styles.xml"
_APART = frozenset((NOTE, COMMENT, P, H, f"{OFFICE}annotation-end", f"{TEXT}hidden-text", f"{SVG}desc", f"{SVG}title"))
"""Elements within a paragraph whose text does not stand in it; paragraphs in a paragraph are those of a box."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_DIGITS = 3
"""Of a number of blanks, or of a level."""


@dataclass(frozen=True)
class WriterStyles:
    """The styles of a document, by family and name."""

    names: Mapping[str, str]
    """The name of each paragraph style as its author chose it, in lower case; of `P4`, that of the style below it."""
    properties: Mapping[tuple[str, str], Mapping[tuple[str, str], str]]
    """What each style sets, with what it inherits, by the kind of the properties and the attribute."""
    defaults: Mapping[tuple[str, str], str]
    """What paragraphs have where no style says otherwise."""

    def value(self, element: etree._Element, attribute: str, kind: str = "text") -> str:
        """Return a property of a paragraph or of a span, which has those around it too; empty if nothing sets it."""
        for holder in (element, *element.iterancestors(SPAN, LINK, *PARAGRAPHS)):
            family = "paragraph" if holder.tag in PARAGRAPHS else "text"
            found = self.properties.get((family, holder.get(f"{TEXT}style-name", "")), {})
            if value := found.get((kind, attribute)):
                return value
            if family == "paragraph":
                break
        return self.defaults.get((kind, attribute), "")

    def style_name(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style; `standard` without one."""
        return self.names.get(paragraph.get(f"{TEXT}style-name", ""), "standard")


@dataclass(frozen=True)
class WriterFile:
    """An .odt whose text is parsed."""

    document: Document
    root: etree._Element
    """The root of the part with the text."""
    margins: etree._Element | None
    """The root of the part with the styles, headers and footers."""
    styles: WriterStyles

    @property
    def body(self) -> etree._Element:
        """The element that holds the paragraphs and tables."""
        body = self.root.find(f"{OFFICE}body/{OFFICE}text")
        return self.root if body is None else body

    def written(self) -> Document:
        """Return the document with its text as it is now."""
        changed = {CONTENT: serialise(self.root)}
        return replace(self.document, parts=MappingProxyType({**self.document.parts, **changed}))


def read_writer_file(document: Document) -> WriterFile:
    """Parse the text, number its paragraphs from 1, mark what is hidden, and put readings above words in brackets."""
    root = parse_part(document.parts[CONTENT])
    _write_equations_out(root, document.parts)
    for reading in root.iter(f"{TEXT}ruby-text"):
        reading.text = f" ({reading.text})" if reading.text else ""
    margins = parse_part(document.parts[_STYLES]) if _STYLES in document.parts else None
    file = WriterFile(document, root, margins, _styles(root, margins))
    number_paragraphs(own_paragraphs(file.body))
    if any(b'display="' in document.parts.get(name, b"") for name in (CONTENT, _STYLES)):
        _mark_hidden(file)
    return file


def _write_equations_out(root: etree._Element, parts: Mapping[str, bytes]) -> None:
    """Put text in the place of equations, which are objects with MathML in a part of their own or within."""
    for place in list(root.iter(f"{DRAW}object")):
        name = f"{place.get(f'{XLINK}href', '').removeprefix('./')}/{CONTENT}"
        math = parse_part(parts[name]) if name in parts else next(place.iter(f"{MATHML}math"), None)
        frame = place.getparent()
        if math is not None and math.tag == f"{MATHML}math" and frame is not None and frame.tag == f"{DRAW}frame":
            span = etree.Element(SPAN)
            span.text = in_letters(mathml_equation(math))
            if is_laid_out(math):
                mark_equation(span, span.text)
            frame.addprevious(span)
            remove(frame)


def _styles(*roots: etree._Element | None) -> WriterStyles:
    found = [style for root in roots if root is not None for style in root.iter(f"{STYLE}style")]
    styles = {(style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")): style for style in reversed(found)}
    chains = {key: list(_chain(styles, *key)) for key in styles}
    defaults = [style for root in roots if root is not None for style in root.iter(f"{STYLE}default-style")]
    return WriterStyles(
        {name: _name(chain) for (family, name), chain in chains.items() if family == "paragraph"},
        {key: _properties(reversed(chain)) for key, chain in chains.items()},
        _properties(style for style in defaults if style.get(f"{STYLE}family") == "paragraph"),
    )


def _chain(styles: Mapping[tuple[str, str], etree._Element], family: str, name: str) -> Iterator[etree._Element]:
    """Yield a style and those that it inherits from, nearest first."""
    seen = set()
    while (family, name) in styles and name not in seen:
        seen.add(name)
        style = styles[family, name]
        yield style
        name = style.get(f"{STYLE}parent-style-name", "")


def _name(chain: Iterable[etree._Element]) -> str:
    """Return the name of the first style that is none of those that Writer makes by itself for a single paragraph."""
    for style in chain:
        if next(style.iterancestors(f"{OFFICE}automatic-styles"), None) is None:
            shown = style.get(f"{STYLE}display-name") or style.get(f"{STYLE}name") or ""
            return shown.replace("_20_", " ").lower()
    return "standard"


def _properties(styles: Iterable[etree._Element]) -> dict[tuple[str, str], str]:
    """Return what styles set, the later ones over the earlier."""
    return {
        (kind, str(attribute)): str(value)
        for style in styles
        for kind in ("text", "paragraph")
        for element in style.iterfind(f"{STYLE}{kind}-properties")
        for attribute, value in element.items()
    }


def _mark_hidden(file: WriterFile) -> None:
    """Mark the paragraphs and spans that Writer does not show."""
    for element in file.body.iter(SPAN, *PARAGRAPHS):
        is_in_section = any(each.get(f"{TEXT}display") == "none" for each in element.iterancestors(f"{TEXT}section"))
        if is_in_section or file.styles.value(element, f"{TEXT}display") == "none":
            mark_hidden(element)


def own_paragraphs(body: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and headings of the text, but for those of notes, comments and deleted text."""
    for paragraph in body.iter(*PARAGRAPHS):
        if next(paragraph.iterancestors(NOTE, COMMENT, TRACKED), None) is None:
            yield paragraph


def place_of(element: etree._Element) -> str:
    """Return where an element stands, for a reader: the first words of its paragraph, or its note."""
    for note in element.iterancestors(NOTE):
        return f"{note.get(f'{TEXT}note-class', 'footnote')} {note.findtext(f'{TEXT}note-citation', '')}".strip()
    return numbered_place(element, text_of)


def text_of(element: etree._Element) -> str:
    """Return what is printed in a paragraph or a part of one, without notes, comments and boxes."""
    if is_hidden(element):
        return ""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield _collapsed(element.text)
    for child in element:
        if child.tag == f"{TEXT}s":
            yield " " * number_of(child.get(f"{TEXT}c"))
        elif child.tag == f"{TEXT}tab":
            yield "\t"
        elif child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag not in _APART and not is_hidden(child):
            yield from _pieces(child)
        yield _collapsed(child.tail)


def number_of(value: str | None) -> int:
    """Return the number in an attribute; 1 if there is none."""
    return int(value) if value and value.isdecimal() and len(value) <= _MOST_DIGITS else 1


def _collapsed(text: str | None) -> str:
    """Return text with one blank for several: part 3, 6.1.2."""
    return _BLANKS.sub(" ", text or "")
