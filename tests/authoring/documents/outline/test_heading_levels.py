"""Headings and their levels, against the hand-made documents."""

from __future__ import annotations

import re
from typing import Any

import pytest

from studyguide.authoring.documents.files.looks import Look
from studyguide.authoring.documents.outline.heading_levels import judge_headings
from tests.authoring.documents.tables import read_table

_DOCUMENTS = read_table("heading_looks.yaml")
_BODY = "The members of the committee have met every year since then, and " * 3 + "have agreed on nothing."


def look(format_: str, text: str) -> Look:
    """Return a look from its letters in the table."""
    size = re.match(r"\d+", format_)
    style = re.search(r"s=([\w ]+)", format_)
    outline = re.search(r"o=(\d)", format_)
    letters = re.sub(r"s=[\w ]+|o=\d", "", format_)
    return Look(
        text=text.replace("BODY", _BODY).replace("<TAB>", "\t"),
        style=style[1].strip().lower() if style else "normal",
        outline_level=int(outline[1]) if outline else 0,
        size=float(size[0]) if size else 11.0,
        bold=float("b" in letters),
        italic=float("i" in letters),
        underlined=float("u" in letters),
        is_capitals="k" in letters,
        is_centred="c" in letters,
        is_alone_in_table="t" in letters,
        is_list_item="l" in letters,
    )


def _read(document: dict[str, Any]) -> tuple[tuple[int, ...], list[Look]]:
    rows = [row.split("|") for row in document["paragraphs"]]
    return tuple(int(row[0]) for row in rows), [look(row[1].strip(), row[2].strip()) for row in rows]


def _levels(looks: list[Look], language: str = "") -> list[int]:
    return [judgement.level for judgement in judge_headings(looks, language)]


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda document: str(document["name"]))
def test_each_heading_has_its_level(document: dict[str, Any]) -> None:
    expected, looks = _read(document)
    found = _levels(looks, document.get("language", "en"))
    told = [(level, paragraph.text[:40]) for level, paragraph in zip(found, looks, strict=True)]
    assert told == [(level, paragraph.text[:40]) for level, paragraph in zip(expected, looks, strict=True)]


def test_each_level_has_a_reason() -> None:
    looks = [look("14b", "Introduction"), look("", "BODY"), look("14b", "Causes"), look("", "BODY")]
    assert [judgement.reason for judgement in judge_headings(looks)] == [
        "it is larger than the text and bold, and its name is that of a chapter",
        "",
        "it is larger than the text and bold",
        "",
    ]


def test_a_document_without_headings_has_none() -> None:
    assert _levels([look("", "BODY"), look("b", "This is bold."), look("i", "A motto")]) == [0, 0, 0]
    assert _levels([]) == []


def test_without_a_language_the_text_tells_it() -> None:
    text = "Die Mitglieder des Gremiums haben sich seitdem in jedem Jahr getroffen und sind sich nicht einig geworden."
    looks = [look("b", "Zeitleiste"), look("", text), look("b", "Klimawandel"), look("", text)]
    first, *_ = judge_headings(looks)
    assert first.reason == "it is bold, and its name is that of a chapter"
