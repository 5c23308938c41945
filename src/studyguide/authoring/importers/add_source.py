"""Add a record to bibliography.bib, with a key in the guide's form and in sorted order, unless the source is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from studyguide.authoring.format.bibliography import with_source
from studyguide.authoring.format.citation_keys import new_key
from studyguide.authoring.importers.record import DuplicateError, Record, RecordError
from studyguide.data.bibliography import Source, read_sources
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.source_twins import identifiers
from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceFile, clean_text


@dataclass(frozen=True)
class Added:
    """The bibliography with one more source."""

    text: str
    source: Source
    left_out: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    """What is still to be mended in it, in the words of the check's warnings."""

    @property
    def lacks_day(self) -> bool:
        """Whether the source is a web page without the day on which it was read."""
        return self.source.is_web_page and "urldate" not in self.source.fields


def add_record(record: Record, bibliography: str, day: str = "") -> Added:
    """Add a record to the text of bibliography.bib; `day` is when its URL was read, as 2026-01-31.

    Raises `DuplicateError` if the source is there already, and `RecordError` if an error in it stands in the way, or if
    the bibliography itself cannot be parsed.
    """
    known, problems = read_sources(SourceFile(BIBLIOGRAPHY, clean_text(bibliography)))
    for problem in problems:
        if problem.rule == "bibtex-syntax":
            raise RecordError(problem.where, f"{problem.words} Mend this first.")
    fields = dict(record.fields)
    if day and "url" in fields:
        fields["urldate"] = day
    source = Source("", fields, record.where, record.type)
    _refuse_duplicate(source, known)
    key = new_key(_with_stand_in(source), known)
    entry = _entry(record.type, key, fields)
    _, faults = read_sources(SourceFile(BIBLIOGRAPHY, entry))
    for fault in faults:
        if not fault.is_warning:
            raise RecordError(record.where, fault.words)
    text = with_source(bibliography, key, entry)
    (source,) = (source for source in read_sources(SourceFile(BIBLIOGRAPHY, clean_text(text)))[0] if source.key == key)
    return Added(text, source, record.left_out, tuple(fault.words for fault in faults))


def _with_stand_in(source: Source) -> Source:
    """Return a source without a title as one called by its number, for its key."""
    number = re.sub(r"\W", "", source.fields.get("number", ""))
    return source if source.title or not number else replace(source, fields={**source.fields, "title": number})


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    return "".join([f"@{kind}{{{key},\n", *(f"  {name} = {{{value}}},\n" for name, value in fields.items()), "}\n"])


def _refuse_duplicate(source: Source, known: tuple[Source, ...]) -> None:
    marks = set(_marks(source))
    for other in known:
        same = next((name for name, value in _marks(other) if (name, value) in marks), "")
        if same:
            words = f'This source is there already: its {same} the same as in "{other.key}". Cite it as [@{other.key}].'
            raise DuplicateError(Location(BIBLIOGRAPHY, other.where.line), words)


def _marks(source: Source) -> Iterator[tuple[str, object]]:
    """Yield what tells a source from others, with its name in a message: identifiers, or title with year or author.

    Who adds a record can look at what is refused, so that less is asked of titles than in `source_twins`.
    """
    yield from ((f"{name} is", value) for name, value in identifiers(source))
    year = re.search(r"[0-9]{4}", source.fields.get("date", "") or source.fields.get("year", ""))
    words = tuple(re.findall(r"\w+", source.title.casefold()))
    maker = "" if year else " ".join(source.fields.get("author", "").casefold().split())
    if words and (year or maker):  # many pages are called "About us"
        yield "title and year are" if year else "title and author are", (words, year[0] if year else maker)
