"""The steps by which a .docx becomes one of which pandoc loses nothing, in their order."""

from __future__ import annotations

from collections.abc import Iterator

from studyguide.authoring.documents.citations.cited import SourceList
from studyguide.authoring.documents.inventory import Found
from studyguide.authoring.documents.normalise.word_boxes import unbox
from studyguide.authoring.documents.normalise.word_citations import link_citations
from studyguide.authoring.documents.normalise.word_contents import take_contents_out
from studyguide.authoring.documents.normalise.word_layout import (
    keep_paragraphs,
    keep_tabs,
    keep_titles,
    mark_heads,
    take_hidden_out,
)
from studyguide.authoring.documents.normalise.word_wrappers import choose_forms, settle_changes, take_wrappers_away
from studyguide.authoring.documents.word_file import WordFile


def normalise_word(file: WordFile, sources: SourceList) -> Iterator[Found]:
    """Change the trees of a .docx; add the sources of its citations; yield what is taken out of the printed text."""
    roots = tuple(file.roots.values())
    for root in roots:
        choose_forms(root)
        settle_changes(root)
    yield from take_contents_out(file)
    yield from link_citations(file, sources)
    for root in roots:
        take_wrappers_away(root)
        take_hidden_out(root)
        unbox(root)
        mark_heads(root)
        keep_paragraphs(root)
        keep_tabs(root)
    keep_titles(file)
