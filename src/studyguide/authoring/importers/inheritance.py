"""Complete the sources of a .bib file with the fields of those that they name in `crossref` and `xdata`.

Each then stands on its own, whatever keys the guide gives to them (BibLaTeX manual, appendix B).
"""

from __future__ import annotations

from collections.abc import Mapping, Set

from studyguide.authoring.importers.record import Record

PARENTS = ("crossref", "xdata")
_IN_BOOKS = frozenset(
    "bookinbook conference inbook incollection inproceedings inreference suppbook suppcollection".split()  # noqa: SIM905
)
_IN_PERIODICALS = frozenset(("article", "review", "suppperiodical"))
_TITLES = ("title", "subtitle", "titleaddon")
_ITS_OWN = frozenset(
    """
    abstract annotation crossref doi entryset entrysubtype eprint eprintclass eprinttype keywords label options pages
    pagetotal related shorthand shorttitle sorttitle url urldate xdata xref
    """.split()  # noqa: SIM905
)
"""Fields that tell of the parent alone."""


def with_inherited(key: str, records: Mapping[str, Record], above: Set[str] = frozenset()) -> dict[str, str]:
    """Return the fields of a record with those of its parents; `above` are the keys of those who inherit from it."""
    record = records[key]
    fields = {name: value for name, value in record.fields.items() if name not in PARENTS}
    named = [record.fields.get("xdata", ""), record.fields.get("crossref", "")]
    for parent in (name.strip(" {}") for names in named for name in names.split(",")):
        if parent in records and parent not in above | {key}:
            inherited = with_inherited(parent, records, above | {key})
            fields = _inherited(record.type, records[parent].type, inherited) | fields
    return fields


def _inherited(kind: str, parent: str, fields: Mapping[str, str]) -> dict[str, str]:
    if parent == "xdata":
        return dict(fields)
    prefix = "book" if kind in _IN_BOOKS else "journal" if kind in _IN_PERIODICALS else "main"
    titles = {f"{prefix}{name}": fields[name] for name in _TITLES if name in fields}
    return titles | {name: value for name, value in fields.items() if name not in _ITS_OWN.union(_TITLES)}
