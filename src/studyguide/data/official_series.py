"""Put what tells a treaty or an act of the European Union from others where each style prints it.

A chair takes it as the Treaty Collection, EUR-Lex or the Council of Europe writes it, in one field or in several.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

Changes = dict[str, dict[str, str]]
TREATIES = frozenset(("legal", "treaty"))
UNPRINTED = "verba"
"""A field of BibLaTeX's manual that no style prints: it keeps what another field says already."""
_CELEX = re.compile(
    r"(?:CELEX\s*(?:no\.?|number)?\s*[:.]?\s*)?([1-9][0-9]{4}[A-Z]{1,2}[0-9]{4}(?:\([0-9]{2}\))?)", re.I
)
_JOURNAL = re.compile(
    r"(?P<journaltitle>O\.?\s?J\.?|Official Journal(?:\sof\s[A-Za-z ]+?)?)"
    r"(?:\s*[,(]?\s*(?P<series>[CL])\)?(?:\s*(?P<number>[0-9]+))?)?"
    r"(?:,\s*[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4})?(?:,\s*pp?\.\s*(?P<pages>[0-9]+(?:\s*[-–]+\s*[0-9]+)?))?"
)
"""As EUR-Lex cites it: OJ L 327, 22.12.2000, p. 1–73."""


def series_fields(kind: str, fields: Mapping[str, str]) -> Changes:
    """Return, for each field that styles would print without its meaning, those that stand in its place."""
    changes: Changes = {}
    number = fields.get("number", "").strip()
    if celex := _CELEX.fullmatch(number):
        changes["number"] = {"number": f"CELEX {celex[1].upper()}"}
    if kind in TREATIES and number.isdigit():
        changes |= _treaty(number, fields)
    if kind == "legislation":
        changes |= _official_journal(fields)
    return changes


def _treaty(number: str, fields: Mapping[str, str]) -> Changes:
    """Return the number of a treaty with that of which it is one: CETS No. 197, or the No. 18232 of the UNTS."""
    names = [name for name in ("series", "journaltitle", "journal") if name in fields]
    if not names or not fields.keys().isdisjoint(("pages", "volume")):
        return {"number": {"number": f"No. {number}"}}
    name = names[0]
    return {"number": {"number": f"{fields[name].strip()} No. {number}"}, name: {UNPRINTED: fields[name]}}


def _official_journal(fields: Mapping[str, str]) -> Changes:
    """Return series and number of the Official Journal in one field, as the manual has them: L 327."""
    name = next((name for name in ("journaltitle", "journal") if name in fields), "")
    found = _JOURNAL.fullmatch(fields.get(name, "").strip())
    if not found:
        return {}
    held = "series" if fields.get("series", "").strip() in ("C", "L") else ""
    series = found["series"] or fields.get(held, "").strip()
    counted = next((name for name in ("volume", "issue") if fields.get(name, "").strip().isdigit()), "")
    changes: Changes = {}
    if series and (number := found["number"] or fields.get(counted, "").strip()):
        changes[name] = {"journaltitle": found["journaltitle"], "volume": f"{series} {number}"}
        changes |= {other: {UNPRINTED: fields[other]} for other in (held, counted) if other}
    if found["pages"] and "pages" not in fields:
        changes.setdefault(name, {"journaltitle": found["journaltitle"]})["pages"] = found["pages"]
    return changes
