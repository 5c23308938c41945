"""Headings of chapters, against the hand-made table."""

import pytest

from studyguide.authoring.documents.wording.section_names import PARTS, chapter_of, number_depth
from tests.authoring.documents.tables import cases


@pytest.mark.parametrize(
    ("language", "heading", "part"), [*cases("chapter_names.yaml"), *cases("held_back_names.yaml")]
)
def test_a_heading_names_a_part_of_a_guide_or_none(language: str, heading: str, part: str) -> None:
    assert part in (*PARTS, "none")
    assert (chapter_of(heading, language) or "none") == part


@pytest.mark.parametrize(
    ("heading", "depth"),
    [
        *(("SECTION IV. The view", 1), ("2 Causes", 1), ("2.1 Causes", 2), ("2.1.3. War", 3), ("b) War", 1)),
        *(("I. War", 1), ("II. a) War", 2), ("(a) War", 1), ("Chapter One: War", 1), ("1.Causes", 1)),
    ],
)
def test_the_numbers_before_a_heading_are_counted(heading: str, depth: int) -> None:
    assert number_depth(heading) == depth


@pytest.mark.parametrize(
    "heading",
    [
        *("A short history", "Timeline:", "2015", "2015: a year", "I was there", "Civil war", "17 goals: why"),
        *(
            "1 May 1945",
            "1.5-degree target",
            "3.1 million refugees",
            "9/11",
            "D-Day",
            "Section 230",
            "1:1 ratio",
            "2.1",
        ),
    ],
)
def test_words_and_years_are_no_numbers_of_sections(heading: str) -> None:
    assert number_depth(heading) == 0


def test_a_part_in_english_is_known_in_a_document_of_another_language() -> None:
    assert chapter_of("Timeline:", "de") == "timeline"
    assert chapter_of("Timeline", "it") == "timeline"
