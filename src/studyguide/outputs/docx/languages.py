"""Languages in a Word file: which of the three of a run is meant, its direction, and the typefaces that programs have.

Of a run the attributes `val`, `eastAsia` and `bidi` of `w:lang` say the language of its Latin, East Asian and
right-to-left letters: ISO/IEC 29500-1, 17.3.2.20.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from studyguide.labels.direction import Direction, text_direction

_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
_RIGHT = "[\u05d0-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_LEFT = "[A-Za-z\u00aa-\u02b8\u0370-\u0589\u0900-\u1fff\u2c00-\ud7ff]"
"""Letters of one and of the other direction."""


@dataclass(frozen=True)
class Typefaces:
    """The names of typefaces that Word, LibreOffice or the system has, or for which they put their like."""

    body: str
    heads: str


_SERIF = Typefaces("Cambria", "Calibri")
_COMPLEX = {"hi": Typefaces("Mangal", "Mangal"), "th": Typefaces("Angsana New", "Cordia New")}
_ARABIC = Typefaces("Times New Roman", "Arial")
_ASIAN = {
    "zh": Typefaces("SimSun", "Microsoft YaHei"),
    "zh-hant": Typefaces("PMingLiU", "Microsoft JhengHei"),
    "ja": Typefaces("MS Mincho", "MS Gothic"),
    "ko": Typefaces("Batang", "Malgun Gothic"),
}


def typefaces_of(language: str) -> tuple[Typefaces, Typefaces, Typefaces]:
    """Return the typefaces of Latin, East Asian and complex letters in a guide of a language, as a BCP 47 tag."""
    first, *others = language.lower().split("-")
    asian = "zh-hant" if first == "zh" and _TRADITIONAL.intersection(others) else first
    return _SERIF, _ASIAN.get(asian, _ASIAN["zh"]), _COMPLEX.get(first, _ARABIC)


def language_attribute(language: str) -> str:
    """Return the attribute of `w:lang` that tells a language, given as a BCP 47 tag."""
    if text_direction(language) == "rtl":
        return "bidi"
    return "eastAsia" if language.lower().partition("-")[0] in _EAST_ASIAN else "val"


def language_attributes(language: str) -> str:
    """Return the attributes of `w:lang` for a whole guide: its language is also that of Latin letters in it."""
    names = dict.fromkeys(("val", language_attribute(language)))
    return " ".join(f'w:{name}="{escape(language)}"' for name in names)


def stretches(text: str, direction: Direction) -> list[tuple[str, bool]]:
    """Cut a text, whose paragraph has this direction, where the direction of its letters changes.

    Return the pieces, each with whether it runs from right to left; signs and digits run as the paragraph does, unless
    they stand within words that run the other way.
    """
    against, along = (_RIGHT, _LEFT) if direction == "ltr" else (_LEFT, _RIGHT)
    # Digits behind the other letters are theirs, and a bracket is where they open it: https://www.unicode.org/reports/tr9/
    inner = f"[^{along[1:-1]}()]*"
    pieces = re.split(rf"({against}(?:{inner}(?:\({inner}\)|{against}|\d))*)", text)
    return [(piece, (place % 2 == 1) == (direction == "ltr")) for place, piece in enumerate(pieces) if piece]
