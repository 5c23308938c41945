"""Tests of lint.navigation."""

import pytest

from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.navigation import nav_problems

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
        "nav:\n  - index.md\n  - background.md\n  - more/poverty.md\n  - https://un.org/rules.md\n  - /rules.pdf\n",
        "nav:\n  - index.md\n  - background.md\n  - more/poverty.md\n  - Mail: mailto:a@b.org\n  - handout.pdf\n",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert told(text) == []


def test_a_chapter_that_is_not_there_is_named_with_the_nearest() -> None:
    text = "site_name: x\nnav:\n  - index.md\n  - Background: backgrond.md\n  - background.md\n  - more/poverty.md\n"
    words = 'No chapter in docs/ is "backgrond.md". Did you mean "background.md"?'
    assert told(text) == [f"mkdocs.yml:4:17: {words} [unknown-chapter]"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("papers.docx", "The navigation lists chapters, which end in .md: link to any other file from one of them."),
        ("background", 'Did you mean "background.md"?'),
        ("Background.md", 'Did you mean "background.md"?'),
    ],
)
def test_what_is_no_chapter_is_told(name: str, hint: str) -> None:
    text = f"nav:\n  - index.md\n  - background.md\n  - more/poverty.md\n  - Papers: {name}\n"
    assert told(text) == [f'mkdocs.yml:5:13: No chapter in docs/ is "{name}". {hint} [unknown-chapter]']


def test_a_chapter_that_is_named_twice_is_told() -> None:
    text = "nav:\n  - index.md\n  - background.md\n  - More:\n      - more/poverty.md\n      - Again: background.md\n"
    words = 'The navigation names "background.md" twice. Keep one of them. [repeated-item]'
    assert told(text) == [f"mkdocs.yml:6:16: {words}"]


def test_of_two_navigations_the_last_counts_as_in_mkdocs() -> None:
    text = "nav: [gone.md]\nnav:\n  - index.md\n  - background.md\n"
    assert [line.split(": ")[0] for line in told(text)] == ["docs/more/poverty.md:1"]


def test_no_other_chapter_is_guessed_at_for_one_that_is_gone() -> None:
    words = 'No chapter in docs/ is "solutions.md". Check the spelling, put the chapter back, or take the line out.'
    file = SourceFile("mkdocs.yml", "nav:\n  - solutions.md\n  - corrections.md\n")
    assert [problem.words for problem in nav_problems(file, {"corrections.md"}, set())] == [words]


def test_a_chapter_that_is_left_out_is_named() -> None:
    assert told("nav:\n  - index.md\n  - background.md\n") == [
        "docs/more/poverty.md:1: No reader finds this chapter: the navigation leaves it out. "
        "Add it under nav in mkdocs.yml, or under not_in_nav. [chapter-outside-nav]"
    ]
    assert told("nav:\n  - index.md\n  - background.md\n", {"more/poverty.md"}) == []
