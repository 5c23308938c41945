"""Citations in an .odt: marks of Zotero and Mendeley, fields kept from a .docx, and Writer's own bibliography.

The last are those of OpenDocument 1.3, part 3, 7.8.9 (`text:bibliography-mark`).
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from studyguide.authoring.documents.citations.cited import Cited
from studyguide.authoring.documents.files.writer_file import TEXT

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "journal": "article-journal",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "webpage",
}
_TEXTS = {
    "title": "title",
    "booktitle": "container-title",
    "journal": "container-title",
    "publisher": "publisher",
    "organizations": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "address": "publisher-place",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "edition": "edition",
    "series": "collection-title",
    "url": "URL",
    "isbn": "ISBN",
    "note": "note",
}


def writer_citation(mark: etree._Element) -> Cited | None:
    """Return the source of a mark, which holds all its fields; None if it has no more than a name."""
    item: dict[str, Any] = {"type": _TYPES.get(_text(mark, "bibliography-type"), "")}
    item |= {name: text for field, name in _TEXTS.items() if (text := _text(mark, field))}
    for field in ("author", "editor"):
        if names := _text(mark, field):
            item[field] = [_person(name) for name in re.split(r"\s*;\s*|\s+and\s+", names)]
    if year := _text(mark, "year"):
        item["issued"] = {"raw": " ".join(filter(None, (_text(mark, "month"), year)))}
    has_more = any(name in item for name in ("author", "issued", "publisher", "URL", "container-title"))
    return Cited(item, f"writer:{_text(mark, 'identifier')}") if "title" in item and has_more else None


def _person(name: str) -> dict[str, str]:
    family, comma, given = name.partition(",")
    return {"family": family.strip(), "given": given.strip()} if comma else {"literal": name.strip()}


def _text(mark: etree._Element, name: str) -> str:
    return mark.get(f"{TEXT}{name}", "").strip()
