"""Take what a reference says of how a source was reached: the day of access, "Available at", "Web."."""

from __future__ import annotations

import re
from functools import cache

from studyguide.authoring.documents.references.marked_text import GAP
from studyguide.authoring.documents.references.printed_dates import date_pattern, read_date
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import any_of

_AROUND = rf"[\s{GAP}]*[(\[<]?[\s{GAP}]*"
_BEHIND = rf"[\s{GAP}]*[)\]>]?"
DAY = "The day on which the page was read can be taken in two ways: {printed}"
_DOMAIN = r"(?:[\w-]+\.)+[a-z]{2,}"


def take_access(draft: Draft) -> None:
    """Move the day of access into the fields, and drop the words around an address."""
    if found := _accessed().search(draft.rest):
        _put_day(draft, found["day"])
        draft.cut(*found.span())
    elif found := _media_with_day().search(draft.rest):
        _put_day(draft, found["day"])
        draft.cut(*found.span())
        draft.is_on_web = True
    elif found := _day_behind_address().search(draft.rest):
        _put_day(draft, found["day"])
        draft.cut(*found.span())
    for pattern in (_archived(), _available(), _media()):
        while found := pattern.search(draft.rest):
            draft.cut(*found.span())


def _put_day(draft: Draft, printed: str) -> None:
    day, is_certain = read_date(printed, draft.language)
    if is_certain:
        draft.put(urldate=day)
    else:
        draft.doubt(DAY.format(printed=printed))


@cache
def _accessed() -> re.Pattern[str]:
    """Return a pattern of a day of access: `(Accessed: 3 May 2021)`, `Retrieved May 3, 2021, from`."""
    words = rf"(?:(?:and|et|y|und)\s+)?{any_of('accessed')}"
    lead = rf"{words}(?:\s+(?:on|le|el|am|the|día))?\s*:?\s*(?:on\s+|le\s+|el\s+|am\s+)?"
    return re.compile(
        rf"{_AROUND}{lead}(?P<day>{date_pattern().pattern})(?:,?\s*(?:{any_of('from')}|{any_of('available')})\s*:?"
        rf"(?=[\s{GAP}.]*(?:{GAP}|$|{_DOMAIN})))?{_BEHIND}(?:\s*:(?=[\s{GAP}]))?",
        re.IGNORECASE,
    )


@cache
def _media_with_day() -> re.Pattern[str]:
    """Return a pattern of the seventh edition of MLA: `Web. 12 Oct. 2014.`."""
    return re.compile(rf"(?<=[.,{GAP}\s])Web\.\s+(?P<day>{date_pattern().pattern})", re.IGNORECASE)


@cache
def _day_behind_address() -> re.Pattern[str]:
    """Return a pattern of a day of access without a word, as Germans write it: `https://… [03.08.2021]`."""
    return re.compile(
        rf"{GAP}\s*[(\[](?P<day>(?=[^()\[\]]*\d\W+\w+\W+\d){date_pattern().pattern})[)\]]\.?\s*$", re.IGNORECASE
    )


@cache
def _archived() -> re.Pattern[str]:
    """Return a pattern of the day on which a page was archived."""
    return re.compile(
        rf"(?:Archived|Archivé|Archivado|Archiviert)\b[^.,;{GAP}]*?{date_pattern().pattern}", re.IGNORECASE
    )


@cache
def _available() -> re.Pattern[str]:
    """Return a pattern of the words that lead to an address, which is taken out already."""
    return re.compile(
        rf"{_AROUND}(?:{any_of('available')}|{any_of('from')}|{any_of('accessed')})\s*:?(?=[\s.,:]*{GAP})",
        re.IGNORECASE,
    )


@cache
def _media() -> re.Pattern[str]:
    """Return a pattern of what says no more than that a source is on paper or on the Web, or lacks a place."""
    alone = rf"(?:{any_of('media')}|{any_of('no_place')})"
    undated = rf"(?<=[.,\s{GAP}]){any_of('no_date')}(?=\s*[.,;]|\s*$|{GAP})"
    return re.compile(
        rf"\[\s*(?:{any_of('media')})\s*\]\.?|(?<=[.,;{GAP}]\s)(?:{alone})(?=\s*(?:[.,;:]|$|{GAP}))[.:]?|{undated}",
        re.IGNORECASE,
    )
