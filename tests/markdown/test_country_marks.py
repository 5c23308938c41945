"""Tests of markdown.country_marks: which words of a page are marked, and where each state is named."""

import re

import pytest

from studyguide.markdown.country_marks import without_country_marks
from tests.helpers import a_term, read

_MARK = re.compile(r'<span data-country="([^"]*)">([^<]*)</span>')


def marks(markdown: str) -> list[tuple[str, str]]:
    """The codes and the words of the marks in a chapter."""
    return _MARK.findall(read(markdown, has_countries=True)[1])


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("In *Georgia* and **Chad**.", [("GE", "Georgia"), ("TD", "Chad")]),
        ("The [law of France](https://example.org/).", [("FR", "France")]),
        ("The United\nStates signed.", [("US", "United\nStates")]),
        ("The **United** Kingdom.", [("GB", "United"), ("GB", " Kingdom")]),
        ("## Spain {#spain}\n\nText.", [("ES", "Spain")]),
        ("| Land |\n| --- |\n| Peru |", [("PE", "Peru")]),
        ("- Cuba\n- Chile", [("CU", "Cuba"), ("CL", "Chile")]),
        ("`Peru` <cite>Peru</cite>", []),
        ("The two Koreas.", [("KP KR", "The two Koreas")]),
        ('!!! note "Peru"\n    In Peru.', [("PE", "Peru")]),
        ("It was so.[^1]\n\n[^1]: Not in Peru.", [("PE", "Peru")]),
    ],
)
def test_marks(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert marks(markdown) == expected


def test_a_mark_stands_within_the_link_of_a_term() -> None:
    term = a_term("law", "law of France")
    html = read("The law of France.", [term], has_countries=True)[1]
    assert 'law of <span data-country="FR">France</span></a>' in html


def test_each_section_and_note_is_kept_once() -> None:
    text = "# Peru\n\nPeru.\n\n## Two {#two}\n\nPeru and Chile, Peru.[^1]\n\n[^1]: In Cuba."
    chapter, _ = read(text, has_countries=True)
    assert [(code, section.id, note) for code, section, note in chapter.countries] == [
        ("PE", "peru", 0),
        ("PE", "two", 0),
        ("CL", "two", 0),
        ("CU", "two", 1),
    ]


def test_without_the_page_of_countries_nothing_is_marked() -> None:
    chapter, html = read("In Peru.")
    assert chapter.countries == ()
    assert html == "<p>In Peru.</p>"


def test_print_has_no_marks() -> None:
    text = "In *Peru*, and **Chile**.\n\n- Cuba & Spain"
    assert without_country_marks(read(text, has_countries=True)[1]) == read(text)[1]
