"""Isolate what runs from left to right in the text of a guide that runs from right to left.

For ranges and dates see `labels.direction`. An address with Arabic parts loses the order of its parts.
"""

from __future__ import annotations

import re

from studyguide.labels.direction import isolate_ranges

_IN_BRACKETS = r"\([^\s<>\"()]*\)"
_ADDRESS = re.compile(rf"((?:https?://|www\.)(?:[^\s<>\"()]|{_IN_BRACKETS})*(?:[^\s<>\"().,;:!?،؛؟»]|{_IN_BRACKETS}))")
_MONTH = (
    "(?:يناير|فبراير|مارس|[أإا]بريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|جانفي|فيفري|أفريل|ماي|جوان|جويلية|أوت"
    "|(?:كانون|تشرين) (?:الأول|الثاني)|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|غشت|شتنبر|نونبر|دجنبر)"
)
"""The months of the Arab countries, by CLDR for ar, ar-SY, ar-DZ and ar-MA."""
_WORD = r"[\u0621-\u064a]{3,}"
_DAY = re.compile(
    rf"(?<![\w.,/-])\d{{1,2}}\s+(?:(?:{_MONTH}|{_WORD})(?:/{_WORD})?،?\s+\d{{3,4}}|{_MONTH}(?:/{_MONTH})?)(?!\w)"
)
"""A day with its month in words, whose number would join Latin words before it; without a year, a known month."""
_DEFINITION = re.compile(r'(?<=\sdata-definition=")[^"]*')
_RIGHT_TO_LEFT = re.compile(r"(?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][^/?#&=.:<>]*)")
Signs = tuple[str, str]
"""What begins and ends an isolate."""
_SPAN, _RTL_SPAN = ('<span dir="ltr">', "</span>"), ('<span dir="rtl">', "</span>")
_LEFT_TO_RIGHT_SIGNS, _RIGHT_TO_LEFT_SIGNS = ("\u2066", "\u2069"), ("\u2067", "\u2069")
"""The isolates of Unicode: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates"""
_TAG = re.compile(r"(<[^>]*>)")
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
    parts[::3] = map(_isolate, parts[::3])
    parts[1::3] = (_DEFINITION.sub(lambda words: isolate_ranges(words[0]), markup) for markup in parts[1::3])
    del parts[2::3]
    return "".join(parts)


def isolated_in_search(html: str) -> str:
    """Return what the search shows of a text, isolated by signs that are not seen: it keeps no `span` elements."""
    parts = _TAG.split(html)
    parts[::2] = (_isolate(part, _LEFT_TO_RIGHT_SIGNS, _RIGHT_TO_LEFT_SIGNS) for part in parts[::2])
    return "".join(parts)


def _isolate(text: str, ltr: Signs = _SPAN, rtl: Signs = _RTL_SPAN) -> str:
    parts = _ADDRESS.split(text)  # a text, an address, a text …
    parts[::2] = (_DAY.sub(rf"{rtl[0]}\g<0>{rtl[1]}", isolate_ranges(part, *ltr)) for part in parts[::2])
    parts[1::2] = (_address(part, ltr, rtl) for part in parts[1::2])
    return "".join(parts)


def _address(written: str, ltr: Signs, rtl: Signs) -> str:
    return ltr[0] + _RIGHT_TO_LEFT.sub(rf"{rtl[0]}\g<0>{rtl[1]}", written) + ltr[1]
