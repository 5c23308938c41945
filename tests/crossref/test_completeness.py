"""Completeness: what was written, what is on the pages, what is in the handout."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyguide.crossref.completeness import CountedPage, Loss, count_page, lost_from_pages
from studyguide.data.guide import Guide
from studyguide.lint.lost_markup import lost_in_reading
from studyguide.markdown.chapter import Chapter
from studyguide.outputs.page_trees import label
from studyguide.outputs.pdf.handout import lost_in_print
from tests.helpers import a_guide, a_source, a_term, an_event, read

MESSAGES = {
    "lost-citation": 'The citation of "a" becomes no note here: it stands in HTML, or in the words of a picture.',
    "lost-heading": "This heading becomes none: it stands in HTML.",
}
HINT = """Take it out there, or write markdown="1" into the tag around it."""


def lost(text: str, guide: Guide | None = None) -> list[str]:
    problems = lost_in_reading(guide or a_guide(), [read(text)[0]])
    assert all((problem.message, problem.fix) == (MESSAGES[problem.rule], HINT) for problem in problems)
    return [f"{problem.where}: {problem.rule}" for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nOne.[@a] Two.[@a, p. 4; see @b]\n\n- three[@c]\n\n| d | e |\n|---|---|\n| f[@a] | g |\n",
        "Title\n=====\n\nPart\n----\n\nText.[^n]\n\n[^n]: A note [@a] and [@b].\n",
        "## Code\n\n`[@a]` and \\[@a]\n\n```\n# no heading [@a]\n```\n\nText\n\n    # code [@a]\n",
        '<div markdown="1">\n## Inside\n\nText.[@a]\n</div>\n',
        "<!-- a remark\n# with a heading [@a]\n-->\n\nText.\n",
        '!!! correction "Editor\'s note"\n    Text.[@a]\n',
        "[a@b.example](mailto:a@b.example) and [@handle](https://example.org/)\n",
    ],
)
def test_nothing_is_lost(text: str) -> None:
    assert lost(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# A\n\n<p>Text.[@a]</p>\n", ["docs/background.md:3:9: lost-citation"]),
        ("One.[@a]\n\n<p>Two.[@a]</p>\n", ["docs/background.md:3:8: lost-citation"]),
        (
            "One.[@a]\n\n<p>Two.[@a] Three.[@a]</p>\n",
            ["docs/background.md:3:8: lost-citation", "docs/background.md:3:19: lost-citation"],
        ),
        ("# A\n\n<p>\\[sic] Text.[@a]</p>\n", ["docs/background.md:3:16: lost-citation"]),
        ("One.[@a][^n]\n\n[^n]: A note.\n\n<p>Two.[@a]</p>\n", ["docs/background.md:5:8: lost-citation"]),
        ("![Bars [@a]](b.svg)\n", ["docs/background.md:1:8: lost-citation"]),
        ('[words](b.md "see [@a]")\n', ["docs/background.md:1:19: lost-citation"]),
        ("<div>\n# A\n</div>\n", ["docs/background.md:2:1: lost-heading"]),
    ],
)
def test_what_markdown_passes_over_is_told(text: str, expected: list[str]) -> None:
    assert lost(text) == expected


def test_what_terms_and_events_cite_counts_too() -> None:
    term = a_term("hotline", definition="A place.[@a]", sources=["a, p. 4", "b"], note="Was wrong.[@c]")
    lost_too = a_term("other", definition="A <b title='[@f]'>place</b>.", note="Was <b title='[@e]'>wrong</b>.")
    event = an_event("e", description="<b title='[@d]'>x</b>")
    terms, events = [term, lost_too], [event, an_event("bare", sources=["b"])]
    guide = a_guide(terms, events)
    chapters = [
        read("# K\n\n<!-- key-terms -->\n", terms, events, "key-terms.md")[0],
        read("# T\n\n<!-- timeline -->\n", terms, events, "timeline.md")[0],
    ]
    told = [(problem.where.path, problem.message[17:18]) for problem in lost_in_reading(guide, chapters)]
    assert told == [("glossary.yaml", "f"), ("glossary.yaml", "e"), ("timeline.yaml", "d")]
    assert {key for citation in chapters[0].citations for key in citation.keys} == {"a", "b", "c"}


PIECES = ["Text", "[@a]", "[see @b, p. 4]", "*", "`", "\n\n", "\n\n## H\n\n", "- ", "> ", "[^n]", " "]


@given(st.lists(st.sampled_from(PIECES)).map(lambda parts: "".join(parts) + "\n\n[^n]: note[@c]\n"))
def test_of_any_plain_text_each_citation_is_a_note_or_code(text: str) -> None:
    chapter = read(text)[0]
    if not chapter.problems:
        assert lost_in_reading(a_guide(), [chapter]) == []


# The finished pages and the handout


def a_whole() -> tuple[Guide, list[Chapter], dict[str, str]]:
    terms, events = [a_term("hotline")], [an_event("e")]
    guide = a_guide(terms, events, [a_source("a"), a_source("more", keywords="further-reading"), a_source("unused")])
    texts = {
        "background.md": "# B\n\n## Reports {#reports}\n\nText.[@a]\n",
        "key-terms.md": "# K\n\n<!-- key-terms -->\n",
        "timeline.md": "# T\n\n<!-- timeline -->\n",
        "bibliography.md": "# S\n",
    }
    pages = {path: read(text, terms, events, path) for path, text in texts.items()}
    filled = {path: html.replace("<!--guide:citation 0-->", "A title") for path, (_, html) in pages.items()}
    for late in ("mentioned-in hotline", "linked-from e"):
        filled = {path: html.replace(f"<!--guide:{late}-->", "") for path, html in filled.items()}
    filled["bibliography.md"] += '<li id="ref-a">A</li><li id="ref-more">M</li>'
    return guide, [chapter for chapter, _ in pages.values()], filled


def counted(pages: dict[str, str]) -> dict[str, CountedPage]:
    return {path: count_page(html) for path, html in pages.items()}


def test_a_whole_site_has_lost_nothing() -> None:
    guide, chapters, pages = a_whole()
    assert lost_from_pages(guide, chapters, counted(pages)) == []


@pytest.mark.parametrize(
    ("path", "taken", "told"),
    [
        ("background.md", 'id="reports"', 'docs/background.md:3:4: The heading "Reports" is not on its page.'),
        ("background.md", "A title", "docs/background.md:5:6: Note 1 is not on its page, or has no words."),
        (
            "background.md",
            'class="footnote-ref" ',
            "docs/background.md:5:6: Note 1 is not on its page, or has no words.",
        ),
        ("key-terms.md", 'id="term-hotline"', 'glossary.yaml:1:3: The term "Hotline" is not on its page.'),
        ("timeline.md", 'id="event-e"', 'timeline.yaml:1:3: The event "E" is not on its page.'),
        ("bibliography.md", 'id="ref-a"', 'bibliography.bib:4: The source "a" is not on its page.'),
        ("bibliography.md", 'id="ref-more"', 'bibliography.bib:4: The source "more" is not on its page.'),
    ],
)
def test_what_is_not_on_its_page_is_told_where_it_was_written(path: str, taken: str, told: str) -> None:
    guide, chapters, pages = a_whole()
    assert taken in pages[path]
    losses = _short(lost_from_pages(guide, chapters, counted({**pages, path: pages[path].replace(taken, "")})))
    assert told in losses
    assert len(losses) <= 2  # a term and an event are headings too


def test_what_was_not_filled_in_is_told() -> None:
    guide, chapters, pages = a_whole()
    pages["timeline.md"] += "<!--guide:works-cited-->"
    told = 'docs/timeline.md:1:1: Nothing stands where "<!--guide:works-cited-->" is to be filled in.'
    assert _short(lost_from_pages(guide, chapters, counted(pages))) == [told]


def test_what_is_not_in_the_handout_is_told_but_for_pages_that_it_leaves_out() -> None:
    guide, chapters, pages = a_whole()
    labels = {label(chapter.path, section.id) for chapter in chapters for section in chapter.sections}
    labels |= {label("bibliography.md", "ref-a"), label("bibliography.md", "ref-more")}
    assert lost_in_print(guide, chapters, pages, labels) == []
    lost = lost_in_print(guide, chapters, pages, labels - {"background.md:reports", "bibliography.md:ref-a"})
    assert _short(lost) == [
        'bibliography.bib:4: The source "a" is not in the handout.',
        'docs/background.md:3:4: The heading "Reports" is not in the handout.',
    ]
    assert lost_in_print(guide, chapters, {"timeline.md"}, labels - {"background.md:reports"}) == []


def _short(losses: Sequence[Loss]) -> list[str]:
    ending = " Tell those who look after the program: this is no fault of the guide."
    assert all(str(loss).endswith(ending) for loss in losses)
    return [str(loss).removesuffix(ending) for loss in losses]
