"""Take apart the lines of Zotero's field Extra, which its exports put into a note: `PMID: 123`, `Citation Key: smith`.

The labels are those of https://www.zotero.org/support/kb/item_types_and_fields#citing_fields_from_extra.
"""

from __future__ import annotations

import re

_LABELLED = re.compile(r"(?P<label>[A-Za-z_][A-Za-z. _-]{1,30}?):\s*(?P<value>\S.*)")
_FIELDS = {
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "original date": "origdate",
    "original place": "origlocation",
    "original publisher": "origpublisher",
    "original publisher place": "origlocation",
    "original title": "origtitle",
    "pmcid": "pmc",
    "pmid": "pubmed",
    "arxiv": "arxiv",
}
_ARCHIVES = frozenset(("arxiv", "pmc", "pubmed"))
"""Registers of electronic prints, for `eprinttype`."""
_INTERNAL = frozenset(
    (
        "_eprint",
        "ads bibcode",
        "backup publisher",
        "citation key",
        "google-books-id",
        "lccn",
        "oclc",
        "page version id",
        "read_status",
        "read_status_date",
    )
)


def split_extra(note: str) -> tuple[str, dict[str, str]]:
    """Return a note without the lines that Zotero reads as fields, and what BibLaTeX's fields get from them.

    What only Zotero needs, such as the citation key, is in neither.
    """
    rest: list[str] = []
    fields: dict[str, str] = {}
    for line in note.splitlines():
        found = _LABELLED.fullmatch(line.strip())
        label = found["label"].lower() if found else ""
        name = _FIELDS.get(label, "")
        if found and name in _ARCHIVES:
            fields |= {"eprint": found["value"].partition(" ")[0], "eprinttype": name}
        elif found and name:
            fields[name] = found["value"].strip()
        elif label not in _INTERNAL and not label.startswith("tex."):
            rest.append(line)
    return "\n".join(rest).strip(), fields
