"""Isolate what runs from left to right in the text of a guide that runs from right to left.

Behind an Arabic letter the Unicode Bidirectional Algorithm turns `12-15` and `2014-12-10` round: European digits become
Arabic ones, which a hyphen does not join (https://www.unicode.org/reports/tr9/, rules W2 and W4). An address with
Arabic parts loses the order of its parts.
"""

from __future__ import annotations

import re

_ADDRESS = r"(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)،؛؟»]"
_NUMBER = r"(?<![\w.,/-])[+−-]?\d[\d.,:/]*(?:[-‐-―−]\d[\d.,:/]*)*(?<=\d)(?!\w)"
_LEFT_TO_RIGHT = re.compile(rf"(?P<address>{_ADDRESS})|(?P<number>{_NUMBER})")
_JOINED = re.compile(r"[-‐-―−+]")
"""What a digit has beside it that turns round."""
_NATIVE_DIGIT = re.compile(r"[\u0660-\u0669]")
"""Arabic-Indic digits, whose ranges are read from the right."""
_RIGHT_TO_LEFT = re.compile(r"(?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^/?#&=.:<>]*)")
_KEPT = re.compile(
    r"(<!--.*?-->|<(head|script|style|svg|math|code|pre|bdi|option|textarea|title|template)\b.*?</\2\s*>|<[^>]*>)",
    re.DOTALL,
)
"""Markup, with the content of elements in which no isolate may stand or none is needed."""
_PAGE = re.compile(r"<html\b(?![^>]*\sdir=)[^>]*")


def right_to_left(page: str) -> str:
    """Return a whole page with its direction, and isolated as by `isolated`."""
    return isolated(_PAGE.sub(r'\g<0> dir="rtl"', page, count=1))


def isolated(html: str) -> str:
    """Return HTML with isolates around addresses, and around ranges and dates in digits.

    They are of `span` elements, which pandoc keeps.
    """
    parts = _KEPT.split(html)
    # The pattern has two groups: a text, a markup, its name, a text …
    parts[::3] = (_LEFT_TO_RIGHT.sub(_isolate, text) for text in parts[::3])
    del parts[2::3]
    return "".join(parts)


def _isolate(found: re.Match[str]) -> str:
    if found["address"]:
        parts = _RIGHT_TO_LEFT.sub(r'<span dir="rtl">\g<0></span>', found[0])
        return f'<span dir="ltr">{parts}</span>'
    if not _JOINED.search(found[0]) or _NATIVE_DIGIT.search(found[0]):
        return found[0]
    return f'<span dir="ltr">{found[0]}</span>'
