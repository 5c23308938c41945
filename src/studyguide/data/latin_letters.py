"""The Latin letters that are no plain letter with an accent, and what stands for them in an id."""

LATIN_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ı": "i", "ħ": "h", "ə": "e"}
)
"""Letters that NFKD does not decompose into a plain letter and an accent."""
