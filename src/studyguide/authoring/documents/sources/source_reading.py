"""Read what a document cites: the fields of reference managers, its bibliography, and its notes, in this order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studyguide.authoring.documents.citations.field_sources import FieldSource
from studyguide.authoring.documents.findings import Finding, Listed, Risk
from studyguide.authoring.documents.overrides import Kind, Override, one_line, override_for
from studyguide.authoring.documents.references.in_text import find_citations, with_citations
from studyguide.authoring.documents.references.known_sources import KnownSource, twin_among, with_short_names
from studyguide.authoring.documents.references.merging import merge
from studyguide.authoring.documents.references.read_notes import NoteReading, as_markdown, read_note
from studyguide.authoring.documents.references.read_reference import read_reference
from studyguide.authoring.documents.references.reference import FreeReference, as_record, by_same_makers
from studyguide.authoring.documents.references.short_forms import NoteCitation
from studyguide.authoring.documents.sources.source_book import SourceBook
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, ListBlock, Paragraph, Quotation
from studyguide.authoring.documents.text.markdown_citations import CitedPart, citation
from studyguide.authoring.documents.text.runs import CitedItem, Run, Text, plain
from studyguide.authoring.documents.text.text_parts import cut, notes_of, part
from studyguide.authoring.importers.bibtex_escape import escaped
from studyguide.authoring.importers.csl_json import ordered
from studyguide.authoring.importers.record import Record
from studyguide.data.bibtex_fields import NAMING
from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.diagnostics.diagnostic import Location

_SAME_MAKERS = re.compile(r"\s*(?:[—–―‒_-]\s?){2,}[.,:]*\s+|\s*—[.,:]\s+")
_NUMBER = re.compile(r"\s*\[?(\d{1,3})[\].]")
_AROUND_ADDRESS = re.compile(r"^https?://(?:www\.)?|/+$")
"""What an address has before its host and at its end, and a reader does not say."""
_WORD = re.compile(r"\w")
_WORD_BEFORE, _WORD_BEHIND = re.compile(r"\w+$"), re.compile(r"\w+")


@dataclass(frozen=True)
class CitingNote:
    """A note that cites."""

    markdown: str
    doubts: tuple[str, ...] = ()


@dataclass
class SourceReader:
    """Reads the sources of one document."""

    fields: Mapping[str, FieldSource]
    """Those of reference managers, by the ids that citations name."""
    document: str
    """Its file name, for messages."""
    language: str
    overrides: tuple[Override, ...] = ()
    book: SourceBook = field(default_factory=SourceBook)
    findings: list[Finding] = field(default_factory=list)
    listed: list[Listed] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    """The words of each free reference."""
    _known: list[KnownSource] = field(default_factory=list)
    _keys: dict[str, str] = field(default_factory=dict)
    _free: dict[str, list[FreeReference]] = field(default_factory=dict)
    """The references in free text by the keys of their sources."""
    _cited_last: tuple[NoteCitation, ...] = ()
    """What the last citation in running text cites, for the next `ibid.`"""
    _listed_last: FreeReference | None = None
    """The last reference of the bibliography."""
    _listed_references: list[tuple[str, str]] = field(default_factory=list)
    """The words of each reference of the bibliography, with the key of its source."""

    def read_fields(self) -> None:
        """Take over the sources of reference managers, as they recorded them."""
        for name, source in self.fields.items():
            key, _ = self.book.add(source.record)
            self._keys[name] = key
            self._known.append(KnownSource(key, _as_reference(source.record)))
            for doubt in source.doubts:
                self.findings.append(Finding(Risk.WRONG_FIELD, doubt, source.record.fields.get("title", ""), *_at(key)))

    def cited(self, run: Run) -> str:
        """Return the Markdown for a citation; the words that a reference manager printed are listed."""
        written = citation(self._part(item) for item in run.cited)
        if run.text:
            self.listed.append(Listed("citation", run.text, f"It became `{written}`."))
        return written

    def _part(self, item: CitedItem) -> CitedPart:
        return CitedPart(self._keys.get(item.id, item.id), item.prefix, item.suffix.strip(" ,"))

    def learn_short_names(self, lines: Iterable[str]) -> None:
        """Learn what the document calls the makers of its sources in short."""
        self._known = with_short_names(self._known, lines)

    def cite_in_text(self, text: Text) -> Text:
        """Return a text in which citations of the free references name them by their keys."""
        found = find_citations(text, self._known, self.language, self._cited_last) if self._known else ()
        letters = plain(text)
        for each in found:
            self._cited_last = each.citations or self._cited_last
            printed = letters[each.start : each.end]
            if each.doubt:
                self.findings.append(Finding(Risk.WRONG_SOURCE, each.doubt, printed))
            if each.citations:
                why = f"It became `{as_markdown(each.citations, self.language)}`."
                self.listed.append(Listed("citation in the text", _whole_words(letters, each.start, each.end), why))
        return with_citations(text, found)

    def read_bibliography(self, blocks: Blocks) -> Blocks:
        """Read the references of a chapter, and return what is none, or has a note of its own."""
        return tuple(self._read_references(blocks))

    def _read_references(self, blocks: Iterable[Block], number: int = 0) -> Iterator[Block]:
        """Read references, with the number of the list's item in which they stand."""
        for block in blocks:
            match block:
                case Paragraph(text):
                    for line in _lines(text):
                        if not self._add(line, number) or notes_of(line):
                            yield Paragraph(line)
                case ListBlock():
                    first = block.start if block.ordered else 0
                    numbered = enumerate(block.items, first) if first else ((0, item) for item in block.items)
                    items = [tuple(self._read_references(item, place)) for place, item in numbered]
                    if left := tuple(item for item in items if item):
                        yield replace(block, items=left)
                case Quotation():
                    yield from self._read_references(block.blocks)
                case Heading() if notes_of(block.text):
                    yield Paragraph(block.text)
                case Heading():
                    why = "bibliography.bib is sorted by key, without headings."
                    self.listed.append(Listed("heading in the bibliography", plain(block.text), why))
                case _:
                    yield block

    def _add(self, text: Text, number: int) -> bool:
        """Add the reference that a text is, with its number in a list, or 0; return whether it is one."""
        printed = one_line(plain(text))
        self.printed.append(printed)
        reference = replace(self._read(text), printed=printed)
        if self._corrected(reference).fields.keys().isdisjoint(("title", "url", "doi")):
            return False
        self._listed_last = reference
        printed_number = _NUMBER.match(printed)
        key = self._key_of(reference, int(printed_number[1]) if printed_number else number)
        self._listed_references.append((printed, key))
        return True

    def _read(self, text: Text) -> FreeReference:
        """Read a reference of the list; dashes stand for the makers of the one before."""
        dashes = _SAME_MAKERS.match(plain(text))
        if not dashes or not self._listed_last:
            return read_reference(text, self.language)
        return by_same_makers(read_reference(cut(text, dashes.end()), self.language), self._listed_last)

    def _key_of(self, reference: FreeReference, number: int = 0) -> str:
        """Return the key of the source that a reference names; a new one for a source that is not known yet."""
        corrected = self._corrected(reference)
        forms = (reference,) if corrected is reference else (reference, corrected)
        twin = next(filter(None, (twin_among(form, self._known) for form in forms)), None)
        key, is_new = (twin.key, False) if twin else self.book.add(self._record(corrected))
        if is_new:
            self._free[key] = []
        if key in self._free:
            self._free[key].append(reference)
        self._known += [KnownSource(key, form, number) for form in forms]
        return key

    def _corrected(self, reference: FreeReference, *printed: str) -> FreeReference:
        """Return a reference with the fields that a chair has given to its words, or to others that name its source."""
        override = self._override(printed or (reference.printed,))
        if not override:
            return reference
        given = dict(override.fields)
        kind = given.pop("type", reference.type)
        fields = {name: value for name, value in {**reference.fields, **given}.items() if value}
        return replace(reference, type=kind, fields=fields)

    def _override(self, printed: Iterable[str]) -> Override | None:
        found = (override_for(self.overrides, Kind.SOURCE, words) for words in printed)
        return next((override for override in found if override), None)

    def _record(self, reference: FreeReference) -> Record:
        return as_record(reference, Location(self.document), self.language)

    @property
    def numbers(self) -> set[int]:
        """The numbers of the sources that stand in a numbered list."""
        return {source.number for source in self._known if source.number}

    def write_free(self) -> None:
        """Write the sources in free text into the book, when all their references are read, and tell what is unsure.

        One that a chair has corrected is told no more.
        """
        for key, references in self._free.items():
            merged, wordings = merge(references), [each.printed for each in references]
            is_corrected = self._override(wordings) is not None
            record = _named(self._record(self._corrected(merged.reference, *wordings)))
            self.book.put(key, record, () if is_corrected else merged.printed)
            if not is_corrected:
                doubts = merged.reference.doubts
                risk = Risk.WRONG_FIELD if doubts else Risk.READ_BY_RULES
                self.findings.append(Finding(risk, " ".join(doubts), merged.printed[0], *_at(key)))
        kept = {printed for source in self.book for printed in source.printed}
        for printed, key in self._listed_references:
            if printed in kept:
                kept.remove(printed)  # once, although the document may print it twice
            else:
                self.listed.append(Listed("reference", printed, f"It is the source {key}."))

    def read_notes(self, notes: Mapping[int, Text]) -> dict[int, CitingNote]:
        """Read the notes in order, and return those that cite; an empty text stands for one that is read otherwise."""
        earlier: list[tuple[NoteCitation, ...]] = []
        citing: dict[int, CitingNote] = {}
        for number, text in notes.items():
            reading = self._note(text, earlier) if text else NoteReading()
            earlier.append(reading.citations)
            if reading.citations:
                citing[number] = CitingNote(as_markdown(reading.citations, self.language), reading.doubts)
            elif reading.doubts:
                self.findings.append(Finding(Risk.WRONG_SOURCE, " ".join(reading.doubts), one_line(plain(text))))
        return citing

    def _note(self, text: Text, earlier: Sequence[Sequence[NoteCitation]]) -> NoteReading:
        reading = read_note(text, self._known, earlier, self.language)
        return replace(reading, citations=tuple(map(self._in_book, reading.citations)))

    def _in_book(self, cited: NoteCitation) -> NoteCitation:
        """Return a citation whose source is in the book, with what its note says of it."""
        reference = cited.source.reference if cited.is_new else cited.again
        if not reference:
            return cited
        reference = replace(reference, printed=one_line(reference.printed))
        self.printed.append(reference.printed)
        return replace(cited, source=KnownSource(self._key_of(reference), reference))


def _whole_words(letters: str, start: int, end: int) -> str:
    """Return a stretch with the words of which it is a part: a raised number stands right behind a word."""
    before, after = _WORD_BEFORE.search(letters, 0, start), _WORD_BEHIND.match(letters, end)
    return letters[before.start() if before else start : after.end() if after else end]


def _named(record: Record) -> Record:
    """Call a source by its address where nothing else names it: without a name no guide is built."""
    address = record.fields.get("url") or record.fields.get("doi")
    if not address or not NAMING.isdisjoint(record.fields):
        return record
    return replace(
        record, fields=ordered({**record.fields, "title": f"{{{escaped(_AROUND_ADDRESS.sub('', address))}}}"})
    )


def _as_reference(record: Record) -> FreeReference:
    """Return what a reference manager recorded as if it had been read, to know it again in the text."""
    return FreeReference(
        record.type, {name: value.replace("\\", "") for name, value in record.fields.items()}, "other", ""
    )


def _lines(text: Text) -> Iterator[Text]:
    """Yield the lines of a paragraph that have words or notes."""
    start = 0
    for line in plain(text).split("\n"):
        end = start + len(line)
        whole = cut(part(text, start, end + 1), 0, len(line))
        if _WORD.search(line) or notes_of(whole):
            yield whole
        start = end + 1


def _at(key: str) -> tuple[str, str]:
    """Return the file of a source, and the text by which its line is found."""
    return BIBLIOGRAPHY, f"{{{key},"
