"""The sources of a document by their keys, and how its notes name them in short."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache

from studyguide.authoring.documents.references.marked_text import CAPITALS
from studyguide.authoring.documents.references.reference import FreeReference
from studyguide.authoring.documents.references.reference_words import any_of
from studyguide.data.bibliography import Source
from studyguide.data.corporate_authors import names_in
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.proper_names import proper_names
from studyguide.data.source_twins import identifiers, source_twins
from studyguide.diagnostics.diagnostic import Location

_ACRONYM = re.compile(r"\(([A-Z][\w-]{1,11})\)")
_ABBREVIATED = re.compile(r"(?P<short>[A-Z][\w-]{1,11}) (?:\((?P<name>[^()]{12,})\)|[–-] (?P<long>.{12,}))")
"""`UNFCCC (United Nations Framework …)`, `BMZ – Bundesministerium …`."""
_BEHIND_NAME = re.compile(rf"[(\[](?P<short>[{CAPITALS}][\w-]*[{CAPITALS}][\w-]*)[)\]]")
_WORD = re.compile(r"\w+")
_LONGEST_NAMES = 200
_TITLES = ("title", "organization", "journaltitle", "institution", "author", "date", "volume", "booktitle")
_WHOLE = ("organization", "journaltitle", "institution", "booktitle", "publisher")


@dataclass(frozen=True)
class KnownSource:
    """A source of the document."""

    key: str
    reference: FreeReference
    number: int = 0
    """Its number in a numbered list, as in IEEE style; 0 for none."""
    short_names: Mapping[str, str] = field(default_factory=dict)
    """What the document calls an organisation among its makers in short: `CPJ`."""

    @cached_property
    def source(self) -> Source:
        """The source as bibliography.bib has it."""
        return Source(self.key, self.reference.fields, Location(BIBLIOGRAPHY), self.reference.type)

    @cached_property
    def marks(self) -> frozenset[tuple[str, object]]:
        """What leads to it alone: DOI, symbol, address."""
        return frozenset(identifiers(self.source))

    @property
    def year(self) -> str:
        """The year, or an empty text."""
        return self.reference.fields.get("date", "")[:4]

    @cached_property
    def letter(self) -> str:
        """The letter behind the year, which tells it from other sources of that year: `a` in 2013a."""
        found = re.search(rf"(?<!\d){self.year}([a-h])(?!\w)", self.reference.printed) if self.year else None
        return found[1] if found else ""

    @cached_property
    def is_by_people(self) -> bool:
        """Whether people alone have made it, of whom none is called as a state is: Jordan."""
        are_states = ((0, len(maker)) in proper_names(maker) for maker in self.makers)
        return bool(self.makers) and "{" not in self._people and not any(are_states)

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the title in lower case."""
        return words_of(self.reference.fields.get("title", ""))

    @cached_property
    def makers(self) -> tuple[str, ...]:
        """The family names of its authors or editors, or the names of organisations."""
        people = filter(None, names_in(self._people))
        return tuple(name.strip("{}") if "{" in name else name.partition(",")[0] for name in people)

    @cached_property
    def site_names(self) -> tuple[str, ...]:
        """What the site or the journal of a source without an author is called, in full and in short."""
        names = filter(None, (self.reference.fields.get(name, "") for name in ("organization", "journaltitle")))
        return (
            () if self.makers else tuple(short for name in names for short in (*_forms(name), _initials(name)) if short)
        )

    def names_at_start(self, line: str) -> str:
        """Return its authors, in short, with whom a line begins: `Oduya and Klein`, `J. Oduya et al.`, `WHO`."""
        begins = line[:_LONGEST_NAMES].casefold()
        if not any(form in begins for form in self._forms_of_first):
            return ""
        found = self._names.match(line)
        return found[0] if found else ""

    @cached_property
    def _forms_of_first(self) -> list[str]:
        return [form.casefold() for maker in self.makers[:1] for form in self._forms_of(maker)]

    @cached_property
    def _names(self) -> re.Pattern[str]:
        natural = (
            rf"(?:(?:[{CAPITALS}]\.\s?)+(?:[{CAPITALS}][\w’'-]+\s)?|[{CAPITALS}][\w’'-]+\s(?:[{CAPITALS}]\.?\s)?)?"
        )
        initials = rf"(?:,\s*(?:[{CAPITALS}]\.[ -]?)+(?=\s*[,(]))?"
        short = "|".join(_short_names([self._forms_of(maker) for maker in self.makers if maker != "others"]))
        return re.compile(rf"{natural}(?:{short}){initials}(?=[\s,:(.]|$)", re.IGNORECASE)

    def _forms_of(self, maker: str) -> list[str]:
        """Return the forms of a name, of an organisation also its abbreviation, alone and behind the name."""
        short = self.short_names.get(maker) or (_initials(maker) if f"{{{maker}}}" in self._people else "")
        return [*_forms(maker), *([f"{maker} [{short}]", f"{maker} ({short})", short] if short else [])]

    @property
    def _people(self) -> str:
        return self.reference.fields.get("author") or self.reference.fields.get("editor", "")


def with_short_names(known: Iterable[KnownSource], lines: Iterable[str]) -> list[KnownSource]:
    """Return the sources with the abbreviations that lines put behind their makers: `Seabed Authority (ISA)`."""
    sources = list(known)
    found: dict[str, str] = {}
    for line in lines:
        for short in _BEHIND_NAME.finditer(line):
            before = line[: short.start()].rstrip().casefold()
            makers = {maker for source in sources for maker in source.makers if before.endswith(maker.casefold())}
            found |= dict.fromkeys(makers, short["short"])
    return [replace(source, short_names=found) for source in sources]


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'").replace("'", "")))


def twin_among(reference: FreeReference, known: Iterable[KnownSource]) -> KnownSource | None:
    """Return the known source that a reference names again; None if there is none, or if it may be several."""
    mine = KnownSource("", reference)
    same = [other for other in known if _is_same(mine, other)]
    return same[0] if len({other.key for other in same}) == 1 else None


def title_matches(printed: str, known: KnownSource) -> bool:
    """Tell whether the words of a short title stand side by side in the title of a source."""
    short, whole = words_of(printed), known.title_words
    if not short or len(" ".join(short)) < len("atom"):
        return False
    return any(whole[start : start + len(short)] == short for start in range(len(whole) - len(short) + 1))


def _is_same(mine: KnownSource, other: KnownSource) -> bool:
    if mine.marks and other.marks:
        return not mine.marks.isdisjoint(other.marks) and not _differ_in_part(mine, other)
    if not mine.title_words or mine.title_words != other.title_words:
        return False
    return next(source_twins([other.source, mine.source]), None) is not None or _agree(mine, other)


def _differ_in_part(mine: KnownSource, other: KnownSource) -> bool:
    """Tell whether two references with one address have other titles, as two chapters of a file have."""
    shorter = min(len(mine.title_words), len(other.title_words))
    return bool(shorter) and mine.title_words[:shorter] != other.title_words[:shorter]


def _agree(reference: KnownSource, other: KnownSource) -> bool:
    """Tell whether two references with the same title contradict each other in nothing."""
    mine, theirs = reference.reference.fields, other.reference.fields
    shared = [name for name in (*_TITLES, "url", "doi") if name in mine and name in theirs and name != "title"]
    if any(_plain(name, mine) != _plain(name, theirs) for name in shared):
        return False
    is_named = not mine.keys() & set(_WHOLE) - {"publisher"} and "author" not in mine
    return is_named or any(name in shared for name in (*_WHOLE, "author"))


def _plain(name: str, fields: Mapping[str, str]) -> str:
    if name == "author":
        return " and ".join(map(_initialled, names_in(fields[name])))
    return fields[name][:4] if name == "date" else " ".join(words_of(fields[name]))


def _initialled(person: str) -> str:
    """Return a name with the first initial alone, as styles shorten it: `duval m` for `Duval, Marc`."""
    family, _, given = person.partition(", ")
    return " ".join((*words_of(family), *(word[0] for word in words_of(given)[:1])))


def _short_names(makers: Sequence[list[str]]) -> Iterator[str]:
    """Yield the patterns of a list of authors in short, given the forms of each, the longest first."""
    if not makers:
        return
    quoted = ["|".join(map(_name_pattern, sorted(forms, key=len, reverse=True))) for forms in makers]
    joint = rf"\s*,?\s*(?:&|{any_of('and')})\s*|\s*[,/;]\s*"
    others = rf"\s*,?\s*(?:{any_of('others')})"
    if len(quoted) > 1:
        yield joint.join(f"(?:{name})" for name in quoted).replace(joint, f"(?:{joint})")
    yield rf"(?:{quoted[0]}){others}"
    if len(quoted) == 1:
        yield quoted[0]


def _forms(maker: str) -> list[str]:
    """Return the forms of a name, of an organisation also the abbreviation that it gives."""
    if abbreviated := _ABBREVIATED.fullmatch(maker):
        return [maker, abbreviated["short"], abbreviated["name"] or abbreviated["long"]]
    acronym = _ACRONYM.search(maker)
    return [maker, acronym[1], maker[: acronym.start()].strip()] if acronym else [maker]


def _name_pattern(form: str) -> str:
    pattern = re.escape(form).replace(r"\ ", r"\s+")
    return rf"(?-i:{pattern})" if form.isupper() and form.isalpha() else pattern


def _initials(organisation: str) -> str:
    """Return the capital letters with which its words begin, `UNESCO`; empty for fewer than three."""
    letters = "".join(word[0] for word in re.findall(r"\w+", organisation) if word[0].isupper())
    return letters if len(letters) > 2 and not organisation.isupper() else ""
