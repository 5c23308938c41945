"""The fonts of a PDF: Typst's own, and the typefaces that its language and its letters need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from studyguide.data.typefaces import ARABIC, EAST_ASIAN, LATIN, Typeface, typeface_of, typefaces_of
from studyguide.labels.direction import Direction, text_direction

Family = str | dict[str, str]
"""A family's name, or what the parameter `font` of Typst's `text` takes."""
_LEADING = 0.62
"""The space between two lines of Libertinus Serif, in em."""
_LATIN_IN_CHINESE = {"name": LATIN, "covers": "latin-in-cjk"}
"""Libertinus Serif without the punctuation that Chinese sets in a square, such as quotation marks."""


@dataclass(frozen=True)
class Fonts:
    """The fonts of a PDF, as its templates and Typst get them."""

    body: tuple[Family, ...]
    """The families of the text, by priority."""
    strong: tuple[Family, ...]
    """Those of headings and emphasis."""
    leading: float
    """The space between two lines, in em."""
    tight_leading: float
    """That of notes and contents."""
    depth: float
    """How far the letters reach below the baseline, in em, for the space around blocks; 0 for the baseline itself."""
    figures: str
    """`old-style`, which have the height of small letters, or `lining`, for scripts without small letters."""
    direction: Direction
    folders: tuple[str, ...]
    """Where Typst finds them."""


def fonts_for(language: str, texts: Iterable[str]) -> Fonts:
    """Return the fonts for texts in a guide whose language is given as a BCP 47 tag; what is not installed is left out.

    A Chinese text has Libertinus Serif for its Latin letters; an Arabic one those of its own typeface, made for it.
    """
    faces = [face for face in typefaces_of(language, "".join(texts)) if face.folder]
    own = next((face for face in faces if face is typeface_of(language)), None)
    return Fonts(
        _by_priority(own, [face.family for face in faces]),
        _by_priority(own, [face.strong or face.family for face in faces]),
        own.leading if own else _LEADING,
        round((own.leading if own else _LEADING) - 0.12, 2),
        own.depth if own else 0,
        "lining" if own else "old-style",
        text_direction(language),
        tuple(str(face.folder) for face in faces),
    )


def _by_priority(own: Typeface | None, families: list[str]) -> tuple[Family, ...]:
    if own in EAST_ASIAN:
        return _LATIN_IN_CHINESE, families[0], LATIN, *families[1:]
    if own is ARABIC:
        return families[0], LATIN, *families[1:]
    return LATIN, *families
