"""Build citations as nodes of pandoc's syntax tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studyguide.citeproc.inlines import Node, node, parse_inlines
from studyguide.markdown.citations import CiteItem


def citation_alone(identifier: str, item: CiteItem, note_number: int = 0) -> Iterator[Node]:
    """Yield a citation as it is where nothing is cited before it."""
    yield position_reset()
    yield node("Para", [citation_span(identifier, (item,), note_number)])


def position_reset() -> Node:
    """Return a heading behind which the first citation of a source is rendered in full again."""
    return node("Header", [1, ["", ["reset-citation-positions"], []], []])


def citation_span(identifier: str, items: Sequence[CiteItem], note_number: int = 0) -> Node:
    """Return a citation by whose identifier the rendered one is found again."""
    cite = node("Cite", [[cite_item(item, note_number) for item in items], [node("Str", "?")]])
    return node("Span", [[identifier, ["guide-citation"], []], [cite]])


def cite_item(item: CiteItem, note_number: int = 0) -> Node:
    """Return a citation of one source; `note_number` is the one on the page, for styles with 'see note 3'."""
    return {
        "citationId": item.key,
        "citationPrefix": parse_inlines(item.prefix),
        "citationSuffix": parse_inlines(item.suffix),
        "citationMode": node("SuppressAuthor" if item.hides_author else "NormalCitation"),
        "citationNoteNum": note_number,
        "citationHash": 0,
    }
