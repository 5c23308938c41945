"""Read the events of a timeline, in each of the forms in which study guides print them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from studyguide.authoring.documents.entries.entry_reading import EntryReading, with_notes
from studyguide.authoring.documents.entries.event_dates import EventDate, is_date, read_event_date
from studyguide.authoring.documents.entries.event_lines import EventLine, Kind, read_event_line, read_title_with_date
from studyguide.authoring.documents.text.blocks import (
    Block,
    Blocks,
    Heading,
    ListBlock,
    Paragraph,
    Quotation,
    Row,
    Table,
)
from studyguide.authoring.documents.text.runs import Run, Text, plain
from studyguide.authoring.documents.text.sections import cell_text, is_text, sections_of
from studyguide.authoring.documents.text.text_parts import cut, notes_of, pieces, without_sign
from studyguide.authoring.documents.wording.document_words import ENGLISH, bare, document_words

_BETWEEN = re.compile(r";\s+|；|\n")
"""What may stand between two events of one paragraph."""
_SENTENCE_END = re.compile(r"[.!?…][”\"»]?\s+")
_YEAR = re.compile(r"\d{4}")
_SIGNED: tuple[Kind, ...] = ("sign",)
_PROSE: tuple[Kind, ...] = ("comma", "prose")
"""The kinds of lines that are told by a sign, and those that make sentences of prose."""


@dataclass(frozen=True)
class FoundEvent:
    """An event of a timeline."""

    date: EventDate
    text: Blocks
    """What happened; never empty."""


EventReading = EntryReading[FoundEvent]


def read_events(blocks: Blocks, language: str = ENGLISH) -> EventReading:
    """Return the events of a timeline, in order, and what is left of it; `language` is a BCP 47 tag."""
    apart = tuple(part for block in blocks for part in _apart(block, language, _SIGNED, _BETWEEN))
    return sum((_section(blocks, language) for blocks in _divided(apart, language)), EventReading())


def _apart(block: Block, language: str, kinds: Sequence[Kind], between: re.Pattern[str]) -> Iterator[Block]:
    """Yield the events of a paragraph that has several: of some `kinds`, and with what ends each `between` them."""
    if not isinstance(block, Paragraph) or not _starts_event(block.text, language, kinds):
        yield block
        return
    ends = (sign.end() for sign in between.finditer(plain(block.text)))
    starts = [end for end in ends if _starts_event(cut(block.text, end), language, kinds)]
    for text in pieces(block.text, starts):
        yield Paragraph(text if text == block.text else without_sign(text, ";；"))


def _starts_event(text: Text, language: str, kinds: Sequence[Kind]) -> bool:
    line = read_event_line(text, language)
    return line is not None and line.kind in kinds


def _divided(blocks: Blocks, language: str) -> Iterator[Blocks]:
    """Yield the sections below headings that are no dates, each with its heading; a date is a line like others."""
    section: Blocks = ()
    for heading, below in sections_of(blocks):
        if heading and not _line(heading, language):
            yield section
            section = ()
        section += ((heading,) if heading else ()) + below
    yield section


def _section(blocks: Blocks, language: str) -> EventReading:
    """Return the events of a section; its heading stays, unless nothing but events is below it."""
    heading = blocks[0] if blocks and isinstance(blocks[0], Heading) and not _line(blocks[0], language) else None
    found = _read_section(blocks[1:] if heading else blocks, language)
    if heading is None:
        return found
    if found.found and not found.rest:
        return EventReading(left_out=(heading.text,)) + found
    return EventReading(rest=(heading,)) + found


def _line(block: Block, language: str, year: str = "") -> EventLine | None:
    """Return a paragraph or a heading with its date apart; None if it has none."""
    match block:
        case Paragraph(text):
            return read_event_line(text, language, year)
        case Heading(_, text):
            line = read_event_line(text, language, year)
            return line if line and line.kind in ("alone", "sign") else read_title_with_date(text, language)
    return None


def _read_section(blocks: Blocks, language: str) -> EventReading:
    sentences = tuple(part for block in blocks for part in _apart(block, language, _PROSE, _SENTENCE_END))
    kinds = _kinds_of_events(sentences, language)
    if kinds.isdisjoint(_PROSE):  # sentences of what happened
        sentences, kinds = blocks, _kinds_of_events(blocks, language)
    reader = _SectionReader(language, kinds)
    for block in sentences:
        reader.add(block)
    reader.close()
    return reader.reading


def _kinds_of_events(blocks: Blocks, language: str) -> frozenset[str]:
    """Return the kinds of lines that are events in this section; a comma or a blank alone is weak."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    kinds = Counter(line.kind for paragraph in paragraphs if (line := _line(paragraph, language)))
    weak = {kind for kind in ("comma", "bare") if kinds[kind] > 1 and 2 * kinds[kind] >= len(paragraphs)}
    sentences = sum(kinds[kind] for kind in _PROSE)
    told = _PROSE if sentences > 1 and 2 * sentences >= len(paragraphs) else ()
    return frozenset({"sign", "alone", *weak, *told})


@dataclass
class _SectionReader:
    """Collects the events of one section: text that is no event belongs to the one before it."""

    language: str
    kinds: frozenset[str]
    reading: EventReading = field(default_factory=EventReading)
    year: str = ""
    """The last date that stands alone, for dates below it without a year."""
    _open: tuple[Paragraph | Heading, EventLine, list[Block]] | None = None
    """The event that goes on: its block, its line and its text so far."""

    def add(self, block: Block) -> None:
        """Take the next block."""
        line = _line(block, self.language, self.year)
        if isinstance(block, Paragraph | Heading) and line and line.kind in self.kinds:
            self.close(line.date)
            self._open = (block, line, [Paragraph(line.text)] if plain(line.text) else [])
            if line.kind == "alone" and _YEAR.fullmatch(line.date.edtf):
                self.year = line.date.edtf
        elif found := self._within(block):
            self.close(found.found[0].date)
            self.reading += found
        elif self._open and isinstance(block, Paragraph | ListBlock | Quotation):
            self._open[2].append(block)
        else:
            self.reading += EventReading(rest=(block,))

    def close(self, following: EventDate | None = None) -> None:
        """End the last event; a date with nothing below it is none, but may be a period or the year of what follows."""
        if self._open:
            block, line, text = self._open
            if following and len(text) == 1 and _is_period(block, line.date, following):
                self.reading += EventReading(left_out=(block.text,))
            elif text:
                event = FoundEvent(line.date, with_notes(tuple(text), () if plain(line.text) else line.text))
                self.reading += EventReading((event,), left_out=_joined([line]))
            elif following and (isinstance(block, Heading) or following.edtf.startswith(line.date.edtf)):
                self.reading += EventReading(left_out=(block.text,))
            else:
                self.reading += EventReading(rest=(block,))
        self._open = None

    def _within(self, block: Block) -> EventReading | None:
        """Return the events of a table or a list; None if it is another one."""
        match block:
            case Table():
                return _events_of_table(block, self.language)
            case ListBlock():
                return _events_of_list(block, self.language, self.year)
        return None


def _is_period(block: Block, date: EventDate, following: EventDate) -> bool:
    """Tell whether a heading is that of a period: its last year, and the first event below is in it."""
    start, _, end = date.edtf.partition("/")
    is_heading = isinstance(block, Heading) and _YEAR.match(end) is not None
    return is_heading and start[:4] <= following.edtf[:4] <= end[:4]


def _events_of_list(block: ListBlock, language: str, year: str) -> EventReading | None:
    """Return the events of a list; its other items stay. None if fewer than half of its items are events."""
    lines = [_line_of(item, language, year) for item in block.items]
    if 2 * sum(map(bool, lines)) < len(lines) or not any(lines):
        return None
    pairs = list(zip(lines, block.items, strict=True))
    events = tuple(FoundEvent(line.date, (Paragraph(line.text), *item[1:])) for line, item in pairs if line)
    others = tuple(item for line, item in pairs if not line)
    rest = (replace(block, items=others),) if others else ()
    return EventReading(events, rest, _joined(line for line in lines if line))


def _joined(lines: Iterable[EventLine]) -> tuple[Text, ...]:
    return tuple((Run(line.joined),) for line in lines if line.joined)


def _line_of(item: Blocks, language: str, year: str) -> EventLine | None:
    line = read_event_line(item[0].text, language, year) if item and isinstance(item[0], Paragraph) else None
    return line if line and (plain(line.text) or len(item) > 1) else None


def _events_of_table(table: Table, language: str) -> EventReading | None:
    """Return the events of a table; its other rows stay. None if no column is of dates."""
    rows = [row for row in (*table.head, *table.rows) if any(row)]
    column = _column_of_dates(rows, language)
    if column is None:
        return None
    head = rows[:1] if _is_head(rows[0], column, bool(table.head), language) else []
    columns = _columns_of_text(head, column, max(map(len, rows)), language)
    events: list[FoundEvent] = []
    others: list[Row] = []
    for row in _with_whole_dates(rows[len(head) :], column, language):
        date = _date_in(row, column, events, language)
        text = tuple(block for place in columns for cell in row[place : place + 1] for block in cell)
        if date and text and is_text(row[column]):
            events.append(FoundEvent(date, with_notes(text, notes_of(cell_text(row[column])))))
        else:
            others.append(row)
    if not events:
        return None
    rest: Blocks = (Table((), tuple(others)),) if others else ()
    caption: Blocks = (Paragraph(table.caption),) if table.caption else ()
    return EventReading(tuple(events), caption + rest, tuple(cell_text(cell) for row in head for cell in row if cell))


def _column_of_dates(rows: Sequence[Row], language: str) -> int | None:
    """Return the first column of which half of the cells, or all but a head, are dates with a year."""
    for column in range(min(map(len, rows), default=0)):
        printed = [plain(cell_text(row[column])).strip() for row in rows]
        dates = [text for text in printed if is_date(text, language) and read_event_date(text, language).edtf]
        if len(dates) > 0 and 2 * len(dates) >= len([text for text in printed if text]) - 1 and min(map(len, rows)) > 1:
            return column
    return None


def _with_whole_dates(rows: Sequence[Row], date: int, language: str) -> Sequence[Row]:
    """Return rows whose dates have the month or the day that stands in a column of its own beside the year."""
    beside = (column for column in (date + 1, date - 1) if 0 <= column < min(map(len, rows), default=0))
    column = next((column for column in beside if _are_without_year([row[column] for row in rows], language)), None)
    if column is None:
        return rows
    whole: list[Row] = []
    year: Text = ()
    for row in rows:
        year = cell_text(row[date]) or tuple(run for run in year if not run.note)
        cells = list(row)
        if day := cell_text(row[column]):
            cells[date], cells[column] = (Paragraph((*day, Run(" "), *year)),), ()
        whole.append(tuple(cells))
    return whole


def _are_without_year(cells: Sequence[Blocks], language: str) -> bool:
    """Tell whether cells hold dates such as "May" or "3 June", or nothing."""
    printed = [plain(cell_text(cell)).strip() for cell in cells if cell]
    are_dates = (is_date(text, language) and not read_event_date(text, language).edtf for text in printed)
    return bool(printed) and all(map(is_text, cells)) and all(are_dates)


def _columns_of_text(head: Sequence[Row], date: int, width: int, language: str) -> list[int]:
    """Return the columns beside the date; first the one that the head calls an event, from which comes the title."""
    names = {bare(word) for tongue in (language, ENGLISH) for word in document_words(tongue)["events"]["event"]}
    others = [column for column in range(width) if column != date]
    printed = {column: bare(plain(cell_text(cell))).strip(" :") for row in head for column, cell in enumerate(row)}
    event = next((column for column in others if printed.get(column) in names), None)
    return sorted(others, key=lambda column: column != event)


def _is_head(row: Row, column: int, is_marked: bool, language: str) -> bool:
    """Tell whether the first row is a head: marked as such, or of words that heads have, and without a date."""
    printed = bare(plain(cell_text(row[column]))).strip(" :")
    words = {bare(word) for tongue in (language, ENGLISH) for word in document_words(tongue)["events"]["date"]}
    return all(map(is_text, row)) and (printed in words or (is_marked and not is_date(printed, language)))


def _date_in(row: Row, column: int, before: Sequence[FoundEvent], language: str) -> EventDate | None:
    """Return the date of a row; the one above, as not certain, if the cell is empty; None if it has no year."""
    printed = plain(cell_text(row[column])).strip()
    if not printed and before:
        return replace(before[-1].date, is_certain=False, printed="")
    date = read_event_date(" ".join(printed.split()), language)
    return date if date.edtf else None
