"""Terms stand in the order of each language, under its letters: order.yaml, by CLDR and by hand."""

import random
import string
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.collation import collation_key, index_letter

TABLES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("order.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", TABLES)
def test_terms_are_in_order(language: str) -> None:
    # A table reads best with its digits at either end; they are sorted first.
    letters = sorted(TABLES[language], key=lambda letter: letter != "0–9")
    terms = [term for letter in letters for term in TABLES[language][letter]]
    shuffled = random.Random(1).sample(terms, len(terms))
    assert sorted(shuffled, key=lambda term: collation_key(term, language)) == terms


@pytest.mark.parametrize("language", TABLES)
def test_each_term_is_under_its_letter(language: str) -> None:
    for letter, terms in TABLES[language].items():
        assert {index_letter(term, language) for term in terms} == {letter}


@given(st.text(string.printable, max_size=20))
def test_english_is_as_other_languages_without_letters_of_their_own(text: str) -> None:
    assert collation_key(text, "en-GB") == collation_key(text, "de")


def test_a_sign_alone_is_its_own_letter() -> None:
    assert index_letter("¶", "fr") == "¶"
    assert index_letter("«Ère»", "fr") == "E"


def test_accents_decide_between_words_of_the_same_letters() -> None:
    assert collation_key("côte", "fr")[0] == collation_key("coté", "fr")[0]
    assert collation_key("Coté", "fr") == collation_key("coté", "fr")
