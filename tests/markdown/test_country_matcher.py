"""Tests of markdown.country_matcher: which states a sentence names, and which only look as if it did."""

from typing import Any

import pytest
import yaml

from studyguide.data.countries import countries, country_names
from studyguide.data.country_words import country_words
from studyguide.markdown.country_matcher import country_matcher
from tests.paths import TESTS

SENTENCES = yaml.safe_load((TESTS / "markdown" / "country_sentences.yaml").read_text(encoding="utf-8"))


LANGUAGES = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
    for path in sorted((TESTS / "markdown" / "country_sentences").glob("*.yaml"))
}
"""Sentences in other languages: right by the facts and the grammar, whatever the matcher says."""


def states_in(sentence: str, language: str = "en-GB") -> list[str]:
    """The codes of the states that a sentence names, in alphabetical order."""
    found = country_matcher(language).find(sentence)
    return sorted({code for mention in found for code in mention.codes if code.isupper()})


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:50])
def test_a_sentence_names_its_states_and_no_other(row: dict[str, Any]) -> None:
    assert states_in(row["text"]) == sorted(row["states"])


def test_each_state_is_found_by_each_of_its_names() -> None:
    names = [(name, code) for code, country in countries().items() for name in country.names]
    found = [(name, "".join(states_in(f"This law of {name} is new."))) for name, _ in names]
    assert found == names


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_in_another_language_names_its_states_and_no_other(language: str) -> None:
    rows = LANGUAGES[language]
    found = {row["text"]: states_in(row["text"], language) for row in rows}
    assert found == {row["text"]: sorted(row["states"]) for row in rows}


@pytest.mark.parametrize("language", [*LANGUAGES, "pt-PT", "zh-Hant"])
def test_each_state_is_found_by_each_of_its_names_in_another_language(language: str) -> None:
    also = country_words(language).also
    names = {name: code for code, names in country_names(language).items() for name in (*names, *also.get(code, ()))}
    assert {name: "".join(states_in(name, language)) for name in names} == names
