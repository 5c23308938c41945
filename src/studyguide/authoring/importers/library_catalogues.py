"""What library catalogues write otherwise than a bibliography: `[New York] :`, `UN,` and `26 p.`.

Catalogues end each part of a record with the sign that parts it from the next one, put what the work itself does not
say into brackets, and give the number of all its pages (ISBD: https://www.ifla.org/resources/?oPubId=664).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ENDED = ("institution", "location", "organization", "publisher")
_SIGN_AT_END = re.compile(r"\s*[:;,/]$")
_ALL_PAGES = re.compile(r"(?i)(?:\[?[ivxlc]+\]?,\s*)?\[?(?P<number>[0-9]+)\]?\s*p(?:\.|p\.?|ages)?(?:\s*[:;+].*)?")
_PAGE_SIGN = re.compile(r"(?i)pp?\.\s*(?=[0-9])")


def without_catalogue_signs(fields: Mapping[str, str]) -> dict[str, str]:
    """Give the fields of a source as a bibliography has them."""
    plain = dict(fields)
    plain["title"] = re.sub(r"\s+/$", "", plain["title"])
    for name in _ENDED:
        if name in plain:
            text = _SIGN_AT_END.sub("", plain[name])
            plain[name] = re.sub(r"^\[([^][]+)\]$", r"\1", text)
    pages = _ALL_PAGES.fullmatch(plain.get("pages", ""))
    if pages:
        del plain["pages"]
        plain["pagetotal"] = pages["number"]
    elif "pages" in plain:
        plain["pages"] = _PAGE_SIGN.sub("", plain["pages"])
    return plain
