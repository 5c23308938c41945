"""Tell a table that only lays a document out: one column, in whose rows stand the chapters and their headings."""

from __future__ import annotations

from collections.abc import Sequence

from studyguide.authoring.documents.wording.document_language import language_of
from studyguide.authoring.documents.wording.section_names import chapter_of

_FEWEST_CHAPTERS = 2


def is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a table, given the text of each cell, has one column with headings of chapters in it."""
    if any(len(cells) != 1 for cells in rows):
        return False
    texts = [cell for cells in rows for cell in cells]
    language = language_of(texts)
    lines = (line for text in texts for line in text.split("\n")[:1])
    return sum(chapter_of(line, language) is not None for line in lines) >= _FEWEST_CHAPTERS
