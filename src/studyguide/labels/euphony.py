"""Adapt the words of a date to the number or name beside them, as in Italian "al 3 maggio" and "all’8 maggio".

A translation holds the usual form. The rules are those of each language's grammar.
"""

from __future__ import annotations

import re

_RULES = {
    "el": (
        (r"\bτις 1 ", "την 1η "),  # the first of a month is an ordinal
        (r"\bτων 1 ", "της 1ης "),
    ),
    "it": (
        (r"\bil (?=8|11(?!\d))", "l’"),  # otto, undici
        (r"(?<=\ba)l (?=8|11(?!\d))|(?<=\bda)l (?=8|11(?!\d))", "ll’"),
        (r"\ba (?=a)", "ad "),  # aprile, agosto
    ),
    "ru": ((r"\bс (?=2 )", "со "),),  # со второго
    "tr": ((r"(?<=[13469]0)’ler\b", "’lar"),),  # on, otuz, kırk, altmış and doksan have back vowels
}


def adapted(words: str, language: str) -> str:
    """Return a date in words with the forms that its numbers and names ask for."""
    for pattern, form in _RULES.get(language.partition("-")[0], ()):
        words = re.sub(pattern, form, words)
    return words
