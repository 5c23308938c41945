"""What may look at a chapter while it is read: lint rules, and the preflight of each output.

The reading itself knows none of them: whoever builds the extension passes them in, and each returns the problems that
it finds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from studyguide.diagnostics.diagnostic import Problem
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.positions import Positions, without_positions
from studyguide.markdown.source import ChapterSource


class BlockEvent(NamedTuple):
    """A block that a processor of Python-Markdown was about to be given."""

    kind: str
    """Which processor: see `BLOCK_EVENTS`."""
    located: str
    """The block with its positions, without the indent of what holds it, tabs as spaces."""

    @property
    def text(self) -> str:
        """The block without its positions."""
        return without_positions(self.located)


BLOCK_EVENTS: Mapping[str, int] = {"box": 106, "code": 81, "table": 76, "heading": 71, "list": 41, "paragraph": 11}
"""The kinds of blocks, each with the priority right before the processor of that kind; `repeated-note` has none."""


@dataclass(frozen=True)
class ParsedTree:
    """A chapter's tree behind the inline patterns, while it still holds its position markers."""

    root: Element
    positions: Positions
    block_events: Sequence[BlockEvent]
    references: Mapping[str, object]
    """The labels of `[label]: address`."""


class ChapterObserver:
    """Looks at a chapter at three stages; by itself it finds nothing."""

    def check_source(self, source: ChapterSource) -> Iterable[Problem]:
        """Return the problems of a chapter's Markdown, before it is converted."""
        return ()

    def check_tree(self, tree: ParsedTree, chapter: Chapter) -> Iterable[Problem]:
        """Return the problems of a chapter's tree, before anything of it is resolved."""
        return ()

    def check_html(self, html: str, chapter: Chapter) -> Iterable[Problem]:
        """Return the problems of the HTML that a chapter was converted to, when all of it is read."""
        return ()
