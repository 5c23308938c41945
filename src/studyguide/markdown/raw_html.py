"""Parse the tags of raw HTML, which Python-Markdown passes through unchanged, and take out its comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from studyguide.markdown.markers import HANDOUT_MARKER
from studyguide.markdown.positions import POSITION, without_positions

REMARK = re.compile(rf"<!--(?!!|guide:|{re.escape(HANDOUT_MARKER.removeprefix('<!--'))})")
"""The start of a comment of the chairs: not of a licence (`<!--!`, as in icons), a placeholder, or the PDFs' marker."""
_TAG_START = re.compile("<[a-zA-Z]")
_COMMENT_END = re.compile(r"--!?>")  # both, and "<!-->" is a whole comment: see https://html.spec.whatwg.org/#parsing


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag."""

    name: str
    attributes: dict[str, str]
    written: str
    """The tag as it is in the chapter."""
    position: str
    """The tag's position marker, or empty."""


def tags_in(blocks: Iterable[object]) -> Iterator[Tag]:
    """Yield the start tags of each block of HTML, ignoring comments."""
    for text in filter(_TAG_START.search, map(str, blocks)):
        reader = _TagReader()
        reader.feed(text)
        reader.close()
        yield from reader.tags


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def parse_html_declaration(self, i: int) -> int:
        return self.parse_bogus_comment(i)  # HTMLParser raises AssertionError on <![x[

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        position = POSITION.search(written)
        attributes = {name: without_positions(value or "") for name, value in attrs}
        self.tags.append(Tag(tag, attributes, without_positions(written), position[0] if position else ""))


def without_remarks(html: str) -> str:
    """Return HTML without its authors' comments, which every reader could find in the source of the page.

    A comment that is not closed stays; in code there are none, as its `<` is an entity.
    """
    kept, end = [], 0
    while (start := REMARK.search(html, end)) and (close := _COMMENT_END.search(html, start.start() + 2)):
        kept.append(html[end : start.start()])
        end = close.end()
    return "".join([*kept, html[end:]])
