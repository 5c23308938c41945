"""Tests of a guide's own catalogue: it takes precedence, and what is wrong in it is told and left out."""

import subprocess
import sys
from pathlib import Path

import pytest

from studyguide.data.guide import load_guide
from studyguide.diagnostics.source_text import SourceFile
from studyguide.labels.catalogue import Labels, labels_for, plural_rule
from studyguide.labels.own_catalogue import own_labels
from studyguide.mkdocs.serve import paths_to_watch

QUICK = 'msgid "Quick reference"\nmsgstr "Antisèche"\n'
PAGES = 'msgid "{number} page"\nmsgid_plural "{number} pages"\n'


def read(language: str, text: str) -> tuple[Labels, list[str]]:
    labels, problems = own_labels(SourceFile(f"labels/{language}.po", text), labels_for(language))
    return labels, [str(problem).removesuffix(" [wrong-label]") for problem in problems]


def test_own_words_take_precedence_over_those_of_the_engine() -> None:
    labels, told = read("fr", QUICK)
    assert told == []
    assert (labels.language, labels.gettext("Quick reference"), labels.gettext("Timeline")) == (
        "fr", "Antisèche", "Chronologie",
    )  # fmt: skip
    assert labels_for("fr").gettext("Quick reference") == "Aide-mémoire"


def test_scripts_get_them_too() -> None:
    labels, _ = read("fr", 'msgid "Copy"\nmsgstr "Copie"\n')
    assert (labels.messages()["Copy"], labels.messages()["Copied"]) == ("Copie", "Copié")
    assert plural_rule(labels) == "(n > 1)"


def test_english_can_be_worded_otherwise() -> None:
    labels, told = read("en-GB", 'msgid "Quick reference"\nmsgstr "At a glance"\n')
    assert (told, labels.gettext("Quick reference"), labels.gettext("Timeline")) == ([], "At a glance", "Timeline")
    assert labels.ngettext("{number} page", "{number} pages", 2) == "2 pages"


def test_language_that_the_engine_has_not() -> None:
    forms = 'msgstr[0] "{number} strona"\nmsgstr[1] "{number} strony"\nmsgstr[2] "{number} stron"\n'
    labels, told = read("pl", f"# Polish\n{PAGES}{forms}")
    assert (told, labels.language) == ([], "pl")
    assert [labels.ngettext("{number} page", "{number} pages", number) for number in (1, 2, 5)] == [
        "1 strona", "2 strony", "5 stron",
    ]  # fmt: skip
    assert labels.gettext("Timeline") == "Timeline"


def test_region_has_its_own_words_on_top_of_its_language() -> None:
    labels, told = read("pt-BR", 'msgid "Download the handout"\nmsgstr "Baixar a versão para imprimir"\n')
    assert (told, labels.language, labels.gettext("Copy")) == ([], "pt-BR", "Copiar")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Nothing yet\n",
        'msgid "Quick reference"\nmsgstr ""\n',
        '#~ msgid "Gone"\n#~ msgstr "Parti"\n',
        'msgctxt "short name"\nmsgid "Study guide"\nmsgstr "Guide"\n',
        f'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\n#, fuzzy\n{QUICK}',
        f'{PAGES}msgstr[0] "une page"\nmsgstr[1] "{{number}} pages"\n',
        'msgid "from {date}"\nmsgstr "à partir {genitive}"\n',
    ],
)
def test_sound_catalogues(text: str) -> None:
    assert read("fr", text)[1] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            f'{QUICK}\nmsgid "Quick referense"\nmsgstr "Antisèche"\n',
            '4:1: The engine has no text "Quick referense". Did you mean "Quick reference"?',
        ),
        (
            'msgid "Bananas"\nmsgstr "Bananes"\n',
            '1:1: The engine has no text "Bananas". Copy the msgid to the letter from the engine\'s messages.pot.',
        ),
        (
            'msgctxt "wrong"\nmsgid "Study guide"\nmsgstr "Guide"\n',
            '2:1: The engine has no text "Study guide". Copy the msgid to the letter from the engine\'s messages.pot.',
        ),
        (
            'msgid "Edit this term: {name}"\nmsgstr "Modifier {nom}"\n',
            '2:1: "Modifier {nom}" has not the same words in braces as its msgid. '
            "Write these in it, untranslated: {name}.",
        ),
        ('msgid "Cite"\nmsgstr "Citer {name}"\n',
         '2:1: "Citer {name}" has words in braces, and its msgid has none. Take them out.'),
        ('msgid "Cite"\nmsgstr ""\n"<b>Citer"\n',
         '2:1: "<b>Citer" holds < >, which would not be shown as it is. Write it without.'),
        ('msgid "Cite"\nmsgstr "Citer {"\n',
         '2:1: "Citer {" holds {, which would not be shown as it is. Write it without.'),
        (f'{PAGES}msgstr[0] "{{number}} page"\n',
         '1:1: "{number} page" is not translated in the forms of this language. Write msgstr[0], msgstr[1].'),
        ('msgid "Cite"\nmsgstr “Citer”\n',
         "2:1: This line is not understood. Write msgid or msgstr, a space, and the text between straight quotation "
         'marks: msgstr "Text".'),
        (f'msgid "Cite"\n\n{QUICK}',
         "1:1: This is no whole entry. Write a msgid, and below it a msgstr; for a plural, msgid_plural, msgstr[0] "
         "and so on."),
        (f'msgid ""\nmsgstr "PO-Revision-Date: hier\\n"\n\n{QUICK}',
         "1: This file cannot be used: time data 'hier' does not match format '%Y-%m-%d %H:%M'. "
         "The lines before the first text are not needed: take them out."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_left_out(text: str, told: str) -> None:
    labels, problems = read("fr", text)
    assert problems == [f"labels/fr.po:{told}"]
    assert (labels.gettext("Cite"), labels.ngettext("{number} page", "{number} pages", 2)) == ("Citer", "2 pages")


def test_language_that_nobody_knows() -> None:
    labels, told = read("xx", QUICK)
    assert labels.language == "en"
    assert told[0].startswith("labels/xx.po:1: This file cannot be used: unknown locale 'xx'.")


@pytest.mark.parametrize(("language", "word"), [("fr", "Antisèche"), ("fr-CA", "Antisèche"), ("de", "Auf einen Blick")])
def test_guide_loads_the_catalogue_of_its_language(tmp_path: Path, language: str, word: str) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "fr.po").write_text(QUICK, encoding="utf-8")
    guide = load_guide(tmp_path, "", language=language)
    assert guide.labels.gettext("Quick reference") == word
    assert guide.own_labels == (QUICK if word == "Antisèche" else "")
    told = [str(problem) for problem in guide.problems if problem.rule == "wrong-label"]
    assert told == [
        "labels/fr.po:1: Nobody sees what this file says: the language of the guide is "
        '"de". Name it labels/de.po. [wrong-label]'
    ] * (language == "de")


def test_serve_watches_the_catalogue(tmp_path: Path) -> None:
    assert list(paths_to_watch(tmp_path)) == []
    (tmp_path / "labels").mkdir()
    assert list(paths_to_watch(tmp_path)) == [tmp_path / "labels"]


def test_guide_without_a_catalogue_does_not_import_babel(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from studyguide.data.guide import load_guide; "
        "load_guide(Path(sys.argv[1]), ''); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode == 0
