"""The events of timeline.yaml, in date order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from studyguide.data.doubtful_dates import doubtful_event_date
from studyguide.data.edtf import DateError, EventDate, parse_date
from studyguide.data.paths import STAKEHOLDERS_PAGE
from studyguide.data.yaml_entries import Entry
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.labels.catalogue import ENGLISH, Labels


@dataclass(frozen=True)
class Event:
    """An entry of timeline.yaml."""

    id: str
    date: EventDate
    title: str
    where: Location
    description: SourceSpan | None = None
    """Markdown, with citations and links."""
    actors: tuple[SourceSpan, ...] = ()
    """Ids of sections in stakeholders.md."""
    terms: tuple[SourceSpan, ...] = ()
    """Ids of terms."""
    see: tuple[SourceSpan, ...] = ()
    """Related sections, as link targets: `background.md#poverty`."""
    sources: tuple[SourceSpan, ...] = ()
    """Citations without `[@` and `]`: `key`, or `key, p. 4`."""
    note: SourceSpan | None = None
    """An editor's note."""
    is_open: bool = False
    """True if the entry is still to be checked."""
    is_minor: bool = False
    """True if the note changes no meaning, as that of a misprint."""
    former_ids: tuple[SourceSpan, ...] = ()
    """Previous ids, kept as anchors so that old links resolve."""

    @property
    def anchor(self) -> str:
        """The id of the event's entry on the timeline page."""
        return f"event-{self.id}"


def events_from(
    entries: Iterable[Entry], labels: Labels = ENGLISH, language: str = "en"
) -> tuple[tuple[Event, ...], list[Problem]]:
    """Return the events of the valid entries of timeline.yaml, and the problems with their dates.

    The events are in date order, those of one date in file order; `labels` give the words of the dates,
    and `language` is that of the guide.
    """
    events: list[Event] = []
    problems: list[Problem] = []
    for entry in entries:
        written = entry.span("date")
        assert written is not None  # the schema requires it
        try:
            date = parse_date(written.text, labels, language)
        except DateError as error:
            problems.append(problem(written.where, "wrong-date", fault=error))
            continue
        problems += doubtful_event_date(date, f"{entry.text('title')} {entry.text('description')}", written.where)
        events.append(
            Event(
                id=entry.text("id"),
                date=date,
                title=entry.plain_text("title"),
                where=entry.where,
                description=entry.span("description"),
                actors=entry.texts("actors"),
                terms=entry.texts("terms"),
                see=entry.texts("see"),
                sources=entry.texts("sources"),
                note=entry.span("note"),
                is_open=entry.text("status") == "check",
                is_minor=entry.text("status") == "minor",
                former_ids=entry.texts("former_ids"),
            )
        )
    return tuple(sorted(events, key=lambda event: event.date.sort_key)), problems


def by_decade(events: Iterable[Event]) -> list[tuple[str, tuple[Event, ...]]]:
    """Group events, which must be in date order, by the id of their decade."""
    return [(decade, tuple(group)) for decade, group in groupby(events, lambda event: event.date.decade)]


def events_by_section(events: Iterable[Event]) -> dict[tuple[str, str], list[Event]]:
    """Map each section, by chapter and id, to the events that name it as an actor or under `see`."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        sections = [(STAKEHOLDERS_PAGE, actor.text) for actor in event.actors]
        sections += [(path, anchor) for path, _, anchor in (see.text.partition("#") for see in event.see)]
        for section in dict.fromkeys(sections):
            found.setdefault(section, []).append(event)
    return found
