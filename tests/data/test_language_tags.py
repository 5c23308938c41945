"""Tests of data.language_tags: the names that LaTeX and exports have for languages."""

import pytest
from babel import Locale

from studyguide.data.language_tags import NAMES, language_tag

BIBLATEX = {
    "american": "en-US", "australian": "en-AU", "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR",
    "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg", "canadian": "en-CA", "canadien": "fr-CA",
    "acadian": "fr-CA", "catalan": "ca", "croatian": "hr", "czech": "cs", "danish": "da", "dutch": "nl",
    "english": "en", "estonian": "et", "finnish": "fi", "french": "fr", "galician": "gl", "german": "de",
    "greek": "el", "hungarian": "hu", "icelandic": "is", "italian": "it", "latvian": "lv", "lithuanian": "lt",
    "magyar": "hu", "marathi": "mr", "naustrian": "de-AT", "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb",
    "norwegian": "no", "nswissgerman": "de-CH", "nynorsk": "nn", "polish": "pl", "portuges": "pt",
    "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian": "sr", "serbianc": "sr-Cyrl", "slovak": "sk",
    "slovene": "sl", "slovenian": "sl", "spanish": "es", "swedish": "sv", "swissgerman": "de-CH", "turkish": "tr",
    "UKenglish": "en-GB", "ukrainian": "uk", "USenglish": "en-US",
}  # fmt: skip
"""The languages of the BibLaTeX manual, table 2."""


@pytest.mark.parametrize(("name", "tag"), BIBLATEX.items())
def test_the_languages_of_biblatex_are_known(name: str, tag: str) -> None:
    assert language_tag(name) == tag


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("deutsch", "de"),
        ("Español", "es"),
        ("fra", "fr"),
        ("FRE", "fr"),
        ("eng", "en"),
        ("zho-Hant", "zh-Hant"),
        ("French", "fr"),
        (" french ", "fr"),
        ("français", "fr"),
        ("chinese", "zh"),
        ("chinese-hans", "zh-Hans"),
        ("Simplified Chinese", "zh-Hans"),
        ("Brazilian Portuguese", "pt-BR"),
        ("farsi", "fa"),
        ("bahasai", "id"),
        ("ancientgreek", "grc"),
        ("serbian-latin", "sr-Latn"),
        ("pt-BR", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("fr_FR", "fr-FR"),
        ("zh-hant-TW", "zh-Hant-TW"),
        ("ar", "ar"),
        ("es-419", "es-419"),
        ("en-GB", "en-GB"),
        ("", ""),
        ("two words", ""),
        ("klingonese", ""),
    ],
)
def test_a_name_or_a_tag_becomes_a_tag(name: str, tag: str) -> None:
    assert language_tag(name) == tag


def test_each_tag_is_a_language_of_cldr() -> None:
    known = set(Locale("en").languages)
    assert {name for name in NAMES if language_tag(name).partition("-")[0] not in known} == set()
