"""Tests of lint.html_policy: what no page may hold, in every disguise that a browser sees through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.citeproc.notes import render_citations
from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.lint.html_policy import Unsafe, is_active_drawing, page_problems, rendered_problems, unsafe_parts
from studyguide.lint.runner import check_guide
from studyguide.markdown.chapter import Chapter
from studyguide.markdown.urls import scheme_of, unsafe_url_scheme
from studyguide.mkdocs.reading import reading_extension
from tests.helpers import a_guide, a_source, a_term, chapters_with, markdown_with, read
from tests.paths import STYLES

STYLE = (STYLES / "mla-notes.csl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "unsafe"),
    [
        ("<p>x<script>alert(1)</script>", [Unsafe("script")]),
        ("<ScRiPt/src=x>", [Unsafe("script")]),
        ("<scr<script>ipt>", [Unsafe("scr<script")]),
        ("<iframe src=/>", [Unsafe("iframe")]),
        ("<form><button>go</button></form>", [Unsafe("form"), Unsafe("button")]),
        ("<style>p{background:url(x)}</style>", [Unsafe("style")]),
        ('<meta http-equiv="refresh" content="0;url=x">', [Unsafe("meta")]),
        ("<base href=x><link rel=stylesheet href=x>", [Unsafe("base"), Unsafe("link")]),
        ("<object data=x></object><embed src=x>", [Unsafe("object"), Unsafe("embed")]),
        ("<video><source></video>", [Unsafe("video"), Unsafe("source")]),
        ("<template><script></script></template><noscript></noscript>", [Unsafe("template"), Unsafe("noscript")]),
        ("<math><mi xlink:href=x></mi></math>", [Unsafe("math"), Unsafe("mi")]),
        (
            "<svg><foreignObject/><use href=x /><animate onbegin=x /><set/></svg>",
            [Unsafe("foreignobject"), Unsafe("use"), Unsafe("animate"), Unsafe("set")],
        ),
        ("<p onclick=x>", [Unsafe("p", "onclick")]),
        ("<svg/onload=alert(1)>", [Unsafe("svg", "onload")]),
        ("<a href=b\nonmouseover=x>", [Unsafe("a", "onmouseover")]),
        ("<img src=x onerror=alert(1)//", []),  # a tag that nothing closes is none at the end of a page,
        (
            "<div><img src=x onerror=alert(1)\n</div><p>y>",
            [Unsafe("img", "onerror"), Unsafe("img", "<"), Unsafe("img", "div")],
        ),  # else it is
        ("<body onload=x>", [Unsafe("body", "onload")]),
        ("<p>a<!-- b --><?c?><b onclick=x>", [Unsafe("b", "onclick")]),
        ("<input type>", [Unsafe("input", "type")]),
        ('<p style="background:url(//x)">', [Unsafe("p", "style")]),
        ('<p style="text-align:center;position:fixed">', [Unsafe("p", "style")]),
        ('<p data-md-component="search">', [Unsafe("p", "data-md-component")]),
        (
            "<img srcset=x><a ping=x><p contenteditable>",
            [Unsafe("img", "srcset"), Unsafe("a", "ping"), Unsafe("p", "contenteditable")],
        ),
        ("<input type=submit formaction=x>", [Unsafe("input", "type"), Unsafe("input", "formaction")]),
        ("<svg><a xlink:href='javascript:x'>", [Unsafe("a", "xlink:href", "javascript")]),
        ("<a href=javascript&colon;x>", [Unsafe("a", "href", "javascript")]),
        ('<a href=" &#1; jAv&Tab;aS&NewLine;cript:x">', [Unsafe("a", "href", "javascript")]),
        (
            "<a href='vbscript:x'><a href='file:///etc/passwd'>",
            [Unsafe("a", "href", "vbscript"), Unsafe("a", "href", "file")],
        ),
        ("<blockquote cite='data:text/html,x'>", [Unsafe("blockquote", "cite", "data")]),
    ],
)
def test_what_may_not_stand_in_a_page(html: str, unsafe: list[Unsafe]) -> None:
    assert list(unsafe_parts(html)) == unsafe


@pytest.mark.parametrize(
    "html",
    [
        "<details open><summary>More</summary><p class=a id=b title=c lang=en dir=ltr>d</p></details>",
        '<table><tr><th style="text-align: right;" scope=col>a</th><td colspan=2>b</td></tr></table>',
        "<a href='https://x.example/'></a><a href=mailto:a@b.example>b</a> <a href=tel:+1>c</a><a href='../d/#e'>d</a>",
        "<a href='guide:a.md#b'>a</a> <a href='1:2'>no scheme begins with a digit</a> <a href='a/b:c'>d</a>",
        "<ol start=3 reversed><li value=4>a</ol> <time datetime=2007>b</time> <abbr title=c>d</abbr>",
        "<svg viewBox='0 0 1 1' role=img aria-label=x><path d='M0 0' fill=none stroke-width=1 /><text>y</text></svg>",
        "<!-- <script> --> &lt;script> a < b",
        "<input type=checkbox checked disabled>",
    ],
)
def test_what_may(html: str) -> None:
    assert list(unsafe_parts(html)) == []


def test_the_guide_s_own_settings_open_a_tag_but_never_what_runs() -> None:
    html = "<video controls src=a.mp4 onplay=x><source src='javascript:y'></video><iframe></iframe>"
    opened = {"video", "source"}
    assert list(unsafe_parts(html, opened)) == [
        Unsafe("video", "onplay"),
        Unsafe("source", "src", "javascript"),
        Unsafe("iframe"),
    ]


HIDDEN = st.text("\t\n\r", max_size=3)


@given(
    st.sampled_from(["javascript", "data", "file", "vbscript", "blob"]),
    st.text(list(map(chr, range(33))), max_size=5),
    st.lists(HIDDEN, min_size=12, max_size=12),
    st.randoms(),
)
def test_no_disguise_hides_a_scheme(scheme: str, before: str, between: list[str], random: object) -> None:
    cased = "".join(letter.upper() if random.random() < 0.5 else letter for letter in scheme)  # type: ignore[attr-defined]
    written = before + "".join(letter + gap for letter, gap in zip(cased, between, strict=False)) + ":x"
    assert scheme_of(written) == scheme


SVG = 'xmlns="http://www.w3.org/2000/svg"'


@pytest.mark.parametrize(
    ("svg", "is_active"),
    [
        (f"<svg {SVG}><style>p{{}}</style><linearGradient id='a'/><path d='M0 0'/></svg>", False),
        (f"<svg {SVG} xmlns:l='http://www.w3.org/1999/xlink'><image l:href='data:image/png;base64,AA'/></svg>", False),
        (f"<svg {SVG}><script>x</script></svg>", True),
        ("<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:script/></s:svg>", True),
        (f"<svg {SVG} onload='x'/>", True),
        (f"<svg {SVG}><a href=' javascript:x'/></svg>", True),
        (f"<svg {SVG}><foreignObject/></svg>", True),
        ("<svg><script/></svg>", True),
        (f"<svg {SVG} xmlns:l='http://www.w3.org/1999/xlink'><a l:href='javascript:x'/></svg>", True),
        (f"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg {SVG}>&a;</svg>", True),
        ("<svg", True),
    ],
)
def test_drawings(svg: str, is_active: bool) -> None:
    assert is_active_drawing(svg.encode()) == is_active


# What a chair is told


def test_what_a_chair_is_told() -> None:
    where = Location("docs/a.md", 2, 3)
    hint = "Take it out, or write it as Markdown."
    assert [
        (each.rule, each.message, each.fix)
        for each in (unsafe.problem(where) for unsafe in (Unsafe("b"), Unsafe("b", "on")))
    ] == [
        (
            "unsafe-html",
            "The tag <b> may not stand in a page.",
            'Take it out, write it as Markdown, or "&lt;b>" if readers shall see it.',
        ),
        ("unsafe-html", 'The attribute "on" of <b> may not stand in a page.', hint),
    ]
    told = Unsafe("a", "href", "file").problem(where)
    assert told == unsafe_url_scheme(where, "file")
    assert told.where == where
    assert told.rule == "unsafe-address"
    assert told.message == 'An address here cannot begin with "file:".'
    assert told.fix == "Name a file of the guide, or begin it with https:// or mailto:."


# In a guide


def places(html: str, *texts: str, opened: tuple[str, ...] = ()) -> list[str]:
    """Where what is in a page is told, in files called a, b and so on."""
    files = [SourceFile(name, text) for name, text in zip("abc", texts, strict=False)]
    return [str(problem.where) for problem in page_problems(html, files, opened)]


def test_each_is_told_where_it_is_written() -> None:
    html = "<font>x</font><font>y</font><p onclick=z><FONT>w</FONT>"
    assert places(html, "<font>x</font>", "\n<FONT>y</FONT>\n\n <p onclick=z>", "<font>w") == [
        "a:1:1",
        "b:2:1",
        "b:4:5",
        "c:1:1",
    ]


def test_what_is_met_in_the_page_more_often_than_in_the_files_is_told_at_the_last() -> None:
    assert places("<font></font>" * 3, "<font>", "x <font>") == ["a:1:1", "b:1:3", "b:1:3"]


def test_what_no_file_holds_is_told_at_the_first() -> None:
    assert places("<font></font>", "x", "y") == ["a:1"]


def test_a_picture_is_told_with_the_pictures_and_what_follows_here() -> None:
    assert places("<img src='data:x'><font></font>", "<img src='data:x'><font>") == ["a:1:19"]


def test_an_opened_tag_is_told_of_no_more() -> None:
    assert places("<font></font><big></big>", "<font> <big>", opened=("font",)) == ["a:1:8"]


def told(guide: Guide, chapters: list[Chapter]) -> list[str]:
    problems = check_guide(guide, chapters, {chapter.path for chapter in chapters})
    return [f"{each.where} {each.rule}" for each in problems if not each.is_warning and each.rule != "missing-marker"]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("[x](javascript:alert(1))", "3:1 unsafe-address"),
        ("[x](<JaVaScRiPt:alert(1)>)", "3:1 unsafe-address"),
        ("[x](&#106;avascript:y)", "3:1 unsafe-address"),
        ("[x](java&Tab;script&colon;y)", "3:1 unsafe-address"),
        ("[x][1]\n\n[1]: data:text/html,y", "3:1 unsafe-address"),
        ("[x](file:///etc/passwd)", "3:1 unsafe-address"),
        ("![x](file:///etc/passwd)", "3:1 unsafe-address"),
        ("![x](data:image/svg+xml,y)", "3:1 unsafe-address"),
        ("![x](../../etc/passwd)", "3:1 unknown-file"),
        ("[x](guide:nowhere.md)", "3:1 unsafe-address"),
        ("[x](https://[y)", "3:1 unreadable-address"),
        ("[x](#a){ href=javascript:y }", "3:1 unsafe-address"),
        ("text { onclick=x }\n{ onclick=x }", "3:8 unsafe-html"),
        ("# T { onmouseover=x }", "3:7 unsafe-html"),
        ("<script>x</script>", "3:1 unsafe-html"),
        ("a <b onclick=x>b</b>", "3:6 unsafe-html"),
        ("a\n\n<div markdown=1 style='background:url(x)'>\n\nb\n\n</div>", "5:17 unsafe-html"),
        ("<a href='javascript:x'>y</a>", "3:4 unsafe-address"),
        ("<a href='guide:nowhere.md'>y</a>", "3:1 unsafe-address"),
        ("`<script>`\n\n    <script>\n", ""),
        ("<!--guide:citation 7--> <!--guide:nothing-->\n\nText.", ""),
    ],
)
def test_it_is_told_in_a_chapter_by_its_place(text: str, at: str) -> None:
    found = told(a_guide(), chapters_with(f"# A\n\n{text}\n"))
    assert (found[0] if found else "") == (f"docs/index.md:{at}" if at else "")


def test_in_an_entry_it_is_told_by_its_place_there() -> None:
    file = SourceFile("glossary.yaml", "- id: a\n  definition: b <b onclick=x>c</b>\n")
    term = a_term("a", definition="b <b onclick=x>c</b>")
    guide = a_guide([term], files=(file,))
    reading = reading_extension(guide)
    text = "# K\n\n## T\n\n<!-- key-terms -->\n"
    html = markdown_with(reading).convert(
        reading.prepare("key-terms.md", SourceSpan(text, SourceFile("docs/key-terms.md", text)))
    )
    assert [str(problem.where) for problem in reading.finish(html).problems] == ["glossary.yaml:2:20"]


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        (r"title = {A \href{javascript:alert(1)}{link}}", "unsafe-address"),
        (r"title = {A}, howpublished = {\url{javascript:alert(1)}}", "unsafe-address"),
        (r"title = {A}, note = {\href{file:///etc/passwd}{n}}", "unsafe-address"),
        (r"title = {A \includegraphics{/etc/passwd}}", "unsafe-html"),
        (r"title = {A <script>alert(1)</script>}, note = {\input{/etc/passwd}}", ""),
    ],
)
def test_in_a_source_it_is_told_by_its_place(fields: str, kind: str) -> None:
    text = f"@misc{{a, {fields}, publisher = {{P}}}}\n"
    guide = a_guide(sources=[a_source("a")], bibliography=text, style=STYLE)
    chapter = read("Text.[@a]\n")[0]
    written = render_citations([chapter], guide)
    problems = rendered_problems(guide, written)
    assert [str(problem.where) for problem in problems] == (["bibliography.bib:4"] if kind else [])
    assert all(problem.rule == kind for problem in problems)
    assert not re.search("root:|<script", "".join(written.entries.values()))


def test_each_source_is_told_of_with_what_is_wrong() -> None:
    text = "@misc{a, title = {A \\includegraphics{x.png}}}\n@misc{b, title = {B \\href{javascript:x}{y}}}\n"
    guide = a_guide(sources=[a_source("a"), a_source("b")], bibliography=text, style=STYLE)
    problems = rendered_problems(guide, render_citations([read("Text.[@a; @b]\n")[0]], guide))
    assert {problem.message for problem in problems} == {
        "The tag <img> may not stand in a page.",
        'An address here cannot begin with "javascript:".',
    }
