"""Choose the language whose words stand in for those of another."""

from __future__ import annotations

import re

TRADITIONAL = "zh-Hant"
_TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""The script, and where Chinese is usually in it: https://www.unicode.org/cldr/charts/latest/supplemental/likely_subtags.html"""


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the codes under which words for a language may be found, the nearest first: `zh-TW`, `zh-Hant`, `zh`."""
    code = re.split("[-_]", language)[0]
    return tuple(dict.fromkeys((language, *([TRADITIONAL] if is_traditional(language) else []), code)))


def is_traditional(language: str) -> bool:
    """Return whether a language is Chinese in Traditional characters."""
    code, *parts = re.split("[-_]", language.lower())
    return code == "zh" and "hans" not in parts and not _TRADITIONAL.isdisjoint(parts)
