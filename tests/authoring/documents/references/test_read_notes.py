"""Tests of authoring.documents.references.read_notes: notes whose citations were read by hand."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from studyguide.authoring.documents.references.known_sources import KnownSource
from studyguide.authoring.documents.references.read_notes import NoteReading, as_markdown, read_note
from studyguide.authoring.documents.references.read_reference import read_reference
from studyguide.authoring.documents.references.reference_words import LANGUAGES
from studyguide.authoring.documents.references.short_forms import NoteCitation
from studyguide.authoring.documents.text.runs import plain
from studyguide.markdown.locator_patterns import locator_patterns
from studyguide.markdown.locators import parse_suffix
from tests.authoring.documents.references.writing import text_of


def documents() -> list[dict[str, Any]]:
    files = [Path(__file__).with_name(f"{name}.yaml") for name in ("notes", "notes_held_back")]
    return [entry for file in files for entry in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader)]


def bibliography(document: dict[str, Any]) -> list[KnownSource]:
    listed = document["bibliography"].items()
    return [
        KnownSource(key, read_reference(text_of(line), document["language"]), number if line.startswith("[") else 0)
        for number, (key, line) in enumerate(listed, 1)
    ]


def new_sources(reading: NoteReading) -> list[KnownSource]:
    return [cited.source for cited in reading.citations if cited.is_new]


def readings(document: dict[str, Any]) -> Iterator[tuple[dict[str, str], NoteReading]]:
    known = bibliography(document)
    earlier: list[tuple[NoteCitation, ...]] = []
    for note in document["notes"]:
        reading = read_note(text_of(note["note"]), known, earlier, document["language"])
        known += new_sources(reading)
        earlier.append(reading.citations)
        yield note, reading


@pytest.mark.parametrize("document", documents(), ids=lambda document: document["name"])
def test_notes_are_read_as_by_hand(document: dict[str, Any]) -> None:
    for note, reading in readings(document):
        markdown = as_markdown(reading.citations, document["language"]) or plain(text_of(note["note"]))
        assert markdown == note["is"].replace("*", ""), note
        if note.get("doubt") != "maybe":
            assert bool(reading.doubts) == (note.get("doubt") == "true"), (note, reading.doubts)


@pytest.mark.parametrize("document", documents(), ids=lambda document: document["name"])
def test_each_place_is_one_for_the_guide_too(document: dict[str, Any]) -> None:
    for _, reading in readings(document):
        for place in re.findall(r"@[\w-]+(, [^;\]]+)", as_markdown(reading.citations, document["language"])):
            assert parse_suffix(place, document["language"]).locator


def test_a_place_of_another_language_stands_in_braces() -> None:
    source = KnownSource("key", read_reference(text_of("Keller, Anna. *Krieg*. Beck, 2015."), "fr"))
    assert as_markdown([NoteCitation(source, locator="S. 40")], "fr") == "[@key, {S. 40}]"


def test_the_patterns_of_all_languages_of_notes_are_made_once() -> None:
    languages = ("it", *LANGUAGES)
    made = list(map(locator_patterns, languages))
    assert all(locator_patterns(language) is patterns for language, patterns in zip(languages, made, strict=True))


def test_the_full_reference_of_a_note_is_a_source() -> None:
    note = text_of("Alice Grant, ‘Sanctions’ (2016) 27 European Journal of International Law 1005, 1010.")
    (source,) = new_sources(read_note(note, [], [], "en"))
    assert source.key == "grant2016sanctions"
    assert source.reference.fields["pages"] == "1005"
