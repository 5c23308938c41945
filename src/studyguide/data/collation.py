"""Sort words, and head an A–Z index, as a language does.

The order is that of CLDR's collation (https://www.unicode.org/charts/collation/ and common/collation/): letters first,
then accents. Digits stand before letters, and the language's own script before others. Chinese is sorted by Pinyin, in
traditional characters by strokes, as in Big5. In Arabic the article is ignored, as indexes do and CLDR does not: else
most terms would stand under alif. Checked against ICU 77 with CLDR's names of languages, countries and currencies.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from studyguide.labels.fallbacks import is_traditional

_TAILORINGS = {
    "az": "c<ç e<ə g<ğ h<x h<ı k<q o<ö s<ş u<ü",
    "be": "е<ё",
    "cs": "c<č h<ch r<ř s<š z<ž",
    "da": "z<æ=ä<ø=ö<å=aa",
    "es": "n<ñ",
    "et": "s<š<z<ž v<w<õ<ä<ö<ü",
    "fi": "z<å<ä=æ<ö=ø",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö s<sz t<ty u<ü z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å",
    "nb": "z<æ=ä<ø=ö<å=aa",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș t<ț",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "sv": "z<å<ä=æ<ö=ø",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
}
"""Letters of their own, each behind the one that it follows, with equal ones (=); others are variants of a letter."""
_ALIASES = {"bs": "hr", "no": "nb", "nn": "nb"}
_ROOT = "г<ґ<ѓ д<ђ е<є з<ѕ и<і<ї<й<ј к<ќ л<љ н<њ т<ћ у<ў ч<џ ء<آ ب<پ ج<چ ز<ژ ك<گ"
"""Letters of their own in any language."""
_VARIANTS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ħ": "h",
        "ð": "d",
        "ة": "ت",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "ـ": "",
    }
)
_FOREIGN = frozenset("ar be bg el fa he mk ru sr uk ur".split())  # noqa: SIM905
"""Languages in another script, in which Latin letters follow their own."""
_ARTICLE = re.compile(r"\bال(?!ت(?:ئام|باس|جاء|حاق|حام|زام|صاق|فات|فاف|قاء|قاط|ماس|هاب|هام|واء)(?:ات)?\b|له\b)(?=\w\w)")
"""The Arabic article; in التزام and its like, verbal nouns of form VIII whose root begins with ل, it is none."""
_OWN_PLACE = 0x10FF00
"""The first of the code points, none of them a character, that put a letter of its own behind another."""
_LAST = "\U0010ffff"
_STROKES = tuple(
    (character.encode("big5"), number)
    for first, characters in (
        (1, "一丁三丑丙丞串並亭乘乾傢亂僧億儒優叢儳嚷儷儼囌囑廳灤纜豔爨鸞"),
        (2, "乂万丏丱伎佖丳俍倞乿傛亃僦僿儜儦儱儴匷儺亹儽囓囔圞灨戇爩癵灩灪麤"),
    )
    for number, character in enumerate(characters, first)
)
"""The first character of each number of strokes in the two levels of Big5, which are sorted by strokes."""
_MOST_STROKES = 64
_FIRST_SIGNS = re.compile(r"^[\W_]+(?=\w)")


def collation_key(text: str, language: str) -> tuple[str, str]:
    """Return the key by which a text is sorted in a language, such as `pt-BR`: of its letters, then of its accents."""
    if text.isascii() and language.partition("-")[0] == "en":  # as below, and thirty times as fast
        lowered = text.lower()
        return _FIRST_SIGNS.sub("", lowered).translate(_ASCII_WEIGHTS), lowered
    return "".join(weight for weight, _ in _letters(text, language)), normalize("NFD", _lower(text, language))


def index_letter(text: str, language: str) -> str:
    """Return the heading of a text in an A–Z index: É is under E, Ñ under Ñ in Spanish, a digit under 0–9."""
    heading = next((heading for _, heading in _letters(text, language)), "")
    return "0–9" if heading.isdigit() else heading


def _letters(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each character's weight, with the heading that it has in an index; signs before the first letter aside."""
    base, text = language.partition("-")[0].lower(), _FIRST_SIGNS.sub("", _lower(text, language))
    if base == "zh":
        yield from _by_strokes(text) if is_traditional(language) else _by_pinyin(text)
        return
    if base == "ar":
        text = _ARTICLE.sub("", text)
    own = _own_letters(base)
    for found in own.pattern.finditer(text):
        if found[0] in own.weights:
            weight, letter = own.weights[found[0]]
            yield weight, _capital(letter, base)
            continue
        for letter in _folded(found[0]):
            is_foreign = base in _FOREIGN and letter.isascii() and letter.isalpha()
            yield f"{_LAST}{letter}" if is_foreign else _weight(letter), _capital(letter, base)


def _weight(sign: str) -> str:
    """Return the weight of a letter, a digit, or a sign, which stands before both, and behind a space."""
    return sign if sign.isalnum() else " " if sign.isspace() else "-"


_ASCII_WEIGHTS = {code: _weight(chr(code)) for code in range(128)}


def _lower(text: str, language: str) -> str:
    if language.partition("-")[0] in ("tr", "az"):
        text = text.replace("İ", "i").replace("I", "ı")
    return normalize("NFC", text).casefold()


def _capital(letter: str, base: str) -> str:
    return "İ" if letter == "i" and base in ("tr", "az") else "ا" if letter == "آ" else letter.title()


@lru_cache(maxsize=4096)  # of single letters, mostly
def _folded(text: str) -> str:
    return "".join(sign for sign in normalize("NFKD", text).translate(_VARIANTS) if not combining(sign))


class _OwnLetters(NamedTuple):
    pattern: re.Pattern[str]
    """The letters of a language, of several characters first; or else any character."""
    weights: Mapping[str, tuple[str, str]]
    """The weight of each letter that is no variant of another, and the letter under which it stands."""


@lru_cache
def _own_letters(base: str) -> _OwnLetters:
    weights: dict[str, tuple[str, str]] = {}
    for chain in f"{_ROOT} {_TAILORINGS.get(_ALIASES.get(base, base), '')}".split():
        before, *letters = chain.split("<")
        for place, equal in enumerate(letters):
            equals = equal.split("=")
            weights |= dict.fromkeys(equals, (f"{before}{chr(_OWN_PLACE + place)}", equals[0]))
    some = "|".join(sorted(weights, key=len, reverse=True))
    return _OwnLetters(re.compile(f"{some}|.", re.DOTALL), weights)


def _by_strokes(text: str) -> Iterator[tuple[str, str]]:
    for character in _folded(text):
        code = character.encode("big5", "ignore")
        if len(code) == 2 and character.isalpha():
            strokes = _STROKES[bisect_right(_STROKES, (code, _MOST_STROKES)) - 1][1]
            yield f"\u4e00{chr(strokes)}{code.hex()}", f"{strokes}劃"
        else:
            yield f"{_LAST}{character}" if character.isalpha() else _weight(character), character.title()


def _by_pinyin(text: str) -> Iterator[tuple[str, str]]:
    """Yield the weight of each character by syllable and tone; Latin words follow the Chinese ones of their letter."""
    from pypinyin import Style, lazy_pinyin  # imported late: few guides are in Chinese

    text = _folded(text)
    each: Any = list  # other characters one by one, which the package's types do not know
    syllables = lazy_pinyin(text, style=Style.TONE3, neutral_tone_with_five=True, errors=each)
    for character, syllable in zip(text, syllables, strict=True):
        if character == syllable:
            yield f"{character}{_LAST}" if character.isalpha() else _weight(character), character.title()
        else:
            yield f"{syllable[:-1]}\x01{syllable[-1]}{character}", syllable[0].upper()
