"""Tests of labels.file_size."""

import pytest

from studyguide.labels.catalogue import ENGLISH
from studyguide.labels.file_size import size_in_words


@pytest.mark.parametrize(("size", "words"), [(31_810, "32 KB"), (999_400, "999 KB"), (1_882_306, "1.9 MB")])
def test_size_in_words(size: int, words: str) -> None:
    assert size_in_words(size, ENGLISH) == words
