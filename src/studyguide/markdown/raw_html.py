"""The tags of what an author wrote as HTML, which Python-Markdown passes on as it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from studyguide.markdown.positions import POSITION, without_positions


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that opens an element."""

    name: str
    attributes: dict[str, str]
    written: str
    """As it stands in the chapter."""
    position: str
    """The position of its place; nothing where it has none."""


def tags_in(blocks: Iterable[object]) -> Iterator[Tag]:
    """Yield the tags of each block of HTML; there are none in comments."""
    for block in blocks:
        reader = _TagReader()
        reader.feed(str(block))
        reader.close()
        yield from reader.tags


class _TagReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []

    def parse_html_declaration(self, i: int) -> int:
        return self.parse_bogus_comment(i)  # the parser's own way ends in an exception at <![x[

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        position = POSITION.search(written)
        attributes = {name: without_positions(value or "") for name, value in attrs}
        self.tags.append(Tag(tag, attributes, without_positions(written), position[0] if position else ""))
