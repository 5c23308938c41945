"""Terms and events, taken out of their chapters."""

from __future__ import annotations

from studyguide.authoring.documents.entries.chapter_entries import take_entries
from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.overrides import Kind, Override
from studyguide.authoring.documents.text.blocks import Heading
from studyguide.authoring.documents.text.runs import Run, plain
from studyguide.diagnostics.diagnostic import Location
from tests.authoring.documents.block_notation import blocks


def _chapter(part: str, *lines: str) -> Chapter:
    return Chapter(Heading(1, (Run(part),)), part, blocks(lines))


def test_terms_and_events_leave_their_chapters() -> None:
    taken = take_entries(
        [_chapter("key-terms", "Read this.", "**Asylum:** Protection."), _chapter("timeline", "1951: A convention.")],
        "en",
    )
    assert [chapter.blocks for chapter in taken.chapters] == [blocks(["Read this.", "**Asylum:** Protection."]), ()]
    assert [event.date.edtf for event in taken.events.found] == ["1951"]


def test_a_chair_corrects_a_date() -> None:
    override = Override(Location("import/overrides.yaml", 1, 3), Kind.DATE, "6 and 9 August 1945", "1945-08-06")
    taken = take_entries([_chapter("timeline", "6 and 9 August 1945: Two bombs.")], "en", [override])
    assert taken.names_of_events == [("6 and 9 August 1945 Two bombs.", "6 and 9 August 1945")]
    assert [(event.date.edtf, event.date.is_certain) for event in taken.events.found] == [("1945-08-06", True)]


def test_a_chair_corrects_one_of_two_events_with_the_same_date() -> None:
    override = Override(Location("import/overrides.yaml", 1, 3), Kind.DATE, "1945: Two bombs fall on", "1945-08-06")
    taken = take_entries(
        [_chapter("timeline", "1945: Two bombs fall on two cities.", "1945: Peace.")], "en", [override]
    )
    assert [event.date.edtf for event in taken.events.found] == ["1945-08-06", "1945"]


def test_what_stands_in_other_words_is_listed() -> None:
    taken = take_entries([_chapter("timeline", "|| Date | Event", "| June 1951 | A convention.")], "en")
    assert [(item.kind, item.text) for item in taken.listed()] == [
        ("head of a list or table", "Date"),
        ("head of a list or table", "Event"),
        ("date of an event", "June 1951"),
    ]


def test_a_head_with_a_note_stays_on_the_page() -> None:
    taken = take_entries([_chapter("timeline", "|| Date | Event[7]", "| 1951 | A convention.")], "en")
    assert taken.chapters[0].blocks == blocks(["Event[7]"])
    assert [item.text for item in taken.listed()] == ["Date"]


def test_what_a_timeline_leaves_unread_is_told_if_it_has_a_year() -> None:
    prose = "The convention was adopted in 1951, and a protocol followed."
    table = "Table 1: Key dates"
    told = [
        take_entries([_chapter("timeline", *lines)], "en").unread
        for lines in ([table, prose], ["1951: A convention.", f"## {prose}"], [table], ["## The 1950s"])
    ]
    assert told == [((Run(prose),),), (), (), ()]
    (unread,) = take_entries(
        [_chapter("timeline", "In 1945 the war was over.", "1951: A convention.", "1967: A protocol.")], "en"
    ).unread
    assert plain(unread) == "In 1945 the war was over."
