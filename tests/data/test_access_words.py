"""Tests of data.access_words: what stands between the word of access and its date in each language."""

import re

import pytest

from studyguide.data.access_words import linked, with_access_words
from tests.languages.test_locators import notes_of, style_of


@pytest.mark.parametrize(
    ("language", "term", "dates"),
    [
        (
            "de",
            "accessed",
            {
                "2. März 2024": "zugegriffen am 2. März 2024",
                "März 2024": "zugegriffen im März 2024",
                "2024": "zugegriffen 2024",
            },
        ),
        ("de-AT", "retrieved", {"Jänner 2024": "abgerufen im Jänner 2024"}),
        ("el", "accessed", {"Μάρτιος 2024": "ημερομηνία πρόσβασης: Μάρτιος 2024"}),
        (
            "el",
            "retrieved",
            {
                "2 Μαρτίου 2024": "ανακτήθηκε στις 2 Μαρτίου 2024",
                "1 Μαρτίου 2024": "ανακτήθηκε την 1η Μαρτίου 2024",
                "Μάρτιος 2024": "ανακτήθηκε τον Μάρτιο 2024",
                "2024": "ανακτήθηκε το 2024",
            },
        ),
        (
            "es-MX",
            "accessed",
            {"2 de marzo de 2024": "accedido el 2 de marzo de 2024", "marzo de 2024": "accedido en marzo de 2024"},
        ),
        ("fr", "accessed", {"1er mars 2024": "consulté le 1er mars 2024", "mars 2024": "consulté en mars 2024"}),
        ("fr", "retrieved", {"2&nbsp;mars 2024": "consulté le 2&nbsp;mars 2024"}),
        (
            "it",
            "accessed",
            {
                "2 marzo 2024": "consultato il 2 marzo 2024",
                "8 marzo 2024": "consultato l’8 marzo 2024",
                "2024": "consultato nel 2024",
            },
        ),
        ("pt", "accessed", {"2 de março de 2024": "acedido em 2 de março de 2024"}),
        ("pt-BR", "retrieved", {"1º de março de 2024": "recuperado em 1º de março de 2024"}),
        ("ru", "accessed", {"2 марта 2024 г.": "дата обращения: 2 марта 2024 г."}),
        ("tr", "retrieved", {"2 Mart 2024": "erişim tarihi: 2 Mart 2024"}),
        ("ar", "accessed", {"2 مارس 2024": "تاريخ الوصول: 2 مارس 2024"}),
        ("zh", "accessed", {"2024年3月2日": "访问日期：2024年3月2日"}),
        ("zh", "retrieved", {"2024年3月": "检索于2024年3月"}),
        ("zh-TW", "accessed", {"2024年3月2日": "檢索日期：2024年3月2日"}),
    ],
)
def test_the_date_of_access_is_led_to_as_the_language_does(language: str, term: str, dates: dict[str, str]) -> None:
    found = re.search(rf'<term name="{term}">([^<]+)</term>', with_access_words("<info></info>", language))
    assert found
    assert {date: linked(f"{found[1]} {date}", language) for date in dates} == dates


@pytest.mark.parametrize(
    ("language", "style", "words"),
    [
        ("de", "un-notes", "(zugegriffen am 1. März 2024)"),
        ("fr", "ieee", "Consulté : 1er mars 2024."),
        ("fr", "oscola", "consulté le 1er mars 2024"),
        ("pt-BR", "mla-notes", "Acesso em 1º de março de 2024"),
        ("ru", "apa", "Дата обращения: 1 марта 2024 г., URL: https"),
        ("tr", "ieee", "Erişim tarihi: 1 Mart 2024."),
        ("zh", "ieee", "访问日期：2024年3月1日。"),
        ("zh-Hant", "apa", "檢索於2024年3月1日，取自 https"),
    ],
)
def test_citations_have_it(language: str, style: str, words: str) -> None:
    source = "@online{a, title = {T}, url = {https://example.org}, urldate = {2024-03-01}}"
    assert words in notes_of(style_of(style, language), language, ["@a"], source)[0]


def test_english_stays() -> None:
    style = '<style><info></info><text term="accessed"/></style>'
    assert with_access_words(style, "en-GB") == style
