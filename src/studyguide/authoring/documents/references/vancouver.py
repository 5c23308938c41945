"""Read references in Vancouver style, and in that of the American Medical Association, whose signs none else has.

A year stands behind a semicolon, `Geneva: WHO; 2022`, or before one, `Lancet. 2018;6(4):299-314`, and initials behind
a family name, without a full stop: `Floyd K, Glaziou P`. The form is that of ICMJE's Recommendations (NLM, Citing
Medicine, second edition).
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.details import find_symbol, put_date
from studyguide.authoring.documents.references.marked_text import GAP, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference import Draft

_HEAD = r"(?P<authors>[^.]+)\.\s+(?P<title>.+?[.?!])\s+"
_DATE = rf"(?P<date>{YEAR}(?:\s[A-Z][a-z]{{2}}(?:\s\d{{1,2}})?)?)"
_ARTICLE = re.compile(
    rf"{_HEAD}(?P<journaltitle>[^.;:]+)\.\s*{_DATE}\s?;\s?"
    r"(?P<volume>\w+)?(?:\s?\((?P<number>[^()]+)\))?\s?:\s?(?P<pages>[\w-]+(?:[–-]\w+)?)(?:[\s.]*(?:doi|PMC?ID)\b:?\s*\w*)*[\s.]*"
)
_BOOK = re.compile(
    rf"{_HEAD}(?:(?P<edition>\d+)(?:st|nd|rd|th)\s+ed\.\s+)?(?:(?P<location>[^.;:]+):\s+)?(?P<publisher>[^;:]+);\s+"
    rf"{_DATE}\.?(?:\s+pp?\.\s*(?P<pages>\d+(?:[–-]\d+)?))?[\s.]*"
)
_CHAPTER = re.compile(
    rf"{_HEAD}In:\s+(?P<editors>[^.]+),\s+ed(?:itor)?s?\.\s+(?P<booktitle>[^.]+)\.\s+(?:(?P<edition>\d+)(?:st|nd|rd|th)\s+ed\.\s+)?"
    rf"(?:(?P<location>[^.;:]+):\s+)?(?P<publisher>[^;:]+);\s+{_DATE}(?::|\.\s+pp?\.)\s*(?P<pages>\d+(?:[–-]\d+)?)[\s.]*"
)
_PAGE_OF_SITE = re.compile(r"(?P<authors>[^.]+)\.\s+(?P<title>[^.]+[.?!]?)[\s.]*")
_INTERNET = re.compile(r"\[Internet\]", re.IGNORECASE)
_NAME = re.compile(
    r"(?P<family>(?:[a-z]{2,3}\s(?:[a-z]{2,3}\s)?)?[^\W\d_a-z][\w’'-]+(?:[ -][^\W\d_a-z][\w’'-]+)*)"
    r"\s(?P<initials>[^\W\d_a-z]{1,3})(?:\s(?:Jr|Sr|2nd|3rd))?"
)
_EDITORS = re.compile(r",\s*editors?$")
_OTHERS = re.compile(r"et al\.?|and others")


def read_vancouver(draft: Draft, printed: str) -> bool:
    """Read a reference in this style, given its printed words too; tell whether it is one."""
    line = unmarked(re.sub(rf"[\s.]*{GAP}[\s.]*", ". ", draft.rest))
    found = _ARTICLE.fullmatch(line) or _CHAPTER.fullmatch(line) or _BOOK.fullmatch(line)
    if not found and _INTERNET.search(printed):
        found = _PAGE_OF_SITE.fullmatch(line)
    if not found:
        return False
    names = _EDITORS.sub("", found["authors"])
    if people := _people(names):
        draft.put(**{"author" if names == found["authors"] else "editor": people})
        _put(draft, found)
    return bool(people)


def _put(draft: Draft, found: re.Match[str]) -> None:
    parts = {name: value.strip() for name, value in found.groupdict(default="").items() if name != "authors"}
    draft.type = {_ARTICLE: "article", _BOOK: "book", _CHAPTER: "incollection"}.get(found.re, "online")
    editors = parts.pop("editors", "")
    draft.put(editor=_people(editors) if editors else "")
    draft.rest = ""
    title = re.sub(r"(?<!\.)\.$", "", parts.pop("title"))
    if symbol := find_symbol(title):
        kind, start, _ = symbol
        draft.type, title = "report", title[:start].rstrip(" .,(")
        draft.put(type=kind.kind, number=kind.text, institution=parts.pop("publisher", ""))
    pages = parts.pop("pages", "").replace("–", "-").replace("-", "--")
    if draft.is_note and pages and draft.type == "book":
        draft.locator, pages = f"p. {pages.replace('--', '-')}", ""
    if date := parts.pop("date", ""):
        put_date(draft, date)
    draft.put(title=title, pages=pages, **parts)


def _people(printed: str) -> str:
    """Return names as BibLaTeX has them; empty if their form is another one."""
    names = [name.strip() for name in printed.split(",")]
    read = ["others" if _OTHERS.fullmatch(name) else _person(name) for name in names]
    if all(read):
        return " and ".join(read)
    return "" if any(read) or "," in printed else f"{{{printed.strip()}}}"


def _person(name: str) -> str:
    """Return `Floyd K` as `Floyd, K.`; empty for an organisation."""
    found = _NAME.fullmatch(name)
    return f"{found['family']}, {'. '.join(found['initials'])}." if found else ""
