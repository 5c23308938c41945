"""Render the table of a chart figure as an SVG bar chart, so that the two cannot differ."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from studyguide.data.written_numbers import AmbiguousNumberError, decimal_example, parse_number
from studyguide.diagnostics.diagnostic import Finding, finding
from studyguide.labels.direction import Direction, isolate_ranges, text_direction
from studyguide.markdown.text_width import text_width, wrap

_GREY = "#66737d"  # in print; the site's stylesheet overrides it
_WIDTH, _LABEL, _VALUE, _ROW, _BAR = 600, 90, 70, 52, 34
_LETTER, _DIGIT, _CAPITAL, _LINE = 11, 12, 14, 24
"""The room for a letter, and for a line of them."""
_LONGEST = 20
"""The letters of a label on one line."""


class ChartError(ValueError):
    """A table that cannot be rendered as a chart, with the finding for a chair."""

    def __init__(self, wrong: Finding) -> None:
        super().__init__(str(wrong))
        self.finding = wrong


@dataclass(frozen=True)
class _Frame:
    """The columns of a chart, for the labels and the values that it has."""

    labels: Sequence[Sequence[str]]
    """The lines of each label."""
    values: Sequence[str]
    direction: Direction

    @cached_property
    def label(self) -> int:
        """The width of the labels, with the gap to the bars."""
        return max(_LABEL, 12 + max(math.ceil(_length(line)) for lines in self.labels for line in lines))

    @cached_property
    def longest(self) -> int:
        """The length of the longest bar."""
        return _WIDTH - self.label - max(_VALUE, 10 + _DIGIT * max(map(len, self.values)))

    @cached_property
    def row(self) -> int:
        """The height of a bar with the gap around it."""
        return max(_ROW, 10 + _LINE * max(map(len, self.labels)))

    def x(self, distance: float) -> float:
        """Return the place at a distance from the side of the labels."""
        return distance if self.direction == "ltr" else _WIDTH - distance

    def shown(self, words: str) -> str:
        """Return words as they are to be drawn."""
        return words if self.direction == "ltr" else isolate_ranges(words)


def draw_chart(figure: Element, language: str = "en") -> Element:
    """Return an SVG with a bar per table row of `figure`: the first cell is the label, the second the number.

    Moves the figure's `aria-label` to the SVG, as its accessible name. Colours are the page's. `language` is that of
    the guide, which says how numbers are written; where it runs from right to left, so do the bars.
    Raises ChartError if there is no table, a number is missing, ambiguous or negative, or none is above 0.
    """
    bars = [_bar(row, language) for row in figure.iter("tr") if row.find("td") is not None]
    if not bars:
        raise ChartError(finding("wrong-chart", "no-table"))
    longest = max(value for _, value, _ in bars)
    if longest <= 0:
        raise ChartError(finding("wrong-chart", "no-bar"))
    frame = _Frame(
        [wrap(name, _LONGEST) or [""] for name, _, _ in bars], [bar[2] for bar in bars], text_direction(language)
    )
    label = figure.attrib.pop("aria-label", "")
    box = f"0 0 {_WIDTH} {frame.row * len(bars)}"
    svg = Element("svg", {"class": "guide-chart", "viewBox": box, "role": "img", "aria-label": label})
    if frame.direction == "rtl":
        svg.set("direction", "rtl")
    for number, (_, value, written) in enumerate(bars):
        length = round(frame.longest * value / longest, 1)
        _draw_bar(svg, frame, number, length, written)
    return svg


def _draw_bar(svg: Element, frame: _Frame, number: int, length: float, written: str) -> None:
    middle = frame.row * number + frame.row / 2
    _text(svg, frame.x(frame.label - 12), middle, [frame.shown(line) for line in frame.labels[number]], "end")
    left = min(frame.x(frame.label), frame.x(frame.label + length))
    bar = {"x": f"{left:g}", "y": str(middle - _BAR / 2), "width": str(length), "height": str(_BAR), "rx": "3"}
    SubElement(svg, "rect", bar | {"class": "guide-bar", "fill": _GREY})
    _text(svg, frame.x(frame.label + length + 10), middle, [written], "start")


def _length(text: str) -> float:
    return text_width(text) * (_CAPITAL if text.isupper() else _LETTER)


def _bar(row: Element, language: str) -> tuple[str, float, str]:
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td")]
    written = cells[1] if len(cells) > 1 else ""
    try:
        value = parse_number(written, language)
    except AmbiguousNumberError as error:
        meant = finding(
            "wrong-chart",
            "ambiguous",
            cell=written,
            row=cells[0],
            thousands=error.thousands,
            decimals=error.decimals,
        )
        raise ChartError(meant) from error
    if value is None or not 0 <= value < math.inf:
        example = decimal_example(language)
        raise ChartError(finding("wrong-chart", "no-number", cell=written, row=cells[0], example=example))
    return cells[0], value, written


def _text(svg: Element, x: float, middle: float, lines: Sequence[str], anchor: str) -> None:
    y = middle - _LINE * (len(lines) - 1) / 2
    attributes = {"x": f"{x:g}", "y": f"{y:g}", "dy": "0.35em", "text-anchor": anchor, "fill": "currentColor"}
    if svg.get("direction") == "rtl" and len(lines) > 1:
        for number, line in enumerate(lines):  # else Safari puts the words into their order over all lines
            _text(svg, x, y + _LINE * number, [line], anchor)
        return
    text = SubElement(svg, "text", attributes | {"font-size": "18"})
    text.text = lines[0]
    for line in lines[1:]:
        SubElement(text, "tspan", {"x": f"{x:g}", "dy": str(_LINE)}).text = line
