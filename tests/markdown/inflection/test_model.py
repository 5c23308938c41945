"""Tests of markdown.inflection.model: words, their spellings, and tables of endings."""

import pytest

from studyguide.markdown.inflection.model import Inflection, by_ending, is_abbreviation, without_accents

PLAIN = Inflection(forms_of=lambda word: (word, f"{word}s"))


def test_a_text_is_words_and_signs_with_their_places() -> None:
    text = "Hal\u00adb-offen, «e\u0301t\u00e9»\u200b 3 ’x"
    keys = [(word.key, text[word.start : word.end]) for word in PLAIN.words(text)]
    assert keys == [
        ("halb-offen", "Hal\u00adb-offen"),
        (",", ","),
        ("«", "«"),
        ("été", "e\u0301t\u00e9"),
        ("»", "»"),
        ("3", "3"),
        ("'", "’"),
        ("x", "x"),
    ]


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("ﬁnance", "finance"),
        ("ＣＲＣ", "CRC"),
        ("porte‑parole", "porte-parole"),
        ("ONGs", "ONGs"),
        ("Nord-Sud", "nord-sud"),
    ],
)
def test_spellings_of_a_word_share_a_key(word: str, key: str) -> None:
    assert [found.key for found in PLAIN.words(word)] == [key]


def test_each_part_of_a_compound_inflects() -> None:
    assert PLAIN.keys("ab-cd") == {f"{first}-{last}" for first in ("ab", "abs") for last in ("cd", "cds")} | {
        f"{first}-{last}" for first in ("AB", "ABS") for last in ("CD", "CDS")
    }


def test_the_last_part_alone_inflects_where_the_language_says_so() -> None:
    german = Inflection(forms_of=PLAIN.forms_of, is_last_part_inflected_alone=True)
    assert {key for key in german.keys("ab-cd") if key.islower()} == {"ab-cd", "ab-cds"}


def test_an_abbreviation_keeps_its_capitals() -> None:
    assert PLAIN.keys("ONG") == {"ONG", "ONGs"}


def test_signs_and_numbers_have_no_forms() -> None:
    assert PLAIN.keys("2030") == {"2030"}
    assert PLAIN.keys(",") == {","}


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("tribunal", ["tribunaux"]),
        ("bal", ["bals"]),
        ("travail", ["travaux"]),
        ("détail", ["détails"]),
        ("yeux", ["oeil"]),
        ("droits", ["droit"]),
        ("final", ["finals", "finaux"]),
        ("prix", []),
    ],
)
def test_the_longest_ending_in_a_table_counts(word: str, forms: list[str]) -> None:
    table = """
        * > ~s
        al > aux
        ^bal > ~s
        ^trav|ail > aux
        ^yeux > oeil
        s > -
        ^fin|al > ~s aux
        x >
    """
    assert by_ending(table)(word) == forms


def test_a_word_of_which_a_table_has_no_ending_has_no_form() -> None:
    assert by_ending("s > -")("prix") == []


def test_accents_that_make_another_letter_are_kept() -> None:
    assert without_accents("éducación del niño", kept="\u0303") == "educacion del niño"
    assert without_accents("ç ü ñ") == "c u n"


@pytest.mark.parametrize(
    ("word", "expected"), [("ONU", True), ("ONU-Femmes", True), ("Nord-Sud", False), ("État", False)]
)
def test_an_abbreviation_has_two_capitals_in_one_part(word: str, expected: bool) -> None:
    assert is_abbreviation(word) is expected
