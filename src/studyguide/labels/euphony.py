"""Adapt the words of a date to the number or name beside them, as in Italian "al 3 maggio" and "all’8 maggio".

A translation holds the usual form. The rules are those of each language's grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_ARABIC_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع")
ARABIC_DECADES = ("العقد الأول من", "العقد الثاني من", "عشرينيات", "ثلاثينيات", "أربعينيات", "خمسينيات", "ستينيات",
                   "سبعينيات", "ثمانينيات", "تسعينيات")  # fmt: skip


def _arabic_decade(decade: re.Match[str]) -> str:
    """Name a decade by its century, as Arabic does: `تسعينيات القرن العشرين`, the nineties of the twentieth century."""
    century = arabic_century(int(decade["hundreds"] or 0) + 1)
    return f"{ARABIC_DECADES[int(decade['tens'])]} القرن {century}" if century else decade[0]


def arabic_century(number: int) -> str:
    """Return the ordinal of a century, 1 to 29, in the genitive, which stands behind "of the century"."""
    tens, ones = divmod(number, 10)
    behind = ("", " عشر", " والعشرين")[tens] if tens < 3 else ""
    if tens > 2 or not ones:
        return {1: "العاشر", 2: "العشرين"}.get(tens, "")
    return ("الحادي" if tens and ones == 1 else _ARABIC_ORDINALS[ones - 1]) + behind


_RULES: Mapping[str, tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...]] = {
    "ar": ((r"\bعقد (?P<hundreds>\d{0,2}?)(?P<tens>\d)0\b", _arabic_decade),),
    "el": (
        (r"\bτις 1 ", "την 1η "),  # the first of a month is an ordinal
        (r"\bτων 1 ", "της 1ης "),
        (r"\bστις 1 ", "την 1η "),
        (r"\bτον (\w+)ς (?=\d{4})", r"τον \1 "),  # of a month's nominative
    ),
    "it": (
        (r"\bil (?=8|11(?!\d))", "l’"),  # otto, undici
        (r"(?<=\ba)l (?=8|11(?!\d))|(?<=\bda)l (?=8|11(?!\d))", "ll’"),
        (r"\ba (?=a)", "ad "),  # aprile, agosto
    ),
    "ru": (
        (r"\bс (?=2 )", "со "),  # со второго
        (r"\bмежду \d{4} и \d{4}\b(?! годами)", r"\g<0> годами"),
    ),
    "tr": ((r"(?<=[13469]0)’ler\b", "’lar"),),  # on, otuz, kırk, altmış and doksan have back vowels
}


def adapted(words: str, language: str) -> str:
    """Return a date in words with the forms that its numbers and names ask for."""
    for pattern, form in _RULES.get(language.partition("-")[0], ()):
        words = re.sub(pattern, form, words)
    return words
