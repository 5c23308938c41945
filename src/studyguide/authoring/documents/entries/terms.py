"""Read the key terms of a chapter, in each of the forms in which study guides print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from studyguide.authoring.documents.entries.entry_reading import EntryReading, with_notes
from studyguide.authoring.documents.entries.term_lines import TermLine, read_term_line, written_term
from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    DefinitionList,
    Heading,
    ListBlock,
    Paragraph,
    Row,
    Table,
)
from studyguide.authoring.documents.text.runs import Run, Text, plain
from studyguide.authoring.documents.text.sections import cell_text, is_text, sections_of
from studyguide.authoring.documents.text.text_parts import notes_of
from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words

_MOST_WORDS = 12
"""In a table's cell; "Transboundary movement of hazardous wastes and their disposal" has eight."""
_ROW_NUMBER = re.compile(r"\W*(?:no|nr|n)?\W*\d*\W*")


@dataclass(frozen=True)
class FoundTerm:
    """A term with what it means."""

    term: str
    meaning: Blocks
    """Notes at the term itself stand at the end of the first paragraph."""


TermReading = EntryReading[FoundTerm]


def read_terms(blocks: Blocks, language: str = ENGLISH) -> TermReading:
    """Return the terms of a chapter, in order, and what is left of it; `language` is a BCP 47 tag."""
    sections = list(sections_of(blocks))
    levels = [heading.level if heading else 0 for heading, _ in sections[1:]]
    found = (
        _section(heading, below, language, next_level)
        for (heading, below), next_level in zip(sections, [*levels, 0], strict=True)
    )
    return sum(found, TermReading())


def _section(heading: Heading | None, below: Blocks, language: str, next_level: int) -> TermReading:
    """Return a section: its heading is a term, unless it stands above other terms, or above nothing."""
    found = _read_section(below, language)
    if heading is None:
        return found
    if not written_term(plain(heading.text)):
        return TermReading(rest=(heading,)) + found
    is_group = next_level > heading.level if not below else len(found.found) > 1 and not found.rest
    if is_group:
        return TermReading(left_out=(heading.text,)) + found
    return (
        TermReading((_found(plain(heading.text), below, notes_of(heading.text)),))
        if below
        else TermReading(rest=(heading,))
    )


def _read_section(blocks: Blocks, language: str) -> TermReading:
    reader = _SectionReader(language, _kinds_of_terms(blocks))
    for block in blocks:
        reader.add(block)
    reader.close()
    return reader.reading


def _kinds_of_terms(blocks: Blocks) -> frozenset[str]:
    """Return the kinds of lines that are terms in this section; one line alone may be any sentence with a colon."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    kinds = Counter(line.kind for paragraph in paragraphs if (line := read_term_line(paragraph.text)))
    number = len(paragraphs)
    are_lines = [_is_line(block) for block in blocks]
    are_signed = kinds["label"] > 0 and kinds["label"] + kinds["plain"] == number
    applies = {
        "label": kinds["label"] > 1 or are_signed,
        "title": kinds["title"] > 1,
        "lead": kinds["lead"] == number > 1,
        "plain": are_signed or (kinds["plain"] > 1 and 2 * kinds["plain"] >= number),
        "bracket": kinds["bracket"] > 1 and 2 * kinds["bracket"] >= number,
        "line": len(blocks) > 2 and are_lines == [place % 2 == 0 for place in range(len(blocks))],
    }
    return frozenset(kind for kind in applies if applies[kind])


def _is_line(block: Block) -> bool:
    """Tell whether a block is a short line, which is a term where it stands above each meaning."""
    line = read_term_line(block.text) if isinstance(block, Paragraph) else None
    return line is not None and line.kind == "line"


@dataclass
class _SectionReader:
    """Collects the terms of one section: what is no term belongs to the one before it."""

    language: str
    kinds: frozenset[str]
    reading: TermReading = field(default_factory=TermReading)
    _open: tuple[Paragraph, TermLine, list[Block]] | None = None
    """The term that goes on: its paragraph, that taken apart, and its meaning so far."""

    def add(self, block: Block) -> None:
        """Take the next block."""
        line = read_term_line(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Paragraph) and line and line.kind in self.kinds:
            self.close()
            self._open = (block, line, [Paragraph(line.meaning)] if line.meaning else [])
        elif self._take_from(block):
            return
        elif self._open:
            self._open[2].append(block)
        else:
            self.reading += TermReading(rest=(block,))

    def close(self) -> None:
        """End the last term; a line with nothing below it is none."""
        if self._open:
            paragraph, line, meaning = self._open
            if meaning:
                notes = () if line.meaning else notes_of(paragraph.text)
                self._take(line, tuple(meaning), notes)
            else:
                self.reading += TermReading(rest=(paragraph,))
        self._open = None

    def _take(self, line: TermLine, meaning: Blocks, notes: Text = ()) -> None:
        number: tuple[Text, ...] = ((Run(line.number),),) if line.number else ()
        self.reading += TermReading((_found(line.term, meaning, notes),), left_out=number)

    def _take_from(self, block: Block) -> bool:
        """Take the terms of a list or a table; tell whether it is one of terms."""
        match block:
            case DefinitionList(entries) if all(written_term(plain(term)) and meaning for term, meaning in entries):
                self.close()
                found = (_found(plain(term), meaning, notes_of(term)) for term, meaning in entries)
                self.reading += TermReading(tuple(found))
                return True
            case ListBlock(items) if len(items) > 1:
                return self._take_list(items)
            case Table():
                return self._take_table(block)
        return False

    def _take_list(self, items: Sequence[Blocks]) -> bool:
        """Take a list, all of whose items are terms."""
        lines = [read_term_line(item[0].text) for item in items if item and isinstance(item[0], Paragraph)]
        terms = [line for line in lines if line and line.kind in ("label", "plain", "bracket")]
        if len(terms) < len(items):
            return False
        self.close()
        for line, item in zip(terms, items, strict=True):
            self._take(line, (Paragraph(line.meaning), *item[1:]))
        return True

    def _take_table(self, table: Table) -> bool:
        numbers, rows = _without_row_numbers([*table.head, *table.rows])
        is_headed = bool(rows) and _is_head(rows[0], self.language)
        data = rows[1:] if is_headed else rows
        if not data or not all(_is_term_row(row) and (is_headed or len(row) == 2) for row in data):
            return False
        self.close()
        left = [*numbers, *(rows[0] if is_headed else ())]
        rest = (Paragraph(table.caption),) if table.caption else ()
        self.reading += TermReading(tuple(map(_term_of_row, data)), rest, tuple(filter(None, map(cell_text, left))))
        return True


def _without_row_numbers(rows: Sequence[Row]) -> tuple[list[Blocks], list[Row]]:
    """Return a first column that has nothing but numbers, or nothing, and the rows without it."""
    full = [row for row in rows if any(row)]
    if full and all(len(row) == 3 and is_text(row[0]) and _is_row_number(row[0]) for row in full):
        return [row[0] for row in full], [row[1:] for row in full]
    return [], full


def _is_row_number(cell: Blocks) -> bool:
    return _ROW_NUMBER.fullmatch(bare(plain(cell_text(cell)))) is not None


def _is_head(row: Row, language: str) -> bool:
    """Tell whether a row is the head of a table of terms, in the document's language or in English."""
    cells = [bare(plain(cell_text(cell))).strip(" :") for cell in row]
    return (
        len(cells) > 1
        and all(map(is_text, row))
        and any(
            cells[0] in map(bare, words["term"]) and cells[1] in map(bare, words["meaning"])
            for words in (document_words(tongue)["terms"] for tongue in (language, ENGLISH))
        )
    )


def _is_term_row(row: Row) -> bool:
    term = written_term(plain(cell_text(row[0])))
    return len(row) > 1 and is_text(row[0]) and 0 < len(term.split()) <= _MOST_WORDS and bool(row[1])


def _term_of_row(row: Row) -> FoundTerm:
    term, *meaning = row
    text = cell_text(term)
    return _found(plain(text), tuple(block for cell in meaning for block in cell), notes_of(text))


def _found(term: str, meaning: Blocks, notes: Text = ()) -> FoundTerm:
    """Return a term, with its notes at the end of its meaning's first paragraph."""
    return FoundTerm(written_term(term), with_notes(meaning, notes))
