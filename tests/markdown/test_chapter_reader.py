"""Tests of markdown.chapter_reader: sections, links, pictures, places, event lists, and editor's notes."""

import re

import pytest

from studyguide.labels.catalogue import labels_for
from studyguide.markdown.positions import ADMONITIONS
from tests.helpers import a_term, an_event, read

TITLE = re.compile('class="admonition-title">([^<]*)')

BEFORE = "---\ndescription: Ein Föhn\n---\n"


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("# A\n\ntext\n\n## B", [("a", "A", 1, "1:3"), ("b", "B", 2, "5:4")]),
        ("## Long title {#short}", [("short", "Long title", 2, "1:4")]),
        ("##No space", [("no-space", "No space", 2, "1:3")]),
        ("Underlined\n===\n\n*Em*\n---", [("underlined", "Underlined", 1, "1:1"), ("em", "Em", 2, "1:1")]),
        ("# A *b* `c` [d](e.md) & f &amp; \\* [@g]", [("a-b-c-d-f", "A b c d & f & *", 1, "1:3")]),
        ("# Tom's “é” <b>x</b>", [("toms-e-x", "Tom's “é” x", 1, "1:3")]),
        ("# A\n\n# A", [("a", "A", 1, "1:3"), ("a_1", "A", 1, "3:3")]),
        ("- ## In a list", [("in-a-list", "In a list", 2, "1:6")]),
        ("!!! note\n    ### In a box", [("in-a-box", "In a box", 3, "2:9")]),
        ("text\n# At once\ntext", [("at-once", "At once", 1, "2:3")]),
        ("```\n# Code\n```", []),
        ("<!-- # Comment -->", []),
        ("\\# No heading", []),
        ("no sections", []),
    ],
)
def test_sections(text: str, sections: list[tuple[str, str, int, str]]) -> None:
    found = read(text)[0].sections
    assert [(it.id, it.title, it.level, str(it.where)) for it in found] == [
        (name, title, level, f"docs/background.md:{at}") for name, title, level, at in sections
    ]


def test_one_id_for_two_sections_is_reported() -> None:
    chapter, _ = read("# T\n\n## One {#x}\n\n## Two {#x}\n")
    (problem,) = chapter.problems
    assert str(problem) == (
        'docs/background.md:5:4: Two sections of this page have the id "x". '
        "Give one of them another id. [repeated-section]"
    )


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b.md) [c](d.md#e)", [("b.md", "1:1"), ("d.md#e", "1:11")]),
        ("[a\nb](c.md)", [("c.md", "1:1")]),
        ("text\n[a](b.md)", [("b.md", "2:1")]),
        ("[a](<b c.md>)", [("b c.md", "1:1")]),
        ('[a](b.md "Title [1]")', [("b.md", "1:1")]),
        ("See [a][b], [B] and [b][].\n\n[b]: c.md", [("c.md", "1:5"), ("c.md", "1:13"), ("c.md", "1:21")]),
        ("[a]\n[b]\n\n[b]: c.md", [("c.md", "1:1")]),
        ("> [a][b]\n>\n> [b]: c.md", [("c.md", "1:3")]),
        ("!!! note\n    [a][b]\n\n    [b]: c.md", [("c.md", "2:5")]),
        ("| a |\n|---|\n| [b](c.md) |", [("c.md", "3:3")]),
        ("# [a](b.md)", [("b.md", "1:3")]),
        ("**[a](b.md)** _[c](d.md)_", [("b.md", "1:3"), ("d.md", "1:16")]),
        ("[not] (a) [b](c.md)", [("c.md", "1:11")]),
        ("@x [a](b.md)", [("b.md", "1:4")]),
        ("[![alt](p.png)](a.md)", [("a.md", "1:1")]),
        ("[a](mailto:b@c.org)", [("mailto:b@c.org", "1:1")]),
        ("é😀 [a](b.md)", [("b.md", "1:4")]),
        ("\\[[a](b.md)", [("b.md", "1:3")]),
        ("\\![a](b.md)", [("b.md", "1:3")]),
        ("[a](term:none)", []),
        ("`[a](b.md)` \\[a](b.md)", []),
        ("<!-- [a](b.md) -->", []),
        ("# Title", []),
    ],
)
def test_links(text: str, links: list[tuple[str, str]]) -> None:
    found = read(text)[0].links
    assert [(link.target, str(link.where)) for link in found] == [(to, f"docs/background.md:{at}") for to, at in links]


@pytest.mark.parametrize("address", ["me@example.org", "https://example.org/?a=b&c=d"])
def test_addresses_in_angle_brackets_are_links(address: str) -> None:
    (link,) = read(f"<{address}>")[0].links
    assert link.target in (address, f"mailto:{address}")


def test_own_links_point_into_the_guide() -> None:
    chapter, html = read("[a](term:child) [b](event:crc-1989) [c](source:un1989crc) [d](x:y)")
    assert [link.target for link in chapter.links] == ["term:child", "event:crc-1989", "source:un1989crc", "x:y"]
    assert html == (
        '<p><a class="guide-term" href="guide:key-terms.md#term-child">a</a> '
        '<a class="guide-event" href="guide:timeline.md#event-crc-1989">b</a> '
        '<a class="guide-source" href="guide:bibliography.md#ref-un1989crc">c</a> '
        '<a href="">d</a></p>'
    )


TERM_LINK = (
    '<a class="guide-term" data-definition="Under &quot;18&quot; &amp; not more." href="guide:key-terms.md#term-child">'
)


@pytest.mark.parametrize(
    "text",
    [
        "A child.",
        "A [minor](term:child).",
        "A [minor][m].\n\n[m]: term:child",
        "A [**minor**](term:child).",
        "## A [minor](term:child)",
        "| A [minor](term:child) |\n|---|\n| b |",
        "A note.[^1]\n\n[^1]: A [minor](term:child).",
    ],
)
def test_a_term_link_carries_its_short_definition(text: str) -> None:
    _, html = read(text, [a_term("child", definition='Under "18" & not [more](x.md).[@a] Second.')])
    assert html.count(TERM_LINK) == html.count("data-definition") == 1


def test_a_link_by_hand_from_one_entry_to_another_carries_the_definition_of_the_other() -> None:
    terms = [a_term("child", definition="Young."), a_term("parent", definition="Has [offspring](term:child).")]
    _, html = read("<!-- key-terms -->", terms, path="key-terms.md")
    assert '<a class="guide-term" data-definition="Young." href="guide:key-terms.md#term-child">offspring</a>' in html


@pytest.mark.parametrize("name", ["kid", "chidl"])
def test_a_link_by_hand_to_an_id_that_no_term_has_carries_no_definition(name: str) -> None:
    _, html = read(f"A [minor](term:{name}).", [a_term("child", former_ids=["kid"])])
    assert f'<a class="guide-term" href="guide:key-terms.md#term-{name}">minor</a>' in html


@pytest.mark.parametrize(
    ("link", "text", "sections"),
    [
        ("section", "a child\n\n## A\n\nchild child\n\n## B\n\nno\n\n## C\n\nchild", ["", "a", "c"]),
        ("page", "a child\n\n## A\n\nchild child", ["", "a"]),
        ("never", "a child\n\n## A\n\n[that](term:child)", ["a"]),
        ("section", "## Child\n\n`child` [child](x.md) [child](term:none)", []),
        ("section", "## A\n\nx[^1]\n\n[^1]: A child.", []),
        ("section", "## A\n\nthe child's", ["a"]),
        ("section", "<cite>child</cite>", []),
    ],
)
def test_mentions_name_each_section_once(link: str, text: str, sections: list[str]) -> None:
    chapter, _ = read(text, [a_term("child", link=link)])
    assert [(term, section.id) for term, section in chapter.mentions] == [("child", section) for section in sections]


def test_a_term_is_not_linked_in_its_own_entry() -> None:
    terms = [a_term("child", definition="A child, not a parent."), a_term("parent", definition="Has a child.")]
    chapter, html = read("<!-- key-terms -->", terms, path="key-terms.md")
    assert [(term, section.id) for term, section in chapter.mentions] == [
        ("parent", "term-child"),
        ("child", "term-parent"),
    ]
    assert html.count('class="guide-term"') == 2


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        ("![a b](p.png)", [("a b", "p.png", "1:1")]),
        ("x ![](p.png) ![ ](q.png)", [("", "p.png", "1:3"), (" ", "q.png", "1:14")]),
        ("text\n\n- ![a\nb](p.png)", [("a\nb", "p.png", "3:3")]),
        ("![a [b] @c](p.png)", [("a [b] @c", "p.png", "1:1")]),
        ("[![a](p.png)](b.md)", [("a", "p.png", "1:2")]),
        ("![a][b]\n\n[b]: p.png", [("a", "p.png", "1:1")]),
        ("`![a](p.png)`", []),
    ],
)
def test_pictures(text: str, pictures: list[tuple[str, str, str]]) -> None:
    found = read(text)[0].pictures
    assert [(it.alternative, it.source, str(it.where)) for it in found] == [
        (words, file, f"docs/background.md:{at}") for words, file, at in pictures
    ]


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ('<img src="p.png">', [("1:1", False)]),
        ('<img src="p.png" alt="">', [("1:1", False)]),
        ('<img src="p.png" alt=" ">', [("1:1", False)]),
        ('<img alt="" src="[a]">', [("1:1", False)]),
        ('<img src="p.png" data-alt="x">', [("1:1", False)]),
        ('<img alt="a [b]" src="p.png">', [("1:1", True)]),
        ("<IMG alt='a' src='p.png'>", [("1:1", True)]),
        ("<img alt=a src=p.png>", [("1:1", True)]),
        ('<img title="a > b" src="p.png" alt="c">', [("1:1", True)]),
        ('x <img src="p.png"> <img src="p.png">', [("1:3", False), ("1:21", False)]),
        ('text\n\n<div>\n<img src="p.png">\n</div>', [("4:1", False)]),
        ('text\n\n<img\n  src="p.png">', [("3:1", False)]),
        ('<figure markdown="span">\n<img src="p.png">\n</figure>', [("2:1", False)]),
        ('<!-- <img src="p.png"> -->', []),
        ('a <!-- <img src="p.png"> -->', []),
        ('```\n<img src="p.png">\n```', []),
        ('`<img src="p.png">`', []),
    ],
)
def test_pictures_in_html(text: str, given: list[tuple[str, bool]]) -> None:
    found = read(text)[0].pictures
    assert [(str(it.where), bool(it.alternative.strip())) for it in found] == [
        (f"docs/background.md:{at}", is_given) for at, is_given in given
    ]


@pytest.mark.parametrize(
    ("text", "source", "at", "is_reported"),
    [
        ('<img src=missing.png alt="x">', "missing.png", "1:1", True),
        ("text\n\n<div>\n<img alt='x' src='a/b.png'>\n</div>", "a/b.png", "4:1", True),
        ('<img src="https://example.org/p.png" alt="x">', "https://example.org/p.png", "1:1", False),
        ('<img src="data:image/gif;base64,R0" alt="x">', "data:image/gif;base64,R0", "1:1", False),
        ('<img src="//[" alt="x">', "//[", "1:1", False),
        ('<img alt="x">', "", "1:1", False),
    ],
)
def test_a_picture_in_html_names_its_file(text: str, source: str, at: str, is_reported: bool) -> None:
    chapter, _ = read(text)
    (picture,) = chapter.pictures
    assert (picture.source, str(picture.where)) == (source, f"docs/background.md:{at}")
    assert [str(problem) for problem in chapter.problems] == [
        f'docs/background.md:{at}: The picture "{source}" is written as HTML, so it would not be found. '
        "Write it as ![what it shows](file.png). [html-picture]"
    ] * is_reported


@pytest.mark.parametrize(("path", "is_reported"), [("index.md", False), ("chairs/index.md", False), ("a.md", True)])
def test_a_picture_in_html_is_found_from_an_index_alone(path: str, is_reported: bool) -> None:
    chapter, _ = read('<img src="p.png" alt="x">', path=path)
    assert bool(chapter.problems) is is_reported


@pytest.mark.parametrize(
    ("tag", "target"),
    [
        ('<a href="background.md">', "background.md"),
        ("<a class=x href=background.md#poverty>", "background.md#poverty"),
        ("<A HREF='term:child'>", "term:child"),
        ('<a href="/background/">', "/background/"),
    ],
)
def test_a_link_in_html_to_the_guide_is_reported(tag: str, target: str) -> None:
    chapter, _ = read(f"# T\n\n{tag}first</a>\n\nx {tag}word</a>")
    assert not chapter.links
    assert {problem.message for problem in chapter.problems} == {
        f'The link to "{target}" is written as HTML, so it would not lead there.'
    }
    assert {problem.fix for problem in chapter.problems} == {"Write it as [words](file.md#place)."}
    assert str(chapter.problems[0].where) == "docs/background.md:3:1"


def test_links_in_html_are_told_apart_by_their_places() -> None:
    chapter, _ = read('<a href="a.md">b</a>\n\nx <a href="a.md">b</a>')
    assert [str(problem.where) for problem in chapter.problems] == ["docs/background.md:1:1", "docs/background.md:3:3"]


@pytest.mark.parametrize(
    "tag", ['<a href="https://example.org/a">', '<a href="mailto:a@b.org">', '<a href="//example.org">', '<a id="b">']
)
def test_a_link_in_html_to_elsewhere_is_left_alone(tag: str) -> None:
    chapter, _ = read(f"{tag}b</a> <!-- <a href='b.md'> --> `<a href='b.md'>`")
    assert not chapter.links
    assert not chapter.problems


def test_a_link_in_html_to_a_place_of_its_page_is_a_link() -> None:
    (link,) = read('text <a href="#here">x</a>')[0].links
    assert (link.target, str(link.where)) == ("#here", "docs/background.md:1:6")


CHART = (
    '<figure class="chart" markdown="block" aria-label="Reports">\n\n'
    "| Year | Reports |\n|---|---|\n| 2018 | {} |\n\n</figure>"
)


def test_a_chart_is_a_picture_with_its_label() -> None:
    chapter, html = read(f"# T\n\n{CHART.format(18.4)}")
    (picture,) = chapter.pictures
    assert (picture.alternative, picture.source, str(picture.where)) == ("Reports", None, "docs/background.md:3:1")
    assert html.index("<svg") < html.index("<table")
    assert not chapter.problems


def test_a_faulty_chart_is_reported_at_its_figure() -> None:
    chapter, html = read(f"# T\n\n[@a] [b](c.md)\n\n{CHART.format('many')}")
    (problem,) = chapter.problems
    assert str(problem.where) == "docs/background.md:5:1"
    assert '"many"' in problem.message
    assert "<svg" not in html


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("# A\n\n## B {#c}", {"a", "c"}),
        ('<a id="x"></a> <a name="y"></a>', {"x", "y"}),
        ("<div id=\"d\">\n<p id='[e]'>x</p>\n</div>", {"d", "[e]"}),
        ("text {: #t }\n{: #p }", {"p"}),
        ('<b data-id="no">x</b>', set()),
        ('<!-- <a id="no"></a> -->', set()),
        ('```\n<a id="no"></a>\n```', set()),
        ("x[@a]", {"fn:1", "fnref:1"}),
    ],
)
def test_ids(text: str, ids: set[str]) -> None:
    assert read(text)[0].ids == ids


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("before", ["", BEFORE])
def test_places_count_from_the_file(before: str, end: str) -> None:
    text = (
        "# Tïtle\n\n| ä | b |\n|---|---|\n| x | ü [@a; @b] ![c](d.png) |\n\n- [e](f.md)\n    [^no]\n\n### X {#tïtle}\n"
    )
    chapter, _ = read(text.replace("\n", end), before=before.replace("\n", end))
    lines = before.count("\n")
    (citation,) = chapter.citations
    wheres = [
        chapter.sections[0].where,
        citation.where,
        *(work.where for work in citation.cite_items),
        chapter.pictures[0].where,
        chapter.links[0].where,
        chapter.problems[0].where,
        chapter.sections[1].where,
    ]
    assert [(where.line - lines, where.column) for where in wheres if where] == [
        (1, 3),
        (5, 9),
        (5, 10),
        (5, 14),
        (5, 18),
        (7, 3),
        (8, 5),
        (10, 5),
    ]


def test_a_section_lists_the_events_that_name_it() -> None:
    events = [
        an_event("a-1999", "1999", "First <b>", see=["background.md#one"]),
        an_event("b-2001", "2001-12", "Second", see=["background.md#one", "background.md#one", "background.md"]),
    ]
    html = read("# T\n\n## One\n\ntext\n\n### Two\n\nmore\n\n## Three\n\nx[@a]", events=events)[1]
    block = (
        '<div class="guide-in-timeline"><p>In the timeline</p><ul>'
        '<li>1999: <a href="guide:timeline.md#event-a-1999">First &lt;b&gt;</a></li>'
        '<li>December 2001: <a href="guide:timeline.md#event-b-2001">Second</a></li></ul></div>'
    )
    assert html.count("guide-in-timeline") == 1
    assert html.index("<p>text</p>") < html.index(block) < html.index("<h3")


@pytest.mark.parametrize("text", ["## One\n\ntext[@a]", "- ## One\n\n    text[@a]"])
def test_the_list_of_the_last_section_stands_before_the_notes(text: str) -> None:
    html = read(text, events=[an_event("x", see=["background.md#one"])])[1]
    assert html.index("text") < html.index("guide-in-timeline") < html.index("doc-endnotes")


def test_stakeholders_list_their_events() -> None:
    event = an_event("x", actors=["unicef", "europol"])
    html = read("## UNICEF\n\na\n\n## Europol\n\nb\n\n## INTERPOL\n\nc", events=[event], path="stakeholders.md")[1]
    assert html.count("guide-in-timeline") == 2
    assert html.rindex("guide-in-timeline") < html.index('id="interpol"')


def test_a_minor_correction_is_folded() -> None:
    text = "# T\n\n## S\n\nA.\n\n!!! {} minor \"Editor's note\"\n    The original printed 'B'.\n"
    chapter, html = read(text.format("correction"))
    assert html.count("<details") == html.count("</summary>") == 1
    assert '<summary class="admonition-title">Editor\'s note</summary>' in html
    assert html.index("</summary>") < html.index("The original") < html.index("</details>")
    assert [note.html[:15] for note in chapter.editor_notes] == ["<p>The original"]
    assert "<details" not in read(text.format("check"))[1]


def test_a_box_without_title_has_its_kind_in_the_guide_s_language() -> None:
    text = "".join(f"!!! {kind}\n    A.\n\n" for kind in (*ADMONITIONS, 'tip "Danger"'))
    titles = {name: TITLE.findall(read(text, labels=labels_for(name))[1]) for name in ("en", "de")}
    assert titles["en"] == [*map(str.capitalize, ADMONITIONS), "Danger"]
    assert titles["de"][:2] == ["Hinweis", "Zusammenfassung"]
    assert not set(titles["de"][:-1]) & set(titles["en"])
    assert titles["de"][-1] == "Danger"


def test_editor_notes_are_copied_for_another_page() -> None:
    chapter, html = read(
        '# T\n\n## S\n\n!!! correction "Editor\'s note"\n'
        "    Not [a](#s), [b](chapter.md#c), [d](https://e.org) or [f](term:child).\n"
        "    { #own }\n\n    A child[@k] & \\*more\\*.\n\n!!! check\n    Open.\n\n!!! note\n    Neither.\n",
        [a_term("child", definition="Young.")],
    )
    assert [(note.kind, note.section.id) for note in chapter.editor_notes] == [("correction", "s"), ("check", "s")]
    assert chapter.editor_notes[0].html == (
        '<p>Not <a href="guide:background.md#s">a</a>, <a href="guide:chapter.md#c">b</a>, <a href="https://e.org">d</a>'
        ' or <a class="guide-term" data-definition="Young." href="guide:key-terms.md#term-child">f</a>.</p>\n'
        '<p>A child<sup><a class="footnote-ref" href="guide:background.md#fn:1" role="doc-noteref">1</a></sup>'
        " &amp; *more*.</p>"
    )
    assert chapter.editor_notes[1].html == "<p>Open.</p>"
    assert 'id="own"' in html
    assert 'id="fnref:1"' in html
    assert html.count("admonition-title") == 3


def test_links_of_editor_notes_count_from_their_chapter() -> None:
    chapter, _ = read("!!! check\n    [a](b.md) [c](../d.md#e) [f](#g)", path="chairs/x.md")
    assert chapter.editor_notes[0].html == (
        '<p><a href="guide:chairs/b.md">a</a> <a href="guide:d.md#e">c</a> <a href="guide:chairs/x.md#g">f</a></p>'
    )


def test_the_open_citation_is_found_behind_a_good_one() -> None:
    chapter, _ = read("Fine.[@a]\n\nBad.[@a\n\nFine.[@a]")
    assert [str(problem.where) for problem in chapter.problems] == ["docs/background.md:3:5"]


@pytest.mark.parametrize(
    ("heading", "place", "words"),
    [
        ("##", "3:1", "has no words"),
        ("## ", "3:1", "has no words"),
        ("- ##", "3:3", "has no words"),
        ("### <!-- to come -->", "3:5", "has no words"),
        ("## {#id}", "3:4", "has no words"),
        ("## &nbsp;", "3:4", "has no words"),
        ("## [^1]\n\n[^1]: Note.", "3:4", "has no words"),
        ("## ![Bars.](a.svg)", "3:4", "is a picture alone"),
        ("## **![Bars.](a.svg)** {#id}", "3:4", "is a picture alone"),
        ("<h2></h2>", "3:1", "has no words"),
        ('Text.\n\n<h3 id="a"> <img src="https://a.example/a.svg" alt="Bars."></h3>', "5:1", "has no words"),
    ],
)
def test_a_heading_without_words_is_told_at_its_line(heading: str, place: str, words: str) -> None:
    [told] = [each for each in read(f"# Title\n\n{heading}\n\nText.\n")[0].problems if each.rule == "empty-heading"]
    assert str(told).startswith(f"docs/background.md:{place}: This heading {words}")


@pytest.mark.parametrize(
    "heading", ["## 5", "## ![Bars.](a.svg) Bars", "## `{#id}`", "## A {#a}", "<h2>A</h2>", "## ?"]
)
def test_a_heading_with_words_is_none_without(heading: str) -> None:
    assert [each.rule for each in read(f"# Title\n\n{heading}\n\nText.\n")[0].problems] == []
