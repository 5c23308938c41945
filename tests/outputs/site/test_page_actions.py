"""Page tools: the facts under the title, and what stands behind each section and source."""

from datetime import date

import pytest

from studyguide.outputs.site.page_actions import CitedSection, EditLink, PageActions
from tests.crawler import Page, words

LINK = EditLink("https://host.example/a?b=1&c#L4", 'Edit this term: The "law"')


def test_facts_stand_under_the_title() -> None:
    tools = PageActions(6, date(2026, 3, 2), "https://host.example/edit/a.md?b&c")
    html = tools.put_into('<h1 id="t">Title</h1>\n<p>Text.</p>')
    page = Page("", html)
    (facts,) = page.by_class("guide-facts")
    assert [element.tag for element in page.root] == ["h1", "p", "p"]
    assert words(facts) == "About 6 minutes to read Last changed 2 March 2026 Edit this page"
    assert [time.get("datetime") for time in facts.iter("time")] == ["2026-03-02"]
    assert [link.get("href") for link in facts.iter("a")] == ["https://host.example/edit/a.md?b&c"]
    assert "screen-only" in facts.get("class", "").split()


def test_what_nobody_knows_is_left_out() -> None:
    assert words(Page("", PageActions(1).put_into("<h1>T</h1>")).root) == "T About 1 minute to read"


def test_facts_come_first_where_the_theme_writes_the_title() -> None:
    assert PageActions(1).put_into("<p>Text.</p>").strip().startswith('<p class="guide-facts')


def test_a_section_has_its_tools_behind_its_heading() -> None:
    tools = PageActions(1, edit_links={'a"b': LINK}, sections={'a"b': CitedSection("The <law>", "The <Law>.")})
    heading = (
        '<h3 class="x" id="a&quot;b" data-y="z">The <em>&lt;law&gt;</em><a class="headerlink" href="#a">¶</a></h3>'
    )
    page = Page("", tools.put_into(f"{heading}\n<p>Text.</p>"))
    (row,) = page.by_class("guide-tools")
    assert list(page.root)[1].tag == "h3"
    assert list(page.root)[2] is row
    (button,), (link,) = row.iter("button"), row.iter("a")
    assert button.attrib == {
        "type": "button",
        "aria-label": "Cite this section: The <law>",
        "data-title": "The <Law>.",
        "hidden": "",
    }
    assert (link.get("href"), link.get("aria-label")) == (LINK.address, 'Edit this term: The "law"')
    assert (words(button), words(link)) == ("Cite", "Edit")


@pytest.mark.parametrize(
    "heading", ['<h2 id="other">A</h2>', "<h2>A</h2>", '<h4 id="known">A</h4>', '<h1 id="known">A</h1>']
)
def test_other_headings_stay(heading: str) -> None:
    tools = PageActions(1, sections={"known": CitedSection("A", "A.")})
    assert heading in tools.put_into(f"{heading}\n<p>Text.</p>")
    assert "guide-tools" not in tools.put_into(heading)


def test_a_source_has_its_link_before_its_links_back() -> None:
    entries = (
        '<ul class="guide-bibliography"><li id="ref-a&amp;b"><em>A</em>. '
        '<span class="guide-backlinks">Cited in: B</span></li><li id="ref-c">C. '
        '<span class="guide-backlinks screen-only">Countries: D</span></li><li id="ref-d">D. </li></ul>'
    )
    tools = PageActions(
        1,
        edit_links={
            "ref-a&b": EditLink("https://a.example", "Edit x"),
            "ref-c": EditLink("https://c.example", "Edit y"),
        },
    )
    first, second, third = Page("", tools.put_into(entries)).root.iter("li")
    assert words(first) == "A. Edit Cited in: B"
    assert words(second) == "C. Edit Countries: D"
    assert words(third) == "D."
    assert [link.get("href") for item in (first, second) for link in item.iter("a")] == [
        "https://a.example",
        "https://c.example",
    ]
