"""Read the references of a bibliography; what is none stays on its page. A list of contents goes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from studyguide.authoring.documents.findings import Listed
from studyguide.authoring.documents.pages.chapters import Chapter
from studyguide.authoring.documents.sources.source_reading import SourceReader
from studyguide.authoring.documents.text.blocks import texts
from studyguide.authoring.documents.text.text import plain

_CONTENTS = "The site has contents of its own."


def without_references(chapters: Iterable[Chapter], sources: SourceReader) -> tuple[Chapter, ...]:
    """Return the chapters without lists of contents, and without references, which go to `sources`."""
    return tuple(
        replace(chapter, blocks=sources.read_bibliography(chapter.blocks))
        if chapter.part in ("bibliography", "further-reading")
        else chapter
        for chapter in chapters
        if chapter.part != "contents"
    )


def contents_lists(chapters: Iterable[Chapter]) -> list[Listed]:
    """List the words of lists of contents."""
    return [
        Listed("contents list", text, _CONTENTS)
        for chapter in chapters
        if chapter.part == "contents"
        for text in (chapter.title, *map(plain, texts(chapter.blocks)))
        if text.strip()
    ]
