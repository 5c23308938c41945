"""Make entries of glossary.yaml and timeline.yaml from the terms and events of a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from studyguide.authoring.documents.entries.data_files import Entry
from studyguide.authoring.documents.entries.event_dates import EventDate
from studyguide.authoring.documents.entries.event_titles import with_title
from studyguide.authoring.documents.entries.events import FoundEvent
from studyguide.authoring.documents.entries.terms import FoundTerm
from studyguide.authoring.documents.findings import Finding, Risk
from studyguide.authoring.documents.text.blocks import Blocks
from studyguide.authoring.documents.text.runs import Text, plain
from studyguide.authoring.escapes import in_markdown
from studyguide.authoring.format.ids import event_id, term_id
from studyguide.data.paths import TIMELINE, TIMELINE_PAGE
from studyguide.labels.catalogue import Labels, labels_for

_SHORT_FORM = re.compile(r"(?P<long>.+?)\s*\((?P<short>[^()]+)\)")
_ABBREVIATION = re.compile(r"[^\W_]{2,10}(?:[-/&. ][^\W_]{1,6}){0,2}")
_SHORTEN = "Say it in few words: the quick reference prints titles alone. What you cut belongs in the description."
WriteBlocks = Callable[[Blocks], str]
"""Returns blocks as the Markdown of an entry."""


def glossary_entries(terms: Sequence[FoundTerm], write: WriteBlocks) -> list[Entry]:
    """Return an entry for each term; two meanings of one term are one entry."""
    entries: list[Entry] = []
    ids: set[str] = set()
    forms = {term.term.casefold() for term in terms}
    by_name = sorted(terms, key=lambda term: term.term.casefold())
    for _, alike in groupby(by_name, key=lambda term: term.term.casefold()):
        same = list(alike)
        name, aliases = _names(same[0].term, forms)
        forms |= {form.casefold() for form in (name, *aliases)}
        entry: dict[str, str | bool | list[str]] = {"id": term_id(name, ids), "term": name}
        ids.add(str(entry["id"]))
        entry["definition"] = "\n\n".join(write(term.meaning) for term in same)
        if aliases:
            entry["aliases"] = aliases
        if _is_abbreviation(name):
            entry["abbreviation"] = True
        entries.append(entry)
    return entries


def _is_abbreviation(name: str) -> bool:
    """Tell whether a term is a short form, with two capitals at the start: UNHCR, UN-Water, ISPs."""
    first = [letter for letter in name if letter.isalpha()][:2]
    return len(first) > 1 and all(map(str.isupper, first)) and _ABBREVIATION.fullmatch(name) is not None


def _names(printed: str, taken: Iterable[str]) -> tuple[str, list[str]]:
    """Return a term, and its short form or other name as an alias: "Displaced person (IDP)", "Minor/Child"."""
    taken = set(taken)
    short = _SHORT_FORM.fullmatch(printed)
    if short and not {short["long"].casefold(), short["short"].casefold()} & taken:
        return short["long"], [short["short"]]
    names = [name.strip() for name in printed.split("/")]
    if 1 < len(names) < 4 and all(names) and not {name.casefold() for name in names} & taken:
        return printed, names
    return printed, []


def timeline_entries(
    events: Sequence[FoundEvent], write: WriteBlocks, language: str
) -> tuple[list[Entry], list[Finding]]:
    """Return an entry for each event, and a finding for each date that is not certain and each title that is long."""
    labels = labels_for(language)
    entries: list[Entry] = []
    findings: list[Finding] = []
    ids: set[str] = set()
    for event in events:
        titled = with_title(event.text, language)
        entry = {"id": event_id(titled.title, event.date.edtf, ids), "date": event.date.edtf, "title": titled.title}
        ids.add(entry["id"])
        if titled.is_long:
            findings.append(Finding(Risk.LONG_TITLE, _SHORTEN, titled.title, TIMELINE, _mark(entry["id"])))
        if description := write(titled.text):
            entry["description"] = description
        if not event.date.is_certain:
            entry |= {"note": _note(event.date, labels), "status": "check"}
            findings.append(_finding(event.date, entry["id"]))
        entries.append(entry)
    return entries, findings


def _note(date: EventDate, labels: Labels) -> str:
    """Return the note for readers of a guide, in its language."""
    if not date.printed:
        return labels.gettext("The original printed no date here. This is the date of the event before it.")
    return labels.gettext("The original printed: {words}", words=in_markdown(date.printed))


def _finding(date: EventDate, entry: str) -> Finding:
    words = f"This date became {date.edtf}. Correct it, and delete the note and the line status."
    return Finding(Risk.WRONG_DATE, words, date.printed, TIMELINE, _mark(entry))


def unread_findings(unread: Iterable[Text]) -> Iterator[Finding]:
    """Yield what became no event, though it has a year and stands in a timeline."""
    words = f"This became no event, and stands above the timeline now. Write what happened into {TIMELINE}."
    yield from (Finding(Risk.WRONG_DATE, words, plain(text), f"docs/{TIMELINE_PAGE}") for text in unread)


def _mark(entry: str) -> str:
    """Return the text by which an entry is found."""
    return f"id: {entry}\n"
