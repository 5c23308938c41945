"""Tests of markers that stand for words: those of which nothing is said, and those where they are not read."""

import re

import pytest

from studyguide.diagnostics.diagnostic import Problem
from studyguide.lint.context import LintContext
from studyguide.lint.markers import countries_elsewhere, unread_markers
from tests.helpers import a_guide, a_term, an_event, read

OFFICER = "Anna, Vice-President"


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(str(each.where), each.rule) for each in problems]


@pytest.mark.parametrize("officer", ["", " ", None])
def test_a_marker_of_which_mkdocs_yml_says_nothing_is_told_once_a_page(officer: str | None) -> None:
    facts = {"topic": "Water"} | ({} if officer is None else {"officer": officer})
    text = "# <!-- topic -->\n\nBy <!-- officer -->,\nonce more <!-- officer -->."
    chapter, html = read(text, facts=facts)
    assert told(chapter.problems) == [("docs/background.md:3:4", "empty-marker")]
    assert "<p>By ,\nonce more .</p>" in html


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Text.\n\n<p>By <!-- officer --></p>", "3:7"),
        ("<details><summary><!-- officer --></summary>\nText.\n</details>", "1:19"),
        ("<!-- officer --> `<!-- officer -->`\n\n<div>\n<b>x</b> <!-- contact -->\n</div>", "4:10"),
        ("A <span title='<!-- officer -->'>word</span>", "1:16"),
    ],
)
def test_a_marker_of_words_within_html_is_told(text: str, at: str) -> None:
    """Its words would be shown as they are escaped for Markdown, with a backslash before the hyphen."""
    problems = read(text, facts={"officer": OFFICER})[0].problems
    assert told(problems) == [(f"docs/background.md:{at}", "misplaced-marker")]
    assert problems[0].fix == 'Take it out there, or write markdown="1" into the tag around it.'


def test_as_markdown_within_html_a_marker_of_words_is_read() -> None:
    text = '<details markdown="1"><summary><!-- officer --></summary>\n\n<!-- officer -->\n\n</details>'
    chapter, html = read(text, facts={"officer": OFFICER})
    assert chapter.problems == ()
    assert re.findall(r">(Anna[^<]*)<", html) == [OFFICER] * 2


def test_a_marker_in_an_entry_or_in_front_matter_is_told() -> None:
    terms = [a_term("a", definition="As at <!-- conference -->.", note="<!-- ask Anna -->")]
    events = [an_event("b", description="Text.", note="Ask <!-- contact -->.")]
    chapter, _ = read("# <!-- topic -->", before="---\ndescription: On <!-- topic -->\n---\n", facts={"topic": "Water"})
    problems = tuple(unread_markers(a_guide(terms, events), LintContext(a_guide(terms, events), [chapter])))
    assert told(problems) == [
        ("docs/background.md:2:17", "misplaced-marker"),
        ("glossary.yaml:1:7", "misplaced-marker"),
        ("timeline.yaml:1:5", "misplaced-marker"),
    ]
    assert {each.fix for each in problems} == {"Write the words themselves."}


def test_the_list_of_countries_on_another_page_than_its_own_is_told() -> None:
    texts = {"background.md": "Text.\n\n<!-- countries -->", "countries.md": "<!-- countries -->"}
    chapters = [read(text, path=path)[0] for path, text in texts.items()]
    problems = tuple(countries_elsewhere(a_guide(), LintContext(a_guide(), chapters)))
    assert told(problems) == [("docs/background.md:3:1", "misplaced-marker")]
    assert "docs/countries.md" in problems[0].message


@pytest.mark.parametrize("name", ["cards", "my-notes", "what-changed", "source-files", "countries"])
@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Text {} more.", ("1:6", "misplaced-marker")),
        ("- {}", ("1:3", "misplaced-marker")),
        ("{0}\n\n{0}", ("3:1", "repeated-marker")),
    ],
)
def test_a_list_in_the_middle_of_a_line_or_twice_is_told(name: str, text: str, told_of: tuple[str, str]) -> None:
    problems = read(text.format(f"<!-- {name} -->"), path="countries.md")[0].problems
    assert told(problems) == [(f"docs/countries.md:{told_of[0]}", told_of[1])]
