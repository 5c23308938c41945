"""Tests that the template of the catalogues is up to date, and that a wrong catalogue is found."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import write_po

from studyguide.labels.catalogue import labels_for
from studyguide.labels.translation_checks import forms_of
from tests.labels.extraction import TEMPLATE, extract, faults_in, read_catalogue, update
from tests.paths import ENGINE, ROOT

_FUNCTIONS = {"gettext": 1, "ngettext": 2, "pgettext": 2, "N_": 1}
"""How many of the first arguments are text."""


def test_template_is_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    extract(tmp_path / "messages.pot")
    assert (tmp_path / "messages.pot").read_text("utf-8") == TEMPLATE.read_text("utf-8"), "Run make labels."


def test_template_holds_every_message_of_the_code() -> None:
    """Babel sees no call within an f-string, and none whose argument is a name."""
    known = {text for message in read_catalogue(TEMPLATE) for text in forms_of(message.id)}
    named = {text for path in ENGINE.rglob("*.py") for text in _named_messages(ast.parse(path.read_text("utf-8")))}
    assert len(named) > 100
    assert named - known == set()


def _named_messages(tree: ast.AST) -> Iterator[str]:
    for call in ast.walk(tree):
        name = getattr(call.func, "attr", getattr(call.func, "id", "")) if isinstance(call, ast.Call) else ""
        if isinstance(call, ast.Call) and name in _FUNCTIONS:
            texts = [it.value for it in call.args[: _FUNCTIONS[name]] if isinstance(it, ast.Constant)]
            yield from map(str, texts[1:] if name == "pgettext" else texts)


def test_messages_have_no_faults() -> None:
    assert list(faults_in(read_catalogue(TEMPLATE))) == []


@pytest.mark.parametrize(
    ("message", "translation", "fault"),
    [
        ("Edit", "Bearbeiten", None),
        ("Edit", "", None),
        ("Edit", "<b>Bearbeiten</b>", "'<b>Bearbeiten</b>' holds < >"),
        ("Ed_it", "Bearbeiten", "'Ed_it' holds _"),
        ("{first_day} to", "ab {first_day}", None),
        ("Edit {name}", "{nam} bearbeiten", "'{nam} bearbeiten' has other placeholders than its message: {name} {nam}"),
        ("from {date}", "с {genitive}", None),
        ("from {date}", "ab", "'ab' has other placeholders than its message: {date}"),
        (
            "from {date}",
            "{date} {genitive}",
            "'{date} {genitive}' has other placeholders than its message: {genitive}",
        ),
        ("Edit {name}", "{genitive}", "'{genitive}' has other placeholders than its message: {genitive} {name}"),
        (("{number} page", "{number} pages"), ("eine Seite", "{number} Seiten"), None),
        (
            ("{number} page", "{number} pages"),
            ("{x}", "{number} Seiten"),
            "'{x}' has other placeholders than its message: {x}",
        ),
    ],
)  # fmt: skip
def test_faults_of_a_catalogue(
    message: str | tuple[str, str], translation: str | tuple[str, ...], fault: str | None
) -> None:
    catalogue = Catalog(locale="de")
    catalogue.add(message, translation)
    assert list(faults_in(catalogue)) == ([fault] if fault else [])


def test_catalogue_is_brought_up_to_date_and_compiled(tmp_path: Path) -> None:
    old = Catalog(locale="pt_BR", fuzzy=False)
    old.add("Edit", "Editar")
    old.add("Long gone", "Foi")
    with (tmp_path / "pt-BR.po").open("wb") as file:
        write_po(file, old)
    update(tmp_path / "pt-BR.po", TEMPLATE)
    ids = {message.id for message in read_catalogue(tmp_path / "pt-BR.po")}
    assert {"Edit", "Cite"} <= ids
    assert "Long gone" not in ids
    assert labels_for("pt-BR", tmp_path).gettext("Edit") == "Editar"
