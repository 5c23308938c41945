"""The sources of a document's citations as records for bibliography.bib."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from studyguide.authoring.documents.citations.cited import Item, SourceList
from studyguide.authoring.importers.csl_json import record_of, web_url
from studyguide.authoring.importers.record import Record, RecordError
from studyguide.authoring.importers.tidied import tidied
from studyguide.diagnostics.diagnostic import Location

_STAND_INS = ("title-short", "container-title", "genre", "event-title", "number", "URL")
"""What a source without a title is called by, the first that it has."""


@dataclass(frozen=True)
class FieldSource:
    """A source that a reference manager keeps in the document."""

    record: Record
    doubts: tuple[str, ...] = ()
    """What a chair has to look at, in plain sentences."""


def field_sources(sources: SourceList, shown: str) -> Mapping[str, FieldSource]:
    """Convert the sources by their ids; `shown` is what messages call the document."""
    return MappingProxyType({key: _source(item, Location(shown)) for key, item in sources.items.items()})


def _source(item: Item, where: Location) -> FieldSource:
    doubts = []
    mended = dict(item)
    for name, value, doubt in _repairs(item, where):
        doubts.append(doubt)
        mended[name] = value
    return FieldSource(tidied(record_of(mended, where)), tuple(doubts))


def _repairs(item: Item, where: Location) -> Iterator[tuple[str, Any, str]]:
    """Yield each variable that a record cannot have as it is, with one in its place, and what is told."""
    if not str(item.get("title") or "").strip():
        title = next((str(item[name]) for name in _STAND_INS if item.get(name)), "[No title]")
        yield "title", title, f"The source has no title; it is called “{title}” until you give it one."
    if address := item.get("URL"):
        try:
            web_url(str(address), where)
        except RecordError:
            yield "URL", "", f"Its address, “{address}”, is none of a web page and is left out."
