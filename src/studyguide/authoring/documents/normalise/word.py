"""The steps by which a .docx becomes one of which pandoc loses nothing, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.authoring.documents.citations.cited import SourceList
from studyguide.authoring.documents.files.inventory import Found
from studyguide.authoring.documents.files.ooxml import W
from studyguide.authoring.documents.files.word_file import P, WordFile, text_of
from studyguide.authoring.documents.normalise.headings import FoundHeading, Judge, headings_of
from studyguide.authoring.documents.normalise.page_numbers import page_numbers
from studyguide.authoring.documents.normalise.word_blocks import take_out
from studyguide.authoring.documents.normalise.word_boxes import unbox
from studyguide.authoring.documents.normalise.word_citations import link_citations
from studyguide.authoring.documents.normalise.word_contents import take_contents_out
from studyguide.authoring.documents.normalise.word_headings import style_headings
from studyguide.authoring.documents.normalise.word_languages import keep_languages
from studyguide.authoring.documents.normalise.word_layout import (
    fill_rows,
    keep_paragraphs,
    keep_tabs,
    keep_titles,
    mark_heads,
    take_hidden_out,
    take_marks_out,
    unframe,
    unframe_chapters,
)
from studyguide.authoring.documents.normalise.word_lists import nest_lists
from studyguide.authoring.documents.normalise.word_looks import word_looks
from studyguide.authoring.documents.normalise.word_typed_notes import make_typed_notes_real
from studyguide.authoring.documents.normalise.word_wrappers import choose_forms, settle_changes, take_wrappers_away


def prepare_word(file: WordFile, sources: SourceList) -> Iterator[Found]:
    """Lay the text of a .docx out for pandoc; add the sources of its citations; yield what is taken out of the text."""
    roots = tuple(file.roots.values())
    for root in roots:
        choose_forms(root)
        settle_changes(root)
    yield from take_out(page_numbers(file.body.iter(P), f"{W}tc", text_of), "page number")
    yield from take_contents_out(file)
    yield from link_citations(file, sources)
    for root in roots:
        take_wrappers_away(root)
        take_hidden_out(root)
        take_marks_out(root)
        unbox(root)
    unframe_chapters(file.body)
    yield from make_typed_notes_real(file)


def finish_word(file: WordFile, judge: Judge) -> tuple[FoundHeading, ...]:
    """Give headings their styles, and return them; then change what only matters to pandoc."""
    paragraphs = list(file.body.iter(P))
    looks = word_looks(file, paragraphs)
    judgements = judge(looks)
    style_headings(file, paragraphs, [judgement.level for judgement in judgements])
    keep_titles(file)
    unframe(file.body)
    keep_languages(file)
    nest_lists(file)
    for root in (*file.roots.values(), file.footnotes):
        fill_rows(root)
        mark_heads(root)
        keep_paragraphs(root)
        keep_tabs(root)
    return headings_of(looks, judgements)
