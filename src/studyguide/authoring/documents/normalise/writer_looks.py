"""How the paragraphs of an .odt look, and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.files.trees import unwrap
from studyguide.authoring.documents.files.writer_file import (
    DRAW,
    FO,
    LISTS,
    NOTE,
    PARAGRAPHS,
    STYLE,
    TABLE,
    TEXT,
    H,
    P,
    WriterFile,
    WriterStyles,
    number_of,
    text_of,
)
from studyguide.authoring.documents.normalise.headings import DEEPEST
from studyguide.authoring.documents.normalise.letters import Letters, with_letters

_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_SIZE = re.compile(r"(?P<number>[0-9.]+)(?P<unit>pt|in|cm|mm|%)")
_DEFAULT_SIZE = 12.0
"""In points: that of Writer's default style."""
_BOLD = ("bold", "600", "700", "800", "900")
_BLANKS = (f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break")


def body_paragraphs(body: etree._Element) -> list[etree._Element]:
    """Return the paragraphs and headings of the text, but for those of notes."""
    return [each for each in body.iter(*PARAGRAPHS) if next(each.iterancestors(NOTE), None) is None]


def writer_looks(file: WriterFile, paragraphs: Sequence[etree._Element]) -> list[Look]:
    """Return the look of each paragraph, in order."""
    return [_look(file.styles, paragraph) for paragraph in paragraphs]


def _look(styles: WriterStyles, paragraph: etree._Element) -> Look:
    table = next(paragraph.iterancestors(f"{TABLE}table"), None)
    is_alone = table is not None and _is_alone_in(table)
    look = Look(
        text_of(paragraph),
        _style(styles, paragraph),
        number_of(paragraph.get(f"{TEXT}outline-level")) if paragraph.tag == H else 0,
        is_centred=styles.value(paragraph, f"{FO}text-align", "paragraph") == "center",
        is_alone_in_table=is_alone,
        is_in_table=table is not None and not is_alone,
        is_list_item=paragraph.tag == P and next(paragraph.iterancestors(f"{TEXT}list-item"), None) is not None,
    )
    return with_letters(look, writer_letters(styles, paragraph))


def _style(styles: WriterStyles, paragraph: etree._Element) -> str:
    name = styles.style_name(paragraph)
    return "normal" if name == "standard" else name


def writer_letters(styles: WriterStyles, paragraph: etree._Element) -> Iterator[Letters]:
    """Yield the stretches of text of a paragraph with their looks."""
    for holder, text in text_stretches(paragraph):
        yield Letters(text, _size(styles, holder), frozenset(_flags(styles, holder)))


def text_stretches(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each text with the element in which it stands; a tab and the like are a blank."""
    if element.text:
        yield element, element.text
    for child in element:
        if child.tag in _BLANKS:
            yield element, " "
        elif child.tag != NOTE and not str(child.tag).startswith(DRAW):
            yield from text_stretches(child)
        if child.tail:
            yield element, child.tail


def _flags(styles: WriterStyles, holder: etree._Element) -> Iterator[str]:
    if styles.value(holder, f"{FO}font-weight") in _BOLD:
        yield "bold"
    if styles.value(holder, f"{FO}font-style") == "italic":
        yield "italic"
    if styles.value(holder, f"{STYLE}text-underline-style") not in ("", "none"):
        yield "underlined"
    if (
        styles.value(holder, f"{FO}text-transform") == "uppercase"
        or styles.value(holder, f"{FO}font-variant") == "small-caps"
    ):
        yield "capitals"


def _size(styles: WriterStyles, holder: etree._Element) -> float:
    found = _SIZE.fullmatch(styles.value(holder, f"{FO}font-size"))
    if not found:
        return _DEFAULT_SIZE
    number = float(found["number"])
    return round(number * (_POINTS.get(found["unit"]) or _DEFAULT_SIZE / 100), 1)


def _is_alone_in(table: etree._Element) -> bool:
    """Whether a table has one cell alone, with one paragraph that has text."""
    is_one_cell = sum(1 for _ in table.iter(f"{TABLE}table-cell")) == 1
    return is_one_cell and sum(1 for paragraph in table.iter(*PARAGRAPHS) if text_of(paragraph).strip()) == 1


def level_headings(paragraphs: Sequence[etree._Element], levels: Sequence[int]) -> None:
    """Make headings of the paragraphs with a level, and paragraphs of the others."""
    for paragraph, level in zip(paragraphs, levels, strict=True):
        paragraph.tag = H if level else P
        if level:
            paragraph.set(f"{TEXT}outline-level", str(min(level, DEEPEST)))
    for heading in [paragraph for paragraph, level in zip(paragraphs, levels, strict=True) if level]:
        _free(heading)


def _free(heading: etree._Element) -> None:
    """Put a numbered heading, for which Writer makes a list, out of it."""
    lists = [each for each in heading.iterancestors(*LISTS) if not list(each.iter(P))]
    for each in lists:
        unwrap(each)
