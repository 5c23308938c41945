"""Tests of data.bibliography: the cases of golden/sources.yaml, and what a source says of itself."""

import json
import logging
import re
from typing import Any

import pypandoc
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.data.bibliography import Source, read_sources
from studyguide.data.field_values import _COMMANDS
from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceFile
from tests import paths

GOLDEN: dict[str, Any] = yaml.safe_load((paths.GOLDEN / "sources.yaml").read_text(encoding="utf-8"))


def read(text: str) -> tuple[tuple[Source, ...], list[Problem]]:
    return read_sources(SourceFile("bibliography.bib", text))


def source(**fields: str) -> Source:
    return Source("a", fields, Location("bibliography.bib"))


@pytest.mark.parametrize(
    ("file", "place"),
    [
        ("@misc{a, title = {A}, publisher = x}", "1:23"),
        ("@misc{a,\n  title = {A},\n\turl = {x org},\n}", "3:2"),
        ("  @misc{a, title = {A}}", "1:3"),
        ("@misc{a, urltitle = {A}, title = {B}, url={x org}}", "1:39"),
    ],
)
def test_a_fault_has_its_column(file: str, place: str) -> None:
    places = {str(problem.where) for problem in read(file)[1]}
    assert f"bibliography.bib:{place}" in places


@pytest.mark.parametrize(("file", "keys"), GOLDEN["fine"])
def test_nothing_is_wrong(file: str, keys: list[str]) -> None:
    sources, problems = read(file)
    assert problems == []
    assert [source.key for source in sources] == keys


@pytest.mark.parametrize(("file", "keys", "expected"), GOLDEN["faulty"])
def test_a_fault_is_told_and_the_other_sources_are_found(file: str, keys: list[str], expected: list[list[str]]) -> None:
    sources, problems = read(file)
    told = [str(problem) for problem in problems]
    assert len(told) == len(expected), told
    for line, *parts in expected:
        matching = [text for text in told if re.match(rf"bibliography\.bib:{line}:\d+: ", text)]
        assert any(all(part in text for part in parts) for text in matching), (line, parts, told)
    assert [source.key for source in sources] == keys


@pytest.mark.parametrize(("file", "told"), GOLDEN["told"])
def test_a_fault_is_told_in_these_words(file: str, told: list[str]) -> None:
    assert [str(problem).removeprefix("bibliography.bib:") for problem in read(file)[1]] == told


def test_a_day_that_no_calendar_has_is_told() -> None:
    (problem,) = read("@misc{a, title = {T}, doi = {1}, date = {2024-02-30}}")[1]
    assert problem.rule == "wrong-source-date"
    assert problem.words == "'2024-02-30' is not in the calendar: February 2024 has days 01 to 29."


def test_what_cannot_be_read_is_told_here_and_by_nobody_else(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("bibtexparser").setLevel(logging.NOTSET)
    caplog.set_level(logging.WARNING)
    assert len(read("@online{a, title = {T, url = {https://u}}\n@online{b, title = {T}, url = {https://u}}")[1]) == 1
    assert caplog.records == []
    assert logging.getLogger().level == logging.WARNING


def test_an_abbreviation_may_be_long_but_not_endless() -> None:
    longest = "x" * 10_000
    assert read(f"@string{{a = {{{longest}}}}}")[1] == []
    assert [str(problem.where) for problem in read(f"@string{{a = {{{longest}x}}}}")[1]] == ["bibliography.bib:1:1"]
    doubled = f"@string{{A = {{{longest[:5000]}}}}}\n@string{{b = a # A}}\n@string{{c = b # {{x}}}}\n@string{{d = c}}"
    assert [str(problem) for problem in read(doubled)[1]] == [
        "bibliography.bib:3:1: This abbreviation stands for too much text. Write it out. [bibtex-syntax]"
    ]


@pytest.mark.parametrize(("file", "keys"), GOLDEN["fine"])
def test_pandoc_reads_what_is_not_wrong(file: str, keys: list[str]) -> None:
    """Pandoc, which writes the notes, is the judge: it reads the same sources from the file."""
    items = json.loads(pypandoc.convert_text(bibtex_input(file, read(file)[0]), "csljson", format="biblatex"))
    assert [item["id"] for item in items] == keys
    dated = [source.key for source in read(file)[0] if source.fields.get("date")]
    assert {*dated} <= {item["id"] for item in items if "issued" in item}


@pytest.mark.parametrize("command", [r"\textbff", r"\emh", r"\italic", r"\bold", r"\quote", r"\underlin", r"\textitt"])
def test_pandoc_loses_the_words_of_a_command_that_is_none(command: str) -> None:
    file = f"@misc{{a, title = {{T}}, doi = {{1}}, note = {{A {command}{{zebra}}}}}}"
    assert [problem.rule for problem in read(file)[1]] == ["unescaped-sign"]
    assert "zebra" not in pypandoc.convert_text(file, "csljson", format="biblatex")


def test_pandoc_keeps_the_words_of_each_command_that_is_one() -> None:
    written = " ".join(f"{command}{{zebra}}" for command in sorted(_COMMANDS - {r"\href"}))
    file = f"@misc{{a, title = {{T}}, doi = {{1}}, note = {{{written}}}}}"
    assert read(file)[1] == []
    assert pypandoc.convert_text(file, "csljson", format="biblatex").count("zebra") == len(_COMMANDS) - 1


def test_a_source_has_its_fields_and_its_place() -> None:
    text = (
        "\n@string{un = {United Nations}}\n\n@Report{un1989,\n  Title = {The {UN}\n    Convention},\n"
        '  publisher = un,\n  url = "https://x.org/a_b",\n  year = 1989,\n  month = nov,\n}\n'
    )
    ((found,), problems) = read(text)
    assert problems == []
    assert (found.type, found.key, found.anchor, str(found.where)) == (
        "report",
        "un1989",
        "ref-un1989",
        "bibliography.bib:4:1",
    )
    assert found.title == "The UN Convention"
    assert (found.fields["publisher"], found.fields["url"]) == ("United Nations", "https://x.org/a_b")
    assert (found.fields["year"], found.fields["month"]) == ("1989", "nov")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("{{eSafety Commissioner}}", "eSafety Commissioner"),
        ("{Portugal} wants {EU} law", "Portugal wants EU law"),
        (r"Questions \& answers: 100\%", "Questions & answers: 100%"),
        ("Two\n    lines", "Two lines"),
        ("", ""),
    ],
)
def test_a_title_is_plain_text(written: str, title: str) -> None:
    assert source(title=written).title == title


def test_a_source_without_a_title_has_an_empty_one() -> None:
    assert source().title == ""


@pytest.mark.parametrize(
    ("keywords", "is_further"),
    [
        ("further-reading", True),
        ("law, further-reading", True),
        ("law;further-reading; x", True),
        ("further-readings", False),
        ("further reading", False),
        ("", False),
    ],
)
def test_further_reading_is_marked_by_a_keyword(keywords: str, is_further: bool) -> None:
    assert source(keywords=keywords).is_further_reading is is_further


def test_a_source_without_keywords_is_no_further_reading() -> None:
    assert not source(title="further-reading").is_further_reading


@given(st.lists(st.sampled_from(["@online{a,", "@misc{", "title", "=", "{", "}", '"', ",", "\n", "@", "#", "x y"])))
def test_whatever_the_file_holds_never_raises(parts: list[str]) -> None:
    text = "".join(parts)
    _, problems = read(text)
    assert all(1 <= problem.where.line <= text.count("\n") + 1 for problem in problems)


@given(st.lists(st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True), unique=True, max_size=8), st.data())
def test_one_broken_source_hides_no_other(keys: list[str], data: st.DataObject) -> None:
    broken = data.draw(st.sampled_from(keys)) if keys else ""
    text = "".join(
        f"@online{{{key},\n  title = {{T{'' if key == broken else '}'},\n  url = {{https://u}},\n}}\n" for key in keys
    )
    sources, problems = read(text)
    assert [source.key for source in sources] == keys
    assert [problem.where.line for problem in problems] == ([keys.index(broken) * 4 + 1] if keys else [])


def test_of_sources_with_the_same_key_the_first_counts() -> None:
    text = "@online{a, title = {T}, title = {T}, url = {https://u}}\n@online{a, title = {U}, url = {https://v}}"
    assert [str(found.where) for found in read(text)[0]] == ["bibliography.bib:1:1"]
