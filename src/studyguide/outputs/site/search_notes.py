"""The notes in the search index: an entry for each that has words of its own, which leads to its call in the text.

A citation alone has none: its source is found on the bibliography page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml import html as lxml_html

from studyguide.labels.catalogue import Labels
from studyguide.markdown.chapter import Chapter, Note
from studyguide.markdown.footnotes import reference_id

_NOTES = re.compile(r'<section [^>]*class="footnote"')
_WORD = re.compile(r"[^\W\d_]{4}")
"""A word that is no "see" and no "pp."."""
_NOT_TEXT = ("guide-entries", "footnote-backref")
_NOTE = 0.02
"""The boost of a note: behind every section that has the word."""


def note_entries(chapter: Chapter, url: str, html: str, labels: Labels) -> Iterator[dict[str, Any]]:
    """Yield the entries of a chapter's notes; `html` is the finished page at `url`."""
    wanted = [note for note in chapter.notes if not note.is_citation or _has_words(chapter, note)]
    start = _NOTES.search(html) if wanted else None
    if start is None:
        return
    items = {item.get("id"): item for item in lxml_html.fragment_fromstring(html[start.start() :]).iter("li")}
    for note in wanted:
        if (item := items.get(f"fn:{note.number}")) is not None:
            for name in _NOT_TEXT:
                for part in item.find_class(name):
                    part.drop_tree()
            yield {
                "location": f"{url}#{reference_id(note.number)}",
                # Translators: the title of a note among what a search finds.
                "title": escape(labels.gettext("Note {number}", number=note.number)),
                "text": f"<p>{escape(' '.join(item.text_content().split()), quote=False)}</p>",
                "boost": _NOTE,
            }


def _has_words(chapter: Chapter, note: Note) -> bool:
    cited = (item for number in note.citations for item in chapter.citations[number].cite_items)
    return any(_WORD.search(f"{item.prefix} {item.suffix}") for item in cited)
