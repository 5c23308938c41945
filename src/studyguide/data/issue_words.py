"""Print an issue that has words in place of a number without a label: vol. 3, special issue.

BibLaTeX prints them so (manual, section 2.3.11); a citation style sets "no." before each issue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

UNLABELLED = "\ue033"
"""Stands before words that need no label: see `without_labels`."""
_LABEL = re.compile(
    rf"(?:\b(?:nos?|nr|núm|num|n|vols?|bde?)[.°º]?|№|n[°º])[\s\u00a0\u202f]*{UNLABELLED}", re.IGNORECASE
)
_WORDS = re.compile(r"[^\W\d_]*[a-zß-öø-ÿ]{3}.*", re.DOTALL)
_COMMON = re.compile(
    r"(?:(?i:special|double|thematic|theme)\b(?: (?i:issue|number|section)\b)?|Supplement\b|SUPPL[A-Z]*)"
)


def issue_fields(fields: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the issue of an article as a number, which pandoc reads alone, with a mark before words."""
    name = next((name for name in ("number", "issue") if fields.get(name, "").strip()), "")
    if not name or (name == "issue" and "number" in fields):
        return {}
    value = fields[name].strip()
    if words := unlabelled(value):
        return {name: {"number": words}}
    return {name: {"number": value}} if name == "issue" else {}


def unlabelled(value: str) -> str:
    """Return words in place of a number with the mark before them, or an empty text for a number."""
    words = value.strip().strip("{}")
    common = _COMMON.sub(lambda found: found[0].lower(), words, count=1)
    return UNLABELLED + common if _WORDS.fullmatch(common) else ""


def without_labels(html: str) -> str:
    """Return rendered HTML without the marks, and without the labels before them."""
    return _LABEL.sub("", html).replace(UNLABELLED, "") if UNLABELLED in html else html
