"""Tests of authoring.importers.catalogue_punctuation: a catalogue's punctuation goes, a bibliography's stays."""

import pytest

from studyguide.authoring.importers.catalogue_punctuation import without_catalogue_signs


@pytest.mark.parametrize(
    ("name", "written", "plain"),
    [
        ("location", "[New York] :", "New York"),
        ("location", "Geneva ;", "Geneva"),
        ("location", "New York [N.Y.]", "New York [N.Y.]"),
        ("publisher", "UN,", "UN"),
        ("publisher", "Smith, Jones & Co.", "Smith, Jones & Co."),
        ("institution", "[UN]", "UN"),
        ("title", "The law /", "The law"),
        ("title", "The law : resolution / adopted by the General Assembly", "The law : resolution"),
        ("title", "The law :", "The law"),
        ("title", "Water / Eau", "Water / Eau"),
        ("title", "And/or: [a law],", "And/or: [a law],"),
        ("pages", "p. 26", "26"),
        ("pages", "pp. 26--30", "26--30"),
        ("pages", "26--30", "26--30"),
        ("pages", "26", "26"),
        ("pages", "P26", "P26"),
    ],
)
def test_a_field_is_plain(name: str, written: str, plain: str) -> None:
    fields = {"title": "T"} | {name: written}
    assert without_catalogue_signs(fields) == fields | {name: plain}


@pytest.mark.parametrize("written", ["26 p.", "26p", "[26] p. :", "xii, 26 pages", "iv, 26 p. : ill. ; 30 cm"])
def test_the_number_of_all_pages_is_no_page(written: str) -> None:
    assert without_catalogue_signs({"title": "T", "pages": written}) == {"title": "T", "pagetotal": "26"}
