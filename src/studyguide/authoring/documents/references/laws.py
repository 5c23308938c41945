"""Read laws, treaties and judgments in a form that no style fixes, by the words with which they begin.

`Ley 1448 de 2011, art. 3`, `Charter of the United Nations, art. 2(4)`: where the name ends is a guess, so that each is
a doubt.
"""

from __future__ import annotations

import re
from functools import cache

from studyguide.authoring.documents.references.details import put_date, take_date, take_labelled_locator
from studyguide.authoring.documents.references.marked_text import CAPITALS, GAP, unmarked
from studyguide.authoring.documents.references.printed_dates import YEAR, date_pattern
from studyguide.authoring.documents.references.reference import Draft
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.authoring.documents.references.titles import find_title

CASE = "This seems to be a case before a court: look whether name, court and number are right."
LAW = "This seems to be a law or a treaty: look whether its name, its number and its date are right."
_COURT = re.compile(
    rf"\[{YEAR}\]|ECLI:|EU:[CT]:{YEAR}|App(?:lication|\.)? no|\bnos?\.\s?\d+/\d\d|Cases? [CT]-|\bSCC\b|\bICJ Rep"
)
"""What shows a court or a report of its judgments, behind the names of the parties."""
_COURT_FIRST = re.compile(
    rf"(?:BVerfG|BGH|BVerwG|BAG|EuGH|EGMR|STC|STS|STEDH|STJUE|Cass\.|Conseil d[’']État|CEDH|CJUE|CIJ)\b.*{YEAR}"
)
_SERIES = re.compile(
    r"(?:(?P<before>\d+)\s+)?(?P<journaltitle>UNTS|U\.N\.T\.S\.|United Nations,?\sTreaty Series)"
    r"(?:,?\s+vol\.\s*(?P<behind>\d+))?,?\s+(?:p\.\s*)?(?P<pages>\d+)"
)
_PARAGRAPH = re.compile(r",\s(?P<place>(?:§§?|¶¶?|paras?\.?|paragraphs?|FJ|Rn\.|Rdnr\.)\s?\d[\d–-]*)(?=,\s|\.?$)")
"""A paragraph, also before the day of a judgment: `§ 361, 25 May 2021`, `FJ 20`."""
_EXPLAINED = re.compile(
    r"\([^()]*\)|\b(?:UN|U\.N|G\.?\s?A|S\.?\s?C|UNGA|UNSC|ETS|CETS|OAS|OJ)\b[^,;]*|\bNo\.\s*\d+|\bas amended\b|[\W\d]+"
)
"""What may stand behind the name of a treaty besides its place, its date and its series."""


def read_case(draft: Draft, line: str) -> bool:
    """Read a case whose number has a form of its own, such as an ECLI."""
    title = find_title(draft.rest)
    has_parties = re.search(r"\sv\.?\s[A-Z]", line) or (title and not re.search(r"\w", draft.rest[: title.start]))
    is_court_first = _COURT_FIRST.match(line) is not None
    if not is_court_first and not (has_parties and _COURT.search(line)):
        return False
    name = title.text if title else re.split(r",\s|\s\[|\s\((?=\d)", line)[0].strip()
    before = unmarked(_take_place(draft, line))
    draft.put(title=before.strip(" .") if is_court_first else name)
    days = [day[0] for day in date_pattern().finditer(line)]
    years = re.findall(rf"(?<!\d){YEAR}(?!\d)", line)
    day = max(days or years, key=len, default="")
    put_date(draft, day)
    draft.put(number="" if is_court_first else _number_of_case(before, name, day))
    draft.type, draft.rest = "jurisdiction", ""
    draft.doubt(CASE)
    return True


def _number_of_case(line: str, name: str, day: str) -> str:
    """Return what stands around the name of a case and its day: its number, or where it was published."""
    around = line.replace(name, "", 1)
    around = around if day.isdigit() else around.replace(day, "", 1)
    parts = re.split(r",\s*", re.sub(r"\[GC\]|\((?:Advisory Opinion|Judgment|Merits)\)", "", around))
    return ", ".join(part.strip() for part in parts if re.search(r"\w", part)).strip(" .")


def read_law(draft: Draft, line: str) -> bool:
    """Read a law by its kind and number, `Directive 95/46/EC, OJ L 281, 23.11.1995, p. 31`."""
    found = _law().match(line)
    if not found:
        return False
    rest = _take_place(draft, line[found.end() :])
    days = [day[0] for part in (found[0], rest) for day in date_pattern().finditer(part)]
    draft.put(title=found[0].strip())
    if days:
        put_date(draft, next((day for day in days if not day.isdigit()), days[0]))
    draft.type, draft.rest = "legislation", ""
    draft.doubt(LAW)
    return True


def read_instrument(draft: Draft, line: str) -> bool:
    """Read a treaty or a declaration by its name, with an article, a date or a series behind it and nothing else."""
    found = _instrument().match(line)
    if not found:
        return False
    rest = found["rest"]
    series = _SERIES.search(rest)
    rest = f"{rest[: series.start()]}{rest[series.end() :]}" if series else rest
    named = Draft(rest, draft.language, draft.is_note)
    named.rest = _take_place(named, rest)
    take_date(named)
    if re.search(r"\w", _EXPLAINED.sub("", named.rest.replace(GAP, " "))) or not (named.locator or named.fields):
        return False
    draft.put(title=found["title"].strip(), date=named.fields.get("date", ""))
    if series:
        volume = series["before"] or series["behind"] or ""
        draft.put(journaltitle=series["journaltitle"], volume=volume, pages=series["pages"])
    draft.locator = draft.locator or named.locator
    draft.type, draft.rest = "legal", ""
    draft.doubt(LAW)
    return True


def _take_place(draft: Draft, line: str) -> str:
    """Take the place to which a note leads from the end of a line, and return what is before it."""
    if not draft.is_note:
        return line
    found = re.search(r"\s\[(?P<number>\d+)\]\.?$", line)
    if found:
        draft.locator = f"para {found['number']}"
        return line[: found.start()]
    draft.rest = line
    take_labelled_locator(draft)
    if date_pattern().search(draft.locator):  # a journal, its day and page
        draft.locator, draft.rest = "", line
    if not draft.locator and (place := _PARAGRAPH.search(line)):
        draft.locator = place["place"]
        return f"{line[: place.start()]}{line[place.end() :]}"
    return draft.rest


@cache
def _law() -> re.Pattern[str]:
    label = r"(?:(?:no|nº|n°|n\.º|n\.|núm|nr|number)\.?\s*)?"
    number = rf"(?:\([A-Z, /]+\)\s*)?\(?{label}(?=[\w./-]*\d)\w[\w./-]*\w(?![./-]?\w)\)?"
    day = r"(?:,?\s(?:de|du|del|di|do|vom|of)\s\d[^.,;()\[\]]*)?"
    return re.compile(
        rf"{any_of('laws')}\s+{number}{day}(?:\s+{any_of('law_joints')}[^.,;()\[\]]*|(?=\s*(?:[.,;(\[]|$)))",
        re.IGNORECASE,
    )


@cache
def _instrument() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<title>(?=[{CAPITALS}])[^,;.()]{{0,120}}?{any_of('instruments')}[^,;.()]{{0,120}}?(?:\s\([A-Z][A-Za-z]+\))?)"
        r"(?P<rest>(?:,\s|\s\().+)"
    )
