"""Terms are found in the forms of their words, and look-alikes are not: forms/, a table a language, from its grammar.

Brackets in a form or a sentence show the mention: `l'[exploitation]`. Without them all of it is one.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from studyguide.markdown.inflected_matcher import term_matcher
from tests.helpers import a_term

_FORMS = Path(__file__).with_name("forms")
TABLES: dict[str, list[dict[str, Any]]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_FORMS.glob("*.yaml"))
}
_NEEDED = {"de": 0.8, "el": 0.8}
"""The share of forms to be found, if not nine in ten."""


def _found(language: str, row: dict[str, Any], text: str) -> list[str]:
    lists = {name: row.get(name, ()) for name in ("aliases", "protect")}
    matcher = term_matcher([a_term("x", row["term"], exact=row.get("exact", False), **lists)], language)
    return [text[mention.start : mention.end] for mention in matcher.find(text)]


def _is_found(language: str, row: dict[str, Any], form: str) -> bool:
    before, _, rest = form.rpartition("[") if "[" in form else ("", "", f"{form}]")
    mention, _, after = rest.partition("]")
    return _found(language, row, f"{before}{mention}{after}") == [mention]


def _all(language: str, name: str) -> list[tuple[dict[str, Any], str]]:
    return [(row, form) for row in TABLES[language] for form in row.get(name, ())]


@pytest.mark.parametrize("language", TABLES)
def test_a_term_is_found_in_the_forms_that_are_not_known_to_be_missed(language: str) -> None:
    assert [form for row, form in _all(language, "forms") if not _is_found(language, row, form)] == []


@pytest.mark.parametrize("language", TABLES)
def test_the_forms_that_are_said_to_be_missed_are(language: str) -> None:
    assert [form for row, form in _all(language, "missed") if _is_found(language, row, form)] == []


@pytest.mark.parametrize("language", TABLES)
def test_no_look_alike_is_taken_for_a_term(language: str) -> None:
    lookalikes = _all(language, "lookalikes")
    assert [(row["term"], text) for row, text in lookalikes if _found(language, row, text)] == []


@pytest.mark.parametrize("language", TABLES)
def test_a_table_is_long_enough_and_misses_few(language: str) -> None:
    found, missed, lookalikes = (len(_all(language, name)) for name in ("forms", "missed", "lookalikes"))
    assert found + missed >= 40
    assert lookalikes >= 20
    assert found >= _NEEDED.get(language, 0.9) * (found + missed)
