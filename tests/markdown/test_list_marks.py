"""Tests of markdown.list_marks: what begins a list item, and what only looks like it."""

import pytest

from studyguide.markdown.list_marks import kind_of, sequenced_lines
from tests.helpers import source


def items(text: str) -> list[str]:
    """The lines whose mark counts in its sequence, cut behind the mark."""
    lines = source(text).lines
    starts = sequenced_lines(text, lines)
    return [line.text.split()[0] for line in lines if line.start in starts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a. x\nb. y\n", ["a.", "b."]),
        ("A. x\n\nB. y\n", ["A.", "B."]),
        ("i. x\nii. y\niii. z\niv. w\n", ["i.", "ii.", "iii.", "iv."]),
        ("IX) x\nX) y\n", ["IX)", "X)"]),
        ("(a) x\n", ["(a)"]),
        ("(i) x\n", ["(i)"]),
        ("(c) x\n(f) y\n", ["(c)", "(f)"]),
        ("(z) x\n(aa) y\n(bb) z\n", ["(z)", "(aa)", "(bb)"]),
        ("h. x\ni. y\nj. z\n", ["h.", "i.", "j."]),
        ("(a) x\n(i) p\n(ii) q\n(b) y\n", ["(a)", "(i)", "(ii)", "(b)"]),
        ("a. x\nb. y\n\ni. p\nii. q\niii. r\n", ["a.", "b.", "i.", "ii.", "iii."]),
        ("a. x\nb. y\n\nA paragraph.\n\nc. z\n", ["a.", "b.", "c."]),
        ("a. x\n\n    More of it.\n\nb. y\n", ["a.", "b."]),
        ("1.1 x\n1.2 y\n1.2.1 z\n1.3 w\n", ["1.1", "1.2", "1.2.1", "1.3"]),
        ("1. x\n    1.1 y\n2. z\n", ["1.", "1.1", "2."]),
        ("5. x\n5bis. y\n5ter. z\n6. w\n", ["5.", "5bis.", "5ter.", "6."]),
        ("1a) x\n1b) y\n", ["1a)", "1b)"]),
        ("> a. x\n> b. y\n", [">", ">"]),
        ("е) x\nж) y\nз) z\nи) w\nк) v\n", ["е)", "ж)", "з)", "и)", "к)"]),
        ("Α. x\nΒ. y\n", ["Α.", "Β."]),
        ("(أ) x\n(ب) y\n(ج) z\n(د) w\n(هـ) v\n", ["(أ)", "(ب)", "(ج)", "(د)", "(هـ)"]),
        ("أ. x\nب. y\nت. z\n", ["أ.", "ب.", "ت."]),
    ],
)
def test_mark_in_a_sequence_counts(text: str, found: list[str]) -> None:
    assert items(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A. Smith wrote it.\n",
        "A. Smith wrote it.\n\nA long paragraph.\n\nB. Jones did not.\n",
        "# A\n\nA. Smith wrote it.\n\n# B\n\nB. Jones did not.\n",
        "I. Kant\n\nC. Darwin\n\nJ. S. Mill\n",
        "i.e. all\nv. Germany\np. 5\nc. 1990\n",
        "e. g. this\ncf. that\nno. 5\nvs. all\n",
        "1.5 million litres\n",
        "А. Сахаров\n\nД. Лихачёв\n",
        "(ـ) x\n(م) y\n",
        "10.30 The meeting opens.\n10.45 It is over.\n",
        "24.12.2020 was a day.\n",
        "(c) UNICEF 2020\n",
        "(ed.) Smith\n(see) this\n(mm) that\n",
        "5th. that\n",
        "```\na. x\nb. y\n```\n",
        "\\a. x\n\\b. y\n",
    ],
)
def test_prose_that_begins_alike_does_not(text: str) -> None:
    assert items(text) == []


def test_wrapped_number_below_an_item_is_no_subclause() -> None:
    assert items("1. In 2020 there were\n1.1 million.\n2. Later\n") == ["1.", "2."]


def test_marks_of_one_kind_make_one_list() -> None:
    assert {kind_of(mark) for mark in ("5.", "12.", "5bis.", "5 bis.")} == {"1."}
    assert {kind_of(mark) for mark in ("1.1", "1.1.2", "2.10.")} == {"1.1"}
    assert len({kind_of(mark) for mark in ("-", "1.", "1)", "(1)", "a.", "a)", "(a)", "A.", "(A)", "1.1")}) == 10
