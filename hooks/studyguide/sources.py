"""The sources of bibliography.bib."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bibtexparser import entrypoint, model

from studyguide.files import SourceFile
from studyguide.problems import Location, Problem, did_you_mean

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
)
# The fields of BibLaTeX's data model (its manual, section 2.2.2) that note styles use, and BibTeX's own names.
_FIELDS = frozenset(
    """
    abstract addendum address annotation annote author authortype booksubtitle booktitle booktitleaddon chapter crossref
    date day doi edition editor editortype entryset entrysubtype eprint eprintclass eprinttype eventdate eventtitle file
    howpublished institution isbn issn issue issuetitle journal journalsubtitle journaltitle key keywords label langid
    language library location mainsubtitle maintitle month note number options organization origdate origtitle pages
    pagetotal part publisher pubstate related school series shortauthor shorthand shorttitle subtitle title titleaddon
    translator type url urldate venue version volume volumes xdata xref year
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
FURTHER_READING = "further-reading"
_BRACES = re.compile(r"[{}]")


@dataclass(frozen=True)
class Source:
    """A source, as bibliography.bib gives it."""

    key: str
    fields: Mapping[str, str]
    """Its fields as written, names in lower case."""
    where: Location

    @property
    def title(self) -> str:
        """Its title without BibTeX's braces."""
        return _BRACES.sub("", self.fields.get("title", ""))

    @property
    def anchor(self) -> str:
        """The id of its place on the page of the bibliography."""
        return f"ref-{self.key}"

    @property
    def is_further_reading(self) -> bool:
        """True where the chair marked it as further reading, so that nothing need cite it."""
        return FURTHER_READING in re.split(r"[,;\s]+", self.fields.get("keywords", ""))


def read_sources(file: SourceFile) -> tuple[tuple[Source, ...], list[Problem]]:
    """Read every entry of a .bib file, and what is wrong with each."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it reports failed blocks as its own warnings
    library = entrypoint.parse_string(file.text)
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for block in library.blocks:
        where = Location(file.path, (block.start_line or 0) + 1)
        if isinstance(block, model.Entry):
            source = Source(block.key, {field.key.lower(): str(field.value) for field in block.fields}, where)
            problems.extend(_source_problems(source, block, sources))
            sources.setdefault(source.key.casefold(), source)
        else:
            problems.extend(_block_problem(block, where))
    return tuple(sources.values()), problems


def _source_problems(source: Source, entry: model.Entry, known: Mapping[str, Source]) -> Iterator[Problem]:
    twin = known.get(source.key.casefold())
    if twin:
        message = f'The key "{source.key}" differs from "{twin.key}" (line {twin.where.line}) by capitals alone.'
        yield Problem(source.where, message, "Give one of them another key.")
    if not source.title.strip():
        yield Problem(source.where, f'The source "{source.key}" has no title.', "Add title = {...}.")
    if not any(source.fields.get(name, "").strip() for name in _FINDABLE):
        message = f'The source "{source.key}" has no address, DOI or publisher, so a reader cannot find it.'
        yield Problem(source.where, message, "Add url = {...}, doi = {...} or publisher = {...}.")
    for field in entry.fields:
        name = field.key.lower()
        guess = did_you_mean(name, _FIELDS) if name not in _FIELDS else ""
        if guess:  # reference managers add fields of their own: only what looks like a slip is wrong
            where = Location(source.where.path, (field.start_line or 0) + 1)
            yield Problem(where, f'"{field.key}" is no field of a source.', guess)


def _block_problem(block: model.Block, where: Location) -> Iterator[Problem]:
    if isinstance(block, model.DuplicateBlockKeyBlock):
        first = (block.previous_block.start_line or 0) + 1
        yield Problem(
            where, f'The key "{block.key}" is used twice: first on line {first}.', "Give this source another key."
        )
    elif isinstance(block, model.DuplicateFieldKeyBlock):
        names = ", ".join(f'"{name}"' for name in sorted(block.duplicate_keys))
        yield Problem(where, f"This source gives {names} twice.", "Keep one of them.")
    elif isinstance(block, model.ParsingFailedBlock):
        yield Problem(
            where, "This source cannot be read.", "Check that each { has its }, and that a comma ends each field."
        )
    elif isinstance(block, model.ImplicitComment) and re.search(r"[={}]", block.comment):
        yield Problem(where, "This text stands outside any source.", "A source begins with @, as in @online{key, ...}.")
