"""Estimate how much room a text takes in a picture, and break it into lines."""

from __future__ import annotations

import re
import textwrap
import unicodedata

_WIDE = 1.75
"""The width of a Chinese character, an em, in those of a digit."""
_CYRILLIC = 1.125
"""The mean width of a Cyrillic letter: many have three stems."""
_PIECES = re.compile(r"\s|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+|.")
"""What stays whole in Chinese and Japanese: a word in another script, or a character."""
_NOT_AT_START = "，。、；：？！）】》」』”’…·,.;:?!)"


def text_width(text: str) -> float:
    """Return the width in digits: 1 for a letter, none for a vowel sign above one."""
    return sum(map(_character_width, text))


def wrap(text: str, width: float) -> list[str]:
    """Break a text into lines of at most so many digits, between words or between Chinese characters."""
    if not any(map(_is_wide, text)):
        return textwrap.wrap(text, int(width * len(text) / max(text_width(text), 1)))
    lines = [""]
    for piece in _PIECES.findall(text):
        if text_width(lines[-1] + piece) > width and lines[-1] and piece not in _NOT_AT_START:
            lines.append("")
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
    return [line.rstrip() for line in lines]


def _character_width(character: str) -> float:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if _is_wide(character):
        return _WIDE
    return _CYRILLIC if "\u0400" <= character <= "\u052f" else 1


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
