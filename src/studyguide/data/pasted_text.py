"""Mend what copying from a PDF, or from a Mac, leaves in a text: it looks right, and no search and no term finds it.

Soft hyphens, zero-width spaces, ligatures, letters and accents apart (Unicode's form NFD), hyphens of another kind, and
words that a line end divides. Joiners stay where they belong to the spelling, as in Persian and Hindi, and zero-width
spaces where they divide words, as in Thai and Khmer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_JOINED_SCRIPTS = "\u0590-\u109f\u1200-\u1fff\ua800-\uabff\ufb1d-\ufeff\U00010000-\U0010ffff\u2600-\u27bf"
_SPACELESS_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u3000-\u9fff"
_CHARACTERS = re.compile(
    "(?P<invisible>[\u00ad\ufeff]"
    f"|(?<![{_SPACELESS_SCRIPTS}])\u200b(?![{_SPACELESS_SCRIPTS}])"
    f"|(?<![{_JOINED_SCRIPTS}])[\u200c\u200d](?![{_JOINED_SCRIPTS}]))"
    "|(?P<ligature>[\ufb00-\ufb06])"
    "|(?P<hyphen>[\u2010\u2011])"
    "|(?P<apart>[^\\W\\d_][\u0300-\u036f]+|[\u3040-\u30ff][\u3099\u309a]"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
)
_ADDRESS = re.compile(r"\]\([^()\n]*\)|<https?://[^<>\n]*>|https?://\S+")
"""Names of files, which a Mac spells with accents apart, and addresses: they lead nowhere in another spelling."""
_MARKER = "(?:\ue000[\ue010-\ue019]+\ue001)?"  # of a position: see `markdown.positions`
_SUSPECT = re.compile("[\u00ad\ufeff\u200b-\u200d\u2010\u2011\ufb00-\ufb06\u0300-\u036f\u3099\u309a\u1100-\u1112]")
"""A class of characters, which is searched much faster than `_CHARACTERS`."""
_LINE_END_HYPHEN = re.compile(rf"[-\u2010\u00ad][ \t]*(?:\r\n|\r|\n)[ \t>]*{_MARKER}(?=[a-zß-ÿ])")
_FIRST_HALF = re.compile(r"(?<=[\w,;)”’])[ \t](?P<before>[^\W\d_](?:[^\W\d_]|\u00ad(?=\w))+)\Z")
_SECOND_HALF = re.compile(r"(?!(?:and|or|to|nor|und|oder|bis|et|ou|y|o|e)\b)[a-zß-ÿ][^\W\d_A-Z]+")
_LONGEST = 60
"""The length of a word up to which its halves are sought."""
_FIRST_PARTS = frozenset(
    """
    all anti child co counter cross decision early ever ex far fact first follow full global government half hard high
    human inter land large law life little long low mid multi non old one open over policy post pre pro rights second
    self semi short single small so socio state sub third three two under user water well wide world year young
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""First parts of words such as long-term, whose hyphen is not that of the line end."""


class Pasted(NamedTuple):
    """A place in a text that was not typed like this."""

    start: int
    end: int
    meant: str
    kind: str
    """`invisible`, `ligature`, `hyphen`, `apart`; `divided`, followed by `moved`, for both halves of a word."""


def as_typed(text: str) -> str:
    """Return a text as it would have been typed, in as many lines."""
    parts = []
    end = 0
    for found in pasted_in(text):
        parts += [text[end : found.start], found.meant]
        end = found.end
    return "".join([*parts, text[end:]])


def pasted_in(text: str) -> Iterator[Pasted]:
    """Yield each place of a text that has to be mended, in order."""
    divided = list(_divided(text)) if "\n" in text else []
    if not divided and (text.isascii() or not _SUSPECT.search(text)):
        return
    found = sorted([*divided, *_characters(text)])
    yield from found[:1]
    yield from (each for before, each in pairwise(found) if each.start >= before.end)


def without_pasted_characters(text: str) -> str:
    """Return a text with its characters mended, and no line end moved."""
    if text.isascii() or not _SUSPECT.search(text):
        return text
    return _CHARACTERS.sub(lambda found: _meant(found[0]), text)


def _characters(text: str) -> Iterator[Pasted]:
    kept = [found.span() for found in _ADDRESS.finditer(text)]
    for found in _CHARACTERS.finditer(text):
        meant = _meant(found[0])
        if meant != found[0] and not any(start <= found.start() < end for start, end in kept):
            yield Pasted(*found.span(), meant, str(found.lastgroup))


def _meant(written: str) -> str:
    if written in "\u2010\u2011":
        return "-"
    if written in "\u00ad\ufeff\u200b\u200c\u200d":
        return ""
    return unicodedata.normalize("NFKC" if "\ufb00" <= written <= "\ufb06" else "NFC", written)


def _divided(text: str) -> Iterator[Pasted]:
    """Yield the words that a line end divides. The first half goes down to the second, so that no line is lost."""
    for found in _LINE_END_HYPHEN.finditer(text):
        first = _FIRST_HALF.search(text[max(found.start() - _LONGEST, 0) : found.start()])
        second = _SECOND_HALF.match(text, found.end())
        if first and second:
            before = without_pasted_characters(first["before"])
            hyphen = "-" if _is_compound(before, second[0], text) else ""
            yield Pasted(found.start() - len(first[0]), found.start() + 1, "", "divided")
            yield Pasted(found.end(), found.end(), f"{before}{hyphen}", "moved")


def _is_compound(before: str, after: str, text: str) -> bool:
    """Tell whether the hyphen belongs to the word: it has one elsewhere in the text, or often elsewhere."""
    if re.search(rf"\b{before}{after}\b", text):
        return False
    return before.lower() in _FIRST_PARTS or re.search(rf"\b{before}-{after}\b", text) is not None
