"""The direction in which a language is written, and isolates for what runs the other way.

Behind an Arabic letter the Unicode Bidirectional Algorithm turns `12-15` and `2014-12-10` round: European digits become
Arabic ones, which a hyphen does not join (https://www.unicode.org/reports/tr9/, rules W2 and W4).
"""

from __future__ import annotations

import re
from typing import Literal

Direction = Literal["ltr", "rtl"]
"""Values of the attribute `dir` of HTML and `direction` of SVG."""

_SCRIPTS = frozenset("adlm arab hebr mand mend nkoo rohg samr syrc thaa".split())  # noqa: SIM905
_LANGUAGES = frozenset("ar arc arz ckb dv fa he iw ks lrc mzn nqo pnb ps sd syr ug ur yi".split())  # noqa: SIM905
"""Those whose usual script is one of `_SCRIPTS` (CLDR, likely subtags)."""


_RANGE = re.compile(r"(?<![\w.,/-])(?:[+−-]\d[\d.,:/]*|\d[\d.,:/]*(?=[-‐-―−]))(?:[-‐-―−]\d[\d.,:/]*)*(?<=\d)(?!\w)")
"""A range, a date in digits or a number with a sign."""
_NATIVE_DIGIT = re.compile(r"[\u0660-\u0669]")
"""Arabic-Indic digits, whose ranges are read from the right."""
LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"


def isolate_ranges(text: str, opening: str = LEFT_TO_RIGHT_ISOLATE, closing: str = POP_ISOLATE) -> str:
    """Return a text that runs from right to left with isolates around ranges and dates in European digits."""

    def isolate(found: re.Match[str]) -> str:
        return found[0] if _NATIVE_DIGIT.search(found[0]) else f"{opening}{found[0]}{closing}"

    return _RANGE.sub(isolate, text)


def text_direction(language: str) -> Direction:
    """Return the direction of a language by its BCP 47 tag: `rtl` for `ar` and `ku-Arab`, not for `ug-Latn`."""
    first, *others = language.lower().replace("_", "-").split("-")
    script = next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), "")
    return "rtl" if (script in _SCRIPTS if script else first in _LANGUAGES) else "ltr"
