"""Citations of Zotero and Mendeley: CSL-JSON in a field, a content control or a reference mark.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-citation.json
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from studyguide.authoring.documents.citations.cited import Cited

_BEGINNING = re.compile(r"\s*(?:ADDIN\s+)?(?:ZOTERO_ITEM\s+|Mendeley\s+Citation\s*)?CSL_CITATION\s*(?=\{)")
_TAG = re.compile(r"MENDELEY_CITATION_v\d+_(?P<data>[A-Za-z0-9+/=_-]+)")
"""The tag of the content control in which Mendeley Cite keeps a citation."""
_BIBLIOGRAPHY = re.compile(
    r"(?:ADDIN\s+)?(?:ZOTERO_BIBL\b|Mendeley Bibliography\b|.*\bCSL_BIBLIOGRAPHY\b)|MENDELEY_BIBLIOGRAPHY"
)


def csl_citation(instruction: str) -> tuple[Cited, ...]:
    """Return the sources that a field of Zotero or Mendeley cites; none if it is another field, or damaged."""
    beginning = _BEGINNING.match(instruction)
    if not beginning:
        return ()
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(instruction, beginning.end())
    except (json.JSONDecodeError, RecursionError):
        return ()
    return tuple(_cited(found))


def control_citation(tag: str) -> tuple[Cited, ...]:
    """Return the sources that a content control of Mendeley Cite cites, by its tag."""
    found = _TAG.match(tag)
    if not found:
        return ()
    try:
        data = json.loads(base64.b64decode(found["data"] + "=="))
    except (binascii.Error, ValueError, RecursionError):
        return ()
    return tuple(_cited(data))


def is_bibliography(instruction: str) -> bool:
    """Whether a field, or the tag of a control, prints the list of sources."""
    return bool(_BIBLIOGRAPHY.match(instruction.strip()))


def _cited(citation: Any) -> Iterator[Cited]:
    items = citation.get("citationItems") if isinstance(citation, dict) else None
    if isinstance(items, list) and all(map(_has_record, items)):  # else the printed words say more
        for item in items:
            yield Cited(
                item["itemData"],
                _identity(item),
                _text(item, "locator"),
                _text(item, "label") or "page",
                _text(item, "prefix"),
                _text(item, "suffix"),
            )


def _has_record(item: Any) -> bool:
    """Whether an item holds its source, as those of Zotero do since 2012."""
    return isinstance(item, dict) and isinstance(item.get("itemData"), dict) and bool(item["itemData"])


def _identity(item: Mapping[str, Any]) -> str:
    """Return the first address that a source has in the program; Mendeley Cite has ids that differ between works."""
    uris = item.get("uris") or item.get("uri")
    if isinstance(uris, list) and uris:
        return str(uris[0])
    own = str(item.get("id", ""))
    return own if re.fullmatch(r"(?i)[0-9a-f-]{32,36}", own) else ""


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
