"""The observer interface for checks during parsing: lint rules, and the preflight of each output.

Observers are passed to the extension by its caller, so the parser does not depend on them.
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
    """A block offered to a block processor of Python-Markdown."""

    kind: str
    """The kind of processor: see `BLOCK_EVENTS`."""
    located: str
    """The block with position markers, without its container's indent, with tabs expanded."""

    @property
    def text(self) -> str:
        """The block without position markers."""
        return without_positions(self.located)


BLOCK_EVENTS: Mapping[str, int] = {"box": 106, "code": 81, "table": 76, "heading": 71, "list": 41, "paragraph": 11}
"""The priority just above the block processor of each kind; the event `repeated-note` has no processor."""


@dataclass(frozen=True)
class ParsedTree:
    """A chapter's element tree after the inline patterns, still with position markers."""

    root: Element
    positions: Positions
    block_events: Sequence[BlockEvent]
    references: Mapping[str, object]
    """The link reference definitions, `[label]: URL`, by label."""


class ChapterObserver:
    """Base class with a check for each of three stages of parsing; each returns no problems."""

    def check_source(self, source: ChapterSource) -> Iterable[Problem]:
        """Return the problems in a chapter's Markdown, before conversion."""
        return ()

    def check_tree(self, tree: ParsedTree, chapter: Chapter) -> Iterable[Problem]:
        """Return the problems in a chapter's tree, before links and citations are resolved."""
        return ()

    def check_html(self, html: str, chapter: Chapter) -> Iterable[Problem]:
        """Return the problems in a chapter's HTML, after conversion."""
        return ()
