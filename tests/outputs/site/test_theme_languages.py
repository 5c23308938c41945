"""Tests of outputs.site.theme_languages: a code that the theme has is known; another is told, with the likely one."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from studyguide.outputs.site.theme_languages import MATERIAL, fault_in_language, translation_for
from tests.paths import THEME

ANY = "Write a code, such as en, de or pt-BR."


@pytest.mark.parametrize("code", ["en", "de", "pt-BR", "zh-Hant", "de-AT", "en-US", "es-419", "zh-HK", "sr-Latn"])
def test_the_theme_knows_a_language(code: str) -> None:
    assert fault_in_language(code) == ""


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("", ANY),
        ("English", 'Did you mean "en"?'),
        ("Français", 'Did you mean "fr"?'),
        ("Brazilian Portuguese", 'Did you mean "pt-BR"?'),
        ("../en", ANY),
        ("xx", ANY),
        ("False", ANY),
        ("en-UK", 'Did you mean "en-GB"?'),
        ("en_uk", 'Did you mean "en-GB"?'),
        ("en-EN", 'Did you mean "en"?'),
        ("gr", 'Did you mean "el"?'),
        ("gr-CY", 'Did you mean "el-CY"?'),
        ("cn", 'Did you mean "zh"?'),
        ("zh_CN", 'Did you mean "zh-CN"?'),
        ("zh-CHT", 'Did you mean "zh-Hant"?'),
        ("sp", 'Did you mean "es"?'),
        ("es-LA", 'Did you mean "es-419"?'),
        ("jp", 'Did you mean "ja"?'),
        ("no", 'Did you mean "nb"?'),
        ("ger", 'Did you mean "de"?'),
        ("br", 'Did you mean "pt-BR"?'),
        ("de-Deutsch", 'Did you mean "de"?'),
        ("en_US", 'Did you mean "en-US"?'),
        ("de-at", 'Did you mean "de-AT"?'),
        ("EN", 'Did you mean "en"?'),
        ("pt_br", 'Did you mean "pt-BR"?'),
    ],
)
def test_the_theme_does_not_know_a_language(code: str, hint: str) -> None:
    assert fault_in_language(code) == f'The theme does not know the language "{code}". {hint}'


@pytest.mark.parametrize(
    ("code", "name"),
    [("de-AT", "de"), ("pt-BR", "pt-BR"), ("pt-PT", "pt"), ("zh-HK", "zh-Hant"), ("zh-CN", "zh"), ("xx", "")],
)
def test_a_variety_has_the_words_of_its_language(code: str, name: str) -> None:
    assert translation_for(code) == name


def test_a_guide_may_bring_a_language_of_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "partials" / "languages"
    folder.mkdir(parents=True)
    (folder / "la.html").touch()
    assert fault_in_language("la", [str(tmp_path)]) == ""
    assert fault_in_language("en", [str(tmp_path)])


def test_a_theme_without_languages_has_nothing_against_one(tmp_path: Path) -> None:
    assert fault_in_language("en-GB", [str(tmp_path)]) == ""


@pytest.mark.parametrize(
    ("language", "translation", "placeholder"),
    [("pt", "pt", "Pesquisar"), ("pt-AO", "pt", "Pesquisar"), ("pt-BR", "pt-BR", "Buscar"), ("en", "en", "Search")],
)
def test_portuguese_is_that_of_portugal_but_in_brazil(language: str, translation: str, placeholder: str) -> None:
    theme = {"language": language, "translation": translation}
    templates = Environment(loader=FileSystemLoader([THEME, MATERIAL]), autoescape=True)
    lines = '{% import "partials/language.html" as lang with context %}{{ lang.t("search.placeholder") }}'
    assert templates.from_string(lines).render(config={"theme": theme}) == placeholder
