"""A page as XHTML: what a reading program needs is added, what XML and HTML do not allow is gone."""

import re

import pytest
from lxml.html import fragment_fromstring

from studyguide.outputs.book import BookPage
from studyguide.outputs.ebook.content import headings_of, write_chapter, write_document
from studyguide.outputs.linked_pages import LinkedPage
from studyguide.outputs.page_trees import keep_drawn


def written(html: str, path: str = "a.md", **breaks: int) -> str:
    """What becomes of a page's text below its title."""
    drawn: dict[str, str] = {}
    page = BookPage(path, "a/", f'<h1 id="a">A</h1>{html}')
    root = fragment_fromstring(keep_drawn(page.html, drawn), create_parent="div")
    whole = write_chapter(LinkedPage(page, root), drawn, breaks, "i/")
    found = re.fullmatch(r'<section [^>]*><h1 id="a">A</h1>(.*)</section>', whole, re.DOTALL)
    assert found
    return found[1]


NOTES = (
    '<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup></p>'
    '<section aria-label="Notes" class="footnote" role="doc-endnotes"><hr><ol><li id="fn:1"><p> A source.'
    '<a aria-label="Back to text, note 1" class="footnote-backref" href="#fnref:1" role="doc-backlink">↩</a></p></li>'
    "</ol></section>"
)


def test_a_note_pops_up_and_has_its_number_and_the_way_back() -> None:
    assert written(NOTES) == (
        '<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref" epub:type="noteref">1</a>'
        '</sup></p><section aria-label="Notes" class="footnote" epub:type="footnotes">'
        '<aside id="fn:1" epub:type="footnote" role="doc-footnote"><p><span class="guide-number">1.</span> A source.'
        '\xa0<a aria-label="Back to text, note 1" class="footnote-backref" href="#fnref:1" role="doc-backlink">↩</a>'
        "</p></aside></section>"
    )


def test_a_note_that_begins_with_no_paragraph_has_its_number_too() -> None:
    html = '<section role="doc-endnotes"><ol><li id="fn:12"><ul><li>One</li></ul></li></ol></section>'
    assert '<span class="guide-number">12.</span> <ul>' in written(html)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="x">T</p>', '<p id="x"><span {}></span>T</p>'),
        ('<ul><li id="x">T</li></ul>', '<ul><li id="x"><span {}></span>T</li></ul>'),
        ('<h2 id="x">T</h2>', '<span {}></span><h2 id="x">T</h2>'),
        ('<p>T<sup id="x">1</sup></p>', '<p>T<span {}></span><sup id="x">1</sup></p>'),
        ('<table id="x"><tbody><tr><td>T</td></tr></tbody></table>', "<table"),
        ("<p>T</p>", "<p>T</p>"),
    ],
)
def test_a_page_of_the_handout_begins_at_a_place(html: str, expected: str) -> None:
    mark = 'epub:type="pagebreak" role="doc-pagebreak" id="page-7" aria-label="7"'
    assert written(html, x=7).startswith(expected.format(mark))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a<br>b</p><hr>", "<p>a<br/>b</p><hr/>"),
        ('<span id="x"></span><p></p>', '<span id="x"></span><p></p>'),  # `<span/>` opens an element in HTML
        ('<p lang="fr">Eau</p>', '<p lang="fr" xml:lang="fr">Eau</p>'),
        ('<p align="center">T</p>', '<p style="text-align: center;">T</p>'),
        ('<p align="char">T</p>', "<p>T</p>"),
        ('<a name="x">T</a>', '<a id="x">T</a>'),
        ('<p id="x">1</p><p id="x">2</p>', '<p id="x">1</p><p>2</p>'),
        ('<p id="a b" tabindex="0" markdown="1" onclick="x">T</p>', "<p>T</p>"),
        ('<ol start="3" reversed><li value="3">T</li></ol>', '<ol start="3" reversed=""><li value="3">T</li></ol>'),
        ('<time datetime="1989-11">T</time>', '<time datetime="1989-11">T</time>'),
        ('<time datetime="in 1989">T</time>', "<time>T</time>"),
        (
            '<img src="p.png" alt="P" width="50%" height="20">',
            '<img src="i/p.png" alt="P" height="20"/>',
        ),
        ("<center>T</center><font color='red'>R</font>", "TR"),
        ('<p>a<label for="x">b</label>c</p>', "<p>abc</p>"),
        ("<ruby>水<rt>みず</rt></ruby>", "<ruby>水<rt>みず</rt></ruby>"),
        ('<video src="https://example.org/v.mp4">A film</video>', '<a href="https://example.org/v.mp4">A film</a>'),
        ('<iframe src="https://example.org/v"></iframe>', '<a href="https://example.org/v">https://example.org/v</a>'),
        ("<p>a &amp; &lt;c&gt;</p>", "<p>a &amp; &lt;c&gt;</p>"),
    ],
)
def test_xhtml_holds_only_what_it_allows(html: str, expected: str) -> None:
    assert written(html) == expected


def test_a_term_is_a_reference_to_the_glossary() -> None:
    html = '<a class="guide-term" href="key-terms.xhtml#term-x">x</a>'
    assert written(html) == html.replace(">x<", ' epub:type="glossref" role="doc-glossref">x<')


@pytest.mark.parametrize(
    ("path", "kind", "role"),
    [
        ("background.md", "chapter", "doc-chapter"),
        ("key-terms.md", "glossary", "doc-glossary"),
        ("bibliography.md", "bibliography", "doc-bibliography"),
    ],
)
def test_a_chapter_says_what_it_is(path: str, kind: str, role: str) -> None:
    page = LinkedPage(BookPage(path, "", ""), fragment_fromstring('<h1 id="t">T</h1>', create_parent="div"))
    begin = f'<section epub:type="{kind}" role="{role}" aria-labelledby="t"><h1 id="t">T</h1>'
    assert write_chapter(page, {}, {}, "").startswith(begin)


def test_a_drawing_stands_in_the_text() -> None:
    svg = '<svg viewBox="0 0 1 1" role="group" aria-label="A"><a href="#x"><path d="M0 0"/></a></svg>'
    assert written(f"<figure>{svg}</figure>") == (
        '<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" role="group" aria-label="A">'
        '<a href="#x"><path d="M0 0"/></a></svg></figure>'
    )


def test_the_headings_have_no_numbers_of_notes() -> None:
    html = '<div><h1 id="a">Water<sup><a class="footnote-ref" href="#fn:1">1</a></sup> &amp; <em>law</em>'
    html += ' m<sup>2</sup></h1><h2 id="b">B</h2><h4 id="d">D</h4><h2>No place</h2></div>'
    assert headings_of(fragment_fromstring(html), 3) == [(1, "a", "Water & law m2"), (2, "b", "B")]


def test_a_document_has_its_title_and_language() -> None:
    text = write_document('A & "B"', "<p/>", 'lang="ar" xml:lang="ar" dir="rtl"', "../s.css", "bodymatter")
    assert 'xmlns:epub="http://www.idpf.org/2007/ops" lang="ar" xml:lang="ar" dir="rtl">' in text
    assert '<title>A &amp; "B"</title>' in text.replace("&quot;", '"')
    assert '<body epub:type="bodymatter">\n<p/>' in text
