"""The sources of bibliography.bib."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from bibtexparser import entrypoint, model

from studyguide.data.bibtex_comments import without_remarks
from studyguide.data.field_values import VERBATIM, command_problems, value_problems
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile

# A source that a reader could find names where it stands, or who published it.
_FINDABLE = (
    "url",
    "doi",
    "publisher",
    "institution",
    "organization",
    "journal",
    "journaltitle",
    "howpublished",
    "school",
    "crossref",
)
# The fields of BibLaTeX's data model (its manual, sections 2.2.2 to 2.2.5), and BibTeX's own names.
KNOWN_FIELDS = frozenset(
    """
    abstract addendum address afterword annotation annotator annote archiveprefix author authortype bookauthor
    bookpagination booksubtitle booktitle booktitleaddon chapter commentator crossref date day doi edition editor
    editora editoratype editorb editorbtype editorc editorctype editortype eid entryset entrysubtype eprint
    eprintclass eprinttype eventdate eventtitle eventtitleaddon execute file foreword gender holder howpublished ids
    indexsorttitle indextitle institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle
    issuetitleaddon iswc journal journalsubtitle journaltitle journaltitleaddon key keywords label langid langidopts
    language library location mainsubtitle maintitle maintitleaddon month nameaddon note number options organization
    origdate origlanguage origlocation origpublisher origtitle pages pagetotal pagination part pdf presort
    primaryclass publisher pubstate related relatedoptions relatedstring relatedtype reprinttitle school series
    shortauthor shorteditor shorthand shorthandintro shortjournal shortseries shorttitle sortkey sortname
    sortshorthand sorttitle sortyear subtitle title titleaddon translator type url urldate venue version volume
    volumes xdata xref year
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
# BibLaTeX's types of sources (its manual, section 2.1) but xdata, which is none, and BibTeX's own names.
_TYPES = frozenset(
    """
    article artwork audio book bookinbook booklet collection commentary conference dataset electronic image inbook
    incollection inproceedings inreference jurisdiction legal legislation letter manual mastersthesis misc movie music
    mvbook mvcollection mvproceedings mvreference online patent performance periodical phdthesis proceedings reference
    report review set software standard suppbook suppcollection suppperiodical techreport thesis unpublished video www
    """.split()  # noqa: SIM905
)
TYPES_MEANT = dict.fromkeys(("blog", "internet", "web", "webpage", "website"), "online") | dict.fromkeys(
    ("journal", "magazine", "news", "newspaper"), "article"
)
"""What people call them, and pandoc prints as it prints a book."""
_WEB_PAGES = frozenset({"electronic", "online", "www"})
# What Zotero, Mendeley, JabRef and databases add of their own, where it looks like one of those fields.
_EXPORTED = frozenset(
    """
    adsnote adsurl articleno articlenumber biburl citationkey collaboration creationdate fjournal mrnumber
    numberofvolumes numpages refid reportnumber shortbooktitle tags timestamp urlaccessdate urn zblnumber
    """.split()  # noqa: SIM905
)
_FIELDS_MEANT = dict.fromkeys(
    ("access-date", "accessdate", "accessed", "date-accessed", "dateaccessed", "retrieved"), "urldate"
) | dict.fromkeys(("link", "webaddress", "webpage", "website"), "url")
# What pandoc takes, which reads the file too: its `Text.Pandoc.Citeproc.BibTeX`.
_BEGINNING = re.compile(r"@[^\W\d_]+\s*\{")
_NOT_IN_KEYS = re.compile(r"""[\s"#%,<>\\^{}|~]""")
_FIELD_NAME = re.compile(r"[^\W\d][\w:+-]*")
_NOT_BETWEEN_SOURCES = re.compile(r"[@={}]")
_YEAR, _QUOTED = r"\b(?:1[89]|20)[0-9]{2}\b", """["“][^"”]+["”]"""
_PASTED = re.compile(rf"https?://|{_QUOTED}.*{_YEAR}|\({_YEAR}.*{_QUOTED}")
_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))
_PART = r"""\s*(?:\{[^{}]*\}|"[^"]*"|\w+)\s*"""
_CONCATENATION = re.compile(rf"{_PART}(?:\#{_PART})+")
_LONGEST_ABBREVIATION = 10_000
FURTHER_READING = "further-reading"
_BRACES = re.compile(r"[{}]|\\(?=[&%$#_{}])")
_KEY = re.compile(r"(?i)@(?!comment|preamble|string)\w+\s*[{(]\s*([^\s,={}()]+)\s*(?:,|\n|$)")


@dataclass(frozen=True)
class Source:
    """A source, as bibliography.bib gives it."""

    key: str
    fields: Mapping[str, str]
    """Its fields as written, names in lower case."""
    where: Location
    type: str = ""
    """`online`, `book` and so on, in lower case; nothing where it cannot be read."""

    @property
    def title(self) -> str:
        """Its title on one line, without BibTeX's braces and backslashes."""
        return " ".join(_BRACES.sub("", self.fields.get("title", "")).split())

    @property
    def anchor(self) -> str:
        """The id of its place on the page of the bibliography."""
        return f"ref-{self.key}"

    @property
    def has_good_key(self) -> bool:
        """True where a citation can name its key."""
        return bool(self.key) and not _NOT_IN_KEYS.search(self.key)

    @property
    def is_web_page(self) -> bool:
        """True for a page of a website, which may change or go at any time."""
        return self.type in _WEB_PAGES and "url" in self.fields

    @property
    def is_further_reading(self) -> bool:
        """True where the chair marked it as further reading, so that nothing need cite it."""
        return FURTHER_READING in re.split(r"[,;\s]+", self.fields.get("keywords", ""))


def read_sources(file: SourceFile) -> tuple[tuple[Source, ...], list[Problem]]:
    """Read every entry of a .bib file, and what is wrong with each.

    An entry with a fault is among the sources, with what is known of it: a citation of it is not wrong.
    """
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it reports failed blocks as its own warnings
    library = entrypoint.parse_string(without_remarks(file.text))
    sources: dict[str, Source] = {}
    twins: dict[str, Source] = {}
    problems: list[Problem] = []
    for block in library.blocks:
        where = file.on_line((block.start_line or 0) + 1)
        if isinstance(block, model.Entry):
            problems.extend(_source_problems(block, where, file))
        else:
            problems.extend(_block_problem(block, where, file))
        source = _source(block, where)
        if source:
            problems.extend(_key_problem(source, twins.get(source.key.casefold())))
            sources.setdefault(source.key, source)
            twins.setdefault(source.key.casefold(), source)
    problems.extend(_wrong_crossrefs(sources))
    problems.extend(_endless_abbreviations(library.blocks, file))
    return tuple(sources.values()), problems


def _source(block: model.Block, where: Location) -> Source | None:
    """The source that a block gives; None where it gives none, or none whose key could be found."""
    if isinstance(block, model.Entry):
        fields = {field.key.lower(): str(field.value) for field in block.fields}
        return Source(block.key, fields, where, block.entry_type.lower())
    if isinstance(block, model.DuplicateBlockKeyBlock) and not isinstance(block.ignore_error_block, model.Entry):
        return None
    if isinstance(block, model.ParsingFailedBlock):
        key = _KEY.match(block.raw or "")
        return Source(key[1], {}, where) if key else None
    return None


def _wrong_crossrefs(sources: Mapping[str, Source]) -> Iterator[Problem]:
    """What a source takes over: pandoc passes over what is not there, and circles and forks fill its memory."""
    told: set[str] = set()
    for source in sources.values():
        for key in _parents_of(source):
            if key not in sources:
                yield problem(source.where, "wrong-crossref", "unknown", key=key, fix=did_you_mean(key, sources))
        seen = {source.key}
        parents = [] if source.key in told else [source]
        while parents:
            child = parents.pop()
            for key in _parents_of(child):
                if key in seen:
                    whom = "itself" if key == source.key else f'"{key}" twice'
                    yield problem(source.where, "wrong-crossref", "circle", key=source.key, whom=whom, child=child.key)
                    told |= seen
                    parents.clear()
                    break
                if key in sources:
                    seen.add(key)
                    parents.append(sources[key])


def _parents_of(source: Source) -> list[str]:
    """The keys that its `crossref` and `xdata` name (BibLaTeX's manual, sections 2.2.3 and 3.13)."""
    named = [_BRACES.sub("", source.fields.get("crossref", "")), *source.fields.get("xdata", "").split(",")]
    return [key for name in named if (key := _BRACES.sub("", name).strip())]


def _endless_abbreviations(blocks: Iterable[model.Block], file: SourceFile) -> Iterator[Problem]:
    """`@string{b = a # a}`, then the same of b, and so on, doubles a text until no memory holds it."""
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


def _source_problems(entry: model.Entry, where: Location, file: SourceFile) -> Iterator[Problem]:
    if not _BEGINNING.match(entry.raw or ""):
        yield problem(where, "bibtex-syntax", "beginning")
    elif entry.entry_type.lower() not in _TYPES:
        meant = TYPES_MEANT.get(entry.entry_type.lower())
        guess = f"Write @{meant}." if meant else did_you_mean(entry.entry_type, _TYPES, closeness=0.72)
        if guess:  # as with fields: reference managers have types of their own
            yield problem(where, "unknown-source-type", type=entry.entry_type, fix=guess)
    filled = {field.key.lower() for field in entry.fields if _BRACES.sub("", str(field.value)).strip()}
    if "title" not in filled:
        yield problem(where, "missing-title", key=entry.key)
    if filled.isdisjoint(_FINDABLE):
        yield problem(where, "missing-address", key=entry.key)
    for field in entry.fields:
        name = re.escape(field.key.strip())
        place = file.on_line((field.start_line or 0) + 1, rf"(?<!\w){name}\s*=")
        yield from _field_problems(field, place)
        yield from _misnamed_field(field, place, filled)
    yield from _repeated_fields(entry, where)


def _field_problems(field: model.Field, where: Location) -> Iterator[Problem]:
    name = field.key.lower()
    if not _FIELD_NAME.fullmatch(name):
        yield problem(where, "unknown-source-field", "two-words", field=" ".join(field.key.split()))
    elif name.isalpha() and name not in KNOWN_FIELDS | _EXPORTED and name not in _FIELDS_MEANT:
        guess = did_you_mean(name, KNOWN_FIELDS, closeness=0.65)
        if guess:  # reference managers add fields of their own: only what looks like a slip is wrong
            yield problem(where, "unknown-source-field", field=field.key, fix=guess)
    if name not in VERBATIM and field.enclosing != "no-enclosing":
        yield from command_problems(str(field.value), where)
    if field.enclosing == "no-enclosing":
        text = str(field.value)
        if text.lower() not in _MONTHS and not _CONCATENATION.fullmatch(text):
            yield problem(where, "missing-braces", field=field.key, name=name)
    elif _BRACES.sub("", str(field.value)).strip():
        yield from value_problems(name, str(field.value), where)


def _misnamed_field(field: model.Field, where: Location, filled: Collection[str]) -> Iterator[Problem]:
    """What people call a field, where the source does not give it under its own name too, as some programs do."""
    meant = _FIELDS_MEANT.get(field.key.lower())
    if meant == "url" and not re.match(r"(?i)https?:|www\.", str(field.value).strip()):
        meant = "organization"
    if meant and meant not in filled:
        yield problem(where, "unknown-source-field", "other-name", field=field.key, meant=meant)


def _repeated_fields(entry: model.Entry, where: Location) -> Iterator[Problem]:
    names = Counter(field.key.lower() for field in entry.fields)
    listed = ", ".join(f'"{name}"' for name, count in sorted(names.items()) if count > 1)
    if listed:
        yield problem(where, "repeated-source-field", fields=listed)


def _block_problem(block: model.Block, where: Location, file: SourceFile) -> Iterator[Problem]:
    if isinstance(block, model.DuplicateBlockKeyBlock):
        if isinstance(block.ignore_error_block, model.String):
            yield problem(where, "repeated-abbreviation", name=block.key)
    elif isinstance(block, model.DuplicateFieldKeyBlock) and isinstance(block.ignore_error_block, model.Entry):
        yield from _repeated_fields(block.ignore_error_block, where)
    elif isinstance(block, model.ParsingFailedBlock):
        yield problem(where, "bibtex-syntax", "unreadable")
    elif isinstance(block, model.ImplicitComment) and _NOT_BETWEEN_SOURCES.search(block.comment):
        yield problem(where, "bibtex-syntax", "outside")
    elif isinstance(block, model.ImplicitComment):
        for number, line in enumerate(block.comment.split("\n"), start=where.line):
            if _PASTED.search(line.partition("%")[0]):
                yield problem(file.on_line(number), "source-as-text")
