"""Put what the fields of laws and cases say where pandoc reads it.

The packages for OSCOLA, the Bluebook and APA on CTAN have fields of their own: the court, the reporter, and a citation
in one line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from studyguide.data.official_series import UNPRINTED, Changes, series_fields

_PUBLIC_LAW = re.compile("[0-9]{2,3}[-–][0-9]+")
_CITATION = re.compile(
    r"(?P<volume>[0-9]+)\s+(?P<journaltitle>[^\W\d](?:(?!\sand\s).)*?)\s+"
    r"(?P<pages>[0-9]+|(?:\\?_)+)(?:\s+and\s+(?P<note>.+))?"
)
"""A citation of a reporter by volume and page, and others that are joined by `and`."""
_KINDS_OF_LAW = frozenset(("primary", "secondary"))
"""What the package for OSCOLA has under `type`, for its index."""
_JOURNALS = ("journaltitle", "journal")


def legal_fields(kind: str, fields: Mapping[str, str]) -> Changes:
    """Return, for each field of a law or case that pandoc passes over or misprints, those that stand in its place."""
    changes = series_fields(kind, fields)
    if kind == "jurisdiction":
        changes |= _reporter(fields)
        if "court" in fields and "institution" not in fields:
            changes["court"] = {"institution": fields["court"]}
    in_code = fields.get("location", "")
    if kind in ("jurisdiction", "legislation") and re.search("[0-9]", in_code) and fields.keys().isdisjoint(_JOURNALS):
        changes["location"] = {"journaltitle": in_code}  # 42 U.S.C. § 12101, as biblatex-apa has it
    if kind == "legislation":
        if fields.get("type", "").strip() in _KINDS_OF_LAW:
            changes["type"] = {UNPRINTED: fields["type"]}
        if "origdate" in fields and fields["origdate"][:4] == _year(fields):
            changes["origdate"] = {UNPRINTED: fields["origdate"]}
    number = fields.get("number", "").strip()
    if kind == "legislation" and "type" not in fields and _PUBLIC_LAW.fullmatch(number):
        changes["number"] = {"number": f"Pub. L. No. {number}"}
    return changes


def _reporter(fields: Mapping[str, str]) -> Changes:
    """Return the reporter of a case under its proper name, without the year of the case, which styles set beside it."""
    name = next((name for name in (*_JOURNALS, "reporter", "citation") if name in fields), "")
    if not name:
        return {}
    proper = name if name in _JOURNALS else "journaltitle"
    parts = _CITATION.fullmatch(fields[name].strip()) if name != "reporter" else None
    if parts and (fields.keys() - {name}).isdisjoint(parts.groupdict()):
        found = {part: text.replace(" and ", ", ") for part, text in parts.groupdict().items() if text}
        if found["volume"] == _year(fields):  # 1997 ICJ Reports 7
            del found["volume"]
        return {name: found}
    return {name: {proper: fields[name] if "volume" in fields else _without_year(fields[name].strip(), fields)}}


def _without_year(reporter: str, fields: Mapping[str, str]) -> str:
    year = _year(fields)
    at_an_end = rf"^\[{year}\]\s+(?=\S)|(?<=\S),?\s+{year}$"
    return re.sub(at_an_end, "", reporter) if year.isdigit() else reporter


def _year(fields: Mapping[str, str]) -> str:
    return (fields.get("date") or fields.get("year", "")).strip("{} ")[:4]
