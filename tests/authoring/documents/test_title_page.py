"""Lines of a title page, and what they leave on the home page."""

import pytest

from studyguide.authoring.documents.document_facts import DocumentFacts
from studyguide.authoring.documents.text.blocks import Block, Heading, Paragraph
from studyguide.authoring.documents.text.runs import Run
from studyguide.authoring.documents.title_page import without_title_page
from tests.authoring.documents.block_notation import blocks

FACTS = DocumentFacts(
    "Clean water for all", "World Health Organization (WHO)", "SpringMUN 2026", "Ana Example, President"
)
CHAPTER = Heading(1, (Run("Introduction"),))


def _left(*lines: str) -> list[str]:
    said: list[Block] = [Paragraph((Run(line),)) for line in lines]
    kept, listed = without_title_page((*said, CHAPTER), FACTS)
    assert kept[-1] == CHAPTER
    assert len(kept) - 1 + len(listed) == len(lines)
    return [run.text for block in kept[:-1] if isinstance(block, Paragraph) for run in block.text]


@pytest.mark.parametrize(
    "line",
    [
        "CLEAN WATER FOR ALL",
        "Committee: World Health Organization (WHO)",
        "WHO",
        "SpringMUN 2026",
        "Student Officer: Ana Example Position: President",
        "Topic: Clean water  for all",
        "STUDY GUIDE",
    ],
)
def test_a_line_of_facts_goes(line: str) -> None:
    assert _left(line) == []


@pytest.mark.parametrize(("row", "stays"), [("| Chairs | Ana Example and Ben Sample", False), ("| Room | 12", True)])
def test_a_table_of_facts_goes(row: str, *, stays: bool) -> None:
    facts = DocumentFacts("Clean water", "WHO", officer="Ana Example and Ben Sample, Chairs")
    kept, _ = without_title_page((*blocks(["| Topic | Clean water", row]), CHAPTER), facts)
    assert len(kept) == 1 + stays


@pytest.mark.parametrize("line", ["Dear delegates,", "Clean water for all is what this committee debates.", "Draft"])
def test_another_line_stays(line: str) -> None:
    assert _left(line) == [line]


def test_what_stands_below_a_chapter_stays() -> None:
    said = (CHAPTER, Paragraph((Run("SpringMUN 2026"),)))
    assert without_title_page(said, FACTS) == (said, ())


def test_what_has_a_note_stays_as_a_paragraph() -> None:
    title = (Run("Clean water for all"), Run("", note=1))
    assert without_title_page((Heading(1, title), CHAPTER), FACTS) == ((Paragraph(title), CHAPTER), ())
