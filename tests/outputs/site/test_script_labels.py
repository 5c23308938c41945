"""Tests of the messages of the scripts in another language."""

from pathlib import Path

import pytest

from studyguide.labels.catalogue import ENGLISH, Labels, labels_for
from studyguide.outputs.site.script_labels import catalogue_script
from tests.labels.catalogues import write_catalogue

SCRIPTS = ['const word = gettext("Copy");', 'ngettext("{shown} of {number} term", "{shown} of {number} terms", n)']


@pytest.fixture
def polish(tmp_path: Path) -> Labels:
    terms = ("{shown} of {number} term", "{shown} of {number} terms")
    forms = ("{shown} z {number} pojęcia", "{shown} z {number} pojęć", "{shown} z wielu {number}")
    write_catalogue(tmp_path / "pl.mo", {"Copy": "Kopiuj", "Contents": "Spis treści", terms: forms})
    return labels_for("pl", tmp_path)


def test_english_stands_in_the_scripts() -> None:
    assert catalogue_script(ENGLISH, SCRIPTS) == ""


def test_scripts_get_their_own_messages_alone(polish: Labels) -> None:
    script = catalogue_script(polish, SCRIPTS)
    assert "Kopiuj" in script
    assert "Spis treści" not in script


def test_scripts_without_messages_get_none(polish: Labels) -> None:
    assert catalogue_script(polish, ["let a = 1;"]) == ""


def test_message_with_curly_quotes_is_found_as_it_stands(tmp_path: Path) -> None:
    write_catalogue(tmp_path / "pl.mo", {"Press ‘Note’": "Naciśnij „Notatka”"})
    assert "Naciśnij" in catalogue_script(labels_for("pl", tmp_path), ['gettext("Press ‘Note’")'])
