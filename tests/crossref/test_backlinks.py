"""Tests of crossref.backlinks: every link of some chapters, seen from its other end."""

import pytest

from studyguide.crossref.backlinks import BacklinkIndex, CitedPlace, build_backlink_index
from studyguide.data.guide import Guide
from studyguide.markdown.chapter import Chapter, Section
from tests.helpers import a_term, an_event, read

TERMS = [a_term("hotline", aliases=["hotlines"]), a_term("poverty", see_also=["hotline"])]
EVENTS = [an_event("crc-1989", title="The CRC", terms=["poverty"], actors=["unicef"]), an_event("inhope-1999")]
TEXTS = {
    "background.md": """\
A hotline before any heading.

# Background

A hotline, and two hotlines.

## Poverty {#poverty}

Poverty is old.[@smith] It stays.[@lee; @smith, p. 4] Call a [number](term:hotline), or hotlines.[^n]
See [1989](event:crc-1989), [it](event:crc-1989) again, and [a law](source:smith), [the law](source:smith).

[^n]: In a note.[@jones]

!!! correction "Editor's note"
    The first.

## 1 < 2 & *in* {#ways}

See [1989](event:crc-1989).[@lee]

!!! check "Check before you quote"
    The second.
""",
    "solutions.md": "# Solutions\n\n!!! correction\n    The third, on poverty.\n",
    "stakeholders.md": "# Stakeholders\n\n## UNICEF {#unicef}\n\nText.\n",
    "timeline.md": "# Timeline\n\n### The CRC {#event-crc-1989}\n\nText.\n",
}


@pytest.fixture(scope="module")
def chapters() -> dict[str, Chapter]:
    return {path: read(text, TERMS, EVENTS, path)[0] for path, text in TEXTS.items()}


@pytest.fixture(scope="module")
def index(chapters: dict[str, Chapter]) -> BacklinkIndex:
    guide = Guide(terms=tuple(TERMS), events=tuple(EVENTS))
    return build_backlink_index(guide, list(chapters.values()), {"background.md": "Why", "gone.md": "Gone"})


def places(sections: tuple[Section, ...]) -> list[str]:
    return [f"{section.path}#{section.id}" for section in sections]


def test_terms_are_mentioned_in_sections_once_each_in_reading_order(index: BacklinkIndex) -> None:
    """Also where only an event names the term."""
    assert {term: places(sections) for term, sections in index.mentioned_in.items()} == {
        "hotline": ["background.md#", "background.md#background", "background.md#poverty"],
        "poverty": ["background.md#poverty", "solutions.md#solutions", "timeline.md#event-crc-1989"],
    }


def test_an_event_without_a_place_on_the_page_mentions_nothing(chapters: dict[str, Chapter]) -> None:
    guide = Guide(terms=tuple(TERMS), events=(an_event("lost", terms=["poverty"]),))
    index = build_backlink_index(guide, [chapters["stakeholders.md"]], {})
    assert index.mentioned_in == {}


def test_events_are_linked_from_sections_once_each(index: BacklinkIndex) -> None:
    assert {event: places(sections) for event, sections in index.linked_from.items()} == {
        "crc-1989": ["background.md#poverty", "background.md#ways"]
    }


def test_sources_are_cited_in_notes_and_linked_in_sections(index: BacklinkIndex) -> None:
    found = {
        key: [(f"{place.section.path}#{place.anchor}", place.note) for place in places]
        for key, places in index.cited_in.items()
    }
    assert found == {
        "smith": [
            ("background.md#fnref:1", 1),
            ("background.md#fnref:2", 2),
            ("background.md#poverty", None),
        ],
        "lee": [("background.md#fnref:2", 2), ("background.md#fnref:4", 4)],
        "jones": [("background.md#fnref:3", 3)],
    }


def test_a_citation_counts_where_its_note_is_called(index: BacklinkIndex, chapters: dict[str, Chapter]) -> None:
    """Not at the end of the chapter, where the note's text stands."""
    poverty = next(section for section in chapters["background.md"].sections if section.id == "poverty")
    assert index.cited_in["jones"] == (CitedPlace(poverty, 3),)


def test_editors_notes_stand_in_the_order_of_the_chapters(index: BacklinkIndex) -> None:
    assert [(note.kind, f"{note.section.path}#{note.section.id}") for note in index.editor_notes] == [
        ("correction", "background.md#poverty"),
        ("check", "background.md#ways"),
        ("correction", "solutions.md#solutions"),
    ]


@pytest.mark.parametrize(
    ("path", "anchor", "title"),
    [
        ("background.md", "poverty", "Why, Poverty"),  # the chapter's short title is that of the navigation
        ("background.md", "ways", "Why, 1 < 2 & in"),
        ("background.md", "background", "Why"),
        ("background.md", "", "Why"),
        ("solutions.md", "", "Solutions"),  # the navigation leaves it out
        ("solutions.md", "unknown", "Solutions"),
        ("stakeholders.md", "unicef", "UNICEF"),
        ("key-terms.md", "term-hotline", "Hotline"),
        ("timeline.md", "event-crc-1989", "The CRC"),
        ("timeline.md", "event-inhope-1999", "Inhope 1999"),
        ("unknown.md", "", "unknown.md"),
    ],
)
def test_what_a_link_without_words_is_called(index: BacklinkIndex, path: str, anchor: str, title: str) -> None:
    assert index.title(path, anchor) == title


def test_a_section_is_labelled_with_its_chapter(index: BacklinkIndex, chapters: dict[str, Chapter]) -> None:
    assert [index.label(section) for section in chapters["background.md"].sections] == [
        "Why",
        "Why, Poverty",
        "Why, 1 < 2 & in",
    ]


def test_text_before_the_first_heading_has_its_chapters_name(index: BacklinkIndex) -> None:
    assert index.label(index.mentioned_in["hotline"][0]) == "Why"


def test_the_pages_made_from_data_are_chapters_too() -> None:
    """A definition and a note of an editor cite and mention as any text does; an entry does not mention itself."""
    terms = [
        a_term("hotline", definition="A line.[@lee] It helps.", sources=["smith, p. 4"]),
        a_term("poverty", definition="No hotline helps.", note="It printed [1989](event:crc-1989)."),
    ]
    guide = Guide(terms=tuple(terms), events=tuple(EVENTS))
    chapter, _ = read("# Key terms\n\n<!-- key-terms -->\n", terms, EVENTS, "key-terms.md")
    index = build_backlink_index(guide, [chapter], {})
    assert places(index.mentioned_in["hotline"]) == ["key-terms.md#term-poverty"]
    assert "poverty" not in index.mentioned_in
    assert places(index.linked_from["crc-1989"]) == ["key-terms.md#term-poverty"]
    assert {place.section.id for key in ("lee", "smith") for place in index.cited_in[key]} == {"term-hotline"}
    assert [note.section.id for note in index.editor_notes] == ["term-poverty"]
