"""Tests of diagnostics.reports: the same problems for people, for GitHub and for editors."""

import json
import re

import pytest

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.reports import REPORTS, github_report, grouped_report, json_report, plain_report
from tests.paths import ROOT

ERROR = Problem(Location("docs/index.md", 3, 5), "unknown-term", 'No term has the id "x".', "Check the spelling.")
WARNING = Problem(Location("bibliography.bib", 12), "uncited-source", "Nothing cites it.")


def test_for_people() -> None:
    assert plain_report([WARNING, ERROR]) == (
        "bibliography.bib:12: Nothing cites it. [uncited-source] (warning)\n"
        'docs/index.md:3:5: No term has the id "x". Check the spelling. [unknown-term]\n'
        "1 to mend, 1 to look at. `make explain RULE=name` explains each name in brackets."
    )


def test_what_many_places_share_is_told_once_and_last() -> None:
    again = [Problem(Location("bibliography.bib", line), WARNING.rule, WARNING.message) for line in (30, 20)]
    other = Problem(Location("glossary.yaml", 5, 3), "unused-term", "Nothing uses it.")
    assert grouped_report([*again, WARNING, other, ERROR]) == (
        'docs/index.md:3:5: No term has the id "x". Check the spelling. [unknown-term]\n'
        "glossary.yaml:5:3: Nothing uses it. [unused-term] (warning)\n"
        "bibliography.bib:12 and 2 more: Nothing cites it. [uncited-source] (warning)\n"
        "1 to mend, 4 to look at. `make explain RULE=name` explains each name in brackets. "
        "`make check` lists them one by one."
    )


def test_problems_of_one_place_each_are_all_told() -> None:
    assert grouped_report([WARNING, ERROR]).count("\n") == 2
    assert grouped_report([]) == "Nothing to mend."


def test_for_github() -> None:
    assert github_report([WARNING, ERROR]).splitlines() == [
        "::warning file=bibliography.bib,line=12,title=uncited-source::"
        "Nothing cites it. See chairs/warnings/#uncited-source",
        "::error file=docs/index.md,line=3,col=5,title=unknown-term::"
        'No term has the id "x". Check the spelling. See chairs/chapters/#unknown-term',
        "1 to mend, 1 to look at. `make explain RULE=name` explains each name in brackets.",
    ]


def test_nothing_that_a_chair_wrote_ends_an_annotation_or_begins_another() -> None:
    path = "docs/a,b: c%2C.md"
    problem = Problem(Location(path, 1, 2), "unknown-term", "It is 5%0A:\r\n::error::x, y.")
    annotation, _ = github_report([problem]).split("\n")
    read = re.fullmatch(r"::error ([^:]*)::([^\r\n]*)", annotation)
    assert read
    properties = dict(item.split("=") for item in read[1].split(","))
    assert properties == {"file": "docs/a%2Cb%3A c%252C.md", "line": "1", "col": "2", "title": "unknown-term"}
    assert read[2].startswith("It is 5%250A:%0D%0A::error::x, y. See ")


def test_for_editors() -> None:
    assert json.loads(json_report([WARNING, ERROR])) == [
        {
            "path": "bibliography.bib",
            "line": 12,
            "column": None,
            "kind": "uncited-source",
            "severity": "warning",
            "message": "Nothing cites it.",
            "hint": "",
            "help": "chairs/warnings/#uncited-source",
        },
        {
            "path": "docs/index.md",
            "line": 3,
            "column": 5,
            "kind": "unknown-term",
            "severity": "error",
            "message": 'No term has the id "x".',
            "hint": "Check the spelling.",
            "help": "chairs/chapters/#unknown-term",
        },
    ]


def test_a_console_of_any_encoding_can_print_the_list_for_editors() -> None:
    assert json_report([Problem(Location("a.md"), "unknown-term", "“Ä”")]).isascii()


@pytest.mark.parametrize(
    ("name", "report"), [("plain", "Nothing to mend."), ("github", "Nothing to mend."), ("json", "[]")]
)
def test_of_a_good_guide(name: str, report: str) -> None:
    assert REPORTS[name]([]) == report


def test_the_task_of_vs_code_reads_the_lines_for_people() -> None:
    (task,) = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    pattern = task["problemMatcher"]["pattern"]
    names = ("file", "line", "column", "severity", "code", "message")
    found = []
    for line in plain_report([WARNING, ERROR]).splitlines():
        if match := re.fullmatch(pattern["regexp"], line):
            found.append(tuple(match[pattern[name]] for name in names))
    assert found == [
        ("bibliography.bib", "12", None, "warning", "uncited-source", "Nothing cites it."),
        ("docs/index.md", "3", "5", None, "unknown-term", 'No term has the id "x". Check the spelling.'),
    ]
