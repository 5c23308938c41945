"""Tests of lint.suppressions: comments that suppress warnings, malformed ones and unused ones."""

import pytest

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.rules import WARNINGS
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.suppressions import without_allowed

FIGURE = "<!-- check: allow figure-without-note, because I say so -->"
TERM = "check: allow unused-term, because I say so"


def told(text: str, path: str, kind: str, *lines: int) -> list[str]:
    """Return the remaining warnings of one rule on some lines of a file, and the problems of its comments."""
    warnings = [Problem(Location(path, line, 1), kind, "A warning.") for line in lines]
    problems = without_allowed(warnings, [SourceFile(path, text)])
    return [f"{problem.where.line}:{problem.where.column} {problem.rule}" for problem in sorted(problems)]


@pytest.mark.parametrize(
    ("text", "line", "is_allowed"),
    [
        (f"{FIGURE}\nOne.\n\nTwo.", 2, True),
        (f"{FIGURE}\n\nOne.\n\nTwo.", 3, True),
        (f"{FIGURE}\n\nOne.\n\nTwo.", 5, False),
        (f"One.\nOne.\n{FIGURE}\n\nTwo.", 1, True),
        (f"One.\nOne.\n{FIGURE}\n\nTwo.", 5, False),
        (f"One. {FIGURE} One.\nOne.", 2, True),
        (f"One.\n\n{FIGURE}\n\nTwo.", 1, False),
        (f"One.\n\n{FIGURE}\n## Title\n\nTwo.", 4, True),
        (f"One.\n\n## Title\n\n{FIGURE}\n\nTwo.", 3, True),
        (f"{FIGURE}\n<!-- Another. -->\n\nOne.", 4, True),
        (f"{FIGURE}\n\n```\ncode\n```\n\nOne.", 7, True),
        (f"{FIGURE}\n<figure>\n\n| a |\n\n</figure>\n", 4, True),
        ("<!-- check: allow\nfigure-without-note,\nbecause\nI say so -->\nOne.", 5, True),
        ("<!--check:allow figure-without-note because I say so-->\nOne.", 2, True),
        ("<!-- Check: Allow figure-without-note, because I say so -->\nOne.", 2, True),
        ("One.\n\nTwo.\n\n<!-- check: allow figure-without-note in this file, because I say so -->", 3, True),
    ],
)
def test_a_comment_in_a_chapter_counts_for_its_paragraph_or_the_next(text: str, line: int, is_allowed: bool) -> None:
    remaining = told(text, "docs/a.md", "figure-without-note", line)
    assert [name for name in remaining if name.endswith("figure-without-note")] == (
        [] if is_allowed else [f"{line}:1 figure-without-note"]
    )


@pytest.mark.parametrize(
    ("path", "text", "line", "is_allowed"),
    [
        ("glossary.yaml", f"# {TERM}\n- id: a\n- id: b\n", 2, True),
        ("glossary.yaml", f"# {TERM}\n- id: a\n- id: b\n", 3, False),
        ("glossary.yaml", f"- id: a\n# {TERM}\n- id: b\n", 1, False),
        ("glossary.yaml", f"- id: a\n# {TERM}\n- id: b\n", 3, True),
        ("glossary.yaml", f"- id: a\n\n# {TERM}\n# Another remark.\n\n- id: b\n", 6, True),
        ("glossary.yaml", f"- id: a\n  # {TERM}\n  term: A\n- id: b\n", 1, True),
        ("glossary.yaml", f"- id: a\n  # {TERM}\n  term: A\n- id: b\n", 4, False),
        ("glossary.yaml", f"- id: a\n  term: A\n  # {TERM}\n\n- id: b\n", 1, True),
        ("glossary.yaml", f"- id: a\n\n# {TERM}\n", 1, True),
        ("glossary.yaml", f"# {TERM.replace(',', ' in this file,')}\n- id: a\n- id: b\n", 3, True),
        ("bibliography.bib", f"@a{{b,\n}}\n\n% {TERM}\n@c{{d,\n}}\n", 5, True),
        ("bibliography.bib", f"@a{{b,\n}}\n\n% {TERM}\n@c{{d,\n}}\n", 1, False),
        ("bibliography.bib", f"@a{{b,\n% {TERM}\n  title = {{T}},\n}}\n@c{{d,\n}}\n", 1, True),
    ],
)
def test_a_comment_in_data_counts_for_its_entry_or_the_next(path: str, text: str, line: int, is_allowed: bool) -> None:
    remaining = told(text, path, "unused-term", line)
    assert [name for name in remaining if name.endswith("unused-term")] == (
        [] if is_allowed else [f"{line}:1 unused-term"]
    )


def test_one_comment_allows_every_warning_of_its_kind_there_and_none_of_another() -> None:
    assert told(f"{FIGURE}\nOne\ntwo.", "docs/a.md", "figure-without-note", 2, 3) == []
    assert told(f"{FIGURE}\nOne.", "docs/a.md", "older-name", 2) == ["1:1 unneeded-silence", "2:1 older-name"]


def test_a_comment_counts_in_its_own_file_alone() -> None:
    warning = Problem(Location("docs/b.md", 2), "figure-without-note", "A warning.")
    files = [SourceFile("docs/a.md", f"{FIGURE}\nOne."), SourceFile("docs/b.md", "\nOne.")]
    assert {problem.rule for problem in without_allowed([warning], files)} == {
        "figure-without-note",
        "unneeded-silence",
    }


def test_an_unused_comment_is_reported_at_its_location() -> None:
    (problem,) = without_allowed([], [SourceFile("glossary.yaml", f"- id: a\n  # {TERM}\n")])
    assert str(problem) == (
        'glossary.yaml:2:3: There is no "unused-term" here that this comment would allow. '
        "Delete it, or put it right above what it is about. [unneeded-silence]"
    )
    assert problem.is_warning


def test_a_comment_may_be_unused_because_something_else_is_wrong() -> None:
    error = Problem(Location("glossary.yaml", 2), "missing-field", "An error.")
    assert without_allowed([error], [SourceFile("glossary.yaml", f"# {TERM}\n- id: a\n")]) == [error]


HOW = 'Write "check: allow", the name, ", because" and the reason.'
WHY = 'Write ", because" and the reason behind it.'
NEAREST = 'Did you mean "unused-term"?'
NAMES = "The names are as-printed, "


@pytest.mark.parametrize(
    ("words", "told", "hint"),
    [
        ("allow unused-term", 'This comment does not say why "unused-term" is allowed.', WHY),
        ("allow unused-term, because", 'This comment does not say why "unused-term" is allowed.', WHY),
        ("allow unused-term, because ...", 'This comment does not say why "unused-term" is allowed.', WHY),
        ("allow unused-term, becauseX", 'This comment does not say why "unused-term" is allowed.', WHY),
        ("unused-term, because I say so", "This comment seems to allow a warning, and cannot be read.", HOW),
        ("", "This comment seems to allow a warning, and cannot be read.", HOW),
        ("allow unusedterm, because I say so", 'There is no kind of warning "unusedterm".', NEAREST),
        ("allow zebra, because I say so", 'There is no kind of warning "zebra".', NAMES),
        (
            "allow unknown-term, because I say so",
            '"unknown-term" stops the build, so that no comment can allow it.',
            "Mend what it tells of.",
        ),
    ],
)
@pytest.mark.parametrize(
    ("path", "comment"),
    [("docs/a.md", "One.\n\n <!-- check: {} -->\nTwo."), ("glossary.yaml", "- id: a\n\n # check: {}\n- id: b\n")],
)
def test_a_comment_that_cannot_allow_anything(path: str, comment: str, words: str, told: str, hint: str) -> None:
    (problem,) = without_allowed([], [SourceFile(path, comment.format(words))])
    assert (problem.rule, problem.message, problem.where) == ("wrong-silence", told, Location(path, 3, 2))
    assert problem.fix.startswith(hint)


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("unused-terms", 'Did you mean "unused-term"?'),
        (
            "zebra",
            f"The names are {', '.join(sorted(WARNINGS))}.",
        ),
    ],
)
def test_the_nearest_name_of_a_warning_is_offered(kind: str, hint: str) -> None:
    (problem,) = without_allowed([], [SourceFile("a.yaml", f"# check: allow {kind}, because I say so\n- id: a\n")])
    assert problem.fix == hint


def test_a_comment_without_a_reason_is_reported_and_suppresses() -> None:
    text = "<!-- check: allow figure-without-note -->\nOne."
    assert told(text, "docs/a.md", "figure-without-note", 2) == ["1:1 wrong-silence"]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("docs/a.md", "One.\n\n<!- check: allow figure-without-note, because I say so ->\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n<!-- check: allow figure-without-note, because I say so ->\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n<!-- check: allow figure-without-note, because so ->\nTwo.\n\n<!-- x -->", "3:1"),
        ("docs/a.md", "One.\n\n<!– check: allow figure-without-note, because I say so –>\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n<!--- check: allow figure-without-note, because I say so --->\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n# check: allow figure-without-note, because I say so\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n# Check: allow zebra\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n<!-- allow figure-without-note, because I say so -->\nTwo.", "3:1"),
        ("docs/a.md", "One.\n\n<!-- check allow figure-without-note, because I say so -->\nTwo.", "3:1"),
        ("glossary.yaml", "- id: a\n  # allow unused-term, because I say so\n- id: b\n", "2:3"),
        ("bibliography.bib", "@a{b,\n}\n% check allow unused-term, because I say so\n", "3:1"),
    ],
)
def test_malformed_comments_are_reported(path: str, text: str, place: str) -> None:
    (problem,) = without_allowed([], [SourceFile(path, text)])
    right = {
        ".md": "<!-- check: allow NAME, because REASON -->",
        ".yaml": "# check: allow NAME, because REASON",
        ".bib": "% check: allow NAME, because REASON",
    }[path[path.index(".") :]]
    message = "This was meant to allow a warning, and allows none."
    assert str(problem) == f'{path}:{place}: {message} Write it as "{right}". [wrong-silence]'


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/a.md", "# Check: what states do\n\n## Check: allowing it"),
        ("docs/a.md", "<!-- allow some time for questions -->\n\nThey allow unused-term lists."),
        ("glossary.yaml", "- id: a # check: all\n# allow a note\n"),
    ],
)
def test_text_that_resembles_a_suppression_is_no_problem(path: str, text: str) -> None:
    assert without_allowed([], [SourceFile(path, text)]) == []


def test_a_reason_may_hold_an_arrow() -> None:
    text = "<!-- check: allow figure-without-note, because A -> B\n says so -->\nOne."
    assert told(text, "docs/a.md", "figure-without-note", 3) == []


@pytest.mark.parametrize(
    "text", ["<!-- check the dates -->\nOne.", "<!-- unchecked: allow -->\nOne.", "check: allow x"]
)
def test_other_comments_mean_nothing(text: str) -> None:
    assert without_allowed([], [SourceFile("docs/a.md", text)]) == []
