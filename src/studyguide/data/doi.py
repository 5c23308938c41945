"""Normalise DOIs, which are also written as URLs: `10.1000/182`, `doi:10.1000/182`, `https://doi.org/10.1000/182`."""

from __future__ import annotations

import re

_DOI = re.compile(r"(?i)(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*)?(?P<doi>10\.[0-9]{4,9}/\S+)")


def doi_in(text: str) -> str:
    """Return the DOI that `text` consists of, without its `doi:` or URL prefix; empty if it is no DOI."""
    found = _DOI.fullmatch(text.strip())
    return found["doi"] if found else ""
