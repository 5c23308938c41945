"""Choose the language whose words stand in for those of another."""

from __future__ import annotations

import re

_TRADITIONAL = frozenset({"TW", "HK", "MO"})
"""Where Chinese is written in Traditional characters: https://www.unicode.org/cldr/charts/latest/supplemental/likely_subtags.html"""


def fallbacks(language: str) -> tuple[str, ...]:
    """Return the codes under which words for a language may be found, the nearest first: `zh-TW`, `zh-Hant`, `zh`."""
    code, *parts = re.split("[-_]", language)
    is_traditional = code == "zh" and bool(_TRADITIONAL.intersection(parts) or "Hant" in parts)
    return tuple(dict.fromkeys((language, *(["zh-Hant"] if is_traditional else []), code)))
