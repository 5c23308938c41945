"""Parse the locator in a citation's suffix: `, p. 4`, `, arts. 5 and 7`, `, vol. 2, p. 4`, `, OP3`, `, {exhibit 5}`.

The syntax is pandoc's (https://pandoc.org/MANUAL.html#citation-syntax). Pandoc's own parser knows few of CSL's locator
terms, and ends a locator at the first word: of "arts. 5 and 7" it takes "arts. 5", and the rest is a suffix. This one
parses a locator to its end, also one of several kinds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from studyguide.data.locator_words import LocatorWords
from studyguide.markdown.locator_patterns import (
    BARE_ROMAN,
    DOCUMENT_SYMBOL,
    NO_PAGE,
    TIME,
    LocatorPatterns,
    locator_patterns,
)
from studyguide.markdown.locator_terms import SHORT, LocatorTerm, bare_page, locator_terms, units

_ENTITY = re.compile(r"&(?:nbsp|ndash|mdash|amp|thinsp|#160|#821[12]);")
_BRACES = re.compile(r"[,，،\s]*\{(?P<inside>[^{}]*)\}")
_BRACKETED = re.compile(r"(?P<start>[,:，،]?\s*)[(\[](?=[^\W\d_]{1,12}\b)(?P<inside>[^()\[\]]*)[)\]]")
_DICTIONARY_ENTRY = re.compile(r"(?i:s\. ?v\.|sub verbo) ?(?P<value>[^,;()]+)")
_WRITTEN_TOGETHER = frozenset("،、，至到和及与與或～~و")
"""What joins numbers without the spaces of European languages, or has its own."""
_HAN = re.compile("[一-鿿]")
_SUB_VERBO = LocatorTerm("sub-verbo", "s.v", "s.vv")


@dataclass(frozen=True, slots=True)
class LocatorPart:
    """A label with its numbers, `art. 5 and 7`, or only one of the two."""

    value: str
    """The numbers, whose ranges have an en dash; or a name such as "preamble"."""
    term: LocatorTerm | None = None
    """The term of the label; None without a label, or for one that stays as it is written."""
    label: str = ""
    """The label as it is written."""
    gap: str = ""
    """What stands between label and numbers."""
    is_plural: bool = False
    before: str = ""
    """What parts it from the part before: ", "; of the first part, a qualifier: "esp. "."""
    after: str = ""
    """The closing bracket of `p. 4 (table 2)`."""
    unit: str = ""
    """What stands behind the numbers: 页 of 第4页."""

    @property
    def csl(self) -> str | None:
        """CSL's name of the term."""
        return self.term.csl if self.term else None

    @property
    def runs_backwards(self) -> bool:
        """True for pages of which the last comes before the first, also in short, as in `pp. 45-4`."""
        pages = re.fullmatch(r"(\d+)[–-](\d+)", self.value) if self.csl == "page" else None
        return bool(pages and int(pages[1]) > int(pages[1][: -len(pages[2])] + pages[2]))

    def text(self, short: Mapping[str, tuple[str, str]] = SHORT) -> str:
        """Return label and numbers, the label in the right number; `short` has the short forms of CSL's terms."""
        if self.term and self.term.labels and self.csl not in short:
            return self.term.labels[self.is_plural].format(self.value)
        return f"{self._label(short)}{self.value}{self.unit}"

    def _label(self, short: Mapping[str, tuple[str, str]]) -> str:
        if self.term is None or self.unit:
            return self.label + self.gap
        if self.csl and self.csl in short:
            return f"{short[self.csl][self.is_plural]} "
        word = self.label.rstrip(".")
        right = self.term.plural if self.is_plural else self.term.singular
        is_english = self.term.singular != self.term.plural
        if is_english and ":" not in self.value and word.casefold() != right:  # "minutes 1:30" is one time
            word = _in_case_of(word, right)
        is_joined = (word.isupper() and self.csl != "page") or _HAN.match(word)  # "SDG6", "Q4", "附件2"
        gap = self.gap if is_joined else self.gap or " "
        return word + self.label[len(self.label.rstrip(".")) :] + gap


def _in_case_of(written: str, word: str) -> str:
    if written.isupper() and len(written) > 1:
        return word.upper()
    return word.capitalize() if written[0].isupper() else word


_LATIN = str.maketrans("ΙΧІХ", "IXIX")
_NUMERAL = re.compile(r"(?<!\w)(?:[IVXLCDMΙΧІХ]{2,}|[ΙΧХ])(?!\w)|[\u2160-\u216f]+")
"""A Roman numeral with letters of another keyboard, Greek or Cyrillic, or in signs of its own: ΙΙ, ІХ, Ⅱ."""


@dataclass(frozen=True, slots=True)
class Suffix:
    """A parsed suffix."""

    locator: tuple[LocatorPart, ...] = ()
    rest: str = ""
    """The text behind the locator."""
    is_explicit: bool = False
    """True with braces, which say where the locator ends: an empty pair says that there is none."""


@lru_cache(maxsize=4096)
def parse_suffix(suffix: str, language: str = "en") -> Suffix:
    """Parse the text behind a citation key, whose whitespace is single spaces."""
    parser = _Parser(language)
    suffix = _ENTITY.sub(lambda entity: unescape(entity[0]), suffix) if "&" in suffix else suffix
    if not suffix.isascii():
        suffix = _NUMERAL.sub(lambda numeral: normalize("NFKC", numeral[0]).translate(_LATIN), suffix)
    if braces := _BRACES.match(suffix):
        inside = braces["inside"].strip()
        parts, end = parser.parse(inside, 0)
        if end < len(inside):
            parts = (LocatorPart(inside),)  # braces make a locator of any words
        return Suffix(parts, suffix[braces.end() :], is_explicit=True)
    if bracketed := _BRACKETED.fullmatch(suffix):
        parsed = _parse_open(parser, bracketed["start"] + bracketed["inside"])
        return parsed if parsed.locator else Suffix(rest=suffix)
    return _parse_open(parser, suffix)


def _parse_open(parser: _Parser, suffix: str) -> Suffix:
    """Parse a suffix whose locator is not in braces."""
    start = parser.patterns.start.match(suffix)
    assert start is not None  # it may be empty
    parts, end = parser.parse(suffix, start.end())
    if parts and start["qualifier"] and not (parts[0].label or parts[0].term is None):
        return Suffix(rest=suffix)  # a remark: "in 3 of 5 cases"
    if parts and start["qualifier"]:
        parts = (replace(parts[0], before=start["qualifier"]), *parts[1:])
    if whole := parts and parser.patterns.whole.match(suffix, end):
        parts = (*parts, LocatorPart(whole[0]))
        end = whole.end()
    rest = suffix[end:]
    return Suffix(parts, rest if rest.strip(" ,.:，،。：") else "") if parts else Suffix(rest=suffix)


def find_labelled(text: str, language: str = "en") -> str:
    """Return the first label with a number in a text, "p. 5" of "and see p. 5 there"; empty if there is none."""
    parser = _Parser(language)
    for word in re.finditer(r"(?<!\w)[^\W\d_]|[§¶]", text):
        parts, end = parser.parse(text, word.start())
        if parts and parts[0].csl in SHORT and any(character.isdigit() for character in parts[0].value):
            return text[word.start() : end]
    return ""


def is_locator(text: str, language: str = "en") -> bool:
    """Tell whether the whole of a text is a locator."""
    parsed = parse_suffix(text, language)
    return bool(parsed.locator) and not parsed.rest


class _Parser:
    """Parses locators with the terms of one language."""

    def __init__(self, language: str) -> None:
        self._terms = locator_terms(language)
        self._units = units(language)
        self._page_term = bare_page(language)
        self.patterns = locator_patterns(language)

    def parse(self, text: str, position: int) -> tuple[tuple[LocatorPart, ...], int]:
        """Parse as many parts as there are from `position`; return them and the end of the last."""
        parts: list[LocatorPart] = []
        found = self._part(text, position) or self._page(text, position)
        while found:
            part, position = found
            parts.append(part)
            found = (self._following(text, position) if part.unit else None) or self._next(text, position)
        return tuple(parts), position

    def _following(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse what says that more follows behind a number with a unit: 以下 of 第4页以下."""
        tail = self.patterns.tail.match(text, position)
        return (LocatorPart(tail[0]), tail.end()) if tail else None

    def _next(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse another part behind the first: what parts them, and its label with the numbers."""
        between = self.patterns.between.match(text, position)
        found = self._part(text, between.end()) if between else None
        if between and not found and between["qualifier"]:
            found = self._page(text, between.end())  # "pp. 4-9, esp. 5"
        if not between or not found:
            return None
        part, end = found
        before = re.sub(r"\s*[–-]\s*", self.patterns.words.range, between[0])
        if "(" not in before:
            return replace(part, before=before), end
        return (replace(part, before=before, after=")"), end + 1) if text.startswith(")", end) else None

    def _part(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse a label with its numbers, or a name."""
        for pattern in (NO_PAGE, DOCUMENT_SYMBOL):
            if name := pattern.match(text, position):
                return LocatorPart(name[0]), name.end()
        if entry := _DICTIONARY_ENTRY.match(text, position):
            return LocatorPart(entry["value"], _SUB_VERBO, "s.v.", " "), entry.end()
        return self._labelled(text, position) or self._before_unit(text, position) or self._name(text, position)

    def _labelled(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        label = self.patterns.label.match(text, position)
        found = _values(text, label.end(), self.patterns.labelled_value, self.patterns) if label else None
        if not label or not found:
            return None
        value, is_plural, end = found
        return LocatorPart(value, self._term(label), label["written"], label["gap"], is_plural), end

    def _before_unit(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse numbers with a unit behind them: 第4页, `34. madde`."""
        before = self.patterns.before(text, position)
        found = _values(text, position + len(before), self.patterns.labelled_value, self.patterns)
        unit = self.patterns.unit(text, found[2]) if found else None
        if not found or not unit:
            return None
        term = self._units[folded(unit["unit"])]
        return LocatorPart(found[0], term, before, is_plural=found[1], unit=unit[0]), unit.end()

    def _name(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse a name, unless words follow: "preface by the Secretary-General" is a remark."""
        name, patterns = self.patterns.name(text, position), self.patterns
        if name and (not patterns.words_follow.match(text, name.end()) or patterns.label.match(text, name.end() + 1)):
            return LocatorPart(name[0]), name.end()
        return None

    def _term(self, label: re.Match[str]) -> LocatorTerm | None:
        word = "" if label["before"] else re.sub(r"\.?\s+", " ", label["word"] or "")
        return self._terms.get(word) or self._terms.get(folded(word))

    def _page(self, text: str, position: int) -> tuple[LocatorPart, int] | None:
        """Parse numbers without a label: pages, or times."""
        page, sign = self._page_term, self.patterns.words.range
        if roman := BARE_ROMAN.match(text, position):
            value = re.sub(r"\s?[–-]\s?", sign, roman[0])
            return LocatorPart(value, page, is_plural=bool(re.search("[–,-]", value))), roman.end()
        found = _values(text, position, self.patterns.bare_value, self.patterns)
        if not found:
            return None
        value, is_plural, end = found
        is_time = re.match(TIME, value)
        return LocatorPart(value, None if is_time else page, is_plural=is_plural), end


def folded(word: str) -> str:
    """Return a word in lower case; that of the Turkish İ has a dot of its own."""
    return word.casefold().replace("\u0307", "")


def _values(
    text: str, position: int, pattern: re.Pattern[str], patterns: LocatorPatterns
) -> tuple[str, bool, int] | None:
    """Parse numbers and what joins them; return them, whether there are several, and their end."""
    value = pattern.match(text, position)
    if not value:
        return None
    words, end, is_plural = [value[0]], value.end(), False
    counts_subdivisions = value[0].startswith("(")  # "paras. (a) and (b)", but "art. 5 (a) and (b)"
    while True:
        if tail := patterns.tail.match(text, end):
            words.append(tail[0])
            end, is_plural = tail.end(), is_plural or bool(tail["many"])
        joint = patterns.joint.match(text, end)
        value = pattern.match(text, joint.end()) if joint else None
        if not joint or not value or value[0][0] in '“‘"' or patterns.goes_on(text, joint.end(), value.end()):
            return "".join(words), is_plural, end
        words += [_joint(joint[0], patterns.words), value[0]]
        end = value.end()
        is_plural |= counts_subdivisions or (joint[0].strip() != "/" and not value[0].startswith("("))


def _joint(written: str, words: LocatorWords) -> str:
    """Return what joins two numbers, in one way of writing."""
    joint = written.strip()
    if joint and joint[0] in "-–—‒‑−":
        return words.range
    if joint == "and" and words.conjunctions:
        joint = words.conjunctions.partition("|")[0]
    if joint and joint[0] in _WRITTEN_TOGETHER:
        return written
    return ", " if joint == "," else joint if joint == "/" else f" {joint} ".replace(" ,", ",")
