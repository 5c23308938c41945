"""Tests of crossref.links and crossref.placeholders: what stands in a page when all chapters are read."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

import pytest

from studyguide.citeproc.notes import RenderedCitations
from studyguide.crossref.backlinks import build_backlink_index
from studyguide.crossref.links import LinkResolver
from studyguide.crossref.placeholders import PlaceholderResolver
from studyguide.data.bibliography import Source
from studyguide.data.glossary import Term
from studyguide.data.guide import Guide
from studyguide.data.timeline import Event
from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.chapter import Chapter
from tests.crawler import Page, words
from tests.helpers import a_term, an_event, read

KEYS = ["lee", 'q&a"', "smith:a/b", "unread"]
SOURCES = tuple(Source(key, {"title": f"{{Title}} of <{key}>"}, Location("bibliography.bib", 1)) for key in KEYS)


def address(here: str, there: str) -> str:
    """An address that shows both ends."""
    return f"/from/{here}/to/{there}/"


def fill(
    *texts: tuple[str, str], terms: Iterable[Term] = (), events: Iterable[Event] = (), entries: Iterable[str] = KEYS
) -> list[Page]:
    """Read chapters, given as path and Markdown, and fill all of them."""
    terms, events = tuple(terms), tuple(events)
    guide = Guide(terms=terms, events=events, sources=SOURCES)
    pages = [read(text, terms, events, path) for path, text in texts]
    chapters = [chapter for chapter, _ in pages]
    linker = LinkResolver(build_backlink_index(guide, chapters, {}), address)
    filler = PlaceholderResolver(linker, written(chapters, entries))
    return [Page(chapter.path, filler.fill(chapter, linker.link(chapter.path, html))) for chapter, html in pages]


def written(chapters: Iterable[Chapter], entries: Iterable[str]) -> RenderedCitations:
    """Texts that name what they are the text of."""
    return RenderedCitations(
        citations={
            (chapter.path, number): f"<em>{chapter.path} {number}</em>."
            for chapter in chapters
            for number in range(len(chapter.citations))
        },
        entries={key: f"<em>Entry {number}</em>" for number, key in enumerate(entries)},
    )


def links(element: Element) -> list[tuple[str, str]]:
    """The words of each link, but for those of headings to themselves, and where it leads."""
    return [(words(link), link.get("href", "")) for link in element.iter("a") if link.get("class") != "headerlink"]


def test_a_note_has_its_text_and_a_link_to_the_entry_of_its_source() -> None:
    (page,) = fill(("index.md", "# One\n\nText.[@smith:a/b, p. 4]\n"))
    note = next(page.root.iter("li"))
    assert words(note) == "index.md 0. Bibliography↩"
    link = next(page.by_class("guide-source"))
    assert link.get("href") == "/from/index.md/to/bibliography.md/#ref-smith:a/b"
    assert link.get("aria-label") == "Bibliography: Title of <smith:a/b>"


def test_a_note_of_several_sources_links_to_each() -> None:
    (page,) = fill(("index.md", "# One\n\nText.[@lee; see @smith:a/b] More.[@lee]\n"))
    assert [(words(link), link.get("aria-label")) for link in page.by_class("guide-source")] == [
        ("Bibliography 1", "Bibliography: Title of <lee>"),
        ("Bibliography 2", "Bibliography: Title of <smith:a/b>"),
        ("Bibliography", "Bibliography: Title of <lee>"),
    ]
    assert words(page.by_id("fn:2")) == "index.md 1. Bibliography↩"


def test_a_note_that_the_style_leaves_empty_has_the_entries_of_its_sources() -> None:
    chapter, html = read("# One\n\nText.[@smith:a/b; @lee]\n", path="index.md")
    guide = Guide(sources=SOURCES)
    nothing = RenderedCitations({("index.md", 0): ""}, {"smith:a/b": "<em>Smith</em>", "lee": "<em>Lee</em>"})
    linker = LinkResolver(build_backlink_index(guide, [chapter], {}), address)
    page = Page("index.md", PlaceholderResolver(linker, nothing).fill(chapter, html))
    assert words(next(page.root.iter("li"))).startswith("Smith; Lee Bibliography 1 Bibliography 2")


def test_a_citation_in_an_ordinary_note_stands_in_its_text() -> None:
    (page,) = fill(("index.md", "# One\n\nText.[^n]\n\n[^n]: See this.[@lee] And [@smith:a/b, p. 2] too.\n"))
    (note,) = page.root.iter("li")
    assert words(note) == "See this. index.md 0. Bibliography And index.md 1. Bibliography too.↩"


def test_anchors_and_attributes_are_escaped() -> None:
    (page,) = fill(("bibliography.md", '# One\n\nText.[@{q&a"}]\n\n<!-- works-cited -->\n'))
    assert next(page.by_class("guide-source")).get("href") == "#ref-q&a%22"
    assert [item.get("id") for item in page.root.iter("li")] == ['ref-q&a"', "fn:1"]


def test_links_of_our_own_get_the_address_of_the_page_that_they_lead_to() -> None:
    terms, events = [a_term("hotline")], [an_event("crc-1989", title="The <CRC>")]
    text = "# One\n\nA hotline. [It](event:crc-1989), [this](source:lee), [home](https://www.example.org/?a=1&b=2#c).\n"
    (page,) = fill(("index.md", text), terms=terms, events=events)
    assert links(page.root) == [
        ("hotline", "/from/index.md/to/key-terms.md/#term-hotline"),
        ("It", "/from/index.md/to/timeline.md/#event-crc-1989"),
        ("this", "/from/index.md/to/bibliography.md/#ref-lee"),
        ("home", "https://www.example.org/?a=1&b=2#c"),
    ]


def test_a_link_within_its_own_page_is_an_anchor_alone() -> None:
    (page,) = fill(("key-terms.md", "# Key terms\n\nA hotline.\n"), terms=[a_term("hotline")])
    assert links(page.root) == [("hotline", "#term-hotline")]


@pytest.mark.parametrize(
    ("target", "shown", "leads_to"),
    [
        ("key-terms.md#term-hotline", "Hotline", "/from/timeline.md/to/key-terms.md/#term-hotline"),
        ("stakeholders.md#unicef", "UNICEF & co", "/from/timeline.md/to/stakeholders.md/#unicef"),
        ("background.md#poverty", "Background, Poverty", "/from/timeline.md/to/background.md/#poverty"),
        ("background.md", "Background", "/from/timeline.md/to/background.md/"),
    ],
)
def test_links_without_words_get_the_title_of_what_they_lead_to(target: str, shown: str, leads_to: str) -> None:
    events = [an_event("e", terms=["hotline"], actors=["unicef"], see=["background.md#poverty", "background.md"])]
    _, _, page = fill(
        ("background.md", "# Background\n\n## Poverty\n\nText.\n"),
        ("stakeholders.md", "# Stakeholders\n\n## UNICEF & co {#unicef}\n\nText.\n"),
        ("timeline.md", "# Timeline\n\n<!-- timeline -->\n"),
        terms=[a_term("hotline")],
        events=events,
    )
    assert (shown, leads_to) in links(page.root), target


def test_a_term_names_the_sections_that_use_it_a_line_a_chapter() -> None:
    background = "# Background\n\nA hotline.\n\n## Poverty & 1 < 2 {#poverty}\n\nA hotline.\n\n## Ways\n\nNone.\n"
    _, _, page = fill(
        ("background.md", background),
        ("solutions.md", "A hotline.\n\n# Solutions\n\nNone.\n"),
        ("key-terms.md", "# Key terms\n\n<!-- key-terms -->\n"),
        terms=[a_term("hotline"), a_term("unused")],
    )
    (block,) = page.by_class("guide-backlinks")
    assert words(block) == ("Mentioned in 3 sectionsBackground: Background, Poverty & 1 < 2Solutions: Solutions")
    assert [words(summary) for summary in block.iter("summary")] == ["Mentioned in 3 sections"]
    assert [words(item) for item in block.iter("li")] == [
        "Background: Background, Poverty & 1 < 2",
        "Solutions: Solutions",
    ]
    assert links(block) == [
        ("Background", "/from/key-terms.md/to/background.md/#background"),
        ("Poverty & 1 < 2", "/from/key-terms.md/to/background.md/#poverty"),
        ("Solutions", "/from/key-terms.md/to/solutions.md/"),
    ]


def test_an_event_names_the_sections_that_link_to_it() -> None:
    _, page = fill(
        ("index.md", "# Home\n\n[It](event:e).\n"),
        ("timeline.md", "# Timeline\n\n<!-- timeline -->\n"),
        events=[an_event("e"), an_event("f")],
    )
    (block,) = page.by_class("guide-backlinks")
    assert [words(summary) for summary in block.iter("summary")] == ["Linked from 1 section"]
    assert block.get("data-print-list") == "linked-from"
    assert links(block) == [("Home", "/from/timeline.md/to/index.md/#home")]


@pytest.mark.parametrize(("sections", "is_open"), [(1, True), (6, True), (7, False)])
def test_a_long_list_of_sections_is_closed_at_first(sections: int, is_open: bool) -> None:
    text = "".join(f"## Section {number}\n\nA hotline.\n\n" for number in range(sections))
    _, page = fill(
        ("background.md", f"# Background\n\n{text}"),
        ("key-terms.md", "# Key terms\n\n<!-- key-terms -->\n"),
        terms=[a_term("hotline")],
    )
    (block,) = page.by_class("guide-backlinks")
    assert ("open" in block.attrib) is is_open
    assert len(links(block)) == sections


BIBLIOGRAPHY = "# Sources\n\n## Cited\n\n<!-- works-cited -->\n\n## More\n\n<!-- further-reading -->\n"


def test_the_bibliography_tells_works_cited_from_further_reading_in_the_order_of_the_style() -> None:
    _, page = fill(
        ("background.md", "# Background\n\n## Poverty\n\nText.[@lee] [A law](source:smith:a/b).\n"),
        ("bibliography.md", BIBLIOGRAPHY),
        entries=["unread", "smith:a/b", "lee", 'q&a"'],
    )
    cited, further = page.by_class("guide-bibliography")
    assert [(item.get("id"), words(item)) for item in cited] == [
        ("ref-smith:a/b", "Entry 1 Cited in: Background, Poverty"),
        ("ref-lee", "Entry 2 Cited in: Background, Poverty, note 1"),
    ]
    assert words(cited) == "Entry 1 Cited in: Background, PovertyEntry 2 Cited in: Background, Poverty, note 1"
    assert links(cited) == [
        ("Background, Poverty", "/from/bibliography.md/to/background.md/#poverty"),
        ("Background, Poverty, note 1", "/from/bibliography.md/to/background.md/#fnref:1"),
    ]
    assert [(item.get("id"), words(item)) for item in further] == [("ref-unread", "Entry 0"), ('ref-q&a"', "Entry 3")]


def test_every_place_that_cites_a_source_is_named() -> None:
    text = "# Background\n\nText.[@lee]\n\n## A & b {#a}\n\nText.[@lee; @unread][^n]\n\n[^n]: Note.[@lee]\n"
    _, _, page = fill(
        ("background.md", text), ("index.md", "# Home\n\nText.[@lee]\n"), ("bibliography.md", BIBLIOGRAPHY)
    )
    assert words(page.by_id("ref-lee")) == (
        "Entry 0 Cited in: Background, note 1; Background, A & b, note 2; Background, A & b, note 3; Home, note 1"
    )


def test_empty_lists_say_so() -> None:
    (page,) = fill(("bibliography.md", BIBLIOGRAPHY + "\n<!-- corrections -->\n\n<!-- open-checks -->\n"), entries=())
    assert [words(paragraph) for paragraph in page.root.iter("p")] == ["None."] * 4
    assert words(page.root).replace("¶", "") == "Sources Cited None. More None. None. None."


def test_of_what_nothing_mentions_nothing_is_told() -> None:
    (page,) = fill(("key-terms.md", "# Key terms\n\n<!-- key-terms -->\n"), terms=[a_term("hotline")])
    assert words(page.root).replace("¶", "") == "Key terms Terms: H Hotline What it means."


def test_editors_notes_stand_on_a_page_of_their_own_too() -> None:
    text = """\
# Background

## Poverty

!!! correction "Editor's note"
    It printed *1990*, see [ways](#ways) and [home](index.md). A hotline.[@lee]

## Ways & means {#ways}

!!! check "Check before you quote"
    Nobody knows.

!!! check "Check before you quote"
    Somebody may.
"""
    background, page = fill(
        ("background.md", text),
        ("corrections.md", "# Corrections\n\n<!-- corrections -->\n\n## Open checks\n\n<!-- open-checks -->\n"),
        terms=[a_term("hotline")],
    )
    corrections, checks = page.by_class("guide-editor-notes")
    (correction,) = corrections
    assert words(correction) == "Background, PovertyIt printed 1990, see ways and home. A hotline.1"
    assert links(correction)[0] == ("Background, Poverty", "/from/corrections.md/to/background.md/#correction:1")
    assert ("ways", "/from/corrections.md/to/background.md/#ways") in links(correction)
    assert ("hotline", "/from/corrections.md/to/key-terms.md/#term-hotline") in links(correction)
    assert ("1", "/from/corrections.md/to/background.md/#fn:1") in links(correction)
    assert [words(item) for item in checks] == [
        "Background, Ways & meansNobody knows.",
        "Background, Ways & meansSomebody may.",
    ]
    boxes = [box.get("id") for box in background.by_class("admonition")]
    assert boxes == ["correction:1", "check:2", "check:3"]
    assert [links(item)[0][1].partition("#")[2] for item in (*corrections, *checks)] == boxes


def test_other_comments_and_html_stay_as_they_are() -> None:
    guide = Guide()
    chapter, _ = read("# One\n", path="index.md")
    linker = LinkResolver(build_backlink_index(guide, [chapter], {}), address)
    html = '<p><!-- a remark --><a href="../other/#x">y</a> <code>guide:x.md</code></p>'
    assert PlaceholderResolver(linker, RenderedCitations({}, {})).fill(chapter, linker.link("index.md", html)) == html


def test_a_chapter_stands_once_among_the_places_of_a_term() -> None:
    """The timeline uses the term in its text, and an event names it too, which is known last."""
    term = a_term("poverty")
    timeline = "# Timeline\n\nPoverty.\n\n## 1989 {#event-one}\n\nNothing.\n"
    pages = fill(
        ("timeline.md", timeline),
        ("background.md", "# Background\n\nPoverty.\n"),
        ("key-terms.md", "# Key terms\n\n<!-- key-terms -->\n"),
        terms=[term],
        events=[an_event("one", terms=["poverty"])],
    )
    items = [words(item) for item in pages[-1].root.iter("li")]
    assert [item.partition(":")[0] for item in items] == ["Timeline", "Background"]
    assert items[0] == "Timeline: Timeline, 1989"
