"""Merge the references by which a document names one source: the fullest stays, and the others fill its gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studyguide.authoring.documents.references.known_sources import words_of
from studyguide.authoring.documents.references.reference import FreeReference
from studyguide.data.tracking import same_page

MERGED = "The document has this source in several wordings: see whether they are one, and which is right."
DIFFERENT = "They differ in {names}."
_ALIKE = (
    ("author", "editor"),
    ("organization", "publisher", "institution", "journaltitle", "booktitle"),
)
"""Fields of which a second one may be the first under another name."""
_ANYWHERE = ("author", "editor", "title", "date", "url", "doi", "urldate")
"""Fields that entries of each type have."""
_DATES = ("date", "urldate")


@dataclass(frozen=True)
class Merged:
    """What becomes of the references to one source."""

    reference: FreeReference
    printed: tuple[str, ...]
    """The words that a chair compares with it: those of the fullest reference first, then those that say otherwise."""


def merge(references: Sequence[FreeReference]) -> Merged:
    """Merge one or more references to the same source; where they differ is a doubt."""
    fullest = max(references, key=_fullness)
    fields, doubts = dict(fullest.fields), list(fullest.doubts)
    for other in references:
        if gaps := dict(_gaps(fullest, fields, other)):
            fields |= gaps
            doubts += [] if _is_address(other) else other.doubts
    others = [each for each in references if not _is_address(each) and not _says_the_same(each.fields, fields)]
    if others and len(references) > 1:
        doubts.append(_doubt(references, fields))
    printed = dict.fromkeys([fullest.printed, *(each.printed for each in others)])
    return Merged(replace(fullest, fields=fields, doubts=tuple(dict.fromkeys(doubts))), tuple(printed))


def _fullness(reference: FreeReference) -> tuple[int, int]:
    return len(reference.fields), -len(reference.doubts)


def _gaps(fullest: FreeReference, fields: Mapping[str, str], other: FreeReference) -> Iterator[tuple[str, str]]:
    """Yield what another reference says and the fullest does not, a day for its year as well."""
    for name, value in other.fields.items():
        if name in fields:
            if name in _DATES and value.startswith(fields[name]) and value != fields[name]:
                yield name, value
        elif (name in _ANYWHERE or other.type == fullest.type) and not _has_like(fields, name):
            yield name, value


def _has_like(fields: Mapping[str, str], name: str) -> bool:
    return any(name in names and not fields.keys().isdisjoint(names) for names in _ALIKE)


def _is_address(reference: FreeReference) -> bool:
    """Tell whether a reference is an address alone, which says nothing else of the source."""
    return reference.style == "address"


def _says_the_same(mine: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    return mine.keys() == theirs.keys() and not any(_differ(name, mine[name], theirs[name]) for name in mine)


def _differ(name: str, mine: str, theirs: str) -> bool:
    return same_page(mine) != same_page(theirs) if name == "url" else words_of(mine) != words_of(theirs)


def _doubt(references: Sequence[FreeReference], fields: Mapping[str, str]) -> str:
    differing = dict.fromkeys(
        name
        for each in references
        for name, value in each.fields.items()
        if name not in fields or _differ(name, value, fields[name])
    )
    return f"{MERGED} {DIFFERENT.format(names=', '.join(differing))}" if differing else MERGED
