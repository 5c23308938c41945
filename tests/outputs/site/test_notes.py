"""Tests of what the reader's own notes need: the texts of the pages, and the headings of a position paper."""

import json

import pytest

from studyguide.data.guide import Guide
from studyguide.labels.catalogue import labels_for
from studyguide.outputs.site.notes import PaperHeading, later_script, page_text, paper_headings, passages_script


def text_of(content: str) -> str:
    return page_text("a/", "A", f"<nav>menu</nav><article>{content}</article>").text


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>One\n  two</p>\n<p>three</p>", "One two\nthree\n"),
        ('<p>A <a href="#t">term</a>, <em>so</em>.</p>', "A term, so.\n"),
        ('<p>Said.<sup><a class="footnote-ref" href="#fn:1">1</a></sup> Then</p>', "Said. Then\n"),
        (
            '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2><div class="guide-tools screen-only">Cite</div>',
            "A\n",
        ),
        ("<p>one<br>two</p>", "one\ntwo\n"),
        ("<p>&lt;b&gt; &amp;</p>", "<b> &\n"),
        ("<p>权利<strong>公约</strong></p>", "权利公约\n"),
        ("<svg><text>1990</text></svg><p>a</p>", "a\n"),
        (
            '<p>A note.<b class="guide-entries">Bibliography</b></p><details class="guide-backlinks">Home</details>',
            "A note.\n",
        ),
    ],
)
def test_text_is_what_one_reads(content: str, text: str) -> None:
    assert text_of(content).strip("\n") == text.strip("\n")


def test_sections_begin_at_their_headings() -> None:
    """The footnotes are of the page as a whole, not of the section that stands before them."""
    chapter = '<h1 id="t">Title</h1><p>Words.</p><h2 id="s">Part <em>two</em></h2><p>Words.</p>'
    page = page_text("a/", "A", f'<article>{chapter}<div class="footnote"><ol><li>Smith</li></ol></div></article>')
    starts = [page.text[int(section["at"]) :].split("\n")[0] for section in page.sections]
    assert starts == ["Title", "Part two", "Smith"]
    assert [section["id"] for section in page.sections] == ["t", "s", "t"]


def test_calls_of_notes_are_at_their_places() -> None:
    call = '<sup id="fnref:{0}"><a class="footnote-ref" href="#fn:{0}">{0}</a></sup>'
    elsewhere = call.format(7).replace("#fn", "../b/#fn")
    page = page_text(
        "a/", "A", f"<article><p>One{call.format(1)} two.{call.format(12)}</p><p>Three{elsewhere}</p></article>"
    )
    assert page.text == "One two.\nThree"
    assert page.calls == [{"at": 3, "number": 1}, {"at": 8, "number": 12}]


def test_page_without_an_article_has_no_text() -> None:
    assert page_text("404.html", "", "<p>Not found</p>").text == ""


def test_headings_of_a_position_paper() -> None:
    assert [heading.key for heading in paper_headings(Guide())] == ["topic", "done", "proposals"]
    german = paper_headings(Guide(labels=labels_for("de")))
    assert german[2] == PaperHeading("proposals", "Was wir vorschlagen")


def test_conference_names_its_own_headings() -> None:
    long = ("W" * 500, "W" * 501)
    short, *others = paper_headings(Guide(position_paper=("Policy", *long)))
    assert short == PaperHeading("Policy", "Policy")
    assert tuple(heading.title for heading in others) == long
    assert {len(heading.key) for heading in others} == {64}  # a file of notes takes no longer one than 500
    assert len({heading.key for heading in others}) == 2


def test_scripts_are_of_data_alone() -> None:
    script = later_script(["a();"], [PaperHeading("x", '"</script>')], "s.css")
    head, _, settings = script.partition("\n")
    assert head == "a();"
    assert '"title": "\\"</script>"' in settings
    page = page_text("a/", "A", "<article><p>“Words”\u2028</p></article>")
    name, _, value = passages_script([page]).partition(" = ")
    assert name == "window.guideNotesPages"
    assert json.loads(value.rstrip(";\n"))[0]["url"] == "a/"
