"""The steps by which an .odt becomes one of which pandoc loses nothing, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from studyguide.authoring.documents.citations.cited import SourceList
from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.writer_file import LINK, PARAGRAPHS, TABLE, TEXT, XLINK, WriterFile, text_of
from studyguide.authoring.documents.normalise.contents_lists import contents_lines, is_all_link, is_contents_heading
from studyguide.authoring.documents.normalise.headings import FoundHeading, Judge, headings_of
from studyguide.authoring.documents.normalise.page_numbers import page_numbers
from studyguide.authoring.documents.normalise.writer_blocks import (
    lay_blocks_out,
    take_hidden_out,
    take_out,
    unframe,
    unframe_chapters,
)
from studyguide.authoring.documents.normalise.writer_citations import link_citations
from studyguide.authoring.documents.normalise.writer_inlines import keep_picture_texts, keep_tabs, lay_text_out
from studyguide.authoring.documents.normalise.writer_languages import keep_languages
from studyguide.authoring.documents.normalise.writer_looks import body_paragraphs, level_headings, writer_looks
from studyguide.authoring.documents.normalise.writer_typed_notes import make_typed_notes_real

_INDEX_NAMES = (
    "table-of-content",
    "illustration-index",
    "table-index",
    "user-index",
    "object-index",
    "alphabetical-index",
)
_CELL = f"{TABLE}table-cell"
_INDEXES = tuple(f"{TEXT}{name}" for name in _INDEX_NAMES)


def prepare_writer(file: WriterFile, sources: SourceList) -> Iterator[Found]:
    """Lay the text of an .odt out for pandoc; add the sources of its citations; yield what is taken out of the text."""
    yield from take_out(page_numbers(file.body.iter(*PARAGRAPHS), _CELL, text_of), "page number")
    yield from _take_contents_out(file.body)
    yield from link_citations(file, sources)
    take_hidden_out(file.body)
    lay_text_out(file.body)
    lay_blocks_out(file.body)
    unframe_chapters(file.body)
    yield from make_typed_notes_real(file)


def finish_writer(file: WriterFile, judge: Judge) -> tuple[FoundHeading, ...]:
    """Give headings their levels, and return them; then change what only matters to pandoc."""
    paragraphs = body_paragraphs(file.body)
    looks = writer_looks(file, paragraphs)
    judgements = judge(looks)
    level_headings(paragraphs, [judgement.level for judgement in judgements])
    unframe(file.body)
    keep_languages(file)
    keep_picture_texts(file.body)
    keep_tabs(file.body)
    return headings_of(looks, judgements)


def _take_contents_out(body: etree._Element) -> Iterator[Found]:
    """Remove each list of contents with its heading, whether Writer made it or somebody typed it."""
    paragraphs = [each for each in body.iter(*PARAGRAPHS) if next(each.iterancestors(*_INDEXES), None) is None]
    texts = [text_of(each) for each in paragraphs]
    lines = [paragraphs[index] for index in contents_lines(texts, [_is_inner_link(each) for each in paragraphs])]
    indexes = list(body.iter(*_INDEXES))
    headings = [heading for index in indexes if (heading := _heading_of(index)) is not None]
    yield from take_out(headings, "contents list")
    yield from take_out(indexes, "contents list")
    yield from take_out((line for line in lines if line.getparent() is not None), "contents list")


def _is_inner_link(paragraph: etree._Element) -> bool:
    """Whether all words of a paragraph are a link to a place in the document."""
    links = [link for link in paragraph.iter(LINK) if link.get(f"{XLINK}href", "").startswith("#")]
    return is_all_link(text_of(paragraph), map(text_of, links))


def _heading_of(index: etree._Element) -> etree._Element | None:
    before = index.getprevious()
    return before if before is not None and before.tag in PARAGRAPHS and is_contents_heading(text_of(before)) else None
