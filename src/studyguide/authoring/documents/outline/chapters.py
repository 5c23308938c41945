"""Divide a document into chapters, each named as the part of a guide that its heading says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from studyguide.authoring.documents.findings import Listed
from studyguide.authoring.documents.outline.topics import topics_of
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, texts
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import notes_of
from studyguide.authoring.documents.wording.section_names import chapter_of

NameOf = Callable[[str], str | None]
"""Returns the part of a guide that a heading names, such as `background`; None where no table knows it."""
_CONTENTS = "The site has contents of its own."


@dataclass(frozen=True)
class Chapter:
    """A chapter of the document."""

    heading: Heading | None
    """None for what stands before the first heading."""
    part: str | None
    """The part of a guide that its heading names; None for another one."""
    blocks: Blocks
    """What stands below its heading; sections have level 2, and no level is skipped."""
    topic: str = ""
    """The heading of the topic that it belongs to, in a document of several."""

    @property
    def title(self) -> str:
        """The words of its heading, in one line."""
        return " ".join(plain(self.heading.text).split()) if self.heading else ""


def begins_chapter(block: Block, language: str) -> bool:
    """Tell whether a block is a heading that names a part of a guide, in the document's language or in English."""
    return isinstance(block, Heading) and chapter_of(plain(block.text), language) is not None


def chapters_of(blocks: Blocks, name_of: NameOf) -> tuple[Chapter, ...]:
    """Return the chapters in order, the first of them what stands before any heading, which may be nothing."""
    top, topics, topic = _top_level(blocks, name_of), topic_headings(blocks, name_of), ""
    chapters = [Chapter(None, None, ())]
    for block in blocks:
        if block in topics:
            topic = " ".join(plain(block.text).split())
            chapters.append(Chapter(block, None, ()))
        elif isinstance(block, Heading) and block.level <= top:
            chapters.append(Chapter(block, name_of(" ".join(plain(block.text).split())), (), topic))
        else:
            chapters[-1] = replace(chapters[-1], blocks=(*chapters[-1].blocks, block))
    full = [chapter for chapter in chapters if chapter.blocks or not _is_name_alone(chapter.heading, topics)]
    return tuple(replace(chapter, blocks=tuple(_stepwise(chapter.blocks))) for chapter in full)


def _is_name_alone(heading: Heading | None, topics: Sequence[Heading]) -> bool:
    return heading is not None and heading in topics and not notes_of(heading.text)


def topic_headings(blocks: Iterable[Block], name_of: NameOf) -> tuple[Heading, ...]:
    """Return the headings of the topics of a document that has several; none in one of a single topic."""
    blocks = tuple(blocks)
    headings = [block for block in blocks if isinstance(block, Heading)]
    return topics_of(headings, _top_level(blocks, name_of), name_of)


def _top_level(blocks: Iterable[Block], name_of: NameOf) -> int:
    """Return the level of chapters: that of most known names, else the highest one. A title may stand above it."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    known = [heading.level for heading in headings if name_of(plain(heading.text))]
    if known:
        return max(sorted(set(known)), key=known.count)
    return min((heading.level for heading in headings), default=1)


def _stepwise(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks with headings from level 2 on, none more than one level below the heading above it."""
    outer: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            outer = [*(level for level in outer if level < block.level), block.level]
            yield replace(block, level=min(1 + len(outer), 6))
        else:
            yield block


def below(chapter: Chapter, level: int) -> Iterator[Block]:
    """Yield a chapter as a section of another page: its heading at `level`, what is below one level deeper."""
    if chapter.heading:
        yield replace(chapter.heading, level=level)
    for block in chapter.blocks:
        yield replace(block, level=min(block.level + level - 1, 6)) if isinstance(block, Heading) else block


def without_contents(chapters: Sequence[Chapter]) -> tuple[tuple[Chapter, ...], list[Listed]]:
    """Return the chapters without lists of contents, and their words."""
    kept = tuple(chapter for chapter in chapters if chapter.part != "contents")
    listed = [
        Listed("contents list", text, _CONTENTS)
        for chapter in chapters
        if chapter.part == "contents"
        for text in (chapter.title, *map(plain, texts(chapter.blocks)))
        if text.strip()
    ]
    return kept, listed
