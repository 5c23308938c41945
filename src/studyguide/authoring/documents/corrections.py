"""Apply the overrides that concern headings, chapters and what is left out."""

from __future__ import annotations

from collections.abc import Iterable

from studyguide.authoring.documents.findings import Listed
from studyguide.authoring.documents.outline.chapters import NameOf
from studyguide.authoring.documents.overrides import Kind, Override, override_for
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, Paragraph
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.wording.section_names import chapter_of

_DROPPED = "Left out by import/overrides.yaml."


def corrected(blocks: Blocks, overrides: Iterable[Override]) -> tuple[Blocks, tuple[Listed, ...]]:
    """Return blocks with the levels that a chair gave them, and without what is to be left out, which is listed."""
    overrides = tuple(overrides)
    kept: list[Block] = []
    dropped: list[Listed] = []
    for block in blocks:
        text = plain(block.text) if isinstance(block, Paragraph | Heading) else ""
        if text and override_for(overrides, Kind.DROP, text):
            dropped.append(Listed("paragraph", text, _DROPPED))
        else:
            kept.append(_at_level(block, text, overrides))
    return tuple(kept), tuple(dropped)


def _at_level(block: Block, text: str, overrides: Iterable[Override]) -> Block:
    override = override_for(overrides, Kind.HEADING, text)
    if not override or not isinstance(block, Paragraph | Heading):
        return block
    return Heading(int(override.value), block.text) if override.value != "0" else Paragraph(block.text)


def chapter_names(overrides: Iterable[Override], language: str) -> NameOf:
    """Return what tells the part of a guide from a heading: an override, else the names of the language."""
    overrides = tuple(overrides)

    def name_of(heading: str) -> str | None:
        override = override_for(overrides, Kind.CHAPTER, heading)
        return (override.value or None) if override else chapter_of(heading, language)

    return name_of
