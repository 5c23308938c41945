"""Tests of the catalogues: which one a language gets, and how placeholders and plurals are filled."""

from pathlib import Path

import pytest

from studyguide.labels.catalogue import ENGLISH, N_, labels_for, plural_rule
from tests.labels.catalogues import write_catalogue


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    write_catalogue(
        tmp_path / "de.mo",
        {"Edit": "Bearbeiten", ("{number} page", "{number} pages"): ("{number} Seite", "{number} Seiten")},
    )
    write_catalogue(tmp_path / "pt-BR.mo", {"Edit": "Editar"})
    write_catalogue(tmp_path / "zh.mo", {"Edit": "编辑"})
    write_catalogue(tmp_path / "zh-Hant.mo", {"Edit": "編輯"})
    return tmp_path


def test_english_needs_no_catalogue() -> None:
    assert ENGLISH.gettext("Last changed {day}", day="today {x}") == "Last changed today {x}"
    assert [ENGLISH.ngettext("{number} page", "{number} pages", number) for number in (0, 1, 2)] == [
        "0 pages", "1 page", "2 pages",
    ]  # fmt: skip
    assert ENGLISH.pgettext("short month", "May") == N_("May")
    assert (ENGLISH.messages(), plural_rule(ENGLISH)) == ({}, "n != 1")


@pytest.mark.parametrize(
    ("language", "found", "word"),
    [
        ("de", "de", "Bearbeiten"),
        ("de-CH", "de", "Bearbeiten"),
        ("pt-BR", "pt-BR", "Editar"),
        ("pt", "en", "Edit"),
        ("zh-CN", "zh", "编辑"),
        ("zh-TW", "zh-Hant", "編輯"),
        ("zh-Hant", "zh-Hant", "編輯"),
        ("zh_hk", "zh-Hant", "編輯"),
        ("zh-Hans-TW", "zh", "编辑"),
        ("en-GB", "en", "Edit"),
        ("", "en", "Edit"),
    ],
)
def test_language_gets_its_catalogue_or_english(catalogues: Path, language: str, found: str, word: str) -> None:
    labels = labels_for(language, catalogues)
    assert (labels.language, labels.gettext("Edit")) == (found, word)


def test_message_without_translation_is_english(catalogues: Path) -> None:
    assert labels_for("de", catalogues).gettext("Cite") == "Cite"


def test_messages_and_plural_rule(catalogues: Path) -> None:
    labels = labels_for("de", catalogues)
    assert labels.ngettext("{number} page", "{number} pages", 2) == "2 Seiten"
    assert labels.messages() == {"Edit": "Bearbeiten", "{number} page": ["{number} Seite", "{number} Seiten"]}
    assert plural_rule(labels) == "(n != 1)"


def test_language_with_three_plurals(tmp_path: Path) -> None:
    write_catalogue(
        tmp_path / "pl.mo", {("{number} page", "{number} pages"): ("{number} a", "{number} b", "{number} c")}
    )
    labels = labels_for("pl", tmp_path)
    words = [labels.ngettext("{number} page", "{number} pages", number) for number in (1, 2, 5, 22)]
    assert words == ["1 a", "2 b", "5 c", "22 b"]


def test_labels_are_equal_by_language(catalogues: Path) -> None:
    assert labels_for("de", catalogues) == labels_for("de-AT", catalogues) != ENGLISH
    austrian = labels_for("de-AT", catalogues).in_region("de-AT")
    assert (austrian.language, austrian.locale, ENGLISH.in_region("de-AT").locale) == ("de", "de-AT", "en")
