"""Tests of markdown.data_pages: key terms and the timeline as pages, and the markers that stand for them."""

import json
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.data.glossary import Term
from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.data_pages import escape_markdown
from tests.helpers import a_term, an_event, markdown_with, read


def headings(html: str) -> list[tuple[str, str, str]]:
    """Tag, id and words of each heading."""
    found = re.findall(r'<(h\d) id="([^"]*)">(.*?)<a [^>]*class="headerlink"', html)
    return [(tag, name, unescape(re.sub("<[^>]*>", "", words))) for tag, name, words in found]


def test_key_terms_stand_in_order_of_the_alphabet() -> None:
    terms = [a_term("b", "beta"), a_term("c", "Gamma"), a_term("eu", "EU", is_abbreviation=True), a_term("a", "Alpha")]
    chapter, html = read("# Key terms\n\n## Long\n\n<!-- key-terms -->\n\n## Short\n\n<!-- abbreviations -->\n", terms)
    assert headings(html) == [
        ("h1", "key-terms", "Key terms"),
        ("h2", "long", "Long"),
        ("h3", "term-a", "Alpha"),
        ("h3", "term-b", "beta"),
        ("h3", "term-c", "Gamma"),
        ("h2", "short", "Short"),
        ("h3", "term-eu", "EU"),
    ]
    assert not chapter.problems


def test_a_term_has_everything_in_its_place() -> None:
    term = a_term(
        "x",
        definition="It *means*.",
        sources=["a, p. 4", "b"],
        see_also=["y", "z"],
        note="Was wrong.",
        former_ids=["old", "older"],
    )
    chapter, html = read("<!-- key-terms -->", [term])
    body = html[html.index("</h3>") + 6 : html.index('<section aria-label="Notes"')]
    call = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>'
    assert body.strip() == (
        '<p><a id="term-old"></a><a id="term-older"></a></p>\n'
        f"<p>It <em>means</em>.{call}</p>\n"
        '<div class="admonition correction" id="correction:1">\n<p class="admonition-title">Editor\'s note</p>\n'
        "<p>Was wrong.</p>\n</div>\n"
        '<p data-search-exclude="true">See also: <a href="guide:key-terms.md#term-y"></a>, '
        '<a href="guide:key-terms.md#term-z"></a></p>\n'
        "<!--guide:mentioned-in x-->\n</div>"
    )
    assert '<div class="guide-key-term">\n<h3 id="term-x">' in html
    assert [(work.key, work.suffix) for work in chapter.citations[0].cite_items] == [("a", ", p. 4"), ("b", "")]
    assert {"term-old", "term-older"} <= chapter.ids
    assert [link.target for link in chapter.links] == ["#term-x"]  # that of its letter


def letters(html: str) -> dict[str, list[tuple[str, str]]]:
    """The links from A to Z, address and letter, by what stands before them."""
    rows = re.findall(r"<p>(\w+): ((?:<a [^<]*</a> ?)+)</p>", html)
    return {label: re.findall(r'<a href="([^"]*)">([^<]*)</a>', links) for label, links in rows}


def test_each_letter_leads_to_its_first_term() -> None:
    terms = [
        a_term("abuse", "abuse"),
        a_term("age", "Age"),
        a_term("ecole", "École"),
        a_term("2fa", "2FA"),
        a_term("amp", "<"),
        a_term("eu", "EU", is_abbreviation=True),
    ]
    chapter, html = read("# Key terms\n\n## Terms\n\n<!-- key-terms -->\n\n## Short\n\n<!-- abbreviations -->\n", terms)
    assert letters(html) == {
        "Terms": [("#term-amp", "&lt;"), ("#term-2fa", "0–9"), ("#term-abuse", "A"), ("#term-ecole", "E")],
        "Abbreviations": [("#term-eu", "E")],
    }
    assert html.count('<nav class="guide-letters screen-only" aria-label="A to Z">') == 1
    assert not chapter.problems


def test_the_filter_knows_every_form_of_a_term() -> None:
    terms = [a_term("x", 'The "X" & <Y>', aliases=["x's", "y"]), a_term("eu", "EU", is_abbreviation=True)]
    _, html = read("<!-- key-terms -->\n\n<!-- abbreviations -->", terms)
    (forms,) = re.findall(r'<div class="guide-filter guide-term-filter screen-only" data-forms="([^"]*)"></div>', html)
    assert json.loads(unescape(forms)) == {"term-x": ['The "X" & <Y>', "x's", "y"], "term-eu": ["EU"]}


@pytest.mark.parametrize(
    ("text", "before", "behind"),
    [
        ("# T\n\nWords.\n\n## One\n\n<!-- key-terms -->", "Words.", '<h2 id="one">'),
        ("# T\n\n## One\nMore.\n\n<!-- key-terms -->", "More.", '<h3 id="term-a">'),
        ("# T\n\n<!-- key-terms -->", '<h1 id="t">', '<h3 id="term-a">'),
        (
            "# T\n\n## Short {#s}\n\n<!-- abbreviations -->\n\n## Long\n\n<!-- key-terms -->",
            '<h1 id="t">',
            '<h2 id="s">',
        ),
        ("# T\n\n```\n<!-- key-terms -->\n```\n\n## One\n\n<!-- key-terms -->", "<pre>", '<h2 id="one">'),
    ],
)
def test_the_filter_stands_above_the_heading_of_the_first_list(text: str, before: str, behind: str) -> None:
    _, html = read(text, [a_term("a"), a_term("b", is_abbreviation=True)])
    assert html.count("guide-term-filter") == 1
    assert html.index(before) < html.index("guide-term-filter") < html.index("guide-letters") < html.index(behind)


def test_a_list_without_terms_has_no_letters() -> None:
    _, html = read("<!-- key-terms -->\n\n<!-- abbreviations -->", [a_term("eu", "EU", is_abbreviation=True)])
    assert letters(html) == {"Abbreviations": [("#term-eu", "E")]}


def test_an_open_term_says_check() -> None:
    _, html = read("<!-- key-terms -->", [a_term("x", note="Not found.\n\nSee [y](z.md).", is_open=True)])
    assert '<div class="admonition check" id="check:1">\n<p class="admonition-title">Check before you quote</p>' in html
    assert '<p>Not found.</p>\n<p>See <a href="z.md">y</a>.</p>\n</div>' in html


def test_the_note_of_a_minor_correction_is_folded_behind_its_entry() -> None:
    term = a_term("x", "X", definition="A letter.", note="Was 'Y'.", is_minor=True)
    event = an_event("e", description="A day.", note="Was 2008.", is_minor=True)
    chapter, html = read("<!-- key-terms -->\n\n<!-- timeline -->", [term], events=[event])
    folded = (
        '<details class="admonition correction minor" id="correction:{}">\n<summary class="admonition-title">Editor'
    )
    assert f"<p>A letter.</p>\n{folded.format(1)}" in html
    assert f"<p>A day.</p>\n{folded.format(2)}" in html
    assert [note.kind for note in chapter.editor_notes] == ["correction", "correction"]


def test_events_are_grouped_by_decade() -> None:
    events = [
        an_event("a", "199X"),
        an_event("b", "1999"),
        an_event("c", "2001-12"),
        an_event("d", "2002-01-18", "D: #1"),
    ]
    chapter, html = read("# Timeline\n\n<!-- timeline -->", events=events, path="timeline.md")
    assert headings(html) == [
        ("h1", "timeline", "Timeline"),
        ("h2", "decade-1990s", "1990s"),
        ("h3", "event-a", "A"),
        ("h3", "event-b", "B"),
        ("h2", "decade-2000s", "2000s"),
        ("h3", "event-c", "C"),
        ("h3", "event-d", "D: #1"),
    ]
    assert html.count('<ol class="guide-timeline">') == 2
    assert re.findall(r'<p class="guide-date">(.*?)</p>', html) == [
        "<time>1990s</time>",
        '<time datetime="1999">1999</time>',
        '<time datetime="2001-12">December 2001</time>',
        '<time datetime="2002-01-18">18 January 2002</time>',
    ]
    room = '<div class="guide-filter guide-timeline-filter screen-only"></div>'
    assert html.index(room) < html.index('<figure class="guide-axis">') < html.index('id="decade-1990s"')
    assert not chapter.problems


def test_an_event_has_everything_in_its_place() -> None:
    event = an_event(
        "x",
        description="It [happened](background.md#a).",
        sources=["k"],
        note="The original printed 2006.",
        actors=["unicef", "europol"],
        terms=["child"],
        see=["background.md#poverty", "solutions.md"],
        former_ids=["old"],
    )
    chapter, html = read("<!-- timeline -->", events=[event], path="timeline.md")
    body = html[html.index("</h3>") + 6 : html.index("</li>")]
    call = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>'
    assert body.strip().split("\n") == [
        '<p><a id="event-old"></a></p>',
        '<p class="guide-date"><time datetime="2007">2007</time></p>',
        f'<p>It <a href="background.md#a">happened</a>.{call}</p>',
        '<div class="admonition correction" id="correction:1">',
        '<p class="admonition-title">Editor\'s note</p>',
        "<p>The original printed 2006.</p>",
        "</div>",
        '<p class="guide-actors">Who: <a href="guide:stakeholders.md#unicef"></a>, '
        '<a href="guide:stakeholders.md#europol"></a></p>',
        '<p class="guide-terms" data-search-exclude="true">Terms: <a href="guide:key-terms.md#term-child"></a></p>',
        '<p data-search-exclude="true">See: <a href="guide:background.md#poverty"></a>, '
        '<a href="guide:solutions.md#"></a></p>',
        "<!--guide:linked-from x-->",
    ]
    assert [citation.keys for citation in chapter.citations] == [("k",)]


@pytest.mark.parametrize("description", ["", "[@k]", "[@k, p. 1]\n"])
@pytest.mark.parametrize("source", ["k", "k, p. 4,\n 6"])
def test_the_note_of_an_event_without_text_stands_behind_its_title(description: str, source: str) -> None:
    event = an_event("x", title="A *dam*", description=description, sources=[source])
    chapter, html = read("<!-- timeline -->", events=[event], path="timeline.md")
    call = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>'
    (heading,) = re.findall(r'<h3 id="event-x">(.*?)</h3>', html)
    assert heading.startswith(f"A *dam*{call}")
    assert [section.title for section in chapter.sections if section.id == "event-x"] == ["A *dam*"]
    assert html.count("footnote-ref") == 1


@pytest.mark.parametrize(("sources", "calls"), [([], 0), (["k"], 1), (["k", "l, p. 2"], 1)])
def test_an_event_needs_no_description(sources: list[str], calls: int) -> None:
    chapter, html = read("<!-- timeline -->", events=[an_event("x", sources=sources)], path="timeline.md")
    assert html.count("footnote-ref") == calls
    assert [len(citation.cite_items) for citation in chapter.citations] == ([len(sources)] if sources else [])


def test_an_empty_guide_makes_empty_pages() -> None:
    assert read("<!-- key-terms -->\n\n<!-- abbreviations -->\n\n<!-- timeline -->")[1] == ""


def test_places_in_data_are_those_of_its_file() -> None:
    file = SourceFile("glossary.yaml", "- id: x\n  definition: >-\n    One [@a]\n    [b](c.md).\n  sources: [k]\n")
    start = file.text.index("One")
    source = SourceSpan("k", file, file.text.index("[k]") + 1)
    term = Term("x", "X", SourceSpan("One [@a] [b](c.md).", file, start), file.location(0), sources=(source,))
    chapter, _ = read("<!-- key-terms -->", [term], path="key-terms.md")
    assert [str(work.where) for citation in chapter.citations for work in citation.cite_items] == [
        "glossary.yaml:3:10",
        "glossary.yaml:5:13",
    ]
    assert [str(link.where) for link in chapter.links if link.target == "c.md"] == ["glossary.yaml:4:5"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Write to <!-- contact -->.", '<p>Write to <a href="mailto:x@y.org">us</a>.</p>'),
        ("<!--contact-->", '<p><a href="mailto:x@y.org">us</a></p>'),
        ("<!-- works-cited -->", "<!--guide:works-cited-->"),
        ("<!-- further-reading -->", "<!--guide:further-reading-->"),
        ("<!-- corrections -->", "<!--guide:corrections-->"),
        ("<!-- open-checks -->", "<!--guide:open-checks-->"),
        ("<!-- what-changed -->", "<!--guide:what-changed-->"),
        ("<!-- unknown -->", ""),
        ("<!-- Contact -->", ""),
        ("`<!-- contact -->`", "<p><code>&lt;!-- contact --&gt;</code></p>"),
        ("`` ` <!-- contact --> ` ``", "<p><code>` &lt;!-- contact --&gt; `</code></p>"),
        ("```\n<!-- contact -->\n```", "<pre><code>&lt;!-- contact --&gt;\n</code></pre>"),
        ("~~~\n```\n~~~\n\n<!-- contact -->", '<pre><code>```\n</code></pre>\n<p><a href="mailto:x@y.org">us</a></p>'),
    ],
)
def test_markers(text: str, html: str) -> None:
    assert read(text, contact="[us](mailto:x@y.org)")[1] == html


TOPIC = "1977. Water | *for all* & <5*3*2> [@key] {#z} a_b_c (I)"
SHOWN = "1977. Water | *for all* &amp; &lt;5*3*2&gt; [@key] {#z} a_b_c (I)"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<!-- topic -->", f"<p>{SHOWN}</p>"),
        ("- **Topic:** <!--topic-->, again: <!-- topic -->", f"<strong>Topic:</strong> {SHOWN}, again: {SHOWN}</li>"),
        ("> <!-- topic -->", f"<p>{SHOWN}</p>"),
        ("| a | b |\n| - | - |\n| <!-- topic --> | x |", f"<td>{SHOWN}</td>\n<td>x</td>"),
        ("[<!-- topic -->](#x)", f">{SHOWN}</a>"),
        ('!!! note "On <!-- topic -->"\n    Text.', f">On {SHOWN}</p>"),
        ("A note.[^1]\n\n[^1]: <!-- topic -->", f"<p>{SHOWN}<a "),
        ('<div markdown="1">\n\n<!-- topic -->\n\n</div>', f"<p>{SHOWN}</p>"),
        ("By <!-- officer -->, <!-- committee -->, <!-- conference -->.", "<p>By Anna Smith, UNODC, PSMUN.</p>"),
        ("`<!-- topic -->`", "<code>&lt;!-- topic --&gt;</code>"),
        ("```\n<!-- topic -->\n```\n", "<code>&lt;!-- topic --&gt;\n</code>"),
    ],
)
def test_what_mkdocs_yml_says_of_the_guide_stands_where_its_marker_is(text: str, html: str) -> None:
    """As plain text, character by character, also where Markdown has a meaning for it."""
    facts = {"topic": TOPIC, "committee": "UNODC", "conference": "PSMUN", "officer": "Anna\nSmith"}
    chapter, made = read(text, facts=facts)
    assert html in made
    assert chapter.problems == ()


def test_a_heading_is_the_topic_and_a_term_in_it_is_linked_elsewhere() -> None:
    chapter, made = read(
        "# <!-- topic -->\n\n<!-- topic -->", [a_term("forest")], facts={"topic": "Saving a forest\u00ad"}
    )
    assert [(section.id, section.title) for section in chapter.sections] == [("saving-a-forest", "Saving a forest")]
    assert re.search(r'<p>Saving a <a class="guide-term" [^>]*>forest</a></p>', made)


def test_without_a_contact_the_secretariat_answers() -> None:
    assert read("Write to <!-- contact -->.")[1] == "<p>Write to the conference secretariat.</p>"


@pytest.mark.parametrize(
    "name", ["C# & <b>", "*a* _b_ `c`", "[x](y) {#z}", "1. \\d", "a | b", "[@key] @x", "!!! x", "- a -"]
)
def test_names_are_shown_letter_for_letter(name: str) -> None:
    chapter, html = read("<!-- key-terms -->", [a_term("x", name)])
    assert headings(html) == [("h3", "term-x", name)]
    assert chapter.sections[0].title == name
    assert not chapter.citations


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1))
def test_escaped_text_is_shown_letter_for_letter(text: str) -> None:
    html = markdown_with().convert(f"x{escape_markdown(text)}x")
    assert unescape(re.sub("</?p>", "", html)) == f"x{text}x"
