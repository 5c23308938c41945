"""Read references as American lawyers write them (The Bluebook, rules 10, 15, 16 and 21): no title is quoted.

Volume and page stand around an abbreviated name, and the year is last: `64 Am. J. Int’l L. 809, 812 (1970)`. The groups
of the patterns have the names of BibLaTeX's fields.
"""

from __future__ import annotations

import re

from studyguide.authoring.documents.references.details import put_date, put_people
from studyguide.authoring.documents.references.marked_text import CAPITALS, GAP, unmarked
from studyguide.authoring.documents.references.people import read_people
from studyguide.authoring.documents.references.printed_dates import YEAR
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.titles import clean_title, find_title
from studyguide.data.un_symbols import parse_symbol

_DAY = r"[A-Z][a-z]+\.? \d{1,2}"
_PLACE = r"(?:,?\s(?:at\s)?(?P<locator>¶¶?\s?[\d–-]+|arts?\.\s[^()]+?|\d+(?:[–-]\d+)?))?"
_AUTHORS = rf"(?P<authors>[{CAPITALS}][^,\d]+?(?: et al\.)?)"
_ARTICLE = re.compile(
    rf"{_AUTHORS},\s(?P<title>[^\d].*?),\s(?P<volume>\d+)\s(?P<journaltitle>[A-Z][A-Za-z’'.& ]*?[.a-z])\s(?P<pages>\d+)"
    rf"(?:,\s(?P<locator>\d+(?:[–-]\d+)?))?\s\((?P<date>{YEAR})\)\.?"
)
_BOOK = re.compile(
    rf"{_AUTHORS},\s(?P<title>[{CAPITALS}][^\d()]+?)(?:\s(?P<locator>\d+(?:[–-]\d+)?))?"
    rf"\s\((?:(?P<edition>\d+)(?:st|nd|rd|th|d)\sed\.\s)?(?P<date>{YEAR})\)\.?"
)
_ICJ = re.compile(
    r"(?P<title>[^,]+(?:\([^()]*\))?),\s(?:[A-Z][A-Za-z ]+,\s)?"
    rf"(?P<date>{YEAR})\sI\.?C\.?J\.?(?:\sRep(?:orts|\.)?)?\s(?P<pages>\d+){_PLACE}(?:\s\((?P<day>{_DAY})\))?\.?"
)
_TREATY = re.compile(
    rf"(?P<title>[A-Z][^()\d]+?){_PLACE},\s(?P<date>{_DAY},\s{YEAR}),\s(?P<volume>\d+)\s"
    r"(?P<journaltitle>U\.?N\.?T\.?S\.?|L\.?N\.?T\.?S\.?|I\.?L\.?M\.?|E\.?T\.?S\.?)\s(?P<pages>\d+)\.?"
)
_RESOLUTION = re.compile(
    r"(?P<body>G\.?\s?A|S\.?\s?C|H\.?\s?R\.?\s?C|E\.?S\.?C)\.?\sRes\.\s(?P<number>\d+(?:/\d+)?)(?:\s?\((?P<session>[\w-]+)\))?"
    rf"(?:,\s(?:annex(?:\s[IVX]+)?,\s)?(?P<title>(?!U\.?N\.?\sDoc)[^()¶]+?))?{_PLACE}(?:\s\((?P<date>[^()]*{YEAR})\))?\.?"
)
_TRIBUNAL = re.compile(
    r"(?P<title>[^,]+\sv\.?\s[^,]+),\s(?:Case\s)?No\.\s(?P<number>(?P<court>ICC|ICTR|IT|SCSL|MICT|STL|KSC)-[\w/.-]+)"
    rf"(?:,\s(?P<type>[A-Z][^,¶()\d]*))?{_PLACE}\s\((?:[^()\d]*,\s)?(?P<date>{_DAY},\s{YEAR})\)\.?"
)
_COURTS = {
    "ICC": "International Criminal Court",
    "ICTR": "International Criminal Tribunal for Rwanda",
    "IT": "International Criminal Tribunal for the former Yugoslavia",
    "SCSL": "Special Court for Sierra Leone",
    "MICT": "International Residual Mechanism for Criminal Tribunals",
    "STL": "Special Tribunal for Lebanon",
    "KSC": "Kosovo Specialist Chambers",
}
"""The courts by the first letters of the numbers of their cases."""
_CHARTER = re.compile(r"U\.?N\.?\sCharter(?:,?\s(?P<locator>(?:arts?\.|pmbl|ch\.).*?))?\.?")
_SYMBOLS = {"G": "A/RES/{}", "S": "S/RES/{}", "H": "A/HRC/RES/{}", "E": "E/RES/{}"}


def read_bluebook(draft: Draft) -> bool:
    """Read a reference in one of these forms; tell whether it is in one."""
    line = " ".join(unmarked(draft.rest.replace(GAP, " ")).split()).strip(" ;")
    return (
        _read_charter(draft, line)
        or _read_resolution(draft, line)
        or _read_law(draft, _TREATY.fullmatch(line), "legal")
        or _read_law(draft, _ICJ.fullmatch(line), "jurisdiction")
        or _read_judgment(draft, line)
        or _read_work(draft, _ARTICLE.fullmatch(line), "article")
        or (not find_title(draft.rest) and draft.is_note and _read_work(draft, _BOOK.fullmatch(line), "book"))
    )


def _read_charter(draft: Draft, line: str) -> bool:
    found = _CHARTER.fullmatch(line)
    if found:
        draft.put(author="{United Nations}", title="Charter of the United Nations")
        _finish(draft, found, "legal")
    return found is not None


def _read_resolution(draft: Draft, line: str) -> bool:
    found = _RESOLUTION.fullmatch(line)
    if not found:
        return False
    date, session = found["date"] or "", found["session"] or ""
    year = (re.findall(YEAR, date) or [""])[0]
    behind = session or (year if found["body"].startswith("S") else "")
    number = found["number"] + (f"({behind})" if behind else "")
    if not (symbol := parse_symbol(_SYMBOLS[found["body"][0]].format(number))):
        return False
    title = clean_title(found["title"] or "") or f"Resolution {found['number']}" + (f" ({behind})" if behind else "")
    draft.put(author=f"{{{symbol.body}}}", title=title, type=symbol.kind, number=symbol.text)
    if date:
        put_date(draft, date)
    _finish(draft, found, "report")
    return True


def _read_law(draft: Draft, found: re.Match[str] | None, kind: str) -> bool:
    if found is None:
        return False
    parts = found.groupdict(default="")
    put_date(draft, f"{parts['day']}, {parts['date']}" if parts.get("day") else parts["date"])
    names = ("volume", "journaltitle", "pages")
    of_court = {"journaltitle": "I.C.J.", "institution": "International Court of Justice"}
    draft.put(title=clean_title(parts["title"]), **{name: parts[name] for name in names if parts.get(name)})
    draft.put(**(of_court if kind == "jurisdiction" else {}))
    _finish(draft, found, kind)
    return True


def _read_judgment(draft: Draft, line: str) -> bool:
    found = _TRIBUNAL.fullmatch(line)
    if not found:
        return False
    put_date(draft, found["date"])
    draft.put(title=clean_title(found["title"]), number=found["number"], type=found["type"] or "")
    draft.put(institution=_COURTS[found["court"]])
    _finish(draft, found, "jurisdiction")
    return True


def _read_work(draft: Draft, found: re.Match[str] | None, kind: str) -> bool:
    """Read an article or a book, whose authors must be certain: a name and a comma stand before much else."""
    people = read_people(found["authors"]) if found else None
    if found is None or people is None or not people.names or people.doubts or re.search(r"\sv\.\s", found["title"]):
        return False
    put_people(draft, people)
    put_date(draft, found["date"])
    parts = found.groupdict(default="")
    named = {name: parts.get(name, "") for name in ("volume", "journaltitle", "pages", "edition")}
    draft.put(title=clean_title(parts["title"]), **named)
    _finish(draft, found, kind)
    return True


def _finish(draft: Draft, found: re.Match[str], kind: str) -> None:
    draft.type, draft.rest = kind, ""
    draft.locator = draft.locator or found["locator"] or ""
