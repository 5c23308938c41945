"""Tests of diagnostics.diagnostic: how a problem reads, and in which order problems stand."""

import pytest

from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean


@pytest.mark.parametrize(
    ("where", "text"),
    [
        (Location("glossary.yaml", 3, 7), "glossary.yaml:3:7"),
        (Location("bibliography.bib", 12), "bibliography.bib:12"),
        (Location("docs/index.md"), "docs/index.md:1"),
    ],
)
def test_a_place_reads_as_editors_write_it(where: Location, text: str) -> None:
    assert str(where) == text


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        ("Mend it.", "a.md:2:1: It is broken. Mend it. [unknown-term]"),
        ("", "a.md:2:1: It is broken. [unknown-term]"),
    ],
)
def test_a_problem_is_one_line(hint: str, text: str) -> None:
    assert str(Problem(Location("a.md", 2, 1), "unknown-term", "It is broken.", hint)) == text


def test_a_problem_names_where_it_is_explained() -> None:
    where = Location("a.md", 2, 1)
    assert Problem(where, "unknown-term", "It is broken.").help == "chairs/chapters/#unknown-term"
    assert Problem(where, "unused-term", "It is idle.").help == "chairs/warnings/#unused-term"


def test_a_warning_is_told_from_an_error_by_its_kind() -> None:
    where = Location("a.md", 2, 1)
    assert Problem(where, "unused-term", "It is idle.").is_warning
    assert not Problem(where, "unknown-term", "It is broken.").is_warning


def test_problems_sort_by_place_as_numbers() -> None:
    in_order = [
        Problem(Location("a.md", 9, 10), "unknown-term", "z"),
        Problem(Location("a.md", 10, 2), "unknown-term", "y"),
        Problem(Location("a.md", 10, 11), "unknown-term", "w"),
        Problem(Location("a.md", 10, 11), "unknown-term", "x"),
        Problem(Location("b.md", 1, 1), "unknown-term", "a"),
    ]
    assert sorted(set(in_order)) == in_order


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("sextorsion", ["sextortion", "trafficking"], "sextortion"),
        ("Poverty", ["poverty"], "poverty"),
        ("eu", ["EU", "unicef"], "EU"),
        ("un1989crx", ["un1989crc", "un2000opsc"], "un1989crc"),
        ("STRASSE", ["Straße"], "Straße"),
        ("poverty", [], ""),
        ("poverty", ["inhope"], ""),
        ("", ["inhope"], ""),
    ],
)
def test_the_nearest_known_word_is_offered(word: str, known: list[str], guess: str) -> None:
    assert did_you_mean(word, known) == (f'Did you mean "{guess}"?' if guess else "")


# difflib's ratio is twice the letters in common by the letters of both: 2 * 2 / (3 + 3) here.
@pytest.mark.parametrize(("closeness", "guess"), [(0.66, 'Did you mean "url"?'), (0.67, "")])
def test_the_closeness_decides(closeness: float, guess: str) -> None:
    assert did_you_mean("ulr", ["url"], closeness) == guess
