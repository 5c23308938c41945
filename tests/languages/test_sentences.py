"""A tooltip's sentence ends where a reader would say that it ends: sentences/, a table a language, from its usage."""

from pathlib import Path

import pytest
import yaml

from studyguide.data.sentences import first_sentence

TABLES: dict[str, list[tuple[str, str]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted(Path(__file__).with_name("sentences").glob("*.yaml"))
}
ROWS = [(language, *row) for language, rows in TABLES.items() for row in rows]


@pytest.mark.parametrize(("language", "sentence", "more"), ROWS)
def test_a_sentence_ends_where_it_ends(language: str, sentence: str, more: str) -> None:
    space = "" if language == "zh" else " "
    assert first_sentence(f"{sentence}{space}{more}".strip(), language) == sentence


@pytest.mark.parametrize("language", TABLES)
def test_the_last_sentence_of_a_text_is_whole(language: str) -> None:
    assert [row for row in TABLES[language] if first_sentence(row[0], language) != row[0]] == []


def test_a_language_without_a_table_has_the_rules_of_unicode() -> None:
    assert (
        first_sentence("J. Steen schilderde 20 doeken. Veel ging verloren.", "nl") == "J. Steen schilderde 20 doeken."
    )
    assert first_sentence("Det hände den 3. maj. Sedan kom fred.", "sv") == "Det hände den 3. maj."
