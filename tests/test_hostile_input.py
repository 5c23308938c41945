"""Bad input to every reader: a right result or a located problem, in bounded time, and never an exception.

The cases of hostile/ were written by hand; Hypothesis makes more from the same signs.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.completeness import count_page, lost_from_pages
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.csl_styles import style_problems
from studyguide.data.guide import Guide, load_guide
from studyguide.data.yaml_depth import front_matter_problem
from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.labels.catalogue import ENGLISH
from studyguide.lint.runner import check_guide
from studyguide.markdown.timeline_svg import draw_timeline
from studyguide.outputs.book import BookPage
from studyguide.outputs.pdf.document import make_printable
from tests.helpers import a_guide, a_source, a_term, an_event, read
from tests.paths import HOSTILE, STYLES

STYLE = (STYLES / "mla-notes.csl").read_bytes()
GLOSSARY, TIMELINE, BIBLIOGRAPHY = "glossary.yaml", "timeline.yaml", "bibliography.bib"
LONGEST = 60
"""Seconds: no measure of speed, but what a hang would pass on the slowest machine."""


def cases(name: str) -> list[Any]:
    loaded: list[Any] = yaml.safe_load((HOSTILE / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def load(**files: bytes) -> tuple[Guide, list[Problem]]:
    """Read a guide of these files, whose names are without their endings, and give what is wrong with its data."""
    names = {"glossary": GLOSSARY, "timeline": TIMELINE, "bibliography": BIBLIOGRAPHY, "style": "style.csl"}
    content = dict.fromkeys(names, b"") | {"style": STYLE} | files
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for name, path in names.items():
            (Path(folder) / path).write_bytes(content[name])
        guide = load_guide(Path(folder), "style.csl")
    problems = [each for each in check_guide(guide, [], set()) if not each.is_warning]
    assert time.process_time() - start < LONGEST
    for problem in problems:
        lines = (
            content[next(name for name, path in names.items() if path == problem.where.path)]
            if (problem.rule != "missing-marker")
            else b""
        )
        assert 1 <= problem.where.line <= lines.count(b"\n") + lines.count(b"\r") + 1
    return guide, [problem for problem in problems if problem.rule != "missing-marker"]


@pytest.mark.parametrize(
    ("text", "kind"), [case[1:] for case in cases("yaml")], ids=[case[0] for case in cases("yaml")]
)
def test_yaml(text: str, kind: str) -> None:
    problems = load(glossary=text.encode())[1]
    assert (problems[0].rule if problems else "") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (b"\xef\xbb\xbf- id: a\n  term: b\n  definition: c\n", ""),
        ("- id: a\n".encode("utf-16"), "not-utf-8"),
        ("- id: é\n".encode("latin-1"), "not-utf-8"),
        (b"- id: \xed\xa0\x80\n", "not-utf-8"),
        (b"- id: a\n  term: b\n  definition: " + b"x" * 2_000_000, ""),
        (b"- id: a\n  term: " + b"x" * 2_000_000 + b"\n  definition: c", ""),
        (b"- " + b"k" * 100_000 + b": v\n", "yaml-syntax"),
        (b"[" * 1_000_000, "yaml-syntax"),
        (b"- " * 1_000_000, "yaml-syntax"),
        (b"{a: " * 1_000_000, "yaml-syntax"),
        (b"".join(b" " * number + b"a:\n" for number in range(2_000)), "yaml-syntax"),
        (b"- {" + b",".join([b"id: a"] * 1_000) + b"}\n", "missing-dash"),
    ],
    ids=["mark", "utf-16", "latin-1", "half", "long", "long-name", "key", "lists", "dashes", "maps", "indents", "ids"],
)
def test_yaml_in_bytes(text: bytes, kind: str) -> None:
    problems = load(glossary=text)[1]
    assert (problems[0].rule if problems else "") == kind


def test_aliases_of_aliases_are_never_followed() -> None:
    bomb = "- &a0 [x, x]\n" + "".join(f"- &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    assert load(timeline=bomb.encode())[1][0].rule == "unquoted-sign"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: A\ntags: [a, [b]]\n---\n# A\n", 0),
        ("---\na: &a [x, x]\ndescription: [*a, *a]\n---\n# A\n", 3),
        ("---\na: &a {b: c}\n<<: *a\n---\n# A\n", 3),
        (f"---\ntitle: A\nb: {'[' * 900}\n---\n", 3),
        ("---\ntitle: [\n---\n", 0),
        ("# A\n\n---\n*a\n---\n", 0),
    ],
)
def test_front_matter(text: str, line: int) -> None:
    problem = front_matter_problem(SourceFile("docs/a.md", text))
    assert (problem.where.line if problem else 0) == line


def test_the_deepest_front_matter_is_told_by_us_or_refused_by_the_reader() -> None:
    """From 6.0.4 on PyYAML goes no deeper than 1,000; before, it went on until the process ended."""
    matter = f"b: {'[' * 200_000}\n"
    problem = front_matter_problem(SourceFile("docs/a.md", f"---\n{matter}---\n"))
    if problem:
        assert problem.where.line == 2
    else:
        with pytest.raises(yaml.YAMLError):
            yaml.load(matter, yaml.CSafeLoader)


@pytest.mark.parametrize(
    ("text", "kind"), [case[1:] for case in cases("bibtex")], ids=[case[0] for case in cases("bibtex")]
)
def test_bibtex(text: str, kind: str) -> None:
    problems = load(bibliography=text.encode())[1]
    assert (problems[0].rule if problems else "") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("".join(f"@misc{{k{n}, title={{T{n}}}, publisher={{p}}}}\n" for n in range(10_000)), ""),
        ("@misc{a, title=" + "{" * 20_000 + "x" + "}" * 20_000 + ", publisher={z}}", ""),
        ("@misc{a, title={" + "x" * 2_000_000 + "}, publisher={z}}", ""),
        ("@" * 50_000, "bibtex-syntax"),
        ("{" * 50_000, "bibtex-syntax"),
        ('@misc{a, title="' * 5_000, "bibtex-syntax"),
        (
            "@string{a0={x}}" + "".join(f"@string{{a{n} = a{n - 1} # a{n - 1}}}\n" for n in range(1, 40)),
            "bibtex-syntax",
        ),
    ],
    ids=["many", "braces", "long", "ats", "open", "quotes", "doubled"],
)
def test_bibtex_in_bulk(text: str, kind: str) -> None:
    guide, problems = load(bibliography=text.encode())
    assert (problems[0].rule if problems else "") == kind
    assert len(guide.sources) == text.count("@misc{k") or kind or len(guide.sources) == 1


@pytest.mark.parametrize("text", [case[1] for case in cases("csl")], ids=[case[0] for case in cases("csl")])
def test_csl(text: str) -> None:
    assert [problem.rule for problem in style_problems(SourceFile("styles/a.csl", text))] == ["wrong-style"]


# Markdown


class _AnyText(dict[Any, str]):
    def __missing__(self, key: object) -> str:
        return "text"


def drive(text: str) -> list[Problem]:
    """Read a chapter, check it, fill it and make it ready for print; where nothing is wrong nothing may be lost."""
    start = time.process_time()
    terms, events, sources = [a_term("hotline")], [an_event("e")], [a_source("a"), a_source("b")]
    guide = a_guide(terms, events, sources)
    chapter, html = read(text, terms, events)
    problems = [each for each in check_guide(guide, [chapter], {"background.md"}) if not each.is_warning]
    problems = [problem for problem in problems if problem.rule != "missing-marker"]
    if not problems:
        written = RenderedCitations(_AnyText(), _AnyText())
        linker = LinkResolver(build_backlink_index(guide, [chapter], {}), lambda here, there: "/")
        page = PlaceholderResolver(linker, written).fill(chapter, linker.link(chapter.path, html))
        losses = lost_from_pages(guide, [chapter], {chapter.path: count_page(page)})
        assert [loss for loss in losses if loss.where.path.startswith("docs/")] == []
        make_printable([BookPage(chapter.path, "background/", page)])
    assert time.process_time() - start < LONGEST
    return problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[" * 2_000 + "x" + "]" * 2_000, "tangled-text"),
        ("[@" * 5_000, "tangled-text"),
        ("_a" * 10_000, "tangled-text"),
        ("`" * 20_001, "tangled-text"),
        ("<!--" * 5_000, "tangled-text"),
        ("[a](" * 500, ""),
        ("word " * 200_000, ""),
        (">" * 500 + " x", ""),
        ("".join(f"{' ' * 4 * n}- a\n" for n in range(60)), ""),
        ("!!! note\n" * 500, ""),
        ("<div>\n" * 300, ""),
        ("```\n[@a]\n", ""),
        ("~~~\n```\n~~~\n[@a]\n", ""),
        ("x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a] [@a]\n", "nested-note"),
        ("x[^a]\n\n[^a]: y[^a]\n", "nested-note"),
        ("x[^a]\n\n[^a]: \n", ""),
        ("<!-- open", "open-comment"),
        ("<!--\n\n" * 20_000, "open-comment"),
        ("[a] (" * 2_000, ""),
        ("- a\n  - b\n" * 20_000, "broken-list"),
        ("a\tb\n" * 50_000, "broken-table"),
        ("| a " * 50_000, ""),
        ("a[1] https://x.org " * 20_000, ""),
        ("{#a " * 50_000, ""),
        ("<![CDATA[ x ]]> <?php x ?> <!x>", "unsafe-html"),
        ("a\x01b", "lost-character"),
        ("\x02wzxhzdk:0\x03", "lost-character"),
        ("\ue000\ue010\ue001[@a]", "lost-character"),
        ("&#0; &#x110000; &bogus;", ""),
        ("<<<<<<< a\nb\n=======\nc\n>>>>>>> d", "merge-conflict"),
        ("[@a; @b; c]", "citation-without-source"),
        ("[@a" + ";" * 5_000 + "]", "citation-without-source"),
        ("a\u202eb " + "e\u0301" * 500, ""),
        ("<!--guide:citation 9--> <!--guide:nothing x-->", ""),
    ],
)
def test_markdown(text: str, kind: str) -> None:
    problems = drive(f"# T\n\n{text}\n")
    assert (problems[0].rule if problems else "") == kind


# What Hypothesis makes of the same signs

YAML_PIECES = [
    "- ",
    "id: ",
    "a",
    "term: ",
    "definition: ",
    "\n",
    "\n  ",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "&a ",
    "*a",
    "<<: ",
    "!t ",
]
YAML_PIECES += [
    '"',
    "'",
    "\\x02",
    "|",
    ">",
    "#",
    "---\n",
    "\t",
    "\x00",
    "\x85",
    "NO",
    "12:30",
    "?",
    "%",
    "@",
    "é",
    "\ufeff",
]
BIB_PIECES = [
    "@misc{",
    "@string{",
    "@comment{",
    "a",
    "b",
    ",",
    "title={",
    "crossref={",
    "}",
    "{",
    "\n",
    "=",
    "#",
    '"',
    "\\",
    "%",
    "$",
]
BIB_PIECES += ["url={javascript:", "publisher={z}", "month=jan", "@", "“", "xdata={a,b}", " "]
MARKDOWN_PIECES = [
    "[@a]",
    "[@",
    "]",
    "[",
    "(",
    ")",
    "[^n]",
    "\n\n[^n]: ",
    "`",
    "```\n",
    "\n",
    "\n\n",
    "# ",
    "- ",
    "> ",
    "| ",
    "|-",
    "<b>",
]
MARKDOWN_PIECES += [
    "<div>",
    "</div>",
    "<!-- ",
    " -->",
    "!!! note\n    ",
    "![",
    "a.md",
    "*",
    "_",
    "\\",
    "&lt;",
    "<",
    "a",
    "hotline",
    "    ",
]
MARKDOWN_PIECES += [
    '<div markdown="1">',
    "{ #x }",
    "{ onclick=y }",
    "<!-- timeline -->",
    "term:hotline",
    "javascript:",
    "\x01",
    "@a",
    ";",
]


def texts(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=40).map("".join)


@given(texts(YAML_PIECES) | st.text(max_size=60), st.booleans())
def test_any_yaml_is_read_or_told_of(text: str, is_glossary: bool) -> None:
    data = text.encode("utf-8", "surrogatepass")
    guide, problems = load(**{"glossary" if is_glossary else "timeline": data})
    entries: list[Any] = [*guide.terms, *guide.events]
    assert (
        problems or len(entries) == sum(line.startswith("- ") for line in text.splitlines()) or not text.strip("- \n")
    )


@given(texts(BIB_PIECES) | st.text(max_size=60))
def test_any_bibtex_is_read_or_told_of(text: str) -> None:
    guide, problems = load(bibliography=text.encode("utf-8", "surrogatepass"))
    assert problems or all(source.title for source in guide.sources)


@given(texts(MARKDOWN_PIECES) | st.text(max_size=60))
def test_any_markdown_is_read_or_told_of(text: str) -> None:
    drive(text)


@given(st.data())
def test_any_damage_to_a_style_is_survived(data: st.DataObject) -> None:
    text = STYLE.decode()
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 400)))
    problems = style_problems(SourceFile("styles/a.csl", text[:start] + data.draw(st.text(max_size=8)) + text[end:]))
    assert all(problem.rule == "wrong-style" for problem in problems)


@given(
    st.from_regex(r"Y-?[1-9][0-9]{4,60}|-?[0-9]{3}[1-9]|[0-9]{3}X|[0-9]{4}/\.\.", fullmatch=True), st.integers(1, 9999)
)
def test_any_years_can_be_drawn(date: str, year: int) -> None:
    events = sorted([an_event("a", date), an_event("b", f"{year:04}")], key=lambda event: event.date.sort_key)
    assert draw_timeline(events, ENGLISH).count("<a ") == 2
