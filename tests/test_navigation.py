"""Tests of studyguide.navigation."""

import pytest

from studyguide.files import SourceFile
from studyguide.navigation import nav_problems

CHAPTERS = {"index.md", "background.md", "more/poverty.md"}


def told(text: str, optional: set[str] | None = None) -> list[str]:
    return [str(problem) for problem in nav_problems(SourceFile("mkdocs.yml", text), CHAPTERS, optional or set())]


@pytest.mark.parametrize(
    "text",
    [
        "site_name: No navigation\n",
        "",
        "- a list\n",
        "nav:\n  - index.md\n  - Background: background.md\n  - More:\n      - more/poverty.md\n",
        "nav:\n  - index.md\n  - background.md\n  - more/poverty.md\n  - The UN: https://www.un.org/\n",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert told(text) == []


def test_a_chapter_that_is_not_there_is_named_with_the_nearest() -> None:
    text = "site_name: x\nnav:\n  - index.md\n  - Background: backgrond.md\n  - background.md\n  - more/poverty.md\n"
    words = 'No chapter in docs/ is "backgrond.md". Did you mean "background.md"?'
    assert told(text) == [f"mkdocs.yml:4:17: {words} [unknown-chapter]"]


def test_a_chapter_that_is_left_out_is_named() -> None:
    assert told("nav:\n  - index.md\n  - background.md\n") == [
        "docs/more/poverty.md:1: No reader finds this chapter: the navigation leaves it out. "
        "Add it under nav in mkdocs.yml, or under not_in_nav. [chapter-outside-nav]"
    ]
    assert told("nav:\n  - index.md\n  - background.md\n", {"more/poverty.md"}) == []
