"""Timelines, against the hand-made forms."""

from __future__ import annotations

from typing import Any

import pytest

from studyguide.authoring.documents.entries.events import FoundEvent, read_events
from studyguide.authoring.documents.text.blocks import Paragraph, Picture, Table
from studyguide.authoring.documents.text.runs import CitedItem, Run, plain
from tests.authoring.documents.block_notation import blocks, text, words
from tests.authoring.documents.tables import read_table

_FORMS = read_table("events.yaml")


def _told(event: FoundEvent) -> str:
    return f"{event.date.edtf}{'' if event.date.is_certain else '?'} | {'|'.join(words(event.text))}"


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: str(form["form"]))
def test_events_are_read_in_each_form(form: dict[str, Any]) -> None:
    reading = read_events(blocks(form["blocks"]), form.get("language", "en"))
    assert [_told(event) for event in reading.found] == form["events"]

    assert reading.rest == blocks(form.get("rest", []))


def test_a_row_without_a_year_stays_as_a_table() -> None:
    reading = read_events(blocks(["| 1951 | A convention.", "| Ongoing | Talks."]))
    assert reading.rest == blocks(["| Ongoing | Talks."])


def test_the_printed_date_is_kept_for_those_who_check_it() -> None:
    (event,) = read_events(blocks(["Early 1990s – Talks begin."])).found
    assert (event.date.printed, event.date.edtf, event.date.is_certain) == ("Early 1990s", "199X", False)


def test_notes_at_a_date_stand_behind_the_text() -> None:
    (event,) = read_events(blocks(["| 1951[2] | A convention.[3]"])).found
    (paragraph,) = event.text
    assert isinstance(paragraph, Paragraph)
    assert [run.note for run in paragraph.text if run.note] == [3, 2]


def test_a_citation_at_a_date_stands_behind_the_text() -> None:
    cited = Run("", cited=(CitedItem("doe1999rivers"),))
    row = ((Paragraph((Run("1951"), cited)),), blocks(["A convention."]))
    (event,) = read_events((Table((), (row,)),)).found
    assert event.text == (Paragraph((Run("A convention."), cited)),)


def test_heads_captions_and_pictures_are_not_lost() -> None:
    table = blocks(["|| Date | Event", "| 1951 | A convention."])[0]
    assert isinstance(table, Table)
    picture = Picture("media/image1.png")
    reading = read_events((Table(table.head, table.rows, text("Table 1")), picture))
    assert [plain(left) for left in reading.left_out] == ["Date", "Event"]
    assert reading.rest == (Paragraph(text("Table 1")), picture)


def test_a_heading_above_events_is_told_as_left_out() -> None:
    reading = read_events(blocks(["## The Cold War", "1951: A convention.", "1967: A protocol."]))
    assert ([plain(left) for left in reading.left_out], reading.rest) == (["The Cold War"], ())


@pytest.mark.parametrize(
    "lines",
    [
        ["1951[1]: A convention.[2]", "**1967**[3] A protocol."],
        ["**1951**[1]", "A convention.[2]", "1967[3]", "A protocol."],
        ["## 1951[1]", "A convention.[2]", "## The protocol (1967)[3]"],
        ["- 1951[1] – A convention.[2]", "- 1967 – A protocol.[3]"],
        ["| 1951[1] | A convention.[2]", "| 1967[3] | A protocol."],
    ],
)
def test_no_note_is_lost_and_none_counts_twice(lines: list[str]) -> None:
    events = read_events(blocks(lines)).found
    texts = [text.text for event in events for text in event.text if isinstance(text, Paragraph)]
    assert [sorted(run.note for run in text if run.note) for text in texts] == [[1, 2], [3]]


def test_a_table_with_dates_and_nothing_else_stays() -> None:
    chapter = blocks(["| 1951 | ", "| 1967 | "])
    assert read_events(chapter).rest == chapter


def test_a_row_whose_date_stands_with_more_than_text_stays() -> None:
    row = ((*blocks(["1951"]), *blocks(["| In | Out"])), blocks(["A convention."]))
    reading = read_events((Table((), (row, (blocks(["1967"]), blocks(["A protocol."])))),))
    assert reading.rest == (Table((), (row,)),)
    assert len(reading.found) == 1


def test_a_word_that_is_cut_is_told_as_it_was() -> None:
    reading = read_events(blocks(["**1951**The convention is signed.", "- **1967**A protocol."]))
    assert [_told(event) for event in reading.found] == ["1951 | The convention is signed.", "1967 | A protocol."]
    assert [plain(left) for left in reading.left_out] == ["1951The", "1967A"]
