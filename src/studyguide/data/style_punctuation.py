"""Have the engine's own CSL styles part a citation by the punctuation of the guide's language.

CSL's locales have words and quotation marks, but no commas and full stops, which stand in the styles. Public styles
keep theirs: their guidance is for English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_PUNCTUATION: Mapping[str, Mapping[str, str]] = {
    "ar": {",": "،", ";": "؛"},
    "zh": {", ": "，", "; ": "；", ". ": "。", ",": "，", ";": "；", ".": "。"},
}
"""The signs of a language for those of the styles, the longer first: full-width ones have no space behind them."""
_AFFIX = re.compile(r'(?P<name>\b(?:delimiter|prefix|suffix)=")(?P<text>[^"]*)')
_SORTED = "name-as-sort-order="
_SECOND_STOP = re.compile(r"(?<=[.。?？!！])((?:</\w+>)*)。")


def with_own_punctuation(style: str, language: str) -> str:
    """Return the text of a style with the punctuation of a language.

    A comma before "and" is English.
    """
    primary = language.lower().partition("-")[0]
    if primary == "en":
        return style
    style = style.replace('delimiter-precedes-last="always"', 'delimiter-precedes-last="never"')
    signs = _PUNCTUATION.get(primary)
    if not signs:
        return style
    if primary == "ar":
        style = style.replace(_SORTED, f'sort-separator="، " {_SORTED}')
    pattern = re.compile("|".join(map(re.escape, signs)))
    return _AFFIX.sub(lambda affix: affix["name"] + pattern.sub(lambda sign: signs[sign[0]], affix["text"]), style)


def without_second_stops(html: str) -> str:
    """Return citeproc's HTML without a Chinese full stop behind another end of a sentence; pandoc knows Latin ones."""
    return _SECOND_STOP.sub(r"\1", html) if "。" in html else html
