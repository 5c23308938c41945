"""Remove the punctuation of library catalogues from a record: `[New York] :`, `UN,` and `26 p.`.

Catalogues end each part of a record with the punctuation that separates it from the next, put data that is not in the
work itself into brackets, and give the total of its pages (ISBD: https://www.ifla.org/resources/?oPubId=664).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ENDED = ("institution", "location", "organization", "publisher")
_FINAL_PUNCTUATION = re.compile(r"\s*[:;,/]$")
_ALL_PAGES = re.compile(r"(?i)(?:\[?[ivxlc]+\]?,\s*)?\[?(?P<number>[0-9]+)\]?\s*p(?:\.|p\.?|ages)?(?:\s*[:;+].*)?")
_RESPONSIBILITY = re.compile(
    r"\s+/(?:\s+(?:adopted|by|compiled|drafted|edited|issued|prepared|presented|submitted|translated|transmitted|written)"
    r"\b.*)?$"
)
"""Who made a work, as its title page says it: `/ adopted by the General Assembly` (ISBD, area 1.4)."""
_PAGE_ABBREVIATION = re.compile(r"(?i)pp?\.\s*(?=[0-9])")


def without_catalogue_signs(fields: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of a source without catalogue punctuation, and with the page total in `pagetotal`."""
    plain = dict(fields)
    plain["title"] = re.sub(r"\s+[:;]$", "", _RESPONSIBILITY.sub("", plain["title"]))
    for name in _ENDED:
        if name in plain:
            text = _FINAL_PUNCTUATION.sub("", plain[name])
            plain[name] = re.sub(r"^\[([^][]+)\]$", r"\1", text)
    pages = _ALL_PAGES.fullmatch(plain.get("pages", ""))
    if pages:
        del plain["pages"]
        plain["pagetotal"] = pages["number"]
    elif "pages" in plain:
        plain["pages"] = _PAGE_ABBREVIATION.sub("", plain["pages"])
    return plain
