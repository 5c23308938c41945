"""The sources of a document by their keys, and how its notes name them in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from studyguide.authoring.documents.references.reference import FreeReference
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.data.bibliography import Source
from studyguide.data.corporate_authors import names_in
from studyguide.data.source_twins import identifiers, source_twins
from studyguide.diagnostics.diagnostic import Location

_ACRONYM = re.compile(r"\(([A-Z][\w-]{1,11})\)")
_TITLES = ("title", "organization", "journaltitle", "institution", "author", "date", "volume", "booktitle")
_WHOLE = ("organization", "journaltitle", "institution", "booktitle", "publisher")


@dataclass(frozen=True)
class KnownSource:
    """A source of the document."""

    key: str
    reference: FreeReference
    number: int = 0
    """Its number in a numbered list, as in IEEE style; 0 for none."""

    @cached_property
    def source(self) -> Source:
        """The source as bibliography.bib has it."""
        return _source(self.key, self.reference)

    @property
    def year(self) -> str:
        """The year, or an empty text."""
        return self.reference.fields.get("date", "")[:4]

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title in lower case."""
        return words_of(self.reference.fields.get("title", ""))

    @cached_property
    def makers(self) -> tuple[str, ...]:
        """The family names of its authors or editors, or the names of organisations."""
        fields = self.reference.fields
        people = names_in(fields.get("author") or fields.get("editor", ""))
        return tuple(name.strip("{}") if "{" in name else name.partition(",")[0] for name in people)

    @cached_property
    def short_names(self) -> str:
        """A pattern of how its authors are named in short: `Oduya and Klein`, `Oduya et al.`, `WHO`."""
        return "|".join(_short_names(self.makers))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(re.findall(r"\w+", text.casefold().replace("’", "'").replace("'", "")))


def twin_among(reference: FreeReference, known: Iterable[KnownSource]) -> KnownSource | None:
    """Return the known source that a reference names again; None if there is none, or if it may be several."""
    known = tuple(known)
    same = [other for other in known if _is_same(reference, other)]
    if len(same) == 1:
        return same[0]
    return same[0] if same and len({other.key for other in same}) == 1 else None


def title_matches(printed: str, known: KnownSource) -> bool:
    """Tell whether the words of a short title stand side by side in the title of a source."""
    short, whole = words_of(printed), known.title_words
    if not short or len(" ".join(short)) < len("atom"):
        return False
    return any(whole[start : start + len(short)] == short for start in range(len(whole) - len(short) + 1))


def _source(key: str, reference: FreeReference) -> Source:
    return Source(key, dict(reference.fields), Location("bibliography.bib"), reference.type)


def _is_same(reference: FreeReference, other: KnownSource) -> bool:
    source = _source("", reference)
    marks = [list(identifiers(each)) for each in (source, other.source)]
    if marks[0] and marks[1]:
        return any(mark in marks[1] for mark in marks[0]) and not _differ_in_part(reference, other.reference)
    if next(source_twins([other.source, source]), None):
        return True
    return _has_same_title(reference, other)


def _differ_in_part(reference: FreeReference, other: FreeReference) -> bool:
    """Tell whether two references with one address have other titles, as two chapters of a file have."""
    mine, theirs = (words_of(each.fields.get("title", "")) for each in (reference, other))
    shorter = min(len(mine), len(theirs))
    return bool(shorter) and mine[:shorter] != theirs[:shorter]


def _has_same_title(reference: FreeReference, other: KnownSource) -> bool:
    """Tell whether two references have the same title and contradict each other in nothing."""
    words = words_of(reference.fields.get("title", ""))
    if not words or words != other.title_words:
        return False
    mine, theirs = reference.fields, other.reference.fields
    shared = [name for name in (*_TITLES, "url", "doi") if name in mine and name in theirs and name != "title"]
    if any(_plain(name, mine) != _plain(name, theirs) for name in shared):
        return False
    is_named = not mine.keys() & set(_WHOLE) - {"publisher"} and "author" not in mine
    return is_named or any(name in shared for name in (*_WHOLE, "author"))


def _plain(name: str, fields: Mapping[str, str]) -> str:
    return fields[name][:4] if name == "date" else " ".join(words_of(fields[name]))


def _short_names(makers: tuple[str, ...]) -> Iterator[str]:
    """Yield the patterns of a list of authors in short, the longest first."""
    if not makers:
        return
    quoted = [_name_pattern(maker) for maker in makers if maker != "others"]
    joint = rf"\s*,?\s*(?:&|{any_of('and')})\s*|\s*[,/;]\s*"
    others = rf"\s*,?\s*(?:{any_of('others')})"
    if len(quoted) > 1:
        yield joint.join(f"(?:{name})" for name in quoted).replace(joint, f"(?:{joint})")
    yield rf"(?:{quoted[0]}){others}"
    if len(quoted) == 1:
        yield quoted[0]


def _name_pattern(maker: str) -> str:
    forms = [maker]
    if acronym := _ACRONYM.search(maker):
        forms += [acronym[1], maker[: acronym.start()].strip()]
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
