"""Read what chapters cite: the references of a bibliography, and citations in running text, `(Okafor 45)`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.sources.source_reading import SourceReader
from studyguide.authoring.documents.text.blocks import Blocks, Paragraph, texts, with_inner_blocks
from studyguide.authoring.documents.text.runs import plain


def without_references(chapters: Iterable[Chapter], sources: SourceReader) -> tuple[Chapter, ...]:
    """Return the chapters without references, which go to `sources`; what is none stays in its chapter."""
    return tuple(
        replace(chapter, blocks=sources.read_bibliography(chapter.blocks))
        if chapter.part in ("bibliography", "further-reading")
        else chapter
        for chapter in chapters
    )


def with_citations_in_text(chapters: Iterable[Chapter], sources: SourceReader) -> tuple[Chapter, ...]:
    """Return the chapters, whose citations name their sources as fields do; those in headings and captions stay."""
    chapters = tuple(chapters)
    sources.learn_short_names(plain(text) for chapter in chapters for text in texts(chapter.blocks))
    return tuple(replace(chapter, blocks=_cited(chapter.blocks, sources)) for chapter in chapters)


def _cited(blocks: Blocks, sources: SourceReader) -> Blocks:
    return tuple(
        Paragraph(sources.cite_in_text(block.text))
        if isinstance(block, Paragraph)
        else with_inner_blocks(block, lambda inner: _cited(inner, sources))
        for block in blocks
    )
