"""A reference in free text, as it was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from studyguide.authoring.documents.references.marked_text import GAP
from studyguide.authoring.importers.bibtex_escape import escaped, escaped_around_braces, escaped_title, safe_url
from studyguide.authoring.importers.csl_json import ordered
from studyguide.authoring.importers.record import Record
from studyguide.data.bibtex_fields import PEOPLE
from studyguide.data.corporate_authors import names_in
from studyguide.diagnostics.diagnostic import Location

SAME = "It is by the same author as the reference before, which names none."
_AS_WRITTEN = frozenset(("date", "urldate", "pages"))


@dataclass(frozen=True)
class FreeReference:
    """What a reference says, and what of it is not certain."""

    type: str
    """The BibLaTeX entry type: `online`, `book` and so on."""
    fields: Mapping[str, str]
    """BibLaTeX fields, unescaped; names as `Family, Given and {Organisation}`, dates as EDTF, pages as `4--9`."""
    style: str
    """`mla`, `apa`, `chicago`, `address` or `other`."""
    printed: str
    """The words as they stand in the document."""
    doubts: tuple[str, ...] = ()
    """What a person has to look at, in a chair's words; empty when each field is certain."""
    locator: str = ""
    """The place in the source to which a note leads, as it is printed: `p. 45`."""


@dataclass(slots=True)
class Draft:
    """A reference while it is read: what is known already, and the words that nothing has explained yet."""

    rest: str
    language: str
    is_note: bool = False
    type: str = ""
    style: str = "other"
    locator: str = ""
    is_part: bool = False
    """Whether the title is that of a part, in quotation marks or none, and that of the whole is in italics."""
    is_in_work: bool = False
    """Whether "in" leads to the whole."""
    is_on_web: bool = False
    body: str = ""
    """The body of the United Nations that the symbol of a document names."""
    fields: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)

    def doubt(self, words: str) -> None:
        """Add a doubt, once."""
        if words not in self.doubts:
            self.doubts.append(words)

    def cut(self, start: int, end: int) -> None:
        """Take a stretch out of the rest, and leave a gap."""
        self.rest = f"{self.rest[:start]}{GAP}{self.rest[end:]}"

    def put(self, **fields: str) -> None:
        """Add fields that are not empty and not there yet."""
        for name, value in fields.items():
            if value and name not in self.fields:
                self.fields[name] = value


def by_same_makers(reference: FreeReference, before: FreeReference) -> FreeReference:
    """Return a reference with the makers of the one before it, for which a dash stands, or "idem"."""
    makers = {name: names for name, names in before.fields.items() if name in ("author", "editor")}
    if not makers:
        return replace(reference, doubts=(*reference.doubts, SAME))
    role = "author" if "author" in makers else "editor"
    return replace(reference, fields={role: makers[role], **reference.fields})


def as_record(reference: FreeReference, where: Location, language: str) -> Record:
    """Return a reference as a record, escaped for bibliography.bib."""
    fields = {name: _escaped(name, value, language) for name, value in reference.fields.items()}
    return Record(where, reference.type, ordered(fields))


def _escaped(name: str, value: str, language: str) -> str:
    if name in _AS_WRITTEN:
        return value
    if name in PEOPLE:
        return " and ".join(escaped_around_braces(person) for person in names_in(value))
    if name in ("url", "doi"):
        return safe_url(value)
    is_english_title = name in ("title", "booktitle") and language.lower().startswith("en")
    return escaped_title(value) if is_english_title else escaped(value)
