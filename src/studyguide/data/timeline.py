"""The events of timeline.yaml."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from studyguide.data.edtf import DateError, EventDate, parse_date
from studyguide.data.paths import STAKEHOLDERS_PAGE
from studyguide.data.yaml_entries import Entry
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.labels.catalogue import ENGLISH, Labels


@dataclass(frozen=True)
class Event:
    """An event, as timeline.yaml gives it."""

    id: str
    date: EventDate
    title: str
    where: Location
    description: SourceSpan | None = None
    """Markdown, with citations and links."""
    actors: tuple[SourceSpan, ...] = ()
    """Ids of sections of stakeholders.md."""
    terms: tuple[SourceSpan, ...] = ()
    """Ids of terms."""
    see: tuple[SourceSpan, ...] = ()
    """Sections of chapters, as links: `background.md#poverty`."""
    sources: tuple[SourceSpan, ...] = ()
    """Citations without brackets and sign: `key`, or `key, p. 4`."""
    note: SourceSpan | None = None
    """An editor's note."""
    is_open: bool = False
    """True where something of it is still to be checked."""
    former_ids: tuple[SourceSpan, ...] = ()
    """Ids that it had before, so that old links still work."""

    @property
    def anchor(self) -> str:
        """The id of its place on the page of the timeline."""
        return f"event-{self.id}"


def events_from(entries: Iterable[Entry], labels: Labels = ENGLISH) -> tuple[tuple[Event, ...], list[Problem]]:
    """Make events of the valid entries of timeline.yaml, in date order; the same date keeps the file's order.

    Their dates are in the words of `labels`.
    """
    events: list[Event] = []
    problems: list[Problem] = []
    for entry in entries:
        written = entry.span("date")
        assert written is not None  # the schema requires it
        try:
            date = parse_date(written.text, labels)
        except DateError as error:
            problems.append(problem(written.where, "wrong-date", fault=error))
            continue
        events.append(
            Event(
                id=entry.text("id"),
                date=date,
                title=entry.text("title"),
                where=entry.where,
                description=entry.span("description"),
                actors=entry.texts("actors"),
                terms=entry.texts("terms"),
                see=entry.texts("see"),
                sources=entry.texts("sources"),
                note=entry.span("note"),
                is_open=entry.text("status") == "check",
                former_ids=entry.texts("former_ids"),
            )
        )
    return tuple(sorted(events, key=lambda event: event.date.sort_key)), problems


def by_decade(events: Iterable[Event]) -> list[tuple[str, tuple[Event, ...]]]:
    """Group events, which are in date order, under the id of their decade."""
    return [(decade, tuple(group)) for decade, group in groupby(events, lambda event: event.date.decade)]


def events_by_section(events: Iterable[Event]) -> dict[tuple[str, str], list[Event]]:
    """Give the events that name a section, as an actor or under `see`, by the section's chapter and id."""
    found: dict[tuple[str, str], list[Event]] = {}
    for event in events:
        sections = [(STAKEHOLDERS_PAGE, actor.text) for actor in event.actors]
        sections += [(path, anchor) for path, _, anchor in (see.text.partition("#") for see in event.see)]
        for section in dict.fromkeys(sections):
            found.setdefault(section, []).append(event)
    return found
