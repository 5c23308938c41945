"""Take lists of contents out of a .docx: fields TOC, paragraphs in their styles, and typed lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.word_fields import read_fields
from studyguide.authoring.documents.files.word_file import P, WordFile, text_of
from studyguide.authoring.documents.normalise.contents_lists import contents_lines, is_all_link, is_contents_heading
from studyguide.authoring.documents.normalise.word_blocks import take_out, whole_paragraphs

_FIELD = re.compile(r"TOC\b")
_STYLE = re.compile(r"(?:toc|contents|table of figures)(?: [1-9]| heading)?")


def take_contents_out(file: WordFile) -> Iterator[Found]:
    """Remove each list of contents with its heading; yield its lines."""
    paragraphs = list(file.body.iter(P))
    made = (
        _of_controls(file.body)
        | _of_fields(file.body)
        | {each for each in paragraphs if _STYLE.fullmatch(file.styles.style_name(each))}
    )
    texts = [text_of(each) for each in paragraphs]
    typed = {paragraphs[index] for index in contents_lines(texts, [_is_inner_link(each) for each in paragraphs])}
    yield from take_out(_with_headings(paragraphs, made | typed), "contents list")


def _of_controls(body: etree._Element) -> set[etree._Element]:
    """Return the paragraphs in the content controls of lists of contents, whatever styles they have."""
    galleries = body.iterfind(f".//{W}sdt/{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    contents = [each for each in galleries if each.get(f"{W}val") == "Table of Contents"]
    return {paragraph for each in contents for paragraph in next(each.iterancestors(f"{W}sdt")).iter(P)}


def _is_inner_link(paragraph: etree._Element) -> bool:
    """Whether all words of a paragraph are a link to a place in the document."""
    links = [link for link in paragraph.iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    return is_all_link(text_of(paragraph), map(text_of, links))


def _of_fields(body: etree._Element) -> set[etree._Element]:
    fields = [field for field in read_fields(body) if _FIELD.match(field.instruction)]
    paragraphs = {paragraph for field in fields for paragraph in whole_paragraphs(field.result)}
    for field in fields:
        field.dissolve()
    return paragraphs


def _with_headings(paragraphs: list[etree._Element], lines: set[etree._Element]) -> list[etree._Element]:
    """Return lines of contents in order, with the headings right before them."""
    found: list[etree._Element] = []
    heading: etree._Element | None = None
    for paragraph in paragraphs:
        if paragraph in lines:
            found += [paragraph] if heading is None else [heading, paragraph]
            heading = None
        elif text := text_of(paragraph).strip():
            heading = paragraph if is_contents_heading(text) else None
    return found
