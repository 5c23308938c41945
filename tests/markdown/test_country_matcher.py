"""Tests of markdown.country_matcher: which states a sentence names, and which only look as if it did."""

from typing import Any

import pytest
import yaml

from studyguide.data.countries import countries
from studyguide.markdown.country_matcher import country_matcher
from tests.paths import TESTS

SENTENCES = yaml.safe_load((TESTS / "markdown" / "country_sentences.yaml").read_text(encoding="utf-8"))


def states_in(sentence: str) -> list[str]:
    """The codes of the states that a sentence names, in alphabetical order."""
    found = country_matcher("en-GB").find(sentence)
    return sorted({code for mention in found for code in mention.codes if code.isupper()})


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"][:50])
def test_a_sentence_names_its_states_and_no_other(row: dict[str, Any]) -> None:
    assert states_in(row["text"]) == sorted(row["states"])


def test_each_state_is_found_by_each_of_its_names() -> None:
    names = [(name, code) for code, country in countries().items() for name in country.names]
    found = [(name, "".join(states_in(f"This law of {name} is new."))) for name, _ in names]
    assert found == names
