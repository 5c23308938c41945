"""Tests of authoring.format.ids: ids in the form that the schemas ask for, and no two alike."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.authoring.format.ids import event_id, plain_words, telling_words, term_id
from studyguide.data.guide import schema_of

FORM = re.compile(schema_of("glossary.yaml")["items"]["properties"]["id"]["pattern"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Online grooming", ["online", "grooming"]),
        ("Children’s rights", ["childrens", "rights"]),
        ("ÖKO Straße, Æther & Łódź", ["oko", "strasse", "aether", "lodz"]),
        ("End-to-end (E2EE)", ["end", "to", "end", "e2ee"]),
        ("Права детей", ["prava", "detey"]),
        ("Βία κατά παιδιών", ["via", "kata", "paidion"]),
        ("儿童权利2030", ["er", "tong", "quan", "li", "2030"]),
        ("A—B", ["a", "b"]),
        ("？", []),
    ],
)
def test_words_are_plain(text: str, words: list[str]) -> None:
    assert plain_words(text) == words


def test_a_title_of_small_words_alone_keeps_them() -> None:
    assert telling_words("What can be done") == ["can", "done"]
    assert telling_words("About us and you") == ["us"]
    assert telling_words("Who are they?") == ["who", "are", "they"]


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert term_id("A b", {"a-b", "a-b-2"}) == "a-b-3"
    assert event_id("？", "soon", ()) == "event"


@given(st.text(), st.text(), st.sets(st.sampled_from(["term", "term-2", "event", "a"])))
def test_every_id_has_the_form_and_is_free(name: str, date: str, taken: set[str]) -> None:
    for new in (term_id(name, taken), event_id(name, date, taken)):
        assert FORM.fullmatch(new)
        assert new not in taken
