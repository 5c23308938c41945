"""The pages' HTML made printable, piece by piece."""

import re

import pytest

from studyguide.outputs.book import BookPage
from studyguide.outputs.page_trees import label
from studyguide.outputs.pdf.document import heading_levels, make_printable, printed_text, read_questions

PAGES = re.compile(r'<span class="guide-pages" data-labels="(.*?)" data-listing="(.*?)">\?</span>')
BEGIN = '<div class="guide-page" data-chapter="x.md"></div>'
TITLE = '<h1 id="parts_2fa.md:a">A</h1>'
OTHER = BookPage("b.md", "b/", '<h1 id="b">B</h1><p id="q">Q</p>')


def printed(html: str, *others: BookPage, site: str = "") -> str:
    """What becomes of a page's text below its title; `{cited-in: b.md:b}` where pages are to be named."""
    page = BookPage("parts/a.md", "parts/a/", f'<h1 id="a">A</h1>{html}')
    whole = make_printable([page, *others], site).pages[0]
    begin = f'<div class="guide-page" data-chapter="parts_2fa.md"></div>{TITLE}'
    assert whole.startswith(begin)
    return PAGES.sub(r"{\2: \1}", whole.removeprefix(begin))


_FOLDED = '<div class="admonition"><p class="admonition-title">More</p><p>Text</p></div>'


@pytest.mark.parametrize(
    ("path", "anchor", "expected"),
    [
        ("a.md", "", "a.md"),
        ("a.md", "fn:1", "a.md:fn:1"),
        ("parts/a b.md", "é", "parts_2fa_20b.md:_e9"),
        ("a_2f.md", "x", "a_5f2f.md:x"),
    ],
)
def test_labels_hold_only_what_typst_reads_and_no_two_places_share_one(path: str, anchor: str, expected: str) -> None:
    assert label(path, anchor) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<!-- a comment --><p>Text</p>", "<p>Text</p>"),
        ('<p class="x screen-only">Screen</p><p class="print-only">Print</p>', '<p class="print-only">Print</p>'),
        ("<details><summary>More</summary><p>Text</p></details>", _FOLDED),
        (
            '<div class="tabbed-set"><input><div class="tabbed-labels"><label>One</label> <label>Two</label></div>'
            '<div class="tabbed-content"><div class="tabbed-block"><p>1</p></div><div class="tabbed-block"></div>'
            "</div></div>",
            '<div class="tabbed-set"><input><div class="tabbed-labels"></div>'
            '<div class="tabbed-content">'
            '<div class="tabbed-block"><div class="guide-keep"><strong>One</strong></div><p>1</p></div>'
            '<div class="tabbed-block"><div class="guide-keep"><strong>Two</strong></div></div></div></div>',
        ),
        ('<a name="x">Place</a>', '<a name="x">Place</a>'),
        ('<div class="guide-key-term"><p>One</p><p>Two</p></div><p>Text</p>', "<p>One</p><p>Two</p><p>Text</p>"),
    ],
)
def test_what_the_screen_folds_is_open_and_what_is_for_it_alone_is_gone(html: str, expected: str) -> None:
    assert printed(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h2 id="x">X</h2>', '<h2 id="L">X</h2>'),
        ('<p id="x">X</p>', '<p><span id="L"></span>X</p>'),
        ('<table id="x"></table>', '<span id="L"></span><table></table>'),
        ('<dl><dt id="x">X</dt></dl>', '<dl><dt><span id="L"></span>X</dt></dl>'),
        (
            '<div class="admonition check" id="x"><p class="admonition-title">X</p></div>',
            '<div class="admonition check"><p class="admonition-title"><span id="L"></span>X</p></div>',
        ),
        ('<h2>X <a id="x"></a></h2>', '<h2>X <a></a></h2><span id="L"></span>'),
        ('<h2>X <span id="x">x</span></h2>', '<h2>X <span>x</span></h2><span id="L"></span>'),
    ],
)
def test_each_place_keeps_a_label(html: str, expected: str) -> None:
    assert printed(html) == expected.replace("L", "parts_2fa.md:x")


OUT = '<a href="{0}">Words</a> (<a href="{0}">{1}</a>)'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="../../b/">B</a>!', '<a href="#b.md:b">B</a> {link: b.md:b}!'),
        ('<a href="../../b/#q">Q</a>', '<a href="#b.md:q">Q</a> {link: b.md:q}'),
        ('<a href="../../b/#%71">Q</a>', '<a href="#b.md:q">Q</a> {link: b.md:q}'),
        ('<a class="guide-term" href="../../b/#q">Q</a>', '<a class="guide-term" href="#b.md:q">Q</a>'),
        ('<a href="https://x.org/y/">Words</a>', OUT.format("https://x.org/y/", "x.org/y")),
        ('<a href="mailto:a@x.org">Words</a>', OUT.format("mailto:a@x.org", "a@x.org")),
        ('<a href="https://x.org/">x.org</a>', '<a href="https://x.org/">x.org</a>'),
        ('<a href="mailto:a@x.org">a@x.org</a>', '<a href="mailto:a@x.org">a@x.org</a>'),
        ('<a href="https://x.org/y">https://x.org/y</a>', '<a href="https://x.org/y">https://x.org/y</a>'),
        ('<a href="../../not/printed/#x">Words</a>.', "Words."),
        ('<a href="../../b/#gone">Words</a>.', "Words."),
    ],
)
def test_links_lead_into_the_document_or_name_their_address(html: str, expected: str) -> None:
    assert printed(f"<p>{html}</p>", OTHER) == f"<p>{expected}</p>"


def test_with_a_site_the_way_to_what_is_not_printed_is_there() -> None:
    html = printed('<p><a href="../../b/#gone">Words</a></p>', OTHER, site="https://x.org/guide/")
    assert html == f"<p>{OUT.format('https://x.org/guide/b/#gone', 'x.org/guide/b/#gone')}</p>"


def test_what_is_for_the_screen_alone_is_no_place_to_lead_to() -> None:
    assert printed('<h2 id="x" class="screen-only">X</h2><p><a href="#x">X</a></p>') == "<p>X</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<p>T</p><details class="guide-backlinks" data-print-list="mentioned-in">'
            "<summary>Anything</summary>LINKS</details>",
            "<p>T<br>{mentioned-in: P}</p>",
        ),
        (
            '<details class="guide-backlinks" data-print-list="linked-from"><summary>Anything</summary>LINKS</details>',
            "<p>{linked-from: P}</p>",
        ),
        (
            '<p>Entry. <span class="guide-backlinks" data-print-list="cited-in">Anything: LINKS</span></p>',
            "<p>Entry. {cited-in: P}</p>",
        ),
        ('<p>Note. <span class="guide-entries">LINKS</span>.</p>', "<p>Note. {source: P}.</p>"),
    ],
)
def test_links_back_become_pages_each_named_once(html: str, expected: str) -> None:
    links = '<a href="../../b/#q">Q</a><a href="../../b/">B</a><a href="../../b/#q">Q</a><a href="../../gone/">G</a>'
    before = "" if html.startswith("<p>") else "<h2>Event</h2>"
    assert printed(before + html.replace("LINKS", links), OTHER) == before + expected.replace("P}", "b.md:q b.md:b}")


NOTES = '<section class="footnote" role="doc-endnotes"><ol><li id="{}fn:1"><p>Note.{}</p></li></ol></section>'
CALL = '<a class="footnote-ref" href="{}fn:1" role="doc-noteref">1</a></sup>'


def test_a_note_of_the_page_is_called_and_needs_no_way_back() -> None:
    back = '<a class="footnote-backref" href="#fnref:1">↩</a>'
    html = printed(f'<p>T<sup id="fnref:1">{CALL.format("#")}</p>{NOTES.format("", back)}')
    call = f'<span id="parts_2fa.md:fnref:1"></span><sup>{CALL.format("#parts_2fa.md:")}'
    assert html == f"<p>T{call}</p>{NOTES.format('parts_2fa.md:', '')}"


def test_a_call_of_another_page_names_the_page_of_the_note() -> None:
    other = BookPage("b.md", "b/", f'<h1 id="b">B</h1>{NOTES.format("", "")}')
    assert printed(f"<p>T<sup>{CALL.format('../../b/#')}.</p>", other) == (
        "<p>T<span> ({note: b.md:fnref:1})</span>.</p>"
    )


def test_a_correction_s_place_is_the_first_line_of_its_text() -> None:
    notes = '<ul class="guide-editor-notes"><li><p>Place</p><p>Was <em>wrong</em>.</p><p>More.</p></li></ul>'
    assert printed(notes) == (
        '<ul class="guide-editor-notes"><li><p>Place<br>Was <em>wrong</em>.</p><p>More.</p></li></ul>'
    )


def test_a_minor_correction_is_small_print_that_begins_with_its_title() -> None:
    box = (
        '<details class="admonition correction minor"><summary class="admonition-title">Editor</summary>'
        "<p>Was <em>wrong</em>.</p><ul><li>A</li></ul></details>"
    )
    assert printed(box) == (
        '<div class="guide-minor"><p class="admonition-title"><strong>Editor</strong> Was <em>wrong</em>.</p>'
        "<ul><li>A</li></ul></div>"
    )


def test_the_timeline_becomes_a_table_of_dates_and_events() -> None:
    timeline = (
        '<ol class="guide-timeline"><li><h3 id="event-x">X</h3><p class="guide-date">2007</p><p>Text</p></li>'
        '<li><h3 id="event-y">Y</h3><p class="guide-date">2009</p></li></ol>'
    )
    assert re.sub(r"<colgroup>.*</colgroup>", "", printed(timeline)) == (
        "<table><thead><tr><th>Date</th><th>Event</th></tr></thead><tbody>"
        '<tr><td><p class="guide-date">2007</p></td><td><h3 id="parts_2fa.md:event-x">X</h3><p>Text</p></td></tr>'
        '<tr><td><p class="guide-date">2009</p></td><td><h3 id="parts_2fa.md:event-y">Y</h3></td></tr></tbody></table>'
    )


def test_the_list_of_sources_is_still_known_for_print() -> None:
    sources = '<ul class="guide-bibliography"><li id="ref-a">A</li></ul>'
    expected = sources.replace("ref-a", "parts_2fa.md:ref-a")
    assert printed(f"{sources}<p>T</p>") == f'<div class="guide-bibliography">{expected}</div><p>T</p>'


def test_pictures_are_files_by_their_address_in_the_site_and_each_is_one() -> None:
    addresses = ["../../assets/a%20b.PNG", "c", "../../assets/a%20b.PNG#x", "https://x.org/d.svg"]
    html = "".join(f'<img src="{address}">' for address in addresses)
    result = make_printable([BookPage("parts/a.md", "parts/a/", html)])
    assert dict(result.pictures) == {
        "picture-1": "assets/a%20b.PNG",
        "picture-2": "parts/a/c",
        "picture-3.svg": "https://x.org/d.svg",
    }
    (page,) = result.pages
    assert re.findall(r'src="(.*?)"', page) == ["picture-1", "picture-2", "picture-1", "picture-3.svg"]


def test_drawn_pictures_are_files_with_their_text() -> None:
    html = '<svg class="x" aria-label="Bars &amp; lines"><g/></svg><svg viewBox="0 0 1 1"><g/></svg>'
    result = make_printable([BookPage("a.md", "a/", html)])
    space = ' xmlns="http://www.w3.org/2000/svg"'
    assert dict(result.drawn) == {
        "drawn-1.svg": f'<svg{space} class="x" aria-label="Bars &amp; lines"><g/></svg>',
        "drawn-2.svg": f'<svg{space} viewBox="0 0 1 1"><g/></svg>',
    }
    assert re.findall(r'alt="(.*?)"', result.pages[0]) == ["Bars &amp; lines", ""]
    assert dict(result.pictures) == {}


@pytest.mark.parametrize(
    ("html", "title", "expected"),
    [
        ("Text", "In nav", '<h1 id="x.md:top">In nav</h1>Text'),
        ("<p>Text</p>", "", '<h1 id="x.md:top">x.md</h1><p>Text</p>'),
        ("<h1>Own</h1>", "In nav", '<h1 id="x.md:top">Own</h1>'),
        ('<div><h1 id="own">Own</h1></div>', "In nav", '<div><h1 id="x.md:own">Own</h1></div>'),
        ("a &lt;b&gt;", "&", '<h1 id="x.md:top">&amp;</h1>a &lt;b&gt;'),
        ("a &lt;b&gt; <h1>Own</h1>", "", 'a &lt;b&gt; <h1 id="x.md:top">Own</h1>'),
    ],
)
def test_each_page_says_which_it_is_and_has_a_title(html: str, title: str, expected: str) -> None:
    assert make_printable([BookPage("x.md", "x/", html, title)]).pages == (f"{BEGIN}{expected}",)


def test_mark_of_an_item_is_no_text_of_it_in_print() -> None:
    html = '<div class="guide-list"><div role="listitem"><p><span class="guide-mark">5.</span> A</p></div></div>'
    assert printed(html) == '<div class="guide-list"><div role="listitem" data-mark="5."><p>A</p></div></div>'


@pytest.mark.parametrize(
    ("html", "questions"),
    [
        ('<h2 id="q">Q</h2><p>x</p><ol><li>Who  <b>pays</b>?\nSee.</li><li>None.</li></ol>', (("1.", "Who pays?"),)),
        ('<h2 id="q">Q</h2><ul><li>A? B?</li></ul><ul><li>Later?</li></ul>', (("1.", "A?"),)),
        (
            '<h2 id="q">Q</h2><div>x</div><div class="guide-list" role="list"><div role="listitem"><p>'
            '<span class="guide-mark">(b)</span> Who?</p></div></div>',
            (("(b)", "Who?"),),
        ),
        ('<h2 id="q">Q</h2><p>Why?</p>', ()),
        ("<ol><li>Who?</li></ol>", ()),
    ],
)
def test_questions_are_those_of_the_list_under_the_heading(html: str, questions: tuple[tuple[str, str], ...]) -> None:
    assert read_questions(html, "q") == questions


def test_questions_end_with_the_mark_of_the_guides_language() -> None:
    html = '<h2 id="q">Q</h2><ol><li>Ποιος <em>πληρώνει;</em> Βλ. το άρθρο.</li></ol>'
    assert read_questions(html, "q", "el") == (("1.", "Ποιος πληρώνει;"),)
    assert read_questions(html, "q", "en") == ()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<ul><li><input type="checkbox" disabled> A</li></ul>', "<ul><li>☐ A</li></ul>"),
        ('<ul><li><input type="checkbox" checked> A</li></ul>', "<ul><li>☒ A</li></ul>"),
        ('<p><input type="checkbox"></p>', "<p>☐ </p>"),
    ],
)
def test_the_box_of_a_task_becomes_a_sign(html: str, expected: str) -> None:
    assert printed(html) == expected


@pytest.mark.parametrize(
    ("html", "levels"),
    [
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", []),  # nothing to look at
        ('<h1 id="a">A</h1><h3>B</h3>', [(1, "a"), (3, "")]),
        ('<h3 id="b">B</h3><h2>C</h2>', [(1, ""), (3, "b"), (2, "")]),  # the page gets a title from the navigation
        ('<h1>A</h1><h3 class="screen-only">B</h3>', [(1, "")]),
        ("<h1>A</h1><!-- <h4>B</h4> -->", [(1, "")]),
        ('<h1>A</h1><div class="screen-only"><h3>B</h3></div><H3>C</H3>', [(1, ""), (3, "")]),
    ],
)
def test_the_levels_of_what_is_printed(html: str, levels: list[tuple[int, str]]) -> None:
    assert heading_levels(html) == levels


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<p>A <b>word</b><img alt="no"><!-- no --></p>', "A word"),
        ('<p>A<span class="x screen-only">no</span></p>', "A"),
        ('<p><a href="https://x.org/y">A</a></p>', "A https://x.org/y"),
        ('<p><a href="guide:x.md#no">A</a><a href="#no">B</a></p>', "A B"),
    ],
)
def test_the_words_of_what_is_printed(html: str, words: str) -> None:
    assert printed_text(html).split() == words.split()


def test_a_picture_from_right_to_left_is_made_for_typst() -> None:
    # Typst takes start for the left, and words for what runs from the left unless an isolate says so.
    svg = (
        '<svg direction="rtl" aria-label="A"><text x="9" text-anchor="end">750</text>'
        '<text><tspan x="1">a</tspan></text></svg>'
    )
    drawn = make_printable([BookPage("a.md", "a/", svg)], direction="rtl").drawn["drawn-1.svg"]
    assert '<text x="9" text-anchor="start">\u2067750\u2069</text>' in drawn
    assert '<text text-anchor="end"><tspan x="1">\u2067a\u2069</tspan></text>' in drawn


def test_what_runs_from_the_left_is_isolated_where_the_guide_does_not() -> None:
    page = BookPage("a.md", "a/", "<h1>A</h1><p>12-15</p>")
    assert '<p><span dir="ltr">12-15</span></p>' in make_printable([page], direction="rtl").pages[0]
    assert "<p>12-15</p>" in make_printable([page]).pages[0]
