"""Render the table of a chart figure as an SVG bar chart, so that the two cannot differ."""

from __future__ import annotations

import math
import re
from xml.etree.ElementTree import Element, SubElement

from studyguide.diagnostics.diagnostic import Finding, finding

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GREY = "#66737d"  # in print; the site's stylesheet overrides it
_WIDTH, _LABEL, _VALUE, _ROW, _BAR = 600, 90, 70, 52, 34


class ChartError(ValueError):
    """A table that cannot be rendered as a chart, with the finding for a chair."""

    def __init__(self, wrong: Finding) -> None:
        super().__init__(str(wrong))
        self.finding = wrong


def draw_chart(figure: Element) -> Element:
    """Return an SVG with a bar per table row of `figure`: the first cell is the label, the second the number.

    Moves the figure's `aria-label` to the SVG, as its accessible name. Colours are the page's.
    Raises ChartError if there is no table, a number is missing or negative, or none is above 0.
    """
    bars = [_bar(row) for row in figure.iter("tr") if row.find("td") is not None]
    if not bars:
        raise ChartError(finding("wrong-chart", "no-table"))
    longest = max(value for _, value, _ in bars)
    if longest <= 0:
        raise ChartError(finding("wrong-chart", "no-bar"))
    label = figure.attrib.pop("aria-label", "")
    box = f"0 0 {_WIDTH} {_ROW * len(bars)}"
    svg = Element("svg", {"class": "guide-chart", "viewBox": box, "role": "img", "aria-label": label})
    for number, (name, value, written) in enumerate(bars):
        middle = _ROW * number + _ROW / 2
        length = round((_WIDTH - _LABEL - _VALUE) * value / longest, 1)
        _text(svg, _LABEL - 12, middle, name, "end")
        bar = {"x": str(_LABEL), "y": str(middle - _BAR / 2), "width": str(length), "height": str(_BAR), "rx": "3"}
        SubElement(svg, "rect", bar | {"class": "guide-bar", "fill": _GREY})
        _text(svg, _LABEL + length + 10, middle, written, "start")
    return svg


def _bar(row: Element) -> tuple[str, float, str]:
    cells = [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td")]
    written = cells[1] if len(cells) > 1 else ""
    try:
        value = float(written.replace(",", "") if _THOUSANDS.fullmatch(written) else written)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise ChartError(finding("wrong-chart", "no-number", cell=written, row=cells[0]))
    return cells[0], value, written


def _text(svg: Element, x: float, y: float, words: str, anchor: str) -> None:
    attributes = {"x": f"{x:g}", "y": f"{y:g}", "dy": "0.35em", "text-anchor": anchor, "fill": "currentColor"}
    SubElement(svg, "text", attributes | {"font-size": "18"}).text = words
