"""Convert what a document says into the files of a guide, over the texts of the blank one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from studyguide.authoring.documents.accounting import Kept
from studyguide.authoring.documents.corrections import chapter_names, corrected
from studyguide.authoring.documents.entries.chapter_entries import Taken, take_entries
from studyguide.authoring.documents.entries.data_entries import glossary_entries, timeline_entries, unread_findings
from studyguide.authoring.documents.entries.data_files import Entry, with_entries
from studyguide.authoring.documents.files.inventory import Item
from studyguide.authoring.documents.findings import Finding, Listed, Risk
from studyguide.authoring.documents.normalise.normaliser import Normalised
from studyguide.authoring.documents.outline.chapters import chapters_of, without_contents
from studyguide.authoring.documents.outline.heading_lines import is_caption, is_caption_of_table
from studyguide.authoring.documents.outline.numbering import without_numbers
from studyguide.authoring.documents.overrides import Kind, Names, Override, check_all_used, check_keys, cited_keys
from studyguide.authoring.documents.pages.blank_pages import without_empty_lists
from studyguide.authoring.documents.pages.chapter_pages import Pages, make_pages, start_pages
from studyguide.authoring.documents.pages.headings import HeadingWriter
from studyguide.authoring.documents.pages.navigation import with_pages
from studyguide.authoring.documents.pages.number_findings import number_findings, numbers_listed
from studyguide.authoring.documents.pages.pictures import PictureFiles
from studyguide.authoring.documents.pages.structure_findings import blank_findings, picture_findings, structure_findings
from studyguide.authoring.documents.sources.chapter_sources import with_citations_in_text, without_references
from studyguide.authoring.documents.sources.note_marks import lines_of_notes, with_boxes, without_marks
from studyguide.authoring.documents.sources.note_reading import ReadNotes, note_words, read_all_notes
from studyguide.authoring.documents.sources.source_reading import SourceReader
from studyguide.authoring.documents.text.blocks import Blocks, Content, Heading, Paragraph
from studyguide.authoring.documents.text.captions import with_typed_captions
from studyguide.authoring.documents.text.markdown_blocks import BlockWriter
from studyguide.authoring.documents.text.markdown_text import TextWriter
from studyguide.authoring.documents.text.merged_cells import with_filled_cells
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.tabbed_tables import with_tabbed_tables
from studyguide.authoring.documents.text.typed_lists import with_typed_lists
from studyguide.authoring.documents.unwanted_words import WORDS, allow_used_words
from studyguide.authoring.escapes import in_markdown
from studyguide.data.paths import BIBLIOGRAPHY, BIBLIOGRAPHY_PAGE, GLOSSARY, KEY_TERMS_PAGE, SETTINGS, TIMELINE
from studyguide.data.printed_remarks import AS_PRINTED
from studyguide.labels.catalogue import Labels, labels_for

DOCS = "docs/"
_MADE_ANEW = ("contents list", "list of sources", "note number", "page number")
"""Kinds of items in whose place a guide has its own."""
_PAGES_OF_LISTS = (f"{DOCS}{KEY_TERMS_PAGE}", f"{DOCS}{BIBLIOGRAPHY_PAGE}")


@dataclass(frozen=True)
class Conversion:
    """What becomes of a document."""

    texts: Mapping[str, str]
    """The text files of the guide that change, by path relative to its folder."""
    pictures: Mapping[str, bytes]
    """The pictures, by path as well."""
    kept: tuple[Kept, ...]
    """The texts of the document in these files."""
    listed: tuple[Listed, ...]
    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    """How many chapters, notes and so on the guide has of it."""


def convert(
    content: Content,
    source: Normalised,
    unread: Iterable[Item],
    blank: Mapping[str, str],
    language: str,
    overrides: tuple[Override, ...],
) -> Conversion:
    """Return the files of the guide; `blank` are the blank guide's texts by path. Raises `RefusedError`.

    `unread` are the things of the document that stand nowhere in its `content`.
    """
    blocks, dropped = corrected(content.blocks, overrides)
    captions = (partial(tells, language=language) for tells in (is_caption, is_caption_of_table))
    blocks = with_typed_captions(with_tabbed_tables(with_filled_cells(blocks)), *captions)
    chapters, contents = without_contents(chapters_of(blocks, chapter_names(overrides, language)))
    chapters, numbered = without_numbers(chapters, language)
    sources = SourceReader(source.sources, source.document.path.name, language, overrides)
    sources.read_fields()
    cited = with_citations_in_text(without_references(chapters, sources), sources)
    taken = take_entries(cited, language, overrides)
    writer = _Writer(sources, PictureFiles(source.document.parts), language)
    notes = read_all_notes(content.notes, sources, overrides, writer.remark)
    sources.write_free()
    check_keys(overrides, sources.book.keys(blank[BIBLIOGRAPHY]))
    check_all_used(overrides, _overridable(content, taken, sources))
    start = start_pages(_docs(blank))
    listing = [replace(chapter, blocks=with_typed_lists(chapter.blocks)) for chapter in taken.chapters]
    pages = make_pages(listing, start, writer.page_of(notes), language)
    data = writer.entries(taken, notes)
    marked = {f"{DOCS}{path}": notes.book.with_remarks(text) for path, text in pages.texts.items()}
    files = _texts(marked, notes, blank, language, data)
    files[SETTINGS] = with_pages(blank[SETTINGS], pages.own)
    files |= _with_sources(files, blank[BIBLIOGRAPHY], data, sources)
    files[WORDS], unwanted = allow_used_words(blank[WORDS], files)
    listed = [
        *dropped,
        *contents,
        *numbers_listed(numbered),
        *_titles(pages),
        *taken.listed(),
        *notes.listed,
        *sources.listed,
    ]
    findings = [
        *data.findings,
        *unread_findings(taken.unread),
        *_note_findings(notes, marked),
        *sources.findings,
        *number_findings({path: text for path, text in files.items() if text != blank.get(path)}, numbered, language),
        *structure_findings(source, pages),
        *unwanted,
        *picture_findings(content.blocks, writer.pictures.address),
        *blank_findings(pages.texts, start),
    ]
    apart = (*source.listed, *unread)
    return Conversion(
        files,
        {f"{DOCS}{path}": file for path, file in writer.pictures.files.items()},
        tuple(writer.kept(notes, data)),
        (*listed, *(_listed_item(item) for item in apart if item.kind != "raised number")),
        (*findings, *_findings_of_items(apart, sources.numbers)),
        _counts(pages, data, content, sources),
    )


@dataclass(frozen=True)
class _Data:
    """The entries of the data files, and what is to be looked at in them."""

    terms: tuple[Entry, ...]
    events: tuple[Entry, ...]
    findings: tuple[Finding, ...]


@dataclass
class _Writer:
    """Writes texts as Markdown, and keeps what it has written."""

    sources: SourceReader
    pictures: PictureFiles
    language: str
    written: list[str] = field(default_factory=list)

    def remark(self, note: Blocks) -> str:
        """Return a note that stands at the foot of the page."""
        return self._blocks(TextWriter(lambda _: "", self.sources.cited), ()).page(note)

    def page_of(self, notes: ReadNotes) -> Callable[[Blocks, Iterable[str]], str]:
        """Return what writes the blocks of a page, given the ids that other headings have."""
        text = TextWriter(notes.book.call, self.sources.cited)

        def write(blocks: Blocks, taken: Iterable[str]) -> str:
            page = self._blocks(text, taken).page(blocks)
            self.written.append(without_marks(page))
            return page

        return write

    def entries(self, taken: Taken, notes: ReadNotes) -> _Data:
        """Return the entries of the data files."""
        write = self._blocks(TextWriter(notes.book.in_data, self.sources.cited), ()).page
        events, findings = timeline_entries(taken.events.found, write, self.language)
        return _Data(tuple(glossary_entries(taken.terms.found, write)), tuple(events), tuple(findings))

    def kept(self, notes: ReadNotes, data: _Data) -> Iterator[Kept]:
        """Yield what stands in which file."""
        yield from (Kept(DOCS, text) for text in self.written)
        yield from (Kept("", note.remark) for note in notes.book.notes.values() if note.remark)
        for path, entries in ((GLOSSARY, data.terms), (TIMELINE, data.events)):
            yield from (Kept(path, text) for entry in entries for text in _strings(entry))
        for source in self.sources.book:
            yield from (Kept(BIBLIOGRAPHY, f"{AS_PRINTED}{printed}", printed) for printed in source.printed)

    def _blocks(self, text: TextWriter, taken: Iterable[str]) -> BlockWriter:
        return BlockWriter(
            text, self.pictures.address, HeadingWriter(text, taken, self.language).write, self._missing_picture
        )

    def _missing_picture(self, name: str) -> str:
        labels = labels_for(self.language)
        words = labels.gettext("A picture of the original is missing here: {name}", name=in_markdown(name))
        return _box(words, labels)


def _strings(entry: Entry) -> Iterator[str]:
    """Yield the texts of an entry."""
    for value in entry.values():
        yield from [value] if isinstance(value, str) else value if isinstance(value, list) else []


def _texts(
    marked: Mapping[str, str], notes: ReadNotes, blank: Mapping[str, str], language: str, data: _Data
) -> dict[str, str]:
    """Return the pages without marks, with a box below each note that is in doubt, and the data files."""
    labels = labels_for(language)
    boxes = {
        number: _box(labels.gettext("The original printed this note: {words}", words=in_markdown(printed)), labels)
        for number, printed in notes.doubts.items()
    }
    pages = {path: without_marks(with_boxes(text, boxes)) for path, text in marked.items()}
    entries = {GLOSSARY: data.terms, TIMELINE: data.events}
    return pages | {path: with_entries(blank[path], found, path, language) for path, found in entries.items()}


def _with_sources(files: Mapping[str, str], blank: str, data: _Data, sources: SourceReader) -> dict[str, str]:
    """Return the bibliography, over the `blank` one, and the pages of lists without those that are empty."""
    keys = _cited_keys(files.values())
    empty = _empty_lists(data, {source.source.key in keys for source in sources.book})
    pages = {path: without_empty_lists(files[path], empty) for path in _PAGES_OF_LISTS}
    return pages | {BIBLIOGRAPHY: sources.book.bibliography(blank, keys)}


def _empty_lists(data: _Data, are_cited: set[bool]) -> set[str]:
    """Return the markers of lists without entries; the lists of a page stay where it has no entries at all.

    `are_cited` has, for all sources, whether one is cited.
    """
    are_abbreviations = {bool(term.get("abbreviation")) for term in data.terms}
    found = {"key-terms": {True}, "abbreviations": {False}}
    empty = {marker for marker, others in found.items() if are_abbreviations == others}
    return empty | ({"further-reading"} if are_cited == {True} else set())


def _box(words: str, labels: Labels) -> str:
    """Return a box that tells readers not to quote yet, with its reason."""
    return f'!!! check "{labels.gettext("Check before you quote")}"\n    {words}'


def _docs(blank: Mapping[str, str]) -> dict[str, str]:
    return {path.removeprefix(DOCS): text for path, text in blank.items() if path.startswith(DOCS)}


def _cited_keys(files: Iterable[str]) -> set[str]:
    return {key for text in files for key in cited_keys(text)}


def _overridable(content: Content, taken: Taken, sources: SourceReader) -> dict[Kind, list[Names]]:
    """Return the names of all about which an override of each kind can be."""
    lines: list[Names] = [(plain(block.text),) for block in content.blocks if isinstance(block, Paragraph | Heading)]
    return {
        Kind.HEADING: lines,
        Kind.DROP: lines,
        Kind.CHAPTER: lines,
        Kind.DATE: taken.names_of_events,
        Kind.SOURCE: [(printed,) for printed in sources.printed],
        Kind.NOTE: [(str(number), note_words(note)) for number, note in content.notes.items()],
    }


def _note_findings(notes: ReadNotes, marked: Mapping[str, str]) -> Iterator[Finding]:
    """Yield what is to be told of notes, each with the file in which it stands."""
    places = {number: path for path, page in marked.items() for number in lines_of_notes(page)}
    for number, finding in notes.findings:
        citation = notes.book.notes[number].citation
        path = places.get(number, "")
        yield replace(finding, words=f"Note {number}: {finding.words}", file=path, mark=citation if path else "")


def _titles(pages: Pages) -> list[Listed]:
    """List the headings of topics, and of chapters, in whose place stands the title of the guide's page."""
    topics = dict.fromkeys(chapter.topic for chapter, _ in pages.places if chapter.topic)
    return [Listed("heading of a topic", topic, "It is a section of its chapters.") for topic in topics] + [
        Listed("heading of a chapter", chapter.title, f"It is the page [{place.page}](../{DOCS}{place.page}).")
        for chapter, place in pages.places
        if chapter.heading
    ]


def _listed_item(item: Item) -> Listed:
    return Listed(item.kind, item.text, f"{item.name}:" if item.name else "", item.place)


def _findings_of_items(items: Iterable[Item], numbers: Collection[int]) -> Iterator[Finding]:
    """Yield what readers do not see, and raised numbers without a note; `numbers` are those of listed sources."""
    for item in items:
        if item.kind == "raised number":
            if int(item.text) not in numbers:
                yield Finding(Risk.NO_NOTE, f"{item.text} in {item.place}.", "")
        elif item.kind not in _MADE_ANEW:
            who = f" ({item.name})" if item.name else ""
            yield Finding(Risk.LEFT_OUT, f"{item.kind.capitalize()}{who}, {item.place}:", item.text)


def _counts(pages: Pages, data: _Data, content: Content, sources: SourceReader) -> dict[str, int]:
    return {
        "chapter": sum(chapter.heading is not None for chapter, _ in pages.places),
        "term": len(data.terms),
        "event": len(data.events),
        "note": len(content.notes),
        "source": len(list(sources.book)),
    }
