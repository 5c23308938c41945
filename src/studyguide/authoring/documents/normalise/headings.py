"""The headings that were found in a document, each with the reason why it is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.outline.heading_levels import Judgement

DEEPEST = 6
"""The deepest level of a heading that pandoc reads in either format."""
Judge = Callable[[Sequence[Look]], Sequence[Judgement]]
"""Tells of each paragraph whether it is a heading."""


@dataclass(frozen=True)
class FoundHeading:
    """A heading of a document."""

    text: str
    level: int
    """1 for a chapter, 2 for a section, and so on."""
    reason: str
    """Why it is one, in a chair's words: `its style is heading 1`."""
    has_style: bool
    """Whether the document itself calls it a heading, by a style or an outline level."""


def headings_of(looks: Sequence[Look], judgements: Sequence[Judgement]) -> tuple[FoundHeading, ...]:
    """Return the headings among the paragraphs, in order."""
    return tuple(
        FoundHeading(
            " ".join(look.text.split()),
            judgement.level,
            judgement.reason,
            look.style.startswith("heading") or look.outline_level > 0,
        )
        for look, judgement in zip(looks, judgements, strict=True)
        if judgement.level
    )
