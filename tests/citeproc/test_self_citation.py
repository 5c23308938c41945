"""Self-citation: the lines by which a delegate cites the guide, and the capitals of English titles."""

from datetime import date

import pytest

from studyguide.citeproc.self_citation import SelfCitation, author_of

CITATION = SelfCitation("Anna Smith", "Small states & the law", "PSMUN", date(2026, 9, 5))


def test_a_part() -> None:
    assert CITATION.of_part("What is at stake?", "https://guide.example.org/a/?b&c") == (
        "Smith, Anna. “<span data-cite-title>What Is at Stake?</span>” <em>Small States &amp; the Law</em>, PSMUN, "
        "5 Sept. 2026<span data-cite-address>, https://guide.example.org/a/?b&amp;c</span>."
    )


def test_the_whole_guide_without_an_address() -> None:
    assert CITATION.of_guide() == (
        "Smith, Anna. <em>Small States &amp; the Law</em>, PSMUN, 5 Sept. 2026<span data-cite-address></span>."
    )


def test_a_pattern_has_no_title_yet() -> None:
    assert "“<span data-cite-title></span>” " in CITATION.of_part("")


def test_what_nobody_has_set_is_left_out() -> None:
    bare = SelfCitation("", "A guide", "", date(2026, 5, 1))
    assert bare.of_guide() == "<em>A Guide</em>, 1 May 2026<span data-cite-address></span>."


@pytest.mark.parametrize(
    ("title", "cased"),
    [("Poverty", "Poverty."), ("Why now?", "Why Now?"), ("At once!", "At Once!"), ("The U.N.", "The U.N.")],
)
def test_a_title_ends_with_one_sign(title: str, cased: str) -> None:
    assert CITATION.cased(title) == cased


@pytest.mark.parametrize(
    ("names", "author"),
    [
        ("Frantzeska Vasilogeorgi", "Vasilogeorgi, Frantzeska"),
        ("Le Guin, Ursula K.", "Le Guin, Ursula K."),
        ("Anna Smith and Ben Lee", "Smith, Anna, and Ben Lee"),
        ("Anna Smith and Ben Lee and Carl May", "Smith, Anna, et al."),
        ("PSMUN", "PSMUN"),
        ("Conference Secretariat", "Conference Secretariat"),
        ("Anna Smith and PSMUN Secretariat", "Smith, Anna, and PSMUN Secretariat"),
        (" ", ""),
    ],
)
def test_the_first_author_is_turned_round(names: str, author: str) -> None:
    assert author_of(names) == author


def test_an_author_s_line_has_one_full_stop() -> None:
    assert SelfCitation("Ursula K.", "T", "", date(2026, 5, 1)).of_guide().startswith("K., Ursula. <em>")
    three = SelfCitation("Anna Smith and Ben Lee and Carl May", "T", "", date(2026, 5, 1))
    assert three.of_guide().startswith("Smith, Anna, et al. <em>")
