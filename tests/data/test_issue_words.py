"""Tests of data.issue_words: an issue in words has no label, and is no number (BibLaTeX manual, section 2.3.11)."""

import pytest

from studyguide.data.issue_words import UNLABELLED, issue_fields, without_labels
from studyguide.data.normalised_fields import normalised_fields

WORDS = [
    ("Special Issue", "special issue"),
    ("{Special Issue}", "special issue"),
    ("special issue 2", "special issue 2"),
    ("Special Issue on Water", "special issue on Water"),
    ("Supplement", "supplement"),
    ("Suppl. 2", "Suppl. 2"),
    ("SPECIAL ISSUE", "special issue"),
    ("SUPPL 2", "suppl 2"),
    ("Sonderheft", "Sonderheft"),
    ("Part 2", "Part 2"),
]


@pytest.mark.parametrize("name", ["issue", "number"])
@pytest.mark.parametrize(("written", "printed"), WORDS)
def test_words_are_marked(name: str, written: str, printed: str) -> None:
    assert issue_fields({name: written}) == {name: {"number": UNLABELLED + printed}}


@pytest.mark.parametrize("number", ["2", "S1", "3A", "1–2", "1--2", "3/4", "IV", "B", "e12", "4, Special Issue", ""])
def test_numbers_stay(number: str) -> None:
    assert issue_fields({"number": number}) == {}


def test_pandoc_reads_an_issue_that_stands_alone() -> None:
    assert issue_fields({"issue": "2"}) == {"issue": {"number": "2"}}
    assert issue_fields({"issue": "Special Issue", "number": "2"}) == {}
    assert normalised_fields({"issue": "no. 2", "date": "2001"}, "article") == {"issue": {"number": "2"}}
    assert normalised_fields({"issue": "Spring", "date": "2001"}, "article")["issue"] != {"number": "Spring"}
    assert normalised_fields({"issue": "192"}, "legislation") == {}


def test_words_may_stand_for_a_volume_too() -> None:
    assert normalised_fields({"volume": "Special Issue"}, "article") == {
        "volume": {"volume": f"{UNLABELLED}special issue"}
    }
    assert normalised_fields({"volume": "IV"}, "article") == {}


@pytest.mark.parametrize(
    ("rendered", "printed"),
    [
        (f"vol. 3, no. {UNLABELLED}special issue, 2001", "vol. 3, special issue, 2001"),
        (f"vol. 3, nos.\u00a0{UNLABELLED}special issue", "vol. 3, special issue"),
        (f"Water, vol. {UNLABELLED}special issue", "Water, special issue"),
        (f"Bd. 3, Nr. {UNLABELLED}Sonderheft", "Bd. 3, Sonderheft"),
        (f"3({UNLABELLED}special issue)", "3(special issue)"),
        (f"Casino {UNLABELLED}special issue", "Casino special issue"),
        ("vol. 3, no. 2", "vol. 3, no. 2"),
    ],
)
def test_a_label_before_words_goes(rendered: str, printed: str) -> None:
    assert without_labels(rendered) == printed
