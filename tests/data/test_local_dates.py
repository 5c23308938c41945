"""Tests of data.local_dates: dates in notes by CLDR, in the languages whose locale in pandoc has them otherwise."""

import pytest

from studyguide.data.csl_styles import locale_of
from studyguide.data.local_dates import in_case, with_local_dates
from tests.languages.test_locators import notes_of, style_of

SOURCE = "@book{{a, author = {{{{A}}}}, title = {{T}}, date = {{{}}}}}"


def note(language: str, date: str, style: str = "mla-notes") -> str:
    return notes_of(style_of(style, language), language, ["@a"], SOURCE.format(date))[0]


@pytest.mark.parametrize(
    ("language", "date", "words"),
    [
        ("ru", "1989-11-20", "20 ноября 1989 г."),
        ("ru", "1989-11", "Ноябрь 1989 г."),
        ("ru", "2001-05-03/2001-06-04", "3 мая"),
        ("uk", "1989-11-20", "20 листопада 1989"),
        ("uk", "1989-11", "Листопад 1989"),
        ("el", "1989-11-20", "20 Νοεμβρίου 1989"),
        ("el", "1989-11", "Νοέμβριος 1989"),
        ("cs", "1989-11-20", "20. listopadu 1989"),
        ("cs", "1989-11", "Listopad 1989"),
        ("hr", "1989-11-20", "20. studenoga 1989."),
        ("hr", "1989-11", "Studeni 1989."),
        ("ar", "1989-11-20", "20 نوفمبر 1989"),
        ("ar", "1989-11", "نوفمبر 1989"),
        ("tr", "1989-11-09", "9 Kasım 1989"),
        ("tr", "1989-11", "Kasım 1989"),
        ("fr", "1989-11-20", "20 novembre 1989"),
        ("de", "1989-11-20", "20. November 1989"),
    ],
)
def test_the_month_has_the_case_of_its_date(language: str, date: str, words: str) -> None:
    assert f"T. {words}" in note(language, date)


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("ar", "(1989، 20 نوفمبر)"),
        ("de", "(1989, 20. November)"),
        ("el", "(1989, 20 Νοεμβρίου)"),
        ("es", "(1989, 20 de noviembre)"),
        ("fr", "(1989, 20 novembre)"),
        ("pt-BR", "(1989, 20 de novembro)"),
        ("ru", "(1989, 20 ноября)"),
        ("tr", "(1989, 20 Kasım)"),
        ("zh", "（1989，11月20日）"),
        ("zh-Hant", "（1989，11月20日）"),
        ("en-GB", "(1989, November 20)"),
    ],
)
def test_an_american_style_has_day_and_month_in_the_order_of_the_language(language: str, date: str) -> None:
    source = "@online{a, author = {{A}}, title = {T}, date = {1989-11-20}, url = {https://example.org}}"
    assert date in notes_of(style_of("apa", language), language, ["@a"], source)[0]


@pytest.mark.parametrize("language", ["en-GB", "x-klingon", "it"])
def test_other_styles_stay(language: str) -> None:
    style = '<style><info/><info></info><date-part name="year"/></style>'
    assert with_local_dates(style, language) == style


def test_other_html_stays() -> None:
    assert in_case("20 November") == "20 November"


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("zh", "zh-u-co-pinyin"),
        ("zh-Hans", "zh-u-co-pinyin"),
        ("zh-Hant", "zh-TW-u-co-stroke"),
        ("zh-TW", "zh-TW-u-co-stroke"),
        ("zh-u-co-zhuyin", "zh-u-co-zhuyin"),
        ("ru", "ru"),
    ],
)
def test_chinese_is_rendered_in_its_script_and_order(language: str, locale: str) -> None:
    assert locale_of("<style/>", language) == locale


def test_terms_in_traditional_characters() -> None:
    source = "@article{a, author = {{A}}, title = {T}, journaltitle = {J}, volume = 3, pages = {5-9}, date = 2001}"
    assert "頁 5–9" in notes_of(style_of("mla-notes", "zh-Hant"), "zh-Hant", ["@a"], source)[0]


@pytest.mark.parametrize(("language", "words"), [("ru", "Доступно на https"), ("en-GB", "Available at https")])
def test_the_address_of_un_notes_is_led_to_in_the_language(language: str, words: str) -> None:
    source = "@online{a, author = {{A}}, title = {T}, url = {https://example.org}, urldate = {2026-11-20}}"
    assert words in notes_of(style_of("un-notes", language), language, ["@a"], source)[0]
