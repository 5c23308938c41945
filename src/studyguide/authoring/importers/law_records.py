"""Put what a record of a law or a case has under the tags of books where a source has it: the court, the journal."""

from __future__ import annotations

import re
from typing import Any

_COURT = re.compile(
    r"(?i)\b(?:bench|chambers?|commission|committee|cor?te|cour|courts?|division|house of lords|panel|privy council|"
    r"tribun(?:al|ale|ales)|\w*ger[ie]cht\w*|\w*gerichtshof)\b"
)
_OFFICIAL_JOURNAL = re.compile(
    r"(?P<journal>OJ|O\.J\.|Official Journal(?: of the European (?:Union|Communities))?)\s*,?\s*"
    r"(?P<volume>[LC](?:,\s*[12][0-9]{3}/[0-9]+|\s*[0-9]+\s?[A-Z]?))"
    r"(?:\s*,\s*(?P<day>[0-9]{1,2})[./](?P<month>[0-9]{1,2})[./](?P<year>[0-9]{4}))?"
    r"(?:,?\s*(?:pp?|P)\.?\s*0*(?P<first>[0-9]+)(?:\s*[-–]+\s*0*(?P<last>[0-9]+))?)?(?P<rest>\s*[,;(].*)?",
    re.DOTALL,
)
"""How EUR-Lex gives the place of an act: `OJ L 327, 22.12.2000, p. 1–73`, `OJ L, 2023/2854, 22.12.2023`."""


def with_court(item: dict[str, Any]) -> dict[str, Any]:
    """Return the CSL item of a case with its court, which stands among the editors in some programs' exports."""
    names = [" ".join(filter(None, (name.get("literal"), *_parts(name)))) for name in item["editor"]]
    if item["type"] != "legal_case" or not names:
        return item
    courts = [
        text for text, name in zip(names, item["editor"], strict=True) if "literal" in name or _COURT.search(text)
    ]
    people = [name for text, name in zip(names, item["editor"], strict=True) if text not in courts]
    publisher = item["publisher"]
    court = publisher if not courts or _COURT.search(publisher) else ", ".join(courts)
    return {**item, "editor": people, "publisher": court}


def _parts(name: dict[str, str]) -> tuple[str, ...]:
    """Return a court that a comma made a person: Court of Appeal, Civil Division."""
    return (f"{name['family']}, {name['given']}",) if "family" in name else ()


def with_official_journal(item: dict[str, Any]) -> dict[str, Any]:
    """Return the CSL item of an act of the European Union with the parts of its place in the Official Journal."""
    found = _OFFICIAL_JOURNAL.fullmatch(item["container-title"].strip())
    if not found or item["type"] not in ("document", "legislation", "bill", "article-journal"):
        return item
    journal = "OJ" if found["journal"] == "O.J." else found["journal"]
    published = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}" if found["year"] else ""
    pages = "-".join(filter(None, (found["first"], found["last"])))
    return {
        **item,
        "type": "legislation",
        "container-title": journal,
        "volume": item["volume"] or " ".join(re.sub(r"([LC])(?=[0-9])", r"\1 ", found["volume"]).split()),
        "page": item["page"] or pages,
        "issued": item["issued"] or published,
    }
