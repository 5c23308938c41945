"""Parse bibliography.bib into sources, and validate each entry."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from bibtexparser import model

from studyguide.data.bibtex_comments import without_comments
from studyguide.data.bibtex_delimiters import with_braces
from studyguide.data.bibtex_entries import fields_of, lost_values, parse_bibtex
from studyguide.data.bibtex_fields import (
    FIELDS_MEANT,
    FINDABLE,
    NAMING,
    NUMBERED_TYPES,
    PEOPLE,
    PRINTED,
    VERBATIM,
    is_known,
    misspelt,
    plain_value,
)
from studyguide.data.eu_act_checks import eu_act_problems
from studyguide.data.field_values import command_problems, lost_words, value_problems
from studyguide.data.granular_xdata import fields_from_xdata, reference_in, with_xdata
from studyguide.data.normalised_fields import normalised_fields
from studyguide.data.un_symbol_checks import symbol_problems
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile

# BibLaTeX's entry types (BibLaTeX manual, section 2.1) and BibTeX's older names.
_ENTRY_TYPES = frozenset(
    """
    article artwork audio book bookinbook booklet collection commentary conference dataset electronic image inbook
    incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie music
    mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings reference
    report review set software standard suppbook suppcollection suppperiodical techreport thesis unpublished video www
    xdata
    """.split()  # noqa: SIM905
)
TYPES_MEANT = dict.fromkeys(("blog", "internet", "web", "webpage", "website"), "online") | dict.fromkeys(
    ("journal", "magazine", "news", "newspaper"), "article"
)
"""Common misnomers of entry types, which pandoc would render as books."""
_UNTITLED_TYPES = frozenset({"jurisdiction", "legal", "legislation", "letter", "patent", "review"})
_TITLES = frozenset({"crossref", "shorttitle", "title", "titleaddon", "xdata"})
_WEB_PAGES = frozenset({"electronic", "online", "www"})
# The grammar of pandoc's own parser, `Text.Pandoc.Citeproc.BibTeX`.
_ENTRY_START = re.compile(r"@[^\W\d_]+\s*\{")
_NOT_IN_KEYS = re.compile(r"""[\s"#%,<>\\^{}|~]""")
_FIELD_NAME = re.compile(r"[^\W\d][\w:+-]*")
_NOT_BETWEEN_SOURCES = re.compile(r"[@={}]")
_YEAR, _QUOTED = r"\b(?:1[89]|20)[0-9]{2}\b", """["“][^"”]+["”]"""
_PASTED = re.compile(rf"https?://|{_QUOTED}.*{_YEAR}|\({_YEAR}.*{_QUOTED}")
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
_PART = r"""\s*(?:\{[^{}]*\}|"[^"]*"|\w+)\s*"""
_CONCATENATION = re.compile(rf"{_PART}(?:\#{_PART})+")
_LONGEST_ABBREVIATION = 10_000
_MOST_PARENTS = 200
"""How many sources one may inherit from, counted by each way; pandoc follows every way."""
FURTHER_READING = "further-reading"
_KEY = re.compile(r"(?i)@(?!comment|preamble|string)\w+\s*[{(]\s*([^\s,={}()]+)\s*(?:,|\n|$)")


@dataclass(frozen=True)
class Source:
    """An entry of bibliography.bib."""

    key: str
    fields: Mapping[str, str]
    """The raw field values, by field name in lower case."""
    where: Location
    type: str = ""
    """The entry type in lower case, such as `online`; empty where the entry cannot be parsed."""
    sets: tuple[tuple[str, int], ...] = ()
    """The key of each `@set` of which it is a member, with its place in there (BibLaTeX manual, "Entry Sets")."""
    written: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What stands in the file in place of the fields that refer to an `@xdata`: see `granular_xdata`."""
    shared: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """The fields that it takes whole from an `@xdata`."""

    @property
    def title(self) -> str:
        """The title on one line, without BibTeX's braces and escapes."""
        return plain_value(self.fields.get("title", ""))

    @cached_property
    def changes(self) -> Mapping[str, Mapping[str, str]]:
        """The fields that stand in print in place of those that pandoc would misprint: see `normalised_fields`."""
        return normalised_fields(self.fields, self.type)

    @property
    def anchor(self) -> str:
        """The id of the source's entry on the bibliography page."""
        return f"ref-{self.key}"

    @property
    def has_good_key(self) -> bool:
        """True if a citation can name the key."""
        return bool(self.key) and not _NOT_IN_KEYS.search(self.key)

    @property
    def is_web_page(self) -> bool:
        """True for a web page, which may change or vanish at any time."""
        return self.type in _WEB_PAGES and "url" in self.fields

    @property
    def is_further_reading(self) -> bool:
        """True if the entry has the keyword `further-reading`, so that no chapter need cite it."""
        return FURTHER_READING in re.split(r"[,;\s]+", self.fields.get("keywords", ""))


def read_sources(file: SourceFile) -> tuple[tuple[Source, ...], list[Problem]]:
    """Parse a .bib file into its sources and the problems found.

    A faulty entry is still returned, with the fields that could be parsed, so that citations of it resolve.
    """
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it logs the failed blocks that are reported below
    blocks = parse_bibtex(without_comments(with_braces(file.text)))
    read = list(_read(blocks, file))
    sources: dict[str, Source] = {}
    twins: dict[str, Source] = {}
    problems: list[Problem] = []
    for block, where, source in read:
        if isinstance(block, model.Entry) and source:
            problems.extend(_source_problems(block, source, file))
        else:
            problems.extend(_block_problem(block, where, file))
        if source:
            problems.extend(_key_problem(source, twins.get(source.key.casefold())))
            sources.setdefault(source.key, source)
            twins.setdefault(source.key.casefold(), source)
    problems.extend(_wrong_crossrefs(sources))
    problems.extend(_exponential_abbreviations(blocks, file))
    return tuple(_printed(sources)), list(_once_for_a_field(problems))


def _read(blocks: Iterable[model.Block], file: SourceFile) -> Iterator[tuple[model.Block, Location, Source | None]]:
    """Yield each block with its place and the source in it, whose references to an `@xdata` are resolved."""
    places = [(block, file.on_line((block.start_line or 0) + 1)) for block in blocks]
    read = [(block, where, _source(block, where)) for block, where in places]
    shared = {source.key: source.fields for _, _, source in reversed(read) if source and source.type == "xdata"}
    for block, where, source in read:
        if source and shared:
            resolved = with_xdata(source.fields, shared)
            written = {name: source.fields[name] for name in resolved}
            taken = fields_from_xdata(source.fields, shared)
            source = replace(source, fields={**source.fields, **resolved}, written=written, shared=taken)
        yield block, where, source


def _printed(sources: Mapping[str, Source]) -> Iterator[Source]:
    """Yield the sources that have an entry: others take their fields from an `@xdata`, and a `@set` is its members."""
    sets: dict[str, list[tuple[str, int]]] = {}
    for source in sources.values():
        if source.type == "set":
            for place, key in enumerate(_keys_in(source.fields.get("entryset", ""))):
                sets.setdefault(key, []).append((source.key, place))
    for key, source in sources.items():
        if source.type not in ("set", "xdata"):
            yield replace(source, sets=tuple(sets[key])) if key in sets else source


def _once_for_a_field(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Leave out that a field is none where the same was told of another source: a program writes it into each."""
    told: set[str] = set()
    for found in problems:
        if found.rule != "unknown-source-field" or found.words not in told:
            yield found
        if found.rule == "unknown-source-field":
            told.add(found.words)


def _source(block: model.Block, where: Location) -> Source | None:
    """Return the source in a block, or None if the block is no entry or has no recognisable key."""
    if isinstance(block, model.Entry):
        return Source(block.key, fields_of(block), where, block.entry_type.lower())
    if isinstance(block, model.DuplicateBlockKeyBlock) and not isinstance(block.ignore_error_block, model.Entry):
        return None
    if isinstance(block, model.ParsingFailedBlock):
        key = _KEY.match(block.raw or "")
        return Source(key[1], {}, where) if key else None
    return None


def _wrong_crossrefs(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """Find `crossref` and `xdata` keys that are unknown (pandoc ignores them) or circular (they exhaust its memory)."""
    reported: set[str] = set()
    for source in sources.values():
        for key in _parents_of(source):
            if key not in sources:
                yield problem(source.where, "wrong-crossref", "unknown", key=key, fix=did_you_mean(key, sources))
        above: list[tuple[Source, ...]] = [] if source.key in reported else [(source,)]
        visited = 0
        while above:
            chain = above.pop()
            for key in _parents_of(chain[-1]):
                visited += 1
                if visited > _MOST_PARENTS or any(key == child.key for child in chain):
                    whom = "itself" if key == source.key else f'"{key}" twice'
                    yield problem(
                        source.where, "wrong-crossref", "circle", key=source.key, whom=whom, child=chain[-1].key
                    )
                    reported |= {child.key for child in chain}
                    above.clear()
                    break
                if key in sources:
                    above.append((*chain, sources[key]))


def _parents_of(source: Source) -> list[str]:
    """Return the keys in `crossref` and `xdata`, and those of a set (BibLaTeX manual, sections 2.2.3 and 3.13)."""
    members = source.fields.get("entryset", "") if source.type == "set" else ""
    return [key for name in ("crossref", "xdata") for key in _keys_in(source.fields.get(name, ""))] + _keys_in(members)


def _keys_in(value: str) -> list[str]:
    return [key for name in value.split(",") if (key := plain_value(name))]


def _exponential_abbreviations(blocks: Iterable[model.Block], file: SourceFile) -> Iterator[Problem]:
    """Find `@string` abbreviations that expand exponentially: `@string{b = a # a}`, `@string{c = b # b}` and so on."""
    lengths: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, model.String):
            parts = str(block.value).split("#")
            length = sum(lengths.get(part.strip().lower(), len(part)) for part in parts)
            lengths[block.key.lower()] = length
            if length > _LONGEST_ABBREVIATION:
                where = file.on_line((block.start_line or 0) + 1)
                yield problem(where, "bibtex-syntax", "long-abbreviation")
                return


def _key_problem(source: Source, twin: Source | None) -> Iterator[Problem]:
    if not source.key:
        yield problem(source.where, "missing-key")
    elif _NOT_IN_KEYS.search(source.key):
        yield problem(source.where, "wrong-key", key=source.key)
    if twin and twin.key == source.key:
        yield problem(source.where, "repeated-key", key=source.key, line=twin.where.line)
    elif twin:
        line = twin.where.line
        yield problem(source.where, "repeated-key", "capitals", key=source.key, twin=twin.key, line=line)


def _source_problems(entry: model.Entry, source: Source, file: SourceFile) -> Iterator[Problem]:
    where = source.where
    if not _ENTRY_START.match(entry.raw or ""):
        yield problem(where, "bibtex-syntax", "beginning")
    elif source.type not in _ENTRY_TYPES:
        proper = TYPES_MEANT.get(source.type)
        of_package = any(source.type.endswith(kind) for kind in _ENTRY_TYPES)  # mvcommentary of biblatex-sbl
        guess = f"Write @{proper}." if proper else "" if of_package else _like(entry.entry_type)
        if guess:  # other unknown types are those of reference managers and of packages for BibLaTeX
            yield problem(where, "unknown-source-type", type=entry.entry_type, fix=guess)
    fields = source.fields
    # Names are told though they are mended in print: what the mend took for a name is for a chair to see.
    printed = {
        name: value for changed in source.changes.values() for name, value in changed.items() if name not in PEOPLE
    }
    filled = {name for name, value in fields.items() if value[:1].isalnum() or plain_value(value)}
    if not any(_lacks_braces(field) for field in entry.fields):  # else the parser took what follows for a part of it
        yield from _missing_fields(source, filled | printed.keys())
    values = {**fields, **printed}
    places = {field.key.lower(): field for field in entry.fields}
    for field in places.values():
        found = [*_field_problems(field, values, where), *_misnamed_field(field, where, source.type, filled)]
        yield from (replace(fault, where=_place_of(field, file)) for fault in found)
    yield from _repeated_fields(entry, where)

    def locate(name: str) -> Location:
        return _place_of(places[name], file) if name in places else where

    yield from symbol_problems(source.type, fields, locate)
    yield from eu_act_problems(fields, locate)


def _like(kind: str) -> str:
    return did_you_mean(kind, _ENTRY_TYPES - {"xdata"}, closeness=0.72)


def _lacks_braces(field: model.Field) -> bool:
    """Tell whether a value stands in no braces, though it is no number, abbreviation or month."""
    text = str(field.value)
    is_bare = field.enclosing == "no-enclosing" and text.lower() not in _MONTHS
    return is_bare and not _CONCATENATION.fullmatch(text)


def _place_of(field: model.Field, file: SourceFile) -> Location:
    return file.on_line((field.start_line or 0) + 1, rf"(?<!\w){re.escape(field.key.strip())}\s*=")


def _missing_fields(source: Source, filled: Collection[str]) -> Iterator[Problem]:
    """Find what a reader misses: a name for the source, and where to find it."""
    kind, where = source.type, source.where
    if kind in ("set", "xdata"):
        return
    if NAMING.isdisjoint(filled):
        yield problem(where, "missing-title", key=source.key)
    elif kind not in _UNTITLED_TYPES and _TITLES.isdisjoint(filled):
        yield problem(where, "untitled-source", "begun" if "title" in source.fields else "", key=source.key)
    is_act = kind == "legislation" and "title" in filled and ("date" in filled or "year" in filled)  # Water Act 1989
    if FINDABLE.isdisjoint(filled) and not is_act and not (kind in NUMBERED_TYPES and "number" in filled):
        yield problem(where, "missing-address", key=source.key)


def _field_problems(field: model.Field, fields: Mapping[str, str], where: Location) -> Iterator[Problem]:
    """Find what is wrong in a field; `fields` are those of its source, as they are to be printed."""
    name = field.key.lower()
    value = fields[name]
    if not _FIELD_NAME.fullmatch(name):
        yield problem(where, "bibtex-syntax", "field-name", field=" ".join(field.key.split()))
    if (reference := reference_in(value)) and name not in VERBATIM:
        yield problem(where, "wrong-crossref", "field", reference=reference)
        return
    if name not in VERBATIM and field.enclosing != "no-enclosing":
        yield from command_problems(value, where)
        if name in PRINTED:
            yield from lost_words(value, where)
    if _lacks_braces(field):
        if name != "month" or str(field.value) == value:  # one that is printed as it is meant
            yield problem(where, "missing-braces", field=field.key, name=name)
    elif field.enclosing == "no-enclosing":
        return
    elif plain_value(value):
        yield from value_problems(name, value, where, fields)


def _misnamed_field(field: model.Field, where: Location, kind: str, filled: Collection[str]) -> Iterator[Problem]:
    """Find a field that nobody prints: misspelt, of another format, or invented.

    A misnamed one is not told if the entry also has it under its proper name, as some exports do.
    """
    name = field.key.lower()
    meant = FIELDS_MEANT.get(name, "")
    if meant == "url" and not re.match(r"(?i)(?:\\url\{)?(?:https?:|www\.)", str(field.value).strip()):
        meant = "organization" if name == "website" else ""  # else it leads into the program that wrote it
    if meant and meant not in filled:
        yield problem(where, "unknown-source-field", "other-name", field=field.key, meant=meant)
    elif name not in FIELDS_MEANT and name.isalpha() and not is_known(name):
        guess = misspelt(name, kind, filled)
        fix = f'Did you mean "{guess}"?' if guess else ""
        yield problem(where, "unknown-source-field", "" if guess else "own", field=field.key, fix=fix)


def _repeated_fields(entry: model.Entry, where: Location) -> Iterator[Problem]:
    listed = ", ".join(f'"{name}"' for name in lost_values(entry))
    if listed:
        yield problem(where, "repeated-source-field", fields=listed)


def _block_problem(block: model.Block, where: Location, file: SourceFile) -> Iterator[Problem]:
    if isinstance(block, model.DuplicateBlockKeyBlock):
        if isinstance(block.ignore_error_block, model.String):
            yield problem(where, "repeated-abbreviation", name=block.key)
    elif isinstance(block, model.ParsingFailedBlock):
        yield problem(where, "bibtex-syntax", "unreadable")
    elif isinstance(block, model.ImplicitComment) and _NOT_BETWEEN_SOURCES.search(block.comment):
        yield problem(where, "bibtex-syntax", "outside")
    elif isinstance(block, model.ImplicitComment):
        for number, line in enumerate(block.comment.split("\n"), start=where.line):
            if _PASTED.search(line.partition("%")[0]):
                yield problem(file.on_line(number), "source-as-text")
