"""Tests of data.settings: what mkdocs.yml says of the guide is taken as written, and each slip has its place."""

import pytest

from studyguide.data.settings import read_settings
from studyguide.diagnostics.source_text import SourceFile

GUIDE = "site_name: A\nextra:\n  generator: false\n  guide:\n"


def told(text: str) -> list[str]:
    return [str(problem) for problem in read_settings(SourceFile("mkdocs.yml", text)).problems]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "site_name: A\n",
        "extra:\n",
        "extra: {generator: false, analytics: {provider: x}, social: []}\n",
        "extra:\n  guide:\n",
        "extra:\n  guide: {}\n",
        "- a list\n",
        "? [a, b]\n: c\n",
        f'{GUIDE}    conference: PSMUN\n    committee:\n    contact: ""\n    paper: letter\n    html: [video]\n',
        f"{GUIDE}    contact: |\n      [the chairs](mailto:chairs@example.org)\n",
        f"{GUIDE}    contact: No-one but the secretariat\n",
        f"{GUIDE}    conference: PSMUN  # the short name\n    paper: letter  #3\n    html: [\n      video #3\n    ]\n",
        f'{GUIDE}    conference: "PSMUN #3"\n',
        f"{GUIDE}    conference: C#3\n",
        f"{GUIDE}    paper: Letter\n",
        f"{GUIDE}    paper: LETTER\n",
        f"{GUIDE}    paper: A4\n",
        f"{GUIDE}    paper:\n",
        f"{GUIDE}    conference: !ENV [CONFERENCE, PSMUN]\n",
        "site_name: A  # as on the poster\nsite_url: !ENV [SITE_URL, '']\n",
        "theme:\n  palette:\n    - scheme: default\n    - scheme: slate\nnav:\n  - Home: index.md\n  - Home: more.md\n",
        "a: &again [1]\nb: *again\nc: *again\n",
        "extra:\n  guest: A\n",
    ],
)
def test_nothing_is_wrong(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("value", ["2026", "2026.10", "12:30", "2026-03-01", "no", "~x", "'PSMUN #3'", "007"])
def test_a_value_is_what_is_written(value: str) -> None:
    settings = read_settings(SourceFile("mkdocs.yml", f"{GUIDE}    conference: {value}\n"))
    assert settings.guide
    assert settings.guide.text("conference") == value.strip("'")


@pytest.mark.parametrize(
    ("lines", "place", "words"),
    [
        (
            "conferense: PSMUN",
            "5:5",
            '"conferense" is no field of this guide. Did you mean "conference"?',
        ),
        ("size: red", "5:5", '"size" is no field of this guide. The fields are: conference, committee, '),
        (
            "topic: {a: b}",
            "5:12",
            '"topic" must be text. Write it in one line, in quotation marks if it begins',
        ),
        ("officer:\n      - Anna\n      - Ben", "6:7", '"officer" must be text. Write it in one line'),
        ("html: video", "5:11", '"html" must be a list. Write "[one, two]"'),
        ("contact: yes", "5:14", '"contact" cannot be "yes". Write who answers questions, as in "[the chairs](mailto:'),
        ("contact: No", "5:14", '"contact" cannot be "No".'),
        ("paper: US letter", "5:12", '"paper" cannot be "US letter". Write a4 or letter. [wrong-form]'),
        (
            "chapters: no",
            "5:15",
            '"chapters" cannot be "no". Write page or follow, or leave the line out.',
        ),
        ("paper: a5", "5:12", '"paper" cannot be "a5". Write a4 or letter. [wrong-form]'),
        ("contact: a\n    contact: b", "6:5", 'The field "contact" stands twice in this entry. Keep one of them.'),
        (
            "conference: PSMUN #3",
            "5:23",
            "What stands behind # is left out as a remark. Put the text in quotation marks",
        ),
        ("committee: UNODC #3", "5:22", "What stands behind # is left out as a remark."),
        ("officer: Anna #3", "5:19", "What stands behind # is left out as a remark."),
        ("contact: chairs #3", "5:21", "What stands behind # is left out as a remark."),
        ("topic: #WeProtect", "5:12", "What stands behind # is left out as a remark."),
        ("conference: &PSMUN", "5:17", 'A text cannot begin with "&". Put it in quotation marks. [unquoted-sign]'),
    ],
)
def test_a_fault_of_the_guide_s_own_settings(lines: str, place: str, words: str) -> None:
    problems = told(f"{GUIDE}    {lines}\n")
    assert len(problems) == 1
    assert problems[0].startswith(f"mkdocs.yml:{place}: {words}")


@pytest.mark.parametrize("value", ["PSMUN", "[PSMUN]"])
def test_the_guide_s_settings_are_lines(value: str) -> None:
    words = 'This guide must be lines of "name: value". [wrong-type]'
    assert told(f"extra:\n  guide: {value}\n") == [f"mkdocs.yml:2:10: {words}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "extra:\n  guide:\n    conference: A\nnav: [a.md]\nextra:\n  guide:\n    paper: letter\n",
            'mkdocs.yml:5:1: "extra" stands twice, on line 1 and here, and only the last would count. '
            "Put the lines of both into one. [repeated-field]",
        ),
        (
            "site_name: A\nsite_name: B\n",
            'mkdocs.yml:2:1: "site_name" stands twice, on line 1 and here, and only the last would count. '
            "Keep one of them. [repeated-field]",
        ),
        (
            "theme: {language: en, name: material, language: de}\n",
            'mkdocs.yml:1:39: "language" stands twice, on line 1 and here, and only the last would count. '
            "Keep one of them. [repeated-field]",
        ),
        (
            "plugins:\n  - bibtex:\n      csl_file: a\n      csl_file: b\n",
            'mkdocs.yml:4:7: "csl_file" stands twice, on line 3 and here, and only the last would count. '
            "Keep one of them. [repeated-field]",
        ),
        (
            "extra:\n  guide:\n    conference: A\n  social:\n    link: a\n    link: b\n",
            'mkdocs.yml:6:5: "link" stands twice, on line 5 and here, and only the last would count. '
            "Keep one of them. [repeated-field]",
        ),
        (
            "site_name: A #1\nsite_description: The guide of #UNODC\nsite_author: Anna\ncopyright: B #3\n",
            "mkdocs.yml:1:14: What stands behind # is left out as a remark. "
            "Put the text in quotation marks if it belongs to it. [text-behind-hash]",
        ),
        (
            "extra:\n  conference: PSMUN\n",
            'mkdocs.yml:2:3: "conference" stands outside of "guide", where it does nothing. '
            'Put it below "guide:", as far in as the lines there. [unknown-field]',
        ),
        (
            "extra:\n  Guide:\n    conference: PSMUN\n",
            'mkdocs.yml:2:3: Under "Guide" nothing is read. Did you mean "guide"? [unknown-field]',
        ),
        ("site_name: [A\n", "mkdocs.yml:1:12: This is not valid YAML. "),
    ],
)
def test_a_fault_beside_them(text: str, expected: str) -> None:
    assert told(text)[0].startswith(expected)


def test_what_an_alias_repeats_is_told_once() -> None:
    told_once = told("theme: &again\n  name: a\n  name: b\nextra: *again\nplugins: *again\n")
    assert [line.partition(": ")[0] for line in told_once] == ["mkdocs.yml:3:3"]


def test_of_two_parts_with_one_name_the_last_counts_as_in_mkdocs() -> None:
    text = "extra: {guide: {topic: A}}\nextra: {guide: {topic: B}}\n"
    span = read_settings(SourceFile("mkdocs.yml", text)).span("extra", "guide", "topic")
    assert span
    assert (span.text, str(span.where)) == ("B", "mkdocs.yml:2:24")
    assert text[span.start : span.end] == "B"


def test_a_path_of_names_leads_through_lists() -> None:
    text = "plugins:\n  - search\n  - bibtex:\n      csl_file: styles/chicago.csl\n"
    span = read_settings(SourceFile("mkdocs.yml", text)).span("plugins", "bibtex", "csl_file")
    assert span
    assert span.text == "styles/chicago.csl"


def test_of_a_file_that_is_no_yaml_the_settings_know_the_file_alone() -> None:
    settings = read_settings(SourceFile("mkdocs.yml", "site_name: [A\n"))
    assert settings.file.path == "mkdocs.yml"
    assert settings.span("site_name") is None


@pytest.mark.parametrize("names", [("theme",), ("theme", "gone"), ("theme", "name", "deeper"), ("gone", "name")])
def test_where_no_text_is_there_is_no_passage(names: tuple[str, ...]) -> None:
    assert read_settings(SourceFile("mkdocs.yml", "theme: {name: x}\n")).span(*names) is None
