"""Take the terms and the events of a document out of its chapters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from studyguide.authoring.documents.entries.event_lines import read_event_line
from studyguide.authoring.documents.entries.events import EventReading, FoundEvent, read_events
from studyguide.authoring.documents.entries.terms import TermReading, read_terms
from studyguide.authoring.documents.findings import Listed
from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.overrides import Kind, Names, Override, override_for
from studyguide.authoring.documents.text.blocks import Block, Paragraph, texts
from studyguide.authoring.documents.text.runs import Text, plain
from studyguide.authoring.documents.text.text_parts import notes_of
from studyguide.data.paths import TIMELINE

_TERM_CHAPTERS = ("key-terms", "abbreviations")
_EVENT_CHAPTER = "timeline"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_WORDS_OF_DECADE = 2


@dataclass(frozen=True)
class Taken:
    """What a document says in entries of data, and its chapters without that."""

    chapters: tuple[Chapter, ...]
    terms: TermReading
    events: EventReading
    unread: tuple[Text, ...] = ()
    """What stands below the name of a timeline and has a year, but became no event."""

    @property
    def names_of_events(self) -> list[Names]:
        """How overrides name each event: by its date and what happened, or by the date alone, as printed."""
        return [(_line(event), event.date.printed) for event in self.events.found]

    def listed(self) -> Iterator[Listed]:
        """Yield the words that stand in no file as they are printed."""
        for text in (*self.terms.left_out, *self.events.left_out):
            if not notes_of(text):
                yield Listed("head of a list or table", plain(text), "What it stood above is in the data now.")
        for event in self.events.found:
            if event.date.printed and event.date.printed != event.date.edtf:
                yield Listed("date of an event", event.date.printed, f"In {TIMELINE} it is {event.date.edtf}.")


def take_entries(chapters: Iterable[Chapter], language: str, overrides: Iterable[Override] = ()) -> Taken:
    """Take the terms and the events out of their chapters, with the dates that a chair has corrected."""
    overrides = tuple(overrides)
    left: list[Chapter] = []
    terms, events = TermReading(), EventReading()
    for chapter in chapters:
        blocks = chapter.blocks
        if chapter.part in _TERM_CHAPTERS:
            found = read_terms(blocks, language)
            terms, blocks = terms + found, (*_with_notes(found.left_out), *found.rest)
        elif chapter.part == _EVENT_CHAPTER:
            read = read_events(blocks, language)
            events, blocks = events + read, (*_with_notes(read.left_out), *read.rest)
        left.append(replace(chapter, blocks=blocks))
    corrected = tuple(_corrected(event, overrides) for event in events.found)
    return Taken(tuple(left), terms, replace(events, found=corrected), tuple(_unread(left, bool(corrected), language)))


def _unread(chapters: Iterable[Chapter], has_events: bool, language: str) -> Iterator[Text]:
    """Yield the texts left in timelines that have a year; where others are events, those that begin with a date.

    A line of one or two words is none: it names a decade, as "The 1990s" does.
    """
    timelines = (chapter for chapter in chapters if chapter.part == _EVENT_CHAPTER)
    for text in (text for chapter in timelines for text in texts(chapter.blocks)):
        is_long = len(plain(text).split()) > _WORDS_OF_DECADE
        if is_long and _YEAR.search(plain(text)) and (not has_events or read_event_line(text, language)):
            yield text


def _with_notes(left_out: Iterable[Text]) -> Iterator[Block]:
    """Yield the heads that have notes: they stay on the page, so that their notes do."""
    yield from (Paragraph(text) for text in left_out if notes_of(text))


def _corrected(event: FoundEvent, overrides: Sequence[Override]) -> FoundEvent:
    names = (_line(event), event.date.printed)
    override = next(filter(None, (override_for(overrides, Kind.DATE, name) for name in names)), None)
    return replace(event, date=replace(event.date, edtf=override.value, is_certain=True)) if override else event


def _line(event: FoundEvent) -> str:
    """Return an event as the document prints it, the date first."""
    return " ".join([event.date.printed, *(plain(text) for text in texts(event.text))])
