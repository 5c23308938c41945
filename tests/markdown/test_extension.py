"""Tests of markdown.extension: the extension beside others, chapter after chapter, and what it leaves on a page."""

import re

import pytest
from markdown import Markdown

from studyguide.data.guide import Guide
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.mkdocs.reading import reading_extension
from tests.helpers import a_term, markdown_with, read, span


def test_nothing_of_ours_is_left_on_a_plain_page() -> None:
    text = "Some [text](a.md) and ![alt](p.png).\n\n| a |\n|---|\n| @b |\n"
    assert read(text)[1] == markdown_with().convert(text)


def test_a_heading_s_link_has_a_name_and_no_title() -> None:
    link = '<a aria-label="Link to this section" class="headerlink" href="#title">&para;</a>'
    assert read("# Title")[1] == f'<h1 id="title">Title{link}</h1>'


@pytest.mark.parametrize(
    "text",
    [
        "`[@a] @b` [x]",
        "```\n# [@a] @b\n```",
        "    # [@a]",
        "<pre>\n# [x] @b\n</pre>",
        '<p title="[x] @b">[y]</p>',
        '[a](b.md "[c] @d")',
        "![a [b] @c](d.png)",
        "[a](b.md){: title='[c] @d' }",
        '<img src="a.png" alt="[x]">',
        "# [a](b.md) @c {: title='@d' }",
        "[a][b]\n\n[b]: c.md '[d] @e'",
        "- [ ] to do\n- [x] done",
        "> # [a]\n> @b",
        "*[a*](b.md)",
        "!!! correction “Editor's note”\n    [a]",
        "    !!! corection",
        '<a href="[x]" title="@a">b</a>',
    ],
)
def test_marks_leave_no_trace(text: str) -> None:
    html = read(text)[1]
    assert not [letter for letter in html if "\ue000" <= letter <= "\uf8ff"]
    assert "data-position" not in html
    assert "data-footnotes" not in html
    assert _before_heading_link(html) == _before_heading_link(markdown_with().convert(text))


def _before_heading_link(html: str) -> str:
    return re.split('<a [^>]*class="headerlink"', html)[0]


def test_chapters_do_not_mix() -> None:
    reading = reading_extension(Guide(terms=(a_term("child", link="page"),)))
    chapters = []
    for path, text in (("a.md", "child[@a][^1]\n\n[^1]: Note."), ("b.md", "child[@b]"), ("c.md", "x[^1]")):
        markdown_with(reading).convert(reading.prepare(path, span(text, f"docs/{path}")))
        assert reading.chapter is not None
        chapters.append(reading.chapter)
    assert [[citation.keys for citation in chapter.citations] for chapter in chapters] == [[("a",)], [("b",)], []]
    assert [len(chapter.notes) for chapter in chapters] == [2, 1, 0]
    assert [len(chapter.mentions) for chapter in chapters] == [1, 1, 0]
    assert [len(chapter.problems) for chapter in chapters] == [0, 0, 1]
    assert str(chapters[2].problems[0].where) == "docs/c.md:1:2"


def test_the_footnotes_extension_gives_way() -> None:
    reading = reading_extension(Guide())
    md = Markdown(extensions=["footnotes", reading])
    html = md.convert(reading.prepare("a.md", span("a[^1] b[@k]\n\n[^1]: Note.")))
    assert reading.chapter is not None
    assert [note.number for note in reading.chapter.notes] == [1, 2]
    assert html.count("<ol>") == 1
    assert html.count("Note.") == 1


def test_a_contents_list_knows_no_note_numbers() -> None:
    html = read("[TOC]\n\n# One [@a]\n\n## Two[^1]\n\n[^1]: Note.")[1]
    contents = html[: html.index("<h1")]
    assert '<a href="#one">One</a>' in contents
    assert '<a href="#two">Two</a>' in contents


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("text<!-- [@a], [b](c.md), *d* --> text", "<p>text text</p>"),
        ("<!-- a -->", ""),
        ("<!-- a > b -->\ntext", "<p>text</p>"),
        ("Text<!-- a\nb -->.", "<p>Text.</p>"),
        ("- a<!-- x -->", "<ul>\n<li>a</li>\n</ul>"),
        ("> a<!-- x -->", "<blockquote>\n<p>a</p>\n</blockquote>"),
        ("<div>\n<p>a<!-- x --></p>\n</div>", "<div>\n<p>a</p>\n</div>"),
        ("<p>a<!-- x --!>b</p>", "<p>ab</p>"),
        ("![A map<!-- x -->](a.svg)", '<p><img alt="A map" src="a.svg" /></p>'),
        ("<!--guide:citation 0-->", ""),
        ("<!-- handout -->", "<!-- handout -->"),
        ("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>"),
        ("    <!-- a -->", "<pre><code>&lt;!-- a --&gt;\n</code></pre>"),
        ("```\n<!-- a -->\n```", "<pre><code>&lt;!-- a --&gt;\n</code></pre>"),
    ],
)
def test_comments_are_left_out_but_not_those_in_code(text: str, html: str) -> None:
    assert read(text)[1] == html


@pytest.mark.parametrize("inside", ["see @a<!-- x -->, p. 4", "see @a, p. 4<!-- x -->", "see<!-- x --> @a, p. 4"])
def test_a_comment_is_no_part_of_a_citation(inside: str) -> None:
    ((work,),) = (citation.cite_items for citation in read(f"Text.[{inside}]")[0].citations)
    assert (work.prefix, work.key, work.suffix) == ("see", "a", ", p. 4")


def test_a_picture_with_a_comment_alone_has_no_text() -> None:
    assert [picture.alternative for picture in read("![<!-- ask Anna -->](a.svg)")[0].pictures] == [""]


def test_a_comment_is_no_part_of_a_heading() -> None:
    chapter, html = read("# Rivers<!-- ask Anna -->\n")
    assert [(section.id, section.title) for section in chapter.sections] == [("rivers", "Rivers")]
    assert "Anna" not in html


def test_a_fault_of_the_contact_is_told_where_it_is_written() -> None:
    chapter, _ = read("<b>Ask</b> <!-- contact -->", contact="Ask [us](us.md), <script>or them</script>.")
    (problem,) = chapter.problems
    assert (problem.rule, problem.where) == ("unsafe-html", Location("mkdocs.yml", 1, 18))
    assert [link.where for link in chapter.links] == [Location("mkdocs.yml", 1, 5)]


def test_the_place_is_looked_for_in_the_contact_alone() -> None:
    text = "copyright: <script>\nextra: {guide: {contact: <script>us</script>}}\n"
    contact = SourceSpan("<script>us</script>", SourceFile("mkdocs.yml", text), text.rindex("<script>"), len(text) - 3)
    reading = reading_extension(Guide(contact=contact))
    page = span("<!-- contact -->", "docs/index.md")
    chapter = reading.finish(markdown_with(reading).convert(reading.prepare("index.md", page)))
    assert [problem.where for problem in chapter.problems] == [Location("mkdocs.yml", 2, 26)]
