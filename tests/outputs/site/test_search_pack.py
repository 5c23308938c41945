"""Tests of outputs.site.search_pack: the script that knows the words of a guide's languages."""

import gzip
from pathlib import Path

import material
import pytest

from studyguide.outputs.site.search_pack import search_pack, searched_languages

THEME = Path(material.__file__).parent / "templates"


@pytest.mark.parametrize(
    ("language", "settings", "languages"),
    [
        ("en", ["en"], []),
        ("en-GB", ["en"], []),
        ("fr", ["fr"], ["fr"]),
        ("ar", ["en"], ["ar", "en"]),
        ("nb", ["no"], ["nb", "no"]),
        ("pt-BR", ["pt"], ["pt"]),
        ("zh-Hant", ["en"], ["zh", "en"]),
        ("en", ["en", "fr"], ["en", "fr"]),
    ],
)
def test_search_knows_the_language_of_the_guide_and_those_of_the_settings(
    language: str, settings: list[str], languages: list[str]
) -> None:
    assert searched_languages(language, settings) == languages


def test_pack_holds_the_stemmer_of_each_language_that_has_one() -> None:
    pack = search_pack(["de", "en", "th"], THEME)
    assert pack.count("Pipeline.registerFunction(e.de.stemmer") == 1
    assert 'const LANGUAGES = ["de", "en", "th"]' in pack
    assert pack.index("FORMS = {}") < pack.index("FORMS.de = {") < pack.index("lunr.Index.prototype.search = search")
    assert "wordcut" not in pack


def test_language_without_a_pack_in_the_theme_still_has_its_words() -> None:
    assert search_pack(["sl"], THEME).startswith('const LANGUAGES = ["sl"]')


@pytest.mark.parametrize("language", ["ar", "de", "el", "es", "fr", "it", "ja", "ko", "pt", "ru", "th", "tr", "zh"])
def test_pack_is_light(language: str) -> None:
    """A tenth of what a page may weigh at first view, compressed."""
    assert len(gzip.compress(search_pack([language], THEME).encode())) <= 13_000


def test_arabic_has_the_broken_plurals_of_its_terms_as_its_script_folds_them() -> None:
    assert '["دوله","دول"]' in search_pack(["ar"], THEME)
    assert '["عضو","اعضاء"]' in search_pack(["en", "ar"], THEME)
    assert "ARABIC_LISTED = " not in search_pack(["fr"], THEME)
