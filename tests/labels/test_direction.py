"""Tests of labels.direction: which languages run from right to left."""

import pytest

from studyguide.labels.direction import text_direction


@pytest.mark.parametrize("language", ["ar", "AR-EG", "ar_SA", "he", "fa-AF", "ur", "ku-Arab", "az-arab-IR", "yi"])
def test_written_from_the_right(language: str) -> None:
    assert text_direction(language) == "rtl"


@pytest.mark.parametrize("language", ["en", "zh-Hant", "ku", "ug-Latn", "ar-Latn", "arn", "tr", ""])
def test_written_from_the_left(language: str) -> None:
    assert text_direction(language) == "ltr"
