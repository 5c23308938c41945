"""Read numbers as the guide's language writes them: `1.234,5` in German, `1 234,5` in French, `١٬٢٣٤٫٥` in Arabic.

The signs of decimals and thousands are those of CLDR (https://cldr.unicode.org/), from Babel.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_ENGLISH_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SPACED_THOUSANDS = re.compile(r"(\d{1,3}(?: \d{3})+)(?!\d)")
"""As in the International System of Units, which languages with a comma for decimals allow."""

_UNCERTAIN = re.compile(r"(?P<whole>[1-9]\d{0,2})(?P<sign>[.,])(?P<rest>\d{3})")


class AmbiguousNumberError(ValueError):
    """A number that may be thousands or decimals: `1,234` in German, `1.234` in French."""

    def __init__(self, thousands: str, decimals: str) -> None:
        super().__init__(thousands, decimals)
        self.thousands, self.decimals = thousands, decimals
        """How to write it in either meaning."""


def parse_number(written: str, language: str) -> float | None:
    """Return the number that a text is in a language (a BCP 47 tag); None if it is none.

    Raises AmbiguousNumberError.
    """
    locale = _locale(language)
    if locale is None:
        return _float(written.replace(",", "") if _ENGLISH_THOUSANDS.fullmatch(written) else written)
    return _parse(written, locale)


def decimal_example(language: str) -> str:
    """Return 18.4 as a language writes it."""
    return f"18{number_signs(language)[0]}4"


def number_signs(language: str) -> tuple[str, str]:
    """Return the sign of decimals and that of thousands, beside European digits."""
    locale = _locale(language)
    if locale is None:
        return ".", ","
    from babel.numbers import get_decimal_symbol, get_group_symbol

    return get_decimal_symbol(locale), get_group_symbol(locale)


def _locale(language: str) -> Locale | None:
    """Return Babel's locale; None for English, which does without, and for a language that CLDR does not have."""
    if language.lower().partition("-")[0] == "en":
        return None
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def _parse(written: str, locale: Locale) -> float | None:
    from babel.numbers import NumberFormatError, get_decimal_symbol, get_group_symbol, parse_decimal

    decimal, group = get_decimal_symbol(locale), get_group_symbol(locale)
    text = "".join(str(unicodedata.decimal(letter, letter)) for letter in written)
    text = text.replace("'", "’") if group == "’" else text
    # Where decimals have a point, thousands have a comma; in Arabic it depends on the country.
    is_uncertain = decimal == "," or locale.language == "ar"
    found = _UNCERTAIN.fullmatch(text) if is_uncertain else None
    if found and found["sign"] != group:
        whole, rest = found["whole"], found["rest"]
        raise AmbiguousNumberError(f"{whole}{rest}", f"{whole}{decimal}{rest}0")
    text = _SPACED_THOUSANDS.sub(lambda found: found[1].replace(" ", ""), text)
    text = text.replace("٬", group).replace("٫", decimal)
    if not re.fullmatch(rf"-?[0-9{re.escape(group + decimal)}]+", text):
        return None
    try:
        return float(parse_decimal(text, locale, strict=True))
    except NumberFormatError:
        return None


def _float(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None
