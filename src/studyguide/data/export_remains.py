"""Take out of a source's fields what only the program that exported it needs, and which would be printed."""

from __future__ import annotations

import re

_CITED = re.compile(r"(?i)^cited by:?\s*[0-9]+\s*(?:;.*)?$")
"""How often Scopus has found the source cited, and how it is open."""
_LINES_OF_ZOTERO = re.compile(
    r"(?:^|(?<=\s))(?:\\?_eprint|Publisher|ADS Bibcode|Citation Key|Google-Books-ID|LCCN|OCLC|Page Version ID"
    r"|read\\?_status(?:\\?_date)?|tex\.[\w.]+):[ \t]*[^\n]*"
)
"""Lines of Zotero's field Extra, which its exports write under `note`."""
_KINDS = frozenset(
    (
        "article", "blog", "book", "book section", "conference paper", "conference proceedings", "edited book",
        "electronic article", "electronic book", "generic", "journal", "journal article", "magazine article", "misc",
        "newspaper article", "online multimedia", "web page",
    )
)  # fmt: skip
"""The names of EndNote's reference types, which it writes under `type`."""
_INVERTED = re.compile(r"(?P<open>\{*)(?P<title>[^{}]+), (?P<article>The|An?)(?P<close>\}*)")
"""A title as HeinOnline and card catalogues sort it: `Law of the River, The`."""
_NUMBERED_NAME = re.compile(r"(?<=\w)\s+0[0-9]{3}(?=\s+and\s|\s*$)")
"""What DBLP writes behind the names of people who are called the same: `Ann Lee 0002`."""


def without_remains(name: str, value: str) -> str:
    """Return the value of a field without what is no part of the reference; empty if nothing else was there."""
    if name == "note":
        return "" if _CITED.fullmatch(value.strip()) else _LINES_OF_ZOTERO.sub("", value).strip()
    if name == "type":
        return "" if value.strip().casefold() in _KINDS else value
    inverted = _INVERTED.fullmatch(value.strip()) if name == "title" else None
    return f"{inverted['open']}{inverted['article']} {inverted['title']}{inverted['close']}" if inverted else value


def without_numbers(names: str) -> str:
    """Return names without the numbers by which DBLP tells people apart."""
    return _NUMBERED_NAME.sub("", names)
