"""Convert what a document says into the files of a guide, over the texts of the blank one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from studyguide.authoring.documents.accounting import Kept
from studyguide.authoring.documents.blocks import Blocks, Content, Heading, Paragraph
from studyguide.authoring.documents.chapters import chapters_of
from studyguide.authoring.documents.corrections import chapter_names, corrected
from studyguide.authoring.documents.data_files import Entry, with_entries, with_pages
from studyguide.authoring.documents.entries import glossary_entries, take_entries, timeline_entries
from studyguide.authoring.documents.findings import Finding, Listed
from studyguide.authoring.documents.headings import HeadingWriter
from studyguide.authoring.documents.markdown_blocks import BlockWriter
from studyguide.authoring.documents.markdown_text import TextWriter
from studyguide.authoring.documents.normalise.normaliser import Normalised
from studyguide.authoring.documents.notes import GuideNote, NoteBook
from studyguide.authoring.documents.overrides import Kind, Override, check_all_used
from studyguide.authoring.documents.pages import Pages, make_pages
from studyguide.authoring.documents.pictures import PictureFiles
from studyguide.authoring.documents.text import plain
from studyguide.data.paths import GLOSSARY, SETTINGS, TIMELINE

DOCS = "docs/"


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
    content: Content, source: Normalised, blank: Mapping[str, str], language: str, overrides: tuple[Override, ...]
) -> Conversion:
    """Return the files of the guide; `blank` are the blank guide's texts by path."""
    blocks, dropped = corrected(content.blocks, overrides)
    taken = take_entries(chapters_of(blocks, chapter_names(overrides, language)), language, overrides)
    check_all_used(overrides, _texts_by_kind(content.blocks, taken.printed_dates))
    pictures = PictureFiles(source.document.parts)
    book = NoteBook({number: _remark(note, pictures) for number, note in content.notes.items()})
    writer = _PageWriter(TextWriter(book.call, lambda run: run.text), pictures)
    pages = make_pages(taken.chapters, _docs(blank), writer.write)
    data = _PageWriter(TextWriter(book.in_data, lambda run: run.text), pictures)
    terms = glossary_entries(taken.terms.terms, data.write)
    events, findings = timeline_entries(taken.events.events, data.write, language)
    texts = {f"{DOCS}{path}": book.with_remarks(text) for path, text in pages.texts.items()}
    texts[GLOSSARY] = with_entries(blank[GLOSSARY], terms, GLOSSARY, language)
    texts[TIMELINE] = with_entries(blank[TIMELINE], events, TIMELINE, language)
    texts[SETTINGS] = with_pages(blank[SETTINGS], pages.own)
    kept = [*writer.written, *data.written, *(note.remark for note in book.notes.values())]
    names = [*map(_names_of, terms), *(str(event["title"]) for event in events)]
    return Conversion(
        texts,
        {f"{DOCS}{path}": file for path, file in pictures.files.items()},
        (*(Kept("", text) for text in kept), *(Kept("", name, name) for name in names)),
        (*dropped, *taken.listed(), *_titles(pages)),
        tuple(findings),
        {"chapters": len(pages.places), "terms": len(terms), "events": len(events), "notes": len(content.notes)},
    )


def _names_of(term: Entry) -> str:
    """Return the words of a term and its aliases."""
    aliases = term.get("aliases", [])
    return " ".join([str(term["term"]), *(aliases if isinstance(aliases, list) else [])])


def _texts_by_kind(blocks: Blocks, dates: list[str]) -> dict[Kind, list[str]]:
    """Return the texts of the document about which an override of each kind can be."""
    lines = [plain(block.text) for block in blocks if isinstance(block, Paragraph | Heading)]
    return {
        Kind.HEADING: lines,
        Kind.DROP: lines,
        Kind.CHAPTER: lines,
        Kind.DATE: dates,
        Kind.SOURCE: [],
        Kind.NOTE: [],
    }


def _docs(blank: Mapping[str, str]) -> dict[str, str]:
    return {path.removeprefix(DOCS): text for path, text in blank.items() if path.startswith(DOCS)}


class _PageWriter:
    """Writes pages, and keeps what it has written."""

    def __init__(self, text: TextWriter, pictures: PictureFiles) -> None:
        self._text = text
        self._pictures = pictures
        self.written: list[str] = []

    def write(self, blocks: Blocks, taken: Iterable[str] = ()) -> str:
        headings = HeadingWriter(self._text, taken)
        text = BlockWriter(self._text, self._pictures.address, headings.write).page(blocks)
        self.written.append(text)
        return text


def _remark(note: Blocks, pictures: PictureFiles) -> GuideNote:
    text = TextWriter(lambda _: "", lambda run: run.text)
    return GuideNote(remark=BlockWriter(text, pictures.address, HeadingWriter(text).write).page(note))


def _titles(pages: Pages) -> list[Listed]:
    """List the headings of chapters, in whose place stands the title of the guide's page."""
    return [
        Listed("heading of a chapter", chapter.title, f"It is the page [{place.page}](../{DOCS}{place.page}).")
        for chapter, place in pages.places
        if chapter.heading
    ]
