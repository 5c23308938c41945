"""Turkish: nouns with the chains of number, possessor and case that are put to them, by vowel harmony.

Of a name of several words only the last one inflects: insan ticareti, insan ticaretinin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from studyguide.markdown.inflection.model import LETTERS, SIGN, Inflection, is_abbreviation, words_of

_CAPITALS = "[A-ZÇĞİÖŞÜ]{2,}"
"""In capitals a name ends at the apostrophe, before which nothing else tells it from its endings: TÜRKİYE'NİN."""
_VOWELS = "aeıioöuü"
_VOICELESS = "fstkçşhp"
_NARROW = {"a": "ı", "ı": "ı", "e": "i", "i": "i", "o": "u", "u": "u", "ö": "ü", "ü": "ü"}
_FRONTED = {"a": "e", "o": "ö", "u": "ü"}

# Endings, with capitals for the sounds that change: A is a or e, I is ı, i, u or ü, D is d or t. In parentheses is a
# consonant that stands only behind a vowel, or a vowel that stands only behind a consonant.
_CASES = ("", "(y)I", "(y)A", "DA", "DAki", "DAkiler", "DAn", "(n)In", "(n)Inki", "(y)lA", "DIr", "DAdIr", "DAndIr")
_CASES_OF_POSSESSED = (
    "",
    "nI",
    "nA",
    "ndA",
    "ndAki",
    "ndAkiler",
    "ndAn",
    "nIn",
    "nInki",
    "ylA",
    "ncA",
    "dIr",
    "ndAdIr",
    "ndAndIr",
)
_PLAIN_ENDINGS = tuple(map("".join, product(("", "lAr"), _CASES)))
_ENDINGS = (
    *_PLAIN_ENDINGS,
    *map("".join, product(("(I)mIz", "(I)nIz", "lArIm", "lArIn", "lArImIz", "lArInIz"), _CASES)),
    *map("".join, product(("(s)I", "lArI"), _CASES_OF_POSSESSED)),
)
_ENDINGS_OF_LONG_WORDS = (*_ENDINGS, *map("".join, product(("(I)m", "(I)n"), _CASES)))
"""Endings with those for "my" and "your", which of short words make others: ada, an island, would have adam, a man."""
_SOUND = re.compile(r"\((.)\)|(.)")

_SOFT = {"p": "b", "ç": "c", "t": "d", "k": "ğ", "g": "ğ"}
_HARD = {"b": "p", "c": "ç", "d": "t", "ğ": "k", "g": "k"}
_SOFT_SHORT_WORDS = words_of("borç denk dert dip genç gök güç harp kalp kap kurt renk tat uç yurt")
"""Words of one syllable that soften: most do not."""
_BEFORE_VOWELS = dict(
    pair.split("-")
    for pair in words_of("""
        af-aff had-hadd hak-hakk hat-hatt his-hiss ret-redd sır-sırr tıp-tıbb zıt-zıdd
        ağız-ağz ahit-ahd akıl-akl asır-asr beyin-beyn boyun-boyn burun-burn cisim-cism cürüm-cürm emir-emr fikir-fikr
        göğüs-göğs hapis-haps hüküm-hükm ilim-ilm isim-ism izin-izn kayıp-kayb kayıt-kayd karın-karn keşif-keşf
        kısım-kısm metin-metn nehir-nehr nesil-nesl oğul-oğl ömür-ömr resim-resm şehir-şehr şekil-şekl vakit-vakt
        zehir-zehr zihin-zihn zulüm-zulm su-suy
    """)
)
"""The stems of words that double their last consonant, or drop their last vowel."""
_BEFORE_ENDINGS = {stem: word for word, stem in _BEFORE_VOWELS.items()}
_FRONT = words_of("cemaat dikkat gol hal harf harp kalp menfaat rol saat seyahat sürat ziraat")
"""Words with back vowels and front endings; those of several syllables in -l have either."""
_WATER = words_of("""
    su suda sudaki sudan sudur sular sulara sularda sulardaki sulardan suları suların sularla sularımız sularını
    sularına sularında sularından sularının sularıyla suya suyla suyu suyuna suyunda suyundan suyunu suyunun suyumuz
    suyun suyuyla
""")
_OTHER_WORDS = words_of("""
    adına altında arasında başına başında birlikte boyunca dolayısıyla hakkında hakkındaki içinde ilişkin
    nedeniyle sayesinde sırasında sonucunda sonunda sudan tarafından tarafınca üzerinde yanında yerinde yerine
    yoluyla
""")
"""Forms that are postpositions, as in "devlet tarafından"; and Sudan, more often the country than the water."""


def fold(word: str) -> str:
    """Return a word in small letters, without the apostrophe before the endings of names."""
    return word.replace("'", "").replace("I", "ı").replace("İ", "i").lower().replace("\N{COMBINING DOT ABOVE}", "")


def capitals(form: str) -> Iterable[str]:
    """Return a form in capitals, of which i keeps its dot."""
    return (form.replace("i", "İ").upper(),)


def forms_of(word: str) -> set[str]:
    """Return the forms of a folded word that stands alone."""
    return {word, *_forms_of(word)} - (_OTHER_WORDS - {word})


def forms_in_name(word: str, place: int, count: int) -> set[str]:
    """Return the forms of a folded word at its place in a name of several words."""
    return forms_of(word) | (set(_forms_of_possessed(word)) - _OTHER_WORDS) if place == count - 1 else {word}


def _forms_of(word: str) -> Iterator[str]:
    if is_abbreviation(word):
        yield from (f"{word}'{ending}" for ending in _endings_of_abbreviations())
    elif word == "su":
        yield from _WATER
    elif vowels := [letter for letter in word if letter in _VOWELS]:
        stems = list(_stems_before_vowels(word, len(vowels)))
        is_short = len(word) < (6 if word[-1] in _VOWELS else 4)
        for vowel in _harmonies(word, vowels):
            for ending in _endings(vowel, word[-1], is_short=is_short):
                yield from (stem + ending for stem in (stems if ending[:1] in _NARROW else [word]))


def _forms_of_possessed(word: str) -> Iterator[str]:
    """Yield the forms of a word if it has the ending of a compound's last noun, as in "insan ticareti"."""
    vowel = word[-1]
    if vowel not in "ıiuü" or len(word) < 3:
        return
    yield from (word + _spoken(ending, vowel, vowel) for ending in _CASES_OF_POSSESSED)
    stem = word[:-1]
    behind_vowel = {stem[:-1]} if word[-2] == "s" and word[-3] in _VOWELS else set()
    for single in {stem, stem[:-1] + _HARD.get(stem[-1], stem[-1]), _BEFORE_ENDINGS.get(stem, stem), *behind_vowel}:
        yield from (single + _spoken(f"lArI{ending}", vowel, single[-1]) for ending in _CASES_OF_POSSESSED)


def _stems_before_vowels(word: str, syllables: int) -> Iterator[str]:
    if word in _BEFORE_VOWELS:
        yield _BEFORE_VOWELS[word]
        return
    yield word
    if word[-1] in _SOFT and (syllables > 1 or word in _SOFT_SHORT_WORDS):
        yield word[:-1] + ("g" if word.endswith("nk") else _SOFT[word[-1]])


def _harmonies(word: str, vowels: list[str]) -> Iterator[str]:
    """Yield the vowel, or vowels, with which a word's endings harmonise."""
    if word not in _FRONT:
        yield vowels[-1]
    if vowels[-1] in _FRONTED and (word in _FRONT or (word.endswith("l") and len(vowels) > 1)):
        yield _FRONTED[vowels[-1]]


@lru_cache
def _endings(vowel: str, last: str, *, is_short: bool) -> frozenset[str]:
    """Return the endings behind a last vowel and letter."""
    return frozenset(_spoken(ending, vowel, last) for ending in (_ENDINGS if is_short else _ENDINGS_OF_LONG_WORDS))


@lru_cache
def _endings_of_abbreviations() -> frozenset[str]:
    """Return the endings behind an apostrophe: with any vowel, as abbreviations are read in several ways."""
    return frozenset(_spoken(ending, vowel, last) for ending, vowel, last in product(_PLAIN_ENDINGS, "aeoö", "akl")) - {
        ""
    }


def _spoken(ending: str, vowel: str, last: str) -> str:
    """Return an ending with the sounds that it has behind a vowel and a last letter."""
    letters = last
    for optional, sound in _SOUND.findall(ending):
        if optional and (optional == "I") == (letters[-1] in _VOWELS):
            continue
        match optional or sound:
            case "A":
                letters += "a" if vowel in "aıou" else "e"
            case "I":
                letters += _NARROW[vowel]
            case "D":
                letters += "t" if letters[-1] in _VOICELESS else "d"
            case unchanged:
                letters += unchanged
        vowel = letters[-1] if letters[-1] in _VOWELS else vowel
    return letters[1:]


INFLECTION = Inflection(
    forms_of=forms_of,
    forms_in_name=forms_in_name,
    fold=fold,
    capitals=capitals,
    word=re.compile(rf"{_CAPITALS}(?=['’ʼ]{_CAPITALS})|{LETTERS}(?:[-‐‑'’ʼ]{LETTERS})*|{SIGN}"),
)
