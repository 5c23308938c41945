"""How texts of a language are cut into words, how these are spelled, and which forms a word has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

_MARKS = r"\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Combining marks, which `\\w` lacks: accents, and the vowel signs of Hebrew and Arabic."""
_INVISIBLE = r"\u00ad\u200b-\u200f\u2060\ufeff"
"""Signs within words that nobody sees: soft hyphens, places to break, joiners, directions."""
LETTERS = rf"\w[\w{_MARKS}{_INVISIBLE}]*"
"""A pattern for an unbroken word."""
SIGN = rf"[^\w\s{_MARKS}{_INVISIBLE}]"
"""A pattern for a sign that is no part of a word."""
WORD = re.compile(rf"{LETTERS}(?:[-‐‑]{LETTERS})*|{SIGN}")
"""A word, of which hyphens are a part, or a sign."""
_UNSEEN = re.compile(rf"[{_INVISIBLE}]")
_ONE_SPELLING = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or sign of a text, from offset `start` to `end`, and the key that its spellings share."""

    key: str
    start: int
    end: int


def _same(words: Sequence[str]) -> Sequence[str]:
    return words


def _numbered(words: Sequence[str]) -> Sequence[int]:
    return range(len(words))


def _upper(form: str) -> Iterable[str]:
    return (form.upper(),)


@dataclass(frozen=True)
class Inflection:
    """The inflection of a language, as far as it takes to find terms in texts.

    Forms are generated from a term's words and compared with the text's, which are only folded: a stem would also be
    that of unrelated words.
    """

    forms_of: Callable[[str], Iterable[str]]
    """All forms of a folded word without hyphens, itself included; an abbreviation comes and stays as it is written.

    Where a word's class is unknown: the forms of each class that it can have. Only inflection, never derivation.
    """
    forms_in_name: Callable[[str, int, int], Iterable[str]] | None = None
    """As `forms_of`, by the place of the word in a name of several words, and their number; None if it is the same."""
    places: Callable[[Sequence[str]], Sequence[int]] = _numbered
    """Return the place of each word of a name; a language that tells words by more than their order has its own."""
    fold: Callable[[str], str] = str.lower
    """Fold a word of a text to the spelling of the forms; it is in NFKC, with plain apostrophes and hyphens."""
    capitals: Callable[[str], Iterable[str]] = _upper
    """Return the folded spellings of a form with capitals, of which typists leave out the accents."""
    in_sentence: Callable[[Sequence[str]], Sequence[str]] = _same
    """Turn the folded words of a name into those that stand within a sentence."""
    is_last_part_inflected_alone: bool = False
    """Whether the other parts of a compound with hyphens have one form."""
    common_words: Collection[str] = ()
    """Words of two of the text's keys: what begins within one and ends within another is no name."""
    word: re.Pattern[str] = WORD
    """Matches a word or a sign of a text."""

    def words(self, text: str) -> Iterator[Word]:
        """Yield the words and signs of a text in order."""
        for found in self.word.finditer(text):
            yield Word(self._key(found[0]), found.start(), found.end())

    def names(self, name: str) -> Sequence[str]:
        """Return the keys of the words of a term's name."""
        return self.in_sentence([word.key for word in self.words(name)])

    def spellings(self, key: str) -> set[str]:
        """Return the keys of a word of a name in any case of its letters."""
        return {key} if is_abbreviation(key) else {self.fold(key), key, *self.capitals(key)}

    def keys(self, key: str, place: int = 0, count: int = 1) -> set[str]:
        """Return the keys of all forms of a word of a name; of a compound with hyphens, those of its parts.

        The word is that at a `place` in a name of `count` words.
        """
        parts = key.split("-")
        first = len(parts) - 1 if self.is_last_part_inflected_alone else 0
        inflected = (self._forms_of_part(part, place, count) for part in parts[first:])
        forms = [*({part} for part in parts[:first]), *inflected]
        compounds = map("-".join, product(*forms))
        return {spelling for form in compounds for spelling in self.spellings(form)}

    def _forms_of_part(self, part: str, place: int, count: int) -> set[str]:
        if not part[-1:].isalpha():
            return {part}
        if self.forms_in_name and count > 1:
            return {part, *self.forms_in_name(part, place, count)}
        return {part, *self.forms_of(part)}

    def _key(self, word: str) -> str:
        plain = word if word.isascii() else _plain(word)
        return plain if is_abbreviation(plain) else self.fold(plain)


def by_ending(table: str) -> Callable[[str], list[str]]:
    """Return a function that replaces the ending of a word: of those in a table the longest that it has.

    A line of the table is `endings > what replaces each`. `^` begins what must be a whole word, `|` what is replaced of
    it; `*` is the ending of all words, `-` none, and `~` the same again: `au eu > ~x`, `^trav|ail > aux`, `s > -`.
    """
    rows: dict[str, tuple[int, list[str]]] = {}
    for line in table.strip().splitlines():
        endings, _, forms = line.partition(">")
        for ending in endings.split():
            cut = ending.rpartition("|")[2].strip("^*")
            new = [form.replace("~", cut).replace("-", "") for form in forms.split()]
            rows[ending.replace("|", "").strip("*")] = (len(cut), new)

    def replaced(word: str) -> list[str]:
        marked = f"^{word}"
        longest = next((row for start in range(len(marked) + 1) if (row := rows.get(marked[start:]))), (0, []))
        return [word[: len(word) - longest[0]] + form for form in longest[1]]

    return replaced


def words_of(text: str) -> frozenset[str]:
    """Return the words of a list in one text."""
    return frozenset(text.split())


def is_abbreviation(word: str) -> bool:
    """Tell whether a word, or a part of a compound, has two capitals, so that its case counts."""
    if word == word.lower():
        return False  # most words, and all forms
    return any(sum(letter.isupper() for letter in part) > 1 for part in word.split("-"))


def lower_words(words: Sequence[str]) -> Sequence[str]:
    """Return the words of a name in lower case, but for abbreviations."""
    return [word if is_abbreviation(word) else word.lower() for word in words]


def without_accents(word: str, kept: str = "") -> str:
    """Return a word without the accents of its letters, but for the combining marks `kept`."""
    parts = unicodedata.normalize("NFD", word)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign) or sign in kept)
    return unicodedata.normalize("NFC", bare)


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).translate(_ONE_SPELLING)
