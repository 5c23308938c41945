"""Take what a reference says of how a source was reached: the day of access, "Available at", "Web."."""

from __future__ import annotations

import re
from functools import cache

from studyguide.authoring.documents.references.marked_text import GAP
from studyguide.authoring.documents.references.printed_dates import date_pattern, dates_behind, read_date
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import any_of

_CLOCK = r"(?:,?\s*(?:um\s+|at\s+|à\s+|às\s+)?\d{1,2}[:.h]\d\d(?!\d)(?:\s*(?:Uhr|h|[ap]\.?m\.?)(?!\w))?)?"
"""The time at which a page was read: `3.5.2021, 14:30 Uhr`."""
_AROUND = rf"[\s{GAP}]*[(\[<]?[\s{GAP}]*"
_BEHIND = rf"[\s{GAP}]*[)\]>]?"
DAY = "The day on which the page was read can be taken in two ways: {printed}"
_DOMAIN = r"(?:[\w-]+\.)+[a-z]{2,}"
_PRINTED_ON_WEB = re.compile(rf"(?<=[.,{GAP}\s])Web\.\s+", re.IGNORECASE)
"""Leads to the day in the seventh edition of MLA: `Web. 12 Oct. 2014.`."""
_AT_END = re.compile(r"[)\]]\.?\s*$")
_SHORT_DATE = re.compile(r"(?<!\d)\d{1,2}([./-])\d{1,2}\1[0-3]\d(?!\d)")
_DAY_AHEAD = re.compile(r"(?<!\S)(?=\d)")
"""Leads to a day of access before an address between words, as in Turkish."""
_NOTHING = re.compile("")
_ARCHIVED = re.compile(r"(?:Archived|Archivé|Archivado|Archiviert)\b", re.IGNORECASE)
_NEXT_PART = re.compile(f"[.,;{GAP}]")


def take_access(draft: Draft) -> None:
    """Move the day of access into the fields, and drop the words around an address."""
    if _SHORT_DATE.search(draft.rest):
        draft.rest = _short_year().sub(r"\g<0>20", draft.rest)
    if not _take_day(draft, _accessed(), _behind_day()):
        draft.is_on_web = _take_day(draft, _PRINTED_ON_WEB, _NOTHING)
        if not draft.is_on_web:
            _take_day(draft, _behind_address(), _AT_END)
    if GAP in draft.rest:  # where an address was
        _take_day(draft, _DAY_AHEAD, _around_address())
    _cut_archived(draft)
    if GAP in draft.rest:
        _cut_all(draft, _available())
    _cut_all(draft, _media_in_brackets())
    _cut_all(draft, _media())


def _cut_all(draft: Draft, pattern: re.Pattern[str]) -> None:
    while found := pattern.search(draft.rest):
        draft.cut(*found.span())


def _take_day(draft: Draft, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Take the first day between two patterns, and tell whether there is one."""
    for lead, day in dates_behind(before, draft.rest):
        if end := behind.match(draft.rest, day.end()):
            _put_day(draft, day[0])
            draft.cut(lead.start(), end.end())
            return True
    return False


def _cut_archived(draft: Draft) -> None:
    """Drop the days on which a page was archived."""
    for word in reversed(list(_ARCHIVED.finditer(draft.rest))):
        day = date_pattern().search(draft.rest, word.end())
        if day and not _NEXT_PART.search(draft.rest, word.end(), day.start()):
            draft.cut(word.start(), day.end())


def _put_day(draft: Draft, printed: str) -> None:
    day, is_certain = read_date(printed, draft.language)
    if is_certain:
        draft.put(urldate=day)
    else:
        draft.doubt(DAY.format(printed=printed))


@cache
def _accessed() -> re.Pattern[str]:
    """Return a pattern of what leads to a day of access: `(Accessed: 3 May 2021)`, `Retrieved May 3, 2021, from`."""
    words = rf"(?:(?:and|et|y|und)\s+)?{any_of('accessed')}"
    return re.compile(
        rf"{_AROUND}{words}(?:\s+(?:on|le|el|am|the|día))?\s*:?\s*(?:on\s+|le\s+|el\s+|am\s+)?", re.IGNORECASE
    )


@cache
def _short_year() -> re.Pattern[str]:
    """Return a pattern of the beginning of a day of access that ends in two digits of its year: `abgerufen am 4.5.`."""
    return re.compile(rf"{_accessed().pattern}\d{{1,2}}([./-])\d{{1,2}}\1(?=[0-3]\d(?!\d))", re.IGNORECASE)


@cache
def _behind_address() -> re.Pattern[str]:
    """Return what leads to a day without "accessed": `https://… [03.08.2021]`, `[Stand: 3. August 2021]`."""
    return re.compile(rf"{GAP}\s*[(\[](?:{any_of('as_of')}:?\s+)?(?=[^()\[\]]*\d\W+\w+\W+\d)")


@cache
def _behind_day() -> re.Pattern[str]:
    return re.compile(
        rf"{_CLOCK}(?:,?\s*(?:{any_of('from')}|{any_of('available')})\s*:?(?=[\s{GAP}.]*(?:{GAP}|$|{_DOMAIN})))?"
        rf"{_BEHIND}(?:\s*:(?=[\s{GAP}]))?",
        re.IGNORECASE,
    )


@cache
def _around_address() -> re.Pattern[str]:
    """Return a pattern of what stands around an address behind its day: `tarihinde https://… adresinden erişildi`."""
    return re.compile(rf"\s+{any_of('day_behind')}\s*{GAP}\s*{any_of('from_behind')}", re.IGNORECASE)


@cache
def _available() -> re.Pattern[str]:
    """Return a pattern of the words that lead to an address, which is taken out already."""
    return re.compile(
        rf"{_AROUND}(?:{any_of('available')}|{any_of('from')}|{any_of('accessed')})\s*:?(?=[\s.,:]*{GAP})",
        re.IGNORECASE,
    )


@cache
def _media_in_brackets() -> re.Pattern[str]:
    return re.compile(rf"\[\s*(?:{any_of('media')})\s*\]\.?", re.IGNORECASE)


@cache
def _media() -> re.Pattern[str]:
    """Return a pattern of what says no more than that a source is on paper or on the Web, or lacks a place."""
    alone = rf"(?:{any_of('media')}|{any_of('no_place')})"
    in_front = rf"(?<=\()(?:{any_of('media')}),"
    undated = rf"(?<=[.,\s{GAP}]){any_of('no_date')}(?=\s*[.,;]|\s*$|{GAP})"
    found = rf"(?<=[.,;{GAP}]\s)(?:{alone})(?=\s*(?:[.,;:]|$|{GAP}))[.:]?|{in_front}|{undated}"
    return re.compile(rf"(?<=[.,(\s{GAP}])(?:{found})", re.IGNORECASE)
