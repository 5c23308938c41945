"""Entries of glossary.yaml and timeline.yaml, made from terms and events."""

from __future__ import annotations

import pytest

from studyguide.authoring.documents.entries.chapter_entries import take_entries
from studyguide.authoring.documents.entries.data_entries import glossary_entries, timeline_entries
from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.text.blocks import Blocks, Heading
from studyguide.authoring.documents.text.runs import Run
from tests.authoring.documents.block_notation import blocks, words


def _chapter(part: str, *lines: str) -> Chapter:
    return Chapter(Heading(1, (Run(part),)), part, blocks(lines))


def _write(written: Blocks) -> str:
    return "\n\n".join(words(written))


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
        ("беженец", {"term": "беженец"}),  # letters of another script are no capitals
        ("网络欺凌", {"term": "网络欺凌"}),
        ("ООН", {"term": "ООН", "abbreviation": True}),
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


def test_a_long_title_is_told() -> None:
    long = f"Four states sign it, with {'very ' * 20}many words."
    found = take_entries([_chapter("timeline", f"1951: {long}", "1952: It ends.")], "en")
    entries, (finding,) = timeline_entries(found.events.found, _write, "en")
    assert [entry["title"] for entry in entries] == ["Four states sign it", "It ends"]
    assert (finding.printed, finding.mark) == ("Four states sign it", "id: four-states-sign-1951\n")
