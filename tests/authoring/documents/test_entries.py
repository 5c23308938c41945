"""Entries of glossary.yaml and timeline.yaml, made from terms and events."""

from __future__ import annotations

import pytest

from studyguide.authoring.documents.blocks import Blocks, Heading
from studyguide.authoring.documents.chapters import Chapter
from studyguide.authoring.documents.entries import glossary_entries, take_entries, timeline_entries
from studyguide.authoring.documents.event_titles import title_and_text
from studyguide.authoring.documents.overrides import Kind, Override
from studyguide.authoring.documents.text import Run
from studyguide.diagnostics.diagnostic import Location
from tests.authoring.documents.block_notation import blocks, text, words


def _chapter(part: str, *lines: str) -> Chapter:
    return Chapter(Heading(1, (Run(part),)), part, blocks(lines))


def _write(written: Blocks) -> str:
    return "\n\n".join(words(written))


def test_terms_and_events_leave_their_chapters() -> None:
    taken = take_entries(
        [_chapter("key-terms", "Read this.", "**Asylum:** Protection."), _chapter("timeline", "1951: A convention.")],
        "en",
    )
    assert [chapter.blocks for chapter in taken.chapters] == [blocks(["Read this.", "**Asylum:** Protection."]), ()]
    assert [event.date.edtf for event in taken.events.found] == ["1951"]


def test_two_meanings_of_a_term_are_one_entry() -> None:
    found = take_entries(
        [_chapter("key-terms", "## Asylum", "One.", "## Refugee", "Two.", "## ASYLUM", "Three.")], "en"
    )
    assert glossary_entries(found.terms.found, _write) == [
        {"id": "asylum", "term": "Asylum", "definition": "One.\n\nThree."},
        {"id": "refugee", "term": "Refugee", "definition": "Two."},
    ]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Displaced person (IDP)", {"term": "Displaced person", "aliases": ["IDP"]}),
        ("Minor/Child", {"term": "Minor/Child", "aliases": ["Minor", "Child"]}),
        ("UNHCR", {"term": "UNHCR", "abbreviation": True}),
        ("ISPs", {"term": "ISPs", "abbreviation": True}),
        ("Asylum", {"term": "Asylum"}),
    ],
)
def test_short_forms_and_other_names_are_told_apart(printed: str, expected: dict[str, object]) -> None:
    found = take_entries([_chapter("key-terms", f"## {printed}", "Meaning.")], "en")
    (entry,) = glossary_entries(found.terms.found, _write)
    assert {name: value for name, value in entry.items() if name not in ("id", "definition")} == expected


def test_a_name_that_another_term_has_is_no_alias() -> None:
    found = take_entries([_chapter("key-terms", "## Minor/Child", "One.", "## Child", "Two.")], "en")
    assert [entry.get("aliases") for entry in glossary_entries(found.terms.found, _write)] == [None, None]


def test_an_unsure_date_says_what_was_printed_in_the_language_of_the_guide() -> None:
    found = take_entries([_chapter("timeline", "1951: Ein Abkommen.", "Anfang 1990 – Gespräche.")], "de")
    entries, findings = timeline_entries(found.events.found, _write, "de")
    assert entries == [
        {"id": "ein-abkommen-1951", "date": "1951", "title": "Ein Abkommen"},
        {
            "id": "gesprache-1990",
            "date": "1990",
            "title": "Gespräche",
            "note": "Im Original steht: Anfang 1990",
            "status": "check",
        },
    ]
    assert [(finding.printed, finding.mark) for finding in findings] == [("Anfang 1990", "id: gesprache-1990\n")]


def test_a_chair_corrects_a_date() -> None:
    override = Override(Location("import/overrides.yaml", 1, 3), Kind.DATE, "6 and 9 August 1945", "1945-08-06")
    taken = take_entries([_chapter("timeline", "6 and 9 August 1945: Two bombs.")], "en", [override])
    assert taken.printed_dates == ["6 and 9 August 1945"]
    assert [(event.date.edtf, event.date.is_certain) for event in taken.events.found] == [("1945-08-06", True)]


def test_what_stands_in_other_words_is_listed() -> None:
    taken = take_entries([_chapter("timeline", "|| Date | Event", "| June 1951 | A convention.")], "en")
    assert [(item.kind, item.text) for item in taken.listed()] == [
        ("head of a list or table", "Date"),
        ("head of a list or table", "Event"),
        ("date of an event", "June 1951"),
    ]


@pytest.mark.parametrize(
    ("lines", "title", "left"),
    [
        (["A convention is adopted."], "A convention is adopted", []),
        (["A convention is adopted. It has 46 articles."], "A convention is adopted", ["It has 46 articles."]),
        (["The convention", "It has 46 articles."], "The convention", ["It has 46 articles."]),
        (["A convention is adopted.[4]"], "A convention is adopted", [""]),
        ([f"{'very ' * 30}long."], f"{'very ' * 12}".strip() + "…", [f"{'very ' * 30}long."]),
    ],
)
def test_the_first_sentence_is_the_title(lines: list[str], title: str, left: list[str]) -> None:
    found, rest = title_and_text(blocks(lines), "en")
    assert (found, list(words(rest))) == (title, left)


def test_the_notes_of_a_title_stand_in_the_text() -> None:
    _, rest = title_and_text(blocks(["A convention.[4] It has 46 articles.[5]"]), "en")
    assert rest == blocks(["It has 46 articles.[5][4]"])
    assert text("[4]") == (Run("", note=4),)


def test_a_head_with_a_note_stays_on_the_page() -> None:
    taken = take_entries([_chapter("timeline", "|| Date | Event[7]", "| 1951 | A convention.")], "en")
    assert taken.chapters[0].blocks == blocks(["Event[7]"])
    assert [item.text for item in taken.listed()] == ["Date", "1951"]
