"""Tests of lint.blocks and lint.inline: the cases of golden/markup_findings.yaml, each at its location."""

from dataclasses import replace
from typing import Any

import pytest
import yaml

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.mkdocs.reading import reading_extension
from tests import paths
from tests.helpers import a_guide, a_source, a_term, markdown_with

GOLDEN = yaml.safe_load((paths.GOLDEN / "markup_findings.yaml").read_text(encoding="utf-8"))


def problems_of(text: str, guide: Guide | None = None, path: str = "background.md", top: str = "") -> list[Problem]:
    """What is told of a chapter; `top` are the lines at the top of its file, which MkDocs takes away."""
    reading = reading_extension(guide or a_guide([a_term("hotline")], (), [a_source("key")]))
    span = SourceSpan(text, SourceFile(f"docs/{path}", top + text), len(top))
    return sorted(set(reading.finish(markdown_with(reading).convert(reading.prepare(path, span))).problems))


@pytest.mark.parametrize("case", GOLDEN, ids=[f"{case['text'][:40]!r}" for case in GOLDEN])
def test_malformed_markup_is_reported_at_its_location_and_valid_markup_is_not(case: dict[str, Any]) -> None:
    problems = problems_of(case["text"])
    told = [f"{each.where.line}:{each.where.column} {each.rule} {each.fix}" for each in problems]
    expected = case.get("told", [])
    assert [line[: len(right)] for line, right in zip(told, expected, strict=False)] == expected
    assert len(told) == len(expected), told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Causes:\n- war\n",
            "The lines of this list run into the paragraph above. Leave an empty line above the first.",
        ),
        (
            "Text\n| a | b |\n| --- | --- |\n",
            "This table is printed as plain text. Leave an empty line above its first row.",
        ),
        (
            "| a | b |\n| 1 | 2 |\n",
            "This table is printed as plain text. Write a line | --- | --- | below its first row.",
        ),
        (
            "| a | b |\n| - | - |\n| 1 | 2 | 3 |\n",
            "This row has more cells than the head of its table, so that the page leaves out its end. "
            'Give the head as many cells, or write "\\|" where the sign belongs to the text.',
        ),
        (
            "State\tReports\nGreece\t12\n",
            "The cells of a table have | between them, and not tabs. "
            "Write | a | b |, with | --- | --- | below the first row.",
        ),
        (
            "- a\n  - b\n",
            "This line is not indented enough to be a list within the list above. "
            "Begin it with four spaces, and the lines of a list within it with eight.",
        ),
        (
            "!!! note\nText.\n",
            "The text of this box is not indented, so that it stands outside. Begin each line of it with four spaces.",
        ),
        (
            '!! note "A"\n    Text.\n',
            "This line was meant as a box. "
            'Write it as !!! correction "Editor\'s note", and indent its text by four spaces.',
        ),
        (
            '!!! correction miner "A"\n    Text.\n',
            '"miner" has no meaning before the title of a box. Did you mean "minor"?',
        ),
        (
            '!!! check please "A"\n    Text.\n',
            '"please" has no meaning before the title of a box. Take it out, or write it within the quotation marks.',
        ),
        (
            "Text.\n\n    Reports rose.[@key]\n",
            "The spaces at the start of this line make code of it, in which nothing is a citation or a link. "
            "Take them out. Code that you want to show stands between two lines of ```.",
        ),
        (
            "A fact.[1]\n",
            "This looks like the number of a note, and calls none. "
            "Cite a source as [@key], or write a note of your own as [^1].",
        ),
        ("## A [[@key]]\n", "A citation stands in one pair of brackets, not in two. Write [@key]."),
        ("## New {#new\n", 'The brace is not closed, so that the heading shows it. Write "}" at its end.'),
        ("## New {#a new}\n", "The id of a heading has no space in it. Write {#a-new}."),
        ("## New #new\n", "The id of a heading stands in braces, else the heading shows it. Write {#new}."),
        (
            "<p title=“x y”>a</p>\n",
            'An attribute stands in straight quotation marks, and these are curly ones. Type " in their place.',
        ),
        (
            "Text.\n\n{ .no-terms }\n",
            "What stands in these braces belongs to nothing, so that the page shows it. "
            "Put it right below the last line of its paragraph, with no empty line between, or behind a heading.",
        ),
        (
            "x[^1]\n\n[^1]: one\n\n[^1]: two [sic]\n",
            'There are two notes "[^1]", and a reader would see the last one alone. Give one of them another name.',
        ),
    ],
)
def test_a_finding_has_this_message(text: str, words: str) -> None:
    (problem,) = problems_of(text)
    assert problem.words == words


def test_the_same_words_in_code_are_not_the_place() -> None:
    (problem,) = problems_of("What `[it] (background.md)` shows is not [it] (background.md)")
    assert problem.where.column == 42


def test_the_same_words_in_a_fenced_block_are_not_the_place() -> None:
    (problem,) = problems_of("```\nCauses:\n- war\n```\n\nCauses:\n- war\n")
    assert problem.where.line == 7


@pytest.mark.parametrize(
    "other", ["<!--\nCauses:\n- war\n-->", "    Causes:\n    - war", "<pre>\nCauses:\n- war\n</pre>"]
)
def test_the_same_words_that_are_no_text_are_not_the_place(other: str) -> None:
    (problem,) = problems_of(f"{other}\n\nCauses:\n- war\n")
    assert problem.where.line == other.count("\n") + 4


def test_the_lines_at_the_top_are_counted() -> None:
    (problem,) = problems_of("Causes:\n- war\n", top="---\ntitle: A\n---\n")
    assert problem.where.line == 5


def test_each_of_several_equal_findings_has_its_own_location() -> None:
    assert [problem.where.line for problem in problems_of("Causes:\n- war\n\n" * 3)] == [2, 5, 8]


def test_malformed_markup_behind_the_output_of_a_marker_is_found() -> None:
    (problem,) = problems_of("Ask <!-- contact -->, as a page of the guide says: [it] (background.md).\n")
    assert str(problem.where) == "docs/background.md:1:52"


def test_malformed_markup_in_an_entry_is_reported_in_its_file() -> None:
    file = SourceFile(
        "glossary.yaml", "- id: a\n  term: A\n  definition: >-\n    What [it]\n    (background.md) means.\n"
    )
    guide = a_guide(
        [replace(a_term("a"), definition=SourceSpan("What [it] (background.md) means.", file, 36))], files=(file,)
    )
    (problem,) = problems_of("# T\n\n## U\n\n<!-- key-terms -->\n", guide, "key-terms.md")
    assert str(problem.where) == "glossary.yaml:4:10"


def test_as_many_are_told_as_a_chair_can_read() -> None:
    assert len(problems_of("Causes:\n- war\n\n" * 300)) == 100
    assert len(problems_of("a\tb\nc\td\n\n" * 150)) == 100
