"""Mend what copying from a PDF, or from a Mac, leaves in a text: it looks right, and no search and no term finds it.

Garbled letters, soft hyphens, zero-width spaces, ligatures, letters and accents apart (Unicode's form NFD), hyphens of
another kind, letters of a Greek or Cyrillic keyboard in a Latin word, and words that a line end divides. Joiners stay
where they belong to the spelling, as in Persian and Hindi, zero-width spaces where they divide words, as in Thai and
Khmer, and signs of direction beside Arabic or Hebrew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from studyguide.data.mojibake import GARBLED, GARBLED_SIGNS, degarbled
from studyguide.diagnostics.edits import Edit, edited

_JOINED_SCRIPTS = "\u0590-\u109f\u1200-\u1fff\ua800-\uabff\ufb1d-\ufeff\U00010000-\U0010ffff\u2600-\u27bf"
_SPACELESS_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf\u3000-\u9fff"
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIRECTIONS = "\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")
_LINE_SEPARATORS = "\u2028\u2029"
_ALIKE = str.maketrans(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"  # Greek
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408"  # Cyrillic
    "\u0430\u0435\u043e\u0440\u0441\u0445\u0443\u0456\u0458",
    "ABEZHIKMNOPTYXoABEKMHOPCTXIJaeopcxyij",
)
"""Letters that look like one of the Latin alphabet, and that one."""
_LATIN, _LOOKALIKES = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f", "".join(map(chr, _ALIKE))
_CHARACTERS = re.compile(
    f"(?P<garbled>{GARBLED})"
    "|(?P<invisible>[\u00ad\u2060\ufeff]"
    f"|(?<![{_SPACELESS_SCRIPTS}])\u200b(?![{_SPACELESS_SCRIPTS}])"
    f"|(?<![{_JOINED_SCRIPTS}])[\u200c\u200d](?![{_JOINED_SCRIPTS}])"
    f"|[{_DIRECTIONS}])"
    f"|(?P<separator>[{_LINE_SEPARATORS}])"
    f"|(?P<alphabet>(?<![^\\W\\d_])(?=[{_LATIN}]*[{_LOOKALIKES}])(?=[{_LOOKALIKES}]*[{_LATIN}])"
    f"[{_LATIN}{_LOOKALIKES}]+(?![^\\W\\d_]))"
    "|(?P<ligature>[\ufb00-\ufb06])"
    "|(?P<hyphen>[\u2010\u2011])"
    "|(?P<apart>[^\\W\\d_][\u0300-\u036f]+|[\u3040-\u30ff][\u3099\u309a]"
    "|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?)"
)
_ADDRESS = re.compile(r"\]\([^()\n]*\)|<https?://[^<>\n]*>|https?://\S+")
"""Names of files, which a Mac spells with accents apart, and addresses: they lead nowhere in another spelling."""
_NEVER_IN_ADDRESSES = ("invisible", "ligature")
"""What no address of the Web has, and a PDF adds to it."""
_MARKER = "(?:\ue000[\ue010-\ue019]+\ue001)?"  # of a position: see `markdown.positions`
_SUSPECT = re.compile(
    f"[{GARBLED_SIGNS}{_DIRECTIONS}{_LINE_SEPARATORS}{_LOOKALIKES}"
    "\u00ad\ufeff\u200b-\u200d\u2060\u2010\u2011\ufb00-\ufb06\u0300-\u036f\u3099\u309a\u1100-\u1112]"
)
"""A class of characters, which is searched much faster than `_CHARACTERS`."""
_LINE_END_HYPHEN = re.compile(rf"[-\u2010\u00ad][ \t]*(?:\r\n|\r|\n)[ \t>]*{_MARKER}(?=[a-zß-ÿ])")
_FIRST_HALF = re.compile(r"(?<=[\w,;)”’])[ \t](?P<before>[^\W\d_](?:[^\W\d_]|\u00ad(?=\w))+)\Z")
_SECOND_HALF = re.compile(r"(?!(?:and|or|to|nor|und|oder|bis|et|ou|y|o|e)\b)[a-zß-ÿ][^\W\d_A-Z]+")
_SENTENCE = 300
_LONGEST = 60
"""The length of a word up to which its halves are sought."""
_ENDINGS = frozenset(
    """
    ance ances ation ations bility bilities cation cations ence ences ency fication fications ically ification ing
    isation isations ism ities ity ization izations ment mental mentation ments ness sation sion sional sions tation
    tations tion tional tionally tions tive tively ture tures zation
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
"""Ends of words that are no words themselves: the hyphen before them is that of the line end."""
_COMPOUNDS = frozenset(
    """
    capacity-building cross-border decision-makers decision-making fact-finding far-reaching follow-up high-income
    high-level human-made long-standing long-term low-income low-lying middle-income non-binding non-governmental
    non-state peace-building peer-reviewed policy-makers policy-making self-defence self-determination short-term
    so-called socio-economic well-being well-known
    """.split()  # noqa: SIM905
)
"""Words of such texts that keep their hyphen."""


class Pasted(NamedTuple):
    """A place in a text that was not typed like this."""

    start: int
    end: int
    meant: str
    kind: str
    """A group of `_CHARACTERS`; `divided` and `moved` for the halves of a word."""


def as_typed(text: str) -> str:
    """Return a text as it would have been typed, in as many lines."""
    return edited(text, (Edit(found.start, found.end, found.meant) for found in pasted_in(text)))


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
    return _CHARACTERS.sub(_meant, text)


def _characters(text: str) -> Iterator[Pasted]:
    addresses = [(*found.span(), "http" in found[0]) for found in _ADDRESS.finditer(text)]
    for found in _CHARACTERS.finditer(text):
        meant, kind = _meant(found), str(found.lastgroup)
        around = [of_web for start, end, of_web in addresses if start <= found.start() < end]
        if meant != found[0] and (not around or (all(around) and kind in _NEVER_IN_ADDRESSES)):
            yield Pasted(*found.span(), meant, kind)


def _meant(found: re.Match[str]) -> str:
    written = found[0]
    if found["garbled"] is not None:
        return degarbled(written)
    if written in "\u2010\u2011":
        return "-"
    if found["invisible"] is not None:
        return written if _DIRECTION.match(written) and _is_beside_right_to_left(found) else ""
    if found["separator"] is not None:
        return " "
    if found["alphabet"] is not None:
        others = sum(ord(letter) in _ALIKE for letter in written)
        return written.translate(_ALIKE) if others <= len(written) / 2 else written
    return unicodedata.normalize("NFKC" if "\ufb00" <= written <= "\ufb06" else "NFC", written)


def _is_beside_right_to_left(found: re.Match[str]) -> bool:
    """Return whether Arabic, Hebrew or the like stands in the same sentence."""
    around = found.string[max(found.start() - _SENTENCE, 0) : found.end() + _SENTENCE]
    return _RIGHT_TO_LEFT.search(around) is not None


def divided_in_doubt(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield the offset and the halves of each word at a line end of which nobody can tell whether it has a hyphen."""
    for found, first, second, hyphen in _line_end_hyphens(text):
        if hyphen is None:
            yield found.start() - len(first["before"]), without_pasted_characters(first["before"]), second


def _divided(text: str) -> Iterator[Pasted]:
    """Yield the words that a line end divides. The first half goes down to the second, so that no line is lost."""
    for found, first, _, hyphen in _line_end_hyphens(text):
        if hyphen is not None:
            yield Pasted(found.start() - len(first[0]), found.start() + 1, "", "divided")
            yield Pasted(found.end(), found.end(), without_pasted_characters(first["before"]) + hyphen, "moved")


def _line_end_hyphens(text: str) -> Iterator[tuple[re.Match[str], re.Match[str], str, str | None]]:
    """Yield each hyphen at a line end, with the halves of its word and what has to stand between them."""
    for found in _LINE_END_HYPHEN.finditer(text):
        first = _FIRST_HALF.search(text[max(found.start() - _LONGEST, 0) : found.start()])
        second = _SECOND_HALF.match(text, found.end())
        if first and second:
            is_soft = found[0][0] == "\u00ad"
            yield found, first, second[0], "" if is_soft else _hyphen_of(first["before"], second[0], text)


def _hyphen_of(before: str, after: str, text: str) -> str | None:
    """Return what stands between the halves of a word, a hyphen or nothing; None where nothing tells.

    A word that is elsewhere in the text is spelt as there. Prose that is wrapped by hand has compounds at its line ends
    (risk-based), prose from a PDF divided words (desertifi-cation): a wrong guess would change the word.
    """
    before = without_pasted_characters(before)
    if re.search(rf"\b{before}{after}\b", text):
        return ""
    if f"{before}-{after}".lower() in _COMPOUNDS or re.search(rf"\b{before}-{after}\b", text):
        return "-"
    return "" if after in _ENDINGS and not before.isupper() else None
