"""Mark the full stops of abbreviations behind which no sentence begins: The U.S. and China, J. of Rivers.

Citeproc takes a full stop before a space for the end of a sentence, and gives the next word a capital: The U.S. And
China. An `ABBREVIATION_POINT` counts as part of the word; `in_print` turns it back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ABBREVIATION_POINT = "\U00010e60"
"""A sign of the category "other number", so that citeproc sees a word go on, without a letter to set in lower case."""
_FIELDS = frozenset(
    """
    booktitle booksubtitle eventtitle issuetitle journal journaltitle mainsubtitle maintitle series shortjournal
    shorttitle subtitle title titleaddon
    """.split()  # noqa: SIM905
)
_BEFORE_SMALL_LETTER = re.compile(
    r"(?<![^\W_])((?:[A-Za-z]\.)*[A-Za-z]|[A-Za-z][a-z]{1,4})(\}*)\.(?=\}*\s+\{*[a-zß-öø-ÿ])"
)
"""A short word with a full stop before a small letter, with which its author began no sentence."""
_VERSUS = re.compile(rf"(?<![\w{{])vs{ABBREVIATION_POINT}")


def with_abbreviations(
    changes: Mapping[str, Mapping[str, str]], fields: Mapping[str, str]
) -> Mapping[str, Mapping[str, str]]:
    """Return the changes to a source's fields (see `normalised_fields`) with the points of abbreviations marked."""
    marked = {}
    for name in sorted(_FIELDS & fields.keys()):
        texts = changes.get(name, {name: fields[name]})
        if any(". " in text or ".}" in text or ".\n" in text for text in texts.values()):
            marked[name] = {part: _marked(text) for part, text in texts.items()}
    return {**changes, **marked} if marked else changes


def in_print(html: str) -> str:
    """Return rendered HTML with full stops for the marks."""
    return html.replace(ABBREVIATION_POINT, ".")


def _marked(text: str) -> str:
    text = _BEFORE_SMALL_LETTER.sub(rf"\1\2{ABBREVIATION_POINT}", text)
    return _VERSUS.sub(f"{{vs{ABBREVIATION_POINT}}}", text)
