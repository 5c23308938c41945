"""Citations of EndNote: a piece of XML in the field `ADDIN EN.CITE`, or in the data beside it."""

from __future__ import annotations

import re

from lxml import etree

from studyguide.authoring.documents.citations.cited import Cited
from studyguide.authoring.documents.files.xml_parts import XmlPartError, parse_part
from studyguide.authoring.importers.record import RecordError
from studyguide.authoring.importers.tagged import endnote_xml_items

_CITATION = re.compile(r"ADDIN\s+EN\.CITE(?!\.DATA)")
_BIBLIOGRAPHY = re.compile(r"ADDIN\s+EN\.(?:REFLIST|SECTION\.REFLIST)")


def endnote_citation(instruction: str, data: bytes) -> tuple[Cited, ...]:
    """Return the sources that a field of EndNote cites; none if it is another field, or damaged."""
    if not _CITATION.match(instruction):
        return ()
    start = instruction.find("<EndNote>")
    try:
        root = parse_part(instruction[start:].encode() if start >= 0 else data.strip(b"\0 "))
    except XmlPartError:
        return ()
    cited = [_cited(cite) for cite in root.iter("Cite")]
    return tuple(each for each in cited if each) if all(cited) else ()  # else the printed words say more


def is_endnote_bibliography(instruction: str) -> bool:
    """Whether a field prints EndNote's list of sources."""
    return bool(_BIBLIOGRAPHY.match(instruction))


def _cited(cite: etree._Element) -> Cited | None:
    record = cite.find("record")
    if record is None:
        return None
    try:
        _, item = next(endnote_xml_items(etree.tostring(record, encoding="unicode"), "EndNote"))
    except RecordError:
        return None
    return Cited(
        item,
        _identity(record),
        re.sub(r"(?i)^pp?\.?\s*", "", cite.findtext("Pages", "")),
        "page",
        cite.findtext("Prefix", ""),
        cite.findtext("Suffix", ""),
    )


def _identity(record: etree._Element) -> str:
    """Return the number of a record with its database, within which it is the only one."""
    key = record.find("foreign-keys/key")
    number = record.findtext("rec-number", "")
    return f"endnote:{'' if key is None else key.get('db-id', '')}:{number}" if number else ""
