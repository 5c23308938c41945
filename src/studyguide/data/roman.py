"""Roman numerals, of the size that lists, articles and sessions have."""

from __future__ import annotations

import re

ROMAN = re.compile(r"(?=.)(?:x{0,3}(?:ix|iv|v?i{0,3})|X{0,3}(?:IX|IV|V?I{0,3}))")
"""A numeral below 40, in capitals or not."""
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def from_roman(numeral: str) -> int:
    """Return the number of a numeral of I, V, X and L, in capitals or not: 29 for `xxix`."""
    values = [_VALUES[letter] for letter in numeral.upper()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def to_roman(number: int) -> str:
    """Return a number below 40 as a numeral in capitals."""
    return "X" * (number // 10) + _ONES[number % 10]
