"""Render the timeline as an SVG: each event at its date on a vertical axis of years, in the page's colours.

Where most of the axis would be empty, it is broken. Many events get a line each, and more than a page holds, a picture
for each part. In a language that runs from right to left, the picture is mirrored.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import count, pairwise
from math import inf

from studyguide.data.date_words import year_in_words
from studyguide.data.edtf import Day
from studyguide.data.timeline import Event
from studyguide.labels.catalogue import Labels
from studyguide.labels.direction import Direction, isolate_ranges
from studyguide.markdown.text_width import text_width, wrap

_WIDTH = 360  # the width of a phone, on which the text is then not scaled
_AXIS, _LABEL, _TICK = 62, 104, 6
_TOP, _BOTTOM = 16, 12
_LINE = 15
_GAP = 9
_STROKE = 'fill="none" stroke="#777" stroke-width="0.8"'  # in print; the site's stylesheet overrides it
_LABEL_LENGTH = 38  # characters per line of a label
_LETTER = 6.5  # the width of a digit
_YEAR_LENGTH = 7  # characters of a year that have room left of the axis: "2500 BC"
_TALLEST = 780  # the height of a page of the handout, at the width of its pictures
_MOST_EVENTS = 60
"""The most events in a picture, which then has to be smaller on a page."""
_MOST_TICKS = 14
_MOST_BREAKS = 3
_BREAK = 18
"""The height of a break in the axis."""
_CROWDED = 0.1
"""The share of the axis on which most events cannot be told apart."""
_SHORT = 100
"""The years of an axis on which they can be told apart in any case."""


@dataclass(frozen=True)
class _Row:
    """An event with its label, and the lines of it that are shown."""

    event: Event
    label: str
    lines: tuple[str, ...]
    height: int
    is_cut: bool = False


@dataclass(frozen=True)
class _Segment:
    """A stretch of the axis, as high as the labels beside it."""

    rows: tuple[_Row, ...]
    first: int
    """The round year at its start, as in `_edtf_year`."""
    last: int
    top: float

    @property
    def height(self) -> int:
        return sum(row.height for row in self.rows)

    def at(self, year: float) -> float:
        """Return the place of a fractional year."""
        first, last = _edtf_year(self.first), _edtf_year(self.last)
        return round(self.top + (year - first) * self.height / (last - first), 1)


@dataclass(frozen=True)
class _Frame:
    """The width of a picture and the place of its axis."""

    shift: int
    """By how much the axis stands further in than usual, to leave room for long years."""
    direction: Direction

    @property
    def width(self) -> int:
        return _WIDTH + self.shift

    def x(self, distance: int) -> int:
        """Return the place at a distance from the side of the years, not counting the shift."""
        distance += self.shift
        return distance if self.direction == "ltr" else self.width - distance

    def shown(self, words: str) -> str:
        """Return words as they are to be drawn."""
        return words if self.direction == "ltr" else isolate_ranges(words)


def draw_timeline(events: Sequence[Event], labels: Labels, direction: Direction = "ltr") -> str:
    """Return a figure with `events`, which must be in date order, on an axis of years, each linked to its entry.

    The HTML has no blank lines, so that Markdown parses it as one block; it is empty if there are no events.
    """
    parts = -(-len(events) // _MOST_EVENTS)
    size = -(-len(events) // max(parts, 1))
    pictures = [_picture(events[part * size : (part + 1) * size], labels, direction) for part in range(parts)]
    return f'<figure class="guide-axis">{"".join(pictures)}</figure>' if pictures else ""


def _picture(events: Sequence[Event], labels: Labels, direction: Direction) -> str:
    segments = _segments(_rows(events, labels))
    ticks = [(segment, _ticks(segment, _MOST_TICKS // len(segments), len(segments) > 1)) for segment in segments]
    words = {year: year_in_words(_edtf_year(year), labels) for _, years in ticks for year in years}
    shift = round(max(0, max(map(text_width, words.values())) - _YEAR_LENGTH) * _LETTER)
    frame = _Frame(shift, direction)
    drawn = [_axis(segments, frame)]
    drawn += [_tick(words[year], segment.at(_edtf_year(year)), frame) for segment, years in ticks for year in years]
    for segment in segments:
        top = segment.top
        for row in segment.rows:
            drawn.append(_event_mark(row, segment, top, frame))
            top += row.height
    title = labels.ngettext(
        # Translators: what the picture of a timeline shows, for those who do not see it; start and end are dates.
        "The {number} event of this page on an axis of years, from {start} to {end}.",
        "The {number} events of this page on an axis of years, from {start} to {end}.",
        len(events),
        start=events[0].date.words,
        end=events[-1].date.words,
    )
    height = round(segments[-1].top + segments[-1].height + _BOTTOM)
    view = f'viewBox="0 0 {frame.width} {height}"' + (' direction="rtl"' if direction == "rtl" else "")
    return f'<svg {view} role="group" aria-label="{title}">{"".join(drawn)}</svg>'


def _rows(events: Sequence[Event], labels: Labels) -> list[_Row]:
    """Return the labels: in full if they fit on a page, else a line each."""
    full = [_row(event, labels.labelled(event.date.words, event.title)) for event in events]
    if sum(row.height + _GAP for row in full) <= _TALLEST:
        return [replace(row, height=row.height + _GAP) for row in full]
    gap = max(0, min(_GAP, _TALLEST // len(events) - _LINE))
    return [replace(_cut(row) if len(row.lines) > 1 else row, height=_LINE + gap) for row in full]


def _row(event: Event, label: str) -> _Row:
    lines = tuple(wrap(label, _LABEL_LENGTH)) or (event.date.words,)
    return _Row(event, label, lines, len(lines) * _LINE)


def _cut(row: _Row) -> _Row:
    """Cut a label of several lines to one."""
    return replace(row, lines=(f"{wrap(row.lines[0], _LABEL_LENGTH - 1)[0].rstrip(' ,;:：')}…",), is_cut=True)


def _segments(rows: Sequence[_Row]) -> list[_Segment]:
    """Cut the axis at its widest gaps, as long as they leave most events no room."""
    starts = _starts(rows)
    segments: list[_Segment] = []
    top = float(_TOP)
    for start, end in zip(starts, [*starts[1:], inf], strict=True):
        inside = tuple(row for row in rows if start <= row.event.date.start_year < end)
        first = _round_year(min(row.event.date.start_year for row in inside)) // 10 * 10
        last = -(-_round_year(max(row.event.date.end_year for row in inside) + 1) // 5) * 5
        segments.append(_Segment(inside, first, last, top))
        top += segments[-1].height + _BREAK
    return segments


def _spans(rows: Sequence[_Row]) -> list[tuple[int, int]]:
    """Return the years that events take, as spans between which no event lies."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted((row.event.date.start_year, row.event.date.end_year + 1) for row in rows):
        if spans and first <= spans[-1][1]:
            spans[-1] = spans[-1][0], max(last, spans[-1][1])
        else:
            spans.append((first, last))
    return spans


def _starts(rows: Sequence[_Row]) -> list[int]:
    """Return the year at which each segment begins: the first event's, and those behind a break."""
    spans = _spans(rows)
    gaps = sorted(((after[0] - before[1], after[0]) for before, after in pairwise(spans)), reverse=True)
    length = spans[-1][1] - spans[0][0]
    starts = [spans[0][0]]
    for gap, year in gaps[:_MOST_BREAKS]:
        if length <= _SHORT or _width_of_most(rows) > _CROWDED * length:
            break
        length -= gap
        starts.append(year)
    return sorted(starts)


def _width_of_most(rows: Sequence[_Row]) -> int:
    """Return the years of the shortest time in which more than half of the events begin."""
    years = sorted(row.event.date.start_year for row in rows)
    most = len(years) // 2
    return min(last - first for first, last in zip(years, years[most:], strict=False))


def _ticks(segment: _Segment, most: int, is_part: bool) -> list[int]:
    """Return the round years that are named beside a segment, at most `most` and one."""
    if is_part:
        most = max(1, min(most, segment.height // 20))
    length = segment.last - segment.first
    steps = (digit * 10**power for power in count() for digit in (5, 10, 20))
    step = next(step for step in steps if length <= most * step)
    return list(range(-(-segment.first // step) * step, segment.last + 1, step)) or [segment.first]


def _round_year(year: int) -> int:
    """Return a year as people count: -1 is 1 BC, and 1 follows it."""
    return year if year > 0 else year - 1


def _edtf_year(year: int) -> int:
    """Return a year as EDTF counts, where 0 is 1 BC. There is no year 0 to be named: year 1 stands in its place."""
    return year if year > 0 else year + 1


def _years(day: Day) -> float:
    """Return the start of a day in fractional years, assuming months of 31 days: precise enough for the axis."""
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) / 372


def _day_after(day: Day) -> Day:
    year, month, number = day
    if number < calendar.monthrange(year, month)[1]:
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _axis(segments: Sequence[_Segment], frame: _Frame) -> str:
    """Return the line of each segment, and between two of them a zigzag."""
    return "".join(_lines_of_axis(segments, frame.x(_AXIS)))


def _lines_of_axis(segments: Sequence[_Segment], axis: int) -> Iterator[str]:
    for segment in segments:
        end = segment.at(_edtf_year(segment.last))
        yield f'<path d="M{axis} {segment.top}V{end}" class="guide-axis-line" {_STROKE}/>'
        if segment is not segments[-1]:
            zigzag = f"M{axis} {end}v3l5 3l-10 6l5 3v3"
            yield f'<path d="{zigzag}" class="guide-axis-line guide-axis-break" {_STROKE}/>'


def _tick(words: str, y: float, frame: _Frame) -> str:
    start = frame.x(_AXIS - _TICK)
    return (
        f'<path d="M{start} {y}h{frame.x(_AXIS) - start}" class="guide-axis-line" {_STROKE}/>'
        f'<text font-size="11.5" x="{frame.x(_AXIS - 10)}" y="{y}" dy="0.35em" text-anchor="end" '
        f'class="guide-axis-year">{escape(words)}</text>'
    )


def _event_mark(row: _Row, segment: _Segment, top: float, frame: _Frame) -> str:
    """Return an event as a dot or, if it spans years, a bar on the axis, with a leader line and its label."""
    date, axis, edge = row.event.date, frame.x(_AXIS), frame.x(_LABEL - 6)
    start, end = segment.at(_years(date.first)), segment.at(_years(_day_after(date.last)))
    middle = top + len(row.lines) * _LINE / 2
    dot = (start + end) / 2
    shape = (
        f'<rect x="{axis - 3}" y="{start}" width="6" height="{round(end - start, 1)}" rx="3"/>'
        if date.end_year - date.start_year
        else f'<circle cx="{axis}" cy="{round(dot, 1)}" r="4.5"/>'
    )
    # Safari puts the words of a text into their order over all of its lines: from right to left each has its own.
    between = '</text><text font-size="11.5">' if frame.direction == "rtl" else ""
    words = between.join(
        f'<tspan x="{frame.x(_LABEL)}" y="{round(top + _LINE * (number + 0.75), 1)}">{escape(line)}</tspan>'
        for number, line in enumerate(map(frame.shown, row.lines))
    )
    whole = f' aria-label="{escape(row.label)}"' if row.is_cut else ""
    # The whole row is the click target, not the glyphs alone.
    target = f"M{edge} {top}H{frame.x(_WIDTH)}v{len(row.lines) * _LINE}H{edge}z"
    return (
        f'<a href="#{row.event.anchor}" class="guide-axis-event"{whole}>'
        f'<path d="{target}" class="guide-axis-row" fill="none"/>'
        f'<path d="M{axis} {round(dot, 1)}L{frame.x(_LABEL - 14)} {middle}H{edge}" class="guide-axis-lead" {_STROKE}/>'
        f'{shape}<text font-size="11.5">{words}</text></a>'
    )
