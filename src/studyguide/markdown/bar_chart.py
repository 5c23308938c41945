"""A bar chart drawn from the table that stands beside it, so that the two cannot differ."""

from __future__ import annotations

import math
import re
from xml.etree.ElementTree import Element, SubElement

from studyguide.diagnostics.diagnostic import Finding, finding

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GREY = "#66737d"  # in print; the site's own colour comes before it
_WIDTH, _LABEL, _VALUE, _ROW, _BAR = 600, 90, 70, 52, 34


class ChartError(ValueError):
    """A table that cannot be drawn; its words are for a chair."""

    def __init__(self, wrong: Finding) -> None:
        super().__init__(str(wrong))
        self.finding = wrong


def draw_chart(figure: Element) -> Element:
    """Draw the bars of `figure`'s table: a label in each row's first cell, a number in its second.

    Gives an SVG element in the page's own colours, named by the figure's `aria-label`, which it takes over.
    Raises ChartError where there is no table, or a cell holds no number, or one below 0.
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
