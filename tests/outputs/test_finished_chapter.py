"""Tests of finished_chapter: HTML as Markdown, from which Python-Markdown makes the same HTML."""

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from studyguide.outputs.finished_chapter import finished_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<h2 id="poverty">Poverty</h2>\n<p>Text.</p>', "## Poverty {#poverty}\n\n<p>Text.</p>\n"),
        ('<h1 id="a">A<a class="headerlink" href="#a" title="Link">¶</a></h1>', "# A {#a}\n"),
        ('<h3 class="x y" id="a">A</h3>', "### A {#a .x .y}\n"),
        ('<h3 id="a b" title="&quot;">A</h3>', '### A {id="a b" title="&quot;"}\n'),
        ("<h2>A *b* _c_ [d](e) `f` #</h2>", "## A &#42;b&#42; &#95;c&#95; &#91;d&#93;(e) &#96;f&#96; &#35;\n"),
        (
            '<h2 id="a"><em>A</em> &amp; <a href="../b/#c*" title="*">b</a></h2>',
            '## <em>A</em> &amp; <a href="../b/#c&#42;" title="&#42;">b</a> {#a}\n',
        ),
        ("<h2 id='a'>A\nb<br>c</h2>", "## A b<br>c {#a}\n"),
        ("<div>\n<h2 id='a'>A</h2>\n\n\n<p>b</p></div>", '<div>\n<h2 id="a">A</h2>\n<p>b</p></div>\n'),
        ("<pre><code>a\n\nb</code></pre>", "<pre><code>a&#10;&#10;b</code></pre>\n"),
        ("loose <b>text</b>\n<!-- left out --><hr>", "<div>loose <b>text</b></div>\n\n<hr>\n"),
        ("<ul><li>a<p>b</ul>", "<ul><li>a<p>b</p></li></ul>\n"),
        ("", "\n"),
    ],
)
def test_headings_are_markdown_and_the_rest_is_html(html: str, markdown: str) -> None:
    assert finished_markdown(html) == markdown


def test_each_address_can_be_another() -> None:
    html = '<h2><a href="b">x</a></h2><p><a href="c">y</a><img src="d" alt=""></p>'
    changed = finished_markdown(html, lambda url: f"{url}.md")
    assert re.findall('(?:href|src)="(.*?)"', changed) == ["b.md", "c.md", "d.md"]


TEXTS = st.text(st.sampled_from("ab *_`[](){}<>#!&~^=+|\\\n\"':/1.-@$"), max_size=20)


@given(TEXTS, TEXTS, st.from_regex(r"[a-z][\w:.*\"} -]{0,6}", fullmatch=True))
def test_what_is_written_is_what_another_engine_shows(title: str, text: str, id: str) -> None:
    title, code = f"A{title}", f"c{text}"
    html = f'<h2 id="{escape(id)}">{escape(title)}</h2><div><p>{escape(text)}</p></div><pre>{escape(code)}</pre>'
    engine = Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"])
    shown = LexborHTMLParser(f"<body>{engine.convert(finished_markdown(html))}")
    texts = {node.tag: node.text() for node in shown.css("h2, p, pre")}
    assert [node.id for node in shown.css("h2")] == [id]
    assert texts["h2"].split() == title.split()
    assert texts["p"].split() == text.split()
    assert texts["pre"] == code
