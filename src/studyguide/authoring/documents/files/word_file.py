"""The text of a .docx as trees of XML: the body, the notes, the comments, headers and footers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
from studyguide.authoring.documents.files.equations import MATH, Piece, in_letters, is_laid_out, word_equation
from studyguide.authoring.documents.files.ooxml import (
    MC,
    PICTURES,
    Relationship,
    V,
    W,
    added_part,
    main_part,
    parts_of_kind,
    relationships,
)
from studyguide.authoring.documents.files.package import Document
from studyguide.authoring.documents.files.trees import remove, unwrap
from studyguide.authoring.documents.files.word_styles import Styles, is_on, read_styles
from studyguide.authoring.documents.files.xml_parts import parse_part, serialise

P, R, T = f"{W}p", f"{W}r", f"{W}t"
ALTERNATIVE, CHOICE, FALLBACK = (f"{MC}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
_APART = frozenset((f"{W}del", f"{W}moveFrom", FALLBACK, f"{W}txbxContent", f"{W}rPr", f"{W}pPr"))
"""Elements within a paragraph whose text does not stand in it."""
_NOTES = f"{W}footnote", f"{W}endnote"
_NOTE_NUMBER = "note-number"
"""A mark of this reading, in no namespace."""
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
}


@dataclass(frozen=True)
class WordFile:
    """A .docx whose parts of text are parsed."""

    document: Document
    main: str
    """The name of the part with the body."""
    roots: Mapping[str, etree._Element]
    """The parts with text by their names, the body first, then the notes."""
    apart: Mapping[str, etree._Element]
    """Comments, headers and footers by their names."""
    styles: Styles
    style_sheet: etree._Element
    """The root of the part with the styles, empty if the document has none."""
    footnotes: etree._Element
    """That of the part with the footnotes, likewise."""
    numbering: etree._Element
    """That of the part with the lists, likewise."""

    @property
    def body(self) -> etree._Element:
        """The element that holds the paragraphs and tables of the body."""
        body = self.roots[self.main].find(f"{W}body")
        return self.roots[self.main] if body is None else body

    def notes(self, kind: str) -> Iterator[tuple[str, etree._Element]]:
        """Yield the id and the element of each `footnote` or `endnote`, but for the lines that set notes off."""
        for part in parts_of_kind(self.document.parts, f"{kind}s"):
            for note in self.roots[part].iterfind(f"{W}{kind}"):
                if note.get(f"{W}type", "normal") == "normal":
                    yield note.get(f"{W}id", ""), note

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what a part names by ids."""
        return relationships(self.document.parts, part)

    def written(self) -> Document:
        """Return the document with its parts of text as they are now."""
        parts = {**self.document.parts, **{name: serialise(root) for name, root in self.roots.items()}}
        for kind, root in (
            ("styles", self.style_sheet),
            ("footnotes", self.footnotes),
            ("numbering", self.numbering),
        ):
            name = next(iter(parts_of_kind(parts, kind)), "")
            if name:
                parts[name] = serialise(root)
            elif len(root):
                parts |= added_part(parts, kind, serialise(root))
        return replace(self.document, parts=MappingProxyType(parts))


def read_word_file(document: Document) -> WordFile:
    """Parse the parts with text, and number the paragraphs of the body from 1."""
    parts = document.parts
    main = main_part(parts)

    def parsed(*kinds: str) -> dict[str, etree._Element]:
        return {name: parse_part(parts[name]) for kind in kinds for name in parts_of_kind(parts, kind)}

    roots = {main: parse_part(parts[main]), **parsed("footnotes", "endnotes")}
    for root in roots.values():
        _write_word_art_out(root)
        _write_equations_out(root)
        _join_paragraphs(root)
    footnotes = next((root for root in roots.values() if root.tag == f"{W}footnotes"), _new_root("footnotes"))
    number_paragraphs(own_paragraphs(roots[main]))
    _number_notes(roots)
    style_sheet = next(iter(parsed("styles").values()), _new_root("styles"))
    styles = read_styles(style_sheet)
    if any(b":vanish" in part for name, part in parts.items() if name.endswith(".xml")):
        _mark_hidden(roots, styles)
    numbering = next(iter(parsed("numbering").values()), _new_root("numbering"))
    apart = parsed("comments", "header", "footer")
    for root in apart.values():
        _write_word_art_out(root)
    return WordFile(document, main, roots, apart, styles, style_sheet, footnotes, numbering)


def _number_notes(roots: Mapping[str, etree._Element]) -> None:
    """Give each note the number that Word prints, which goes by the order of the text: 17.11.14."""
    for tag in _NOTES:
        notes = {note.get(f"{W}id"): note for root in roots.values() for note in root.iterfind(tag)}
        references = [each for root in roots.values() for each in root.iter(f"{tag}Reference")]
        printed = [each for each in references if not any(each.iterancestors(*_APART))]
        for number, reference in enumerate(printed, 1):
            if (note := notes.get(reference.get(f"{W}id"))) is not None:
                note.set(_NOTE_NUMBER, str(number))


def _join_paragraphs(root: etree._Element) -> None:
    """Join a paragraph whose end was deleted, or that is the large first letter of another, with the next."""
    deleted = f"{W}pPr/{W}rPr/{W}del", f"{W}pPr/{W}rPr/{W}moveFrom"
    for paragraph in list(root.iter(P)):
        frame = paragraph.find(f"{W}pPr/{W}framePr")
        is_letter = frame is not None and frame.get(f"{W}dropCap", "none") != "none"
        following = paragraph.getnext()
        is_part = is_letter or any(paragraph.find(path) is not None for path in deleted)
        if is_part and following is not None and following.tag == P:
            position = 0 if following.find(f"{W}pPr") is None else 1
            for child in reversed([child for child in paragraph if child.tag != f"{W}pPr"]):
                following.insert(position, child)
            remove(paragraph)


def _write_word_art_out(root: etree._Element) -> None:
    """Make boxes of the words of WordArt in VML, which are an attribute."""
    for art in list(root.iter(f"{V}textpath")):
        words, shape = art.get("string", ""), art.getparent()
        if words and shape is not None and next(shape.iter(f"{W}txbxContent"), None) is None:
            box = etree.SubElement(shape, f"{W}txbxContent")
            etree.SubElement(etree.SubElement(etree.SubElement(box, P), R), T).text = words


def _write_equations_out(root: etree._Element) -> None:
    """Put runs of text in the place of equations, and mark those that look otherwise in a line."""
    for equation in list(root.iter(f"{MATH}oMath")):
        pieces = word_equation(equation)
        runs = [_math_run(piece) for piece in pieces]
        if runs and is_laid_out(equation):
            mark_equation(runs[0], in_letters(pieces))
        for run in runs:
            equation.addprevious(run)
        remove(equation)
    for display in list(root.iter(f"{MATH}oMathPara")):
        unwrap(display)


def _math_run(piece: Piece) -> etree._Element:
    run = etree.Element(R)
    if piece[1]:
        look = etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}vertAlign")
        look.set(f"{W}val", f"{piece[1]}script")
    text = etree.SubElement(run, T)
    text.text = piece[0]
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _new_root(name: str) -> etree._Element:
    """Return the root of a new part, with the prefix by which pandoc knows the namespace."""
    return etree.Element(f"{W}{name}", nsmap={"w": W[1:-1]})


def _mark_hidden(roots: Mapping[str, etree._Element], styles: Styles) -> None:
    """Mark the runs that Word does not show: 17.3.2.41."""
    for root in roots.values():
        for paragraph in root.iter(P):
            inherited = styles.of_paragraph(paragraph)
            for run in paragraph.iter(R):
                if is_on(styles.of_run(inherited, run), "vanish") and next(run.iterancestors(P)) is paragraph:
                    mark_hidden(run)


def own_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs below an element, those of a shape once."""
    return (paragraph for paragraph in root.iter(P) if not is_second_form(paragraph))


def is_second_form(element: etree._Element) -> bool:
    """Whether an element is in the second form of a shape, which Word writes for older programs."""
    return next(element.iterancestors(FALLBACK), None) is not None


def place_of(element: etree._Element) -> str:
    """Return where an element stands, for a reader: the first words of its paragraph, or its note."""
    for note in (element, *element.iterancestors(*_NOTES)):
        if note.tag in _NOTES:
            return f"{etree.QName(note).localname} {note.get(_NOTE_NUMBER) or note.get(f'{W}id', '')}"
    return numbered_place(element, text_of)


def text_of(element: etree._Element) -> str:
    """Return what is printed in a paragraph or a part of one, without boxes beside the text."""
    pieces: list[str] = []
    _add_pieces(element, pieces)
    return "".join(pieces)


def _add_pieces(element: etree._Element, pieces: list[str]) -> None:
    for child in element:
        tag = child.tag  # made anew each time that it is asked for
        if tag == T:
            pieces.append(child.text or "")
        elif tag == ALTERNATIVE:
            _add_pieces(chosen(child), pieces)
        elif tag in _SIGNS:
            pieces.append(_SIGNS[tag])
        elif tag == f"{W}sym":
            pieces.append(_symbol(child))
        elif tag == f"{W}ruby":
            pieces.append(ruby_text(child))
        elif tag not in _APART and not is_hidden(child):
            _add_pieces(child, pieces)


def ruby_text(ruby: etree._Element) -> str:
    """Return a word with the reading that stands above it in brackets: 17.3.3.25."""
    base, reading = ("".join(t.text or "" for t in ruby.iterfind(f"{W}{name}//{T}")) for name in ("rubyBase", "rt"))
    return f"{base} ({reading})" if reading else base


def _symbol(element: etree._Element) -> str:
    """Return the character of `w:sym`, such as the bullet that the font Symbol has for F0B7."""
    code = element.get(f"{W}char", "")
    return "•" if re.fullmatch("(?i)F0B7|00B7", code) else ""


def chosen(alternative: etree._Element) -> etree._Element:
    """Return the form of a shape that is read: the first with a text or a picture, which a chart has in the last."""
    forms = [*alternative.iterfind(CHOICE), *alternative.iterfind(FALLBACK)]
    full = (form for form in forms if next(form.iter(T, *PICTURES), None) is not None)
    return next(full, forms[0] if forms else alternative)
