"""Render the timeline as an SVG: each event at its date on a vertical axis of years, in the page's colours."""

from __future__ import annotations

import calendar
import textwrap
from collections.abc import Sequence
from html import escape

from studyguide.data.edtf import Day
from studyguide.data.timeline import Event
from studyguide.labels.catalogue import Labels

_WIDTH = 360  # the width of a phone, on which the text is then not scaled
_AXIS, _LABEL = 62, 104
_TOP, _BOTTOM = 16, 12
_LINE = 15
_GAP = 9
_STROKE = 'fill="none" stroke="#777" stroke-width="0.8"'  # in print; the site's stylesheet overrides it
_LABEL_LENGTH = 38  # characters per line of a label


def draw_timeline(events: Sequence[Event], labels: Labels) -> str:
    """Return a figure with `events`, which must be in date order, on an axis of years, each linked to its entry.

    The HTML has no blank lines, so that Markdown parses it as one block; it is empty if there are no events.
    """
    if not events:
        return ""
    rows = [_label_lines(event) for event in events]
    heights = [len(lines) * _LINE + _GAP for lines in rows]
    height = _TOP + sum(heights) + _BOTTOM
    first = min(event.date.start_year for event in events) // 10 * 10
    last = -(-max(event.date.end_year + 1 for event in events) // 5) * 5
    scale = (height - _TOP - _BOTTOM) / (last - first)

    def at(year: float) -> float:
        return round(_TOP + (year - first) * scale, 1)

    steps = (5, 10, 20, 50, 100, 500, 1000, 10**9)
    step = next((step for step in steps if (last - first) / step <= 14), (last - first) // 14)
    ticks = [_tick(year, at(year)) for year in range(first, last + 1, step)]
    marks = []
    top = float(_TOP)
    for event, lines, taken in zip(events, rows, heights, strict=True):
        start, end = _years(event.date.first), _years(_day_after(event.date.last))
        marks.append(_event_mark(event, lines, at(start), at(end), top))
        top += taken
    title = labels.ngettext(
        # Translators: what the picture of a timeline shows, for those who do not see it; start and end are dates.
        "The {number} event of this page on an axis of years, from {start} to {end}.",
        "The {number} events of this page on an axis of years, from {start} to {end}.",
        len(events),
        start=events[0].date.words,
        end=events[-1].date.words,
    )
    return (
        f'<figure class="guide-axis"><svg viewBox="0 0 {_WIDTH} {height}" role="group" aria-label="{title}">'
        f'<path d="M{_AXIS} {at(first)}V{at(last)}" class="guide-axis-line" {_STROKE}/>'
        f"{''.join(ticks)}{''.join(marks)}</svg></figure>"
    )


def _years(day: Day) -> float:
    """Return the start of a day in fractional years, assuming months of 31 days: precise enough for the axis."""
    year, month, number = day
    return year + (month - 1) / 12 + (number - 1) / 372


def _day_after(day: Day) -> Day:
    year, month, number = day
    if number < calendar.monthrange(year, month)[1]:
        return year, month, number + 1
    return (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)


def _label_lines(event: Event) -> list[str]:
    return textwrap.wrap(f"{event.date.words}: {event.title}", _LABEL_LENGTH) or [event.date.words]


def _tick(year: int, y: float) -> str:
    return (
        f'<path d="M{_AXIS - 6} {y}h6" class="guide-axis-line" {_STROKE}/>'
        f'<text font-size="11.5" x="{_AXIS - 10}" y="{y}" dy="0.35em" text-anchor="end" class="guide-axis-year">'
        f"{year}</text>"
    )


def _event_mark(event: Event, lines: Sequence[str], start: float, end: float, top: float) -> str:
    """Return an event as a dot or, if it spans years, a bar on the axis, with a leader line and its label."""
    middle = top + len(lines) * _LINE / 2
    years = event.date.end_year - event.date.start_year
    dot = (start + end) / 2
    shape = (
        f'<rect x="{_AXIS - 3}" y="{start}" width="6" height="{round(end - start, 1)}" rx="3"/>'
        if years
        else f'<circle cx="{_AXIS}" cy="{round(dot, 1)}" r="4.5"/>'
    )
    words = "".join(
        f'<tspan x="{_LABEL}" y="{round(top + _LINE * (number + 0.75), 1)}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    # The whole row is the click target, not the glyphs alone.
    row = f"M{_LABEL - 6} {top}H{_WIDTH}v{len(lines) * _LINE}H{_LABEL - 6}z"
    return (
        f'<a href="#{event.anchor}" class="guide-axis-event"><path d="{row}" class="guide-axis-row" fill="none"/>'
        f'<path d="M{_AXIS} {round(dot, 1)}L{_LABEL - 14} {middle}H{_LABEL - 6}" class="guide-axis-lead" {_STROKE}/>'
        f'{shape}<text font-size="11.5">{words}</text></a>'
    )
