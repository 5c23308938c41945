"""The script by which Material's search worker knows the words of other languages than English.

The worker loads it as if it were the pack of a language called PACK. It holds lunr's own packs of the languages that
have a stemmer, the rules of `search_forms/`, and `search-words.js`, by which index and query meet.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Collection, Iterable
from pathlib import Path

from studyguide.outputs.site.search_files import language_script
from studyguide.outputs.site.search_index import SEPARATOR

WORD_SEPARATOR = SEPARATOR.replace(r"\-", r"\-‐‑«»„", 1)
"""The word separator, with the hyphens and quotation marks of other languages."""
_STEMMED = frozenset(("ar", "da", "de", "el", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr"))
"""The languages whose pack has a stemmer of use. Others do nothing, or cut by a dictionary (677 KB for Thai)."""
_FORMS = Path(__file__).with_name("search_forms")
"""The engine's own rules of languages."""
_WORDS = Path(__file__).with_name("search-words.js")


def searched_languages(language: str, settings: Iterable[str]) -> list[str]:
    """Return the languages whose words the search needs to know: that of the guide and those of the plugin's settings.

    Where a guide sets none, Material has the likeliest: `no` for `nb`, and `en` where it knows no better. Empty for
    English alone, which Material's worker knows without a script.
    """
    languages = list(dict.fromkeys([language.partition("-")[0], *settings]))
    return [] if languages == ["en"] else languages


def search_pack(languages: Collection[str], site: Path) -> str:
    """Return the script for these languages; `site` has the theme's packs still."""
    stemmed = [language for language in languages if language in _STEMMED]
    packs = [site / language_script(language) for language in stemmed]
    forms = [form for language in languages if (form := _FORMS / f"{language}.js").exists()]
    settings = (
        f"const LANGUAGES = {json.dumps(languages)}, FORMS = {{}};{_arabic_plurals() if 'ar' in languages else ''}"
    )
    files = [file.read_text(encoding="utf-8") for file in (*packs, *forms, _WORDS)]
    return ";\n".join([*files[: len(packs)], settings, *files[len(packs) :]])


def _arabic_plurals() -> str:
    """Return the broken plurals that no pattern tells, for the rules of Arabic, as its script folds words."""
    from studyguide.markdown.inflection.arabic import BROKEN_PLURALS  # that no other language needs

    plurals = [(_folded(one), _folded(many)) for one, many in BROKEN_PLURALS.items()]
    return f"const ARABIC_LISTED = new Map({json.dumps(plurals, ensure_ascii=False, separators=(',', ':'))});"


def _folded(word: str) -> str:
    letters = (letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return "".join(letters).translate(str.maketrans("ةى", "هي"))
