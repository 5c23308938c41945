"""Entries of glossary.yaml and timeline.yaml, made from terms and events."""

from __future__ import annotations

import pytest

from studyguide.authoring.documents.entries.entries import glossary_entries, take_entries, timeline_entries
from studyguide.authoring.documents.entries.event_titles import with_title
from studyguide.authoring.documents.overrides import Kind, Override
from studyguide.authoring.documents.pages.chapters import Chapter
from studyguide.authoring.documents.text.blocks import Blocks, Heading
from studyguide.authoring.documents.text.text import Run
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
    ],
)
def test_the_first_sentence_is_the_title(lines: list[str], title: str, left: list[str]) -> None:
    titled = with_title(blocks(lines), "en")
    assert (titled.title, list(words(titled.text)), titled.is_long) == (title, left, False)


_TAIL = "the first such rules that all the states of the region had ever agreed upon in any of their many languages"


@pytest.mark.parametrize(
    ("language", "sentence", "title"),
    [
        ("en", f"Four states sign the agreement, which has {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Four states sign the agreement – {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Four states sign the agreement; it has {_TAIL}.", "Four states sign the agreement"),
        ("en", f"Laos, Chad and Peru sign it, particularly {_TAIL}.", "Laos, Chad and Peru sign it"),
        ("fr", f"Quatre États signent l’accord, dont {_TAIL}.", "Quatre États signent l’accord"),
        ("es", f"Cuatro Estados firman el acuerdo, lo que {_TAIL}.", "Cuatro Estados firman el acuerdo"),
        (
            "de",
            f"Vier Staaten unterzeichnen „das Abkommen“, wobei {_TAIL}.",
            "Vier Staaten unterzeichnen „das Abkommen“",
        ),
        ("en", f"The agreement of the four states, which is old, has {_TAIL}.", ""),
        ("en", f"The law – the oldest of the four – has {_TAIL}.", ""),
        ("en", f"The law (in all of the states, which is new) has {_TAIL}.", ""),
        ("en", f"Laos, Chad, Peru and Cuba have {_TAIL}.", ""),
        ("en", f"The law, which {_TAIL}.", ""),
    ],
)
def test_a_whole_clause_or_all_of_a_long_sentence_is_the_title(language: str, sentence: str, title: str) -> None:
    titled = with_title(blocks([sentence, "More."]), language)
    assert titled.title == (title or sentence.removesuffix("."))
    assert list(words(titled.text)) == ([sentence, "More."] if title else ["More."])


def test_a_long_title_is_told() -> None:
    found = take_entries([_chapter("timeline", f"1951: Four states sign it, with {_TAIL}.", "1952: It ends.")], "en")
    entries, (finding,) = timeline_entries(found.events.found, _write, "en")
    assert [entry["title"] for entry in entries] == ["Four states sign it", "It ends"]
    assert (finding.printed, finding.mark) == ("Four states sign it", "id: four-states-sign-1951\n")


def test_the_notes_of_a_title_stand_in_the_text() -> None:
    titled = with_title(blocks(["A convention.[4] It has 46 articles.[5]"]), "en")
    assert titled.text == blocks(["It has 46 articles.[5][4]"])
    assert text("[4]") == (Run("", note=4),)


def test_a_head_with_a_note_stays_on_the_page() -> None:
    taken = take_entries([_chapter("timeline", "|| Date | Event[7]", "| 1951 | A convention.")], "en")
    assert taken.chapters[0].blocks == blocks(["Event[7]"])
    assert [item.text for item in taken.listed()] == ["Date", "1951"]
