"""Tests of data.roman."""

import pytest

from studyguide.data.roman import from_roman, to_roman


@pytest.mark.parametrize(
    ("numeral", "number"),
    [("", 0), ("i", 1), ("IV", 4), ("ix", 9), ("XIV", 14), ("xxix", 29), ("XL", 40), ("LXXXIX", 89)],
)
def test_a_numeral_is_read(numeral: str, number: int) -> None:
    assert from_roman(numeral) == number


def test_what_is_written_is_read_again() -> None:
    assert [from_roman(to_roman(number)) for number in range(40)] == list(range(40))
