"""Tests of data.written_numbers; the signs are those of CLDR's charts, "Number elements"."""

import subprocess
import sys

import pytest

from studyguide.data.written_numbers import AmbiguousNumberError, decimal_example, parse_number


@pytest.mark.parametrize(
    ("language", "written", "number"),
    [
        ("de", "1.234", 1234),
        ("de", "18,4", 18.4),
        ("de", "1.234.567,5", 1234567.5),
        ("de", "1 234", 1234),
        ("de-CH", "1'234.5", 1234.5),
        ("es", "1.234", 1234),
        ("es", "12 345,6", 12345.6),
        ("pt", "1.234", 1234),
        ("pt-PT", "12 345", 12345),
        ("tr", "1.234,5", 1234.5),
        ("el", "1.234", 1234),
        ("fr", "1 234,5", 1234.5),
        ("ru", "1 234 567", 1234567),
        ("ru", "0,125", 0.125),
        ("ar", "١٬٢٣٤٫٥", 1234.5),
        ("ar", "١٨٫٤", 18.4),
        ("ar", "1,234", 1234),
        ("ar", "18.4", 18.4),
        ("zh", "1,234.5", 1234.5),
        ("zh-Hant", "1.234", 1.234),
        ("en-GB", "1,234.5", 1234.5),
        ("xx", "1,234.5", 1234.5),
    ],
)
def test_numbers_as_a_language_writes_them(language: str, written: str, number: float) -> None:
    assert parse_number(written, language) == number


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "0.6"),
        ("de", "1.23"),
        ("de", "12.34,5"),
        ("de", "1.2345"),
        ("de", "viele"),
        ("de", ""),
        ("de", "nan"),
        ("de", "1e5"),
        ("fr", "18.4"),
        ("fr", "1 23"),
        ("ar", "١٨,٤"),
        ("en", "18,4"),
    ],
)
def test_what_is_no_number_there(language: str, written: str) -> None:
    assert parse_number(written, language) is None


@pytest.mark.parametrize(
    ("language", "written", "thousands", "decimals"),
    [
        ("de", "1,234", "1234", "1,2340"),
        ("fr", "12.345", "12345", "12,3450"),
        ("pt-PT", "1.234", "1234", "1,2340"),
        ("ar", "1.234", "1234", "1.2340"),
        ("ar", "١.٢٣٤", "1234", "1.2340"),
    ],
)
def test_what_may_be_thousands_or_decimals(language: str, written: str, thousands: str, decimals: str) -> None:
    with pytest.raises(AmbiguousNumberError) as raised:
        parse_number(written, language)
    assert (raised.value.thousands, raised.value.decimals) == (thousands, decimals)
    assert parse_number(thousands, language) == pytest.approx(1000 * (parse_number(decimals, language) or 0))


@pytest.mark.parametrize(("language", "example"), [("en", "18.4"), ("de", "18,4"), ("ar", "18.4"), ("xx", "18.4")])
def test_an_example_is_a_number(language: str, example: str) -> None:
    assert decimal_example(language) == example


def test_english_does_without_babel() -> None:
    code = (
        "import sys; from studyguide.data.written_numbers import decimal_example, parse_number\n"
        "parse_number('1,5', 'en-GB'); decimal_example('en'); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
