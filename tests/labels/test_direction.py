"""Tests of labels.direction: which languages run from right to left."""

import pytest

from studyguide.labels.direction import isolate_ranges, text_direction


@pytest.mark.parametrize("language", ["ar", "AR-EG", "ar_SA", "he", "fa-AF", "ur", "ku-Arab", "az-arab-IR", "yi"])
def test_written_from_the_right(language: str) -> None:
    assert text_direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "zh-Hant", "ku", "ug-Latn", "ar-Latn", "arn", "tr", ""])
def test_written_from_the_left(language: str) -> None:
    assert text_direction(language) == "ltr"


@pytest.mark.parametrize("text", ["12-15", "5–13", "2014-12-10", "−5", "+962-6-555", "1.5-2.5"])
def test_ranges_are_isolated(text: str) -> None:
    assert isolate_ranges(f"في {text}.", "[", "]") == f"في [{text}]."


@pytest.mark.parametrize("text", ["1971", "12/15", "1,234.5", "١٢-١٥", "COVID-19", "A/75/L.3-4b", "10 - 12"])
def test_other_numbers_are_not(text: str) -> None:
    assert isolate_ranges(f"في {text}.", "[", "]") == f"في {text}."
