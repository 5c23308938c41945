"""Tests of data.abbreviations: what stands behind a short form with a full stop keeps its small letter."""

import pytest

from studyguide.data.abbreviations import ABBREVIATION_POINT, in_print, with_abbreviations
from tests.citeproc.test_notes import text_of
from tests.citeproc.test_public_styles import rendered

TITLES = [
    ("Rivers of the U.S. and China", "Rivers of the U.S_ and China"),
    ("Dr. of Rivers", "Dr_ of Rivers"),
    ("J. of the Sea", "J_ of the Sea"),
    ("{U.S.} and {Dr}. of", "{U.S_} and {Dr}_ of"),
    ("Lakes vs. the Sea", "Lakes {vs_} the Sea"),
    ("Mexico. Rivers. a view", "Mexico. Rivers. a view"),
    ("St. Louis and Malcolm X. A Life", "St. Louis and Malcolm X. A Life"),
    ("Rivers, etc.", "Rivers, etc."),
]
BIBLIOGRAPHY = """@article{a, author = {Doe, Jane}, title = {The U.S. and the Rivers of Dr. of Old vs. the Sea},
  journaltitle = {J. of Rivers}, date = {2001}, volume = {3}}"""
PRINTED = {
    "mla-notes": "“The U.S. and the Rivers of Dr. of Old vs. the Sea.” J. of Rivers,",
    "chicago-notes": "“The U.S. and the Rivers of Dr. of Old vs. the Sea.” J. of Rivers",
    "apa": "The U.S. and the rivers of Dr. of old vs. the sea. J. of Rivers,",
    "ieee": "“The U.S. and the rivers of Dr. of old vs. the sea,” J. of Rivers,",
}


@pytest.mark.parametrize(("written", "marked"), TITLES)
def test_a_point_before_a_small_letter(written: str, marked: str) -> None:
    changes = with_abbreviations({}, {"title": written, "note": "p. of"})
    assert changes.get("title", {"title": written})["title"] == marked.replace("_", ABBREVIATION_POINT)
    assert in_print(marked.replace("_", ABBREVIATION_POINT)) == marked.replace("_", ".")
    assert "note" not in changes


@pytest.mark.parametrize("style", PRINTED)
def test_the_next_word_in_print(style: str) -> None:
    assert PRINTED[style] in text_of(rendered(style, BIBLIOGRAPHY).entries["a"])
