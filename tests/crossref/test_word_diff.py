"""Tests of crossref.word_diff: which words are other than they were."""

from collections import Counter
from collections.abc import Callable

import pytest

from studyguide.crossref.word_diff import compared_paragraphs, compared_words, is_correction, words_in


def count(text: str) -> Callable[[str], int]:
    """How often a word stands in an edition with this text."""
    return Counter(words_in(text)).__getitem__


def test_the_words_that_were_replaced_are_told() -> None:
    pieces = compared_words("Reports rose in 2021, it says.", "Reports fell in 2022, it says.")
    assert pieces == [
        ("Reports ", "Reports "),
        ("rose", "fell"),
        (" in ", " in "),
        ("2021,", "2022,"),
        (" it says.", " it says."),
    ]


def test_words_that_follow_each_other_are_replaced_together() -> None:
    pieces = compared_words("It is one of the old laws of the land.", "It is one of two good laws of the land.")
    assert ("the old", "two good") in pieces


def test_a_text_that_was_written_anew_is_one_piece() -> None:
    assert compared_words("One two three four.", "Nothing here stays.") == [
        ("One two three four.", "Nothing here stays.")
    ]


def test_paragraphs_that_are_the_same_are_left_out() -> None:
    (pieces,) = compared_paragraphs("First.\nSecond one.\nThird.", "First.\nSecond two.\nThird.")
    assert pieces == [("Second ", "Second "), ("one.", "two.")]


def test_each_chinese_character_is_a_word() -> None:
    assert compared_words("委员会有四个议题。", "委员会有五个议题。")[1] == ("四", "五")


def test_words_are_without_signs_and_capitals() -> None:
    assert words_in("“The Child,” she said: don't! — 1,000") == ["the", "child", "she", "said", "don't", "1,000"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The goverment agreed.", "The government agreed."),
        ("They recieve help.", "They receive help."),
        ("The law, which binds", "The law which binds"),
        ("the Convention", "The convention"),
        ("a co-operation", "a cooperation"),
        ('an "example"', "an “example”"),
        ("", ""),
    ],
)
def test_spelling_and_punctuation_are_a_correction(before: str, after: str) -> None:
    assert is_correction(before, after, count(before), count(after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("In 2021", "In 2022"),
        ("1.5 million", "15 million"),
        ("It is legal.", "It is illegal."),
        ("It is allowed.", "It is not allowed."),
        ("Most states agree.", "Some states agree."),
        ("Ten states agree.", "Ten states agree. All pay."),
    ],
)
def test_another_meaning_is_no_correction(before: str, after: str) -> None:
    assert not is_correction(before, after, count(before), count(after))


def test_a_word_that_the_guide_uses_elsewhere_is_no_misprint() -> None:
    """As "adapted", where "adopted" was printed: both are words."""
    before, after = "The treaty was adapted.", "The treaty was adopted."
    elsewhere = "It was adapted to our time."
    old, new = (count(f"{text} {elsewhere}") for text in (before, after))
    assert not is_correction(before, after, old, new)
