"""The direction in which a language is written."""

from __future__ import annotations

from typing import Literal

Direction = Literal["ltr", "rtl"]
"""Values of the attribute `dir` of HTML and `direction` of SVG."""

_SCRIPTS = frozenset("adlm arab hebr mand mend nkoo rohg samr syrc thaa".split())  # noqa: SIM905
_LANGUAGES = frozenset("ar arc arz ckb dv fa he iw ks lrc mzn nqo pnb ps sd syr ug ur yi".split())  # noqa: SIM905
"""Those whose usual script is one of `_SCRIPTS` (CLDR, likely subtags)."""


def text_direction(language: str) -> Direction:
    """Return the direction of a language by its BCP 47 tag: `rtl` for `ar` and `ku-Arab`, not for `ug-Latn`."""
    first, *others = language.lower().replace("_", "-").split("-")
    script = next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), "")
    return "rtl" if (script in _SCRIPTS if script else first in _LANGUAGES) else "ltr"
