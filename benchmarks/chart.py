"""Draw time against size for all stacks, as an SVG that is read by day and by night, on a screen reader too."""

from __future__ import annotations

import math
from collections.abc import Mapping
from html import escape

from benchmarks.figures import Pair

_WIDTH, _HEIGHT = 760, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 270, 30, 50
_COLOURS = ("#b02a7a", "#6b7280", "#2f7ed8", "#c2410c", "#b45309", "#15803d", "#7c3aed")
"""The first is this project's. Each has a contrast of 3:1 and more to white and to black alike."""
_DASHES = ("", "2 3", "8 3", "8 3 2 3", "4 4", "12 4", "1 4")
"""Who sees no colours tells the lines by them, and by the names at their ends."""
_LABEL_HEIGHT = 17
_STYLE = """
text { font: 13px sans-serif; fill: #1f2328 }
.grid { stroke: #8c959f; stroke-opacity: .35 }
@media (prefers-color-scheme: dark) { text { fill: #f0f6fc } }
"""


def draw(title: str, lines: Mapping[str, list[Pair]], across: str = "chapters") -> str:
    """Draw a line for each stack through its points, seconds by what `across` names; both axes are logarithmic."""
    points = [point for line in lines.values() for point in line]
    sideways = _Axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _Axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [*_grid(sideways, up, across)]
    ends = _spread({name: up.place(line[-1][1]) for name, line in lines.items()})
    for number, (name, line) in enumerate(lines.items()):
        places = [(sideways.place(x), up.place(y)) for x, y in line]
        width = 3 if number == 0 else 1.8
        look = f'stroke="{_COLOURS[number]}" stroke-width="{width}" stroke-dasharray="{_DASHES[number]}"'
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" {look}/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{_COLOURS[number]}"/>' for x, y in places]
        edge, (x, y) = _WIDTH - _RIGHT, places[-1]
        parts.append(f'<path d="M{x + 5:.1f} {y:.1f}L{edge + 14} {ends[name]:.1f}h8" fill="none" {look}/>')
        weight = ' style="font-weight: bold"' if number == 0 else ""
        parts.append(f'<text x="{edge + 27}" y="{ends[name] + 4:.1f}"{weight}>{escape(name)}</text>')
    description = "; ".join(
        f"{name}: " + ", ".join(f"{y:.1f} s for {x:g} {across}" for x, y in line) for name, line in lines.items()
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-labelledby="t d">'
        f'<title id="t">{escape(title)}</title><desc id="d">{escape(description)}</desc><style>{_STYLE}</style>'
        f"{''.join(parts)}</svg>\n"
    )


class _Axis:
    """A logarithmic axis."""

    def __init__(self, values: list[float], start: float, end: float) -> None:
        self.values = values
        self._low, self._high = math.log(min(values)), math.log(max(values))
        self._start, self._end = start, end

    def place(self, value: float) -> float:
        """Where a value stands."""
        share = (math.log(value) - self._low) / ((self._high - self._low) or 1)
        return self._start + share * (self._end - self._start)

    def ticks(self) -> list[float]:
        """1, 2, 5, 10, 20 … as far as the axis goes."""
        steps = [digit * 10.0**power for power in range(-2, 5) for digit in (1, 2, 5)]
        return [step for step in steps if min(self.values) <= step <= max(self.values)]


def _grid(across: _Axis, up: _Axis, name: str) -> list[str]:
    right, bottom = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    parts = [f'<text x="{_LEFT - 45}" y="{_TOP - 12}">seconds</text>']
    for value in up.ticks():
        y = up.place(value)
        parts.append(f'<path class="grid" d="M{_LEFT} {y:.1f}H{right}"/>')
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>')
    for value in sorted(set(across.values)):
        x = across.place(value)
        parts.append(f'<path class="grid" d="M{x:.1f} {_TOP}V{bottom}"/>')
        parts.append(f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{value:g}</text>')
    parts.append(f'<text x="{(_LEFT + right) / 2}" y="{bottom + 38}" text-anchor="middle">{escape(name)}</text>')
    return parts


def _spread(places: Mapping[str, float]) -> dict[str, float]:
    """Move labels apart that would stand on each other."""
    spread: dict[str, float] = {}
    last = -math.inf
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        last = spread[name] = max(place, last + _LABEL_HEIGHT)
    too_low = max(0.0, last - (_HEIGHT - _BOTTOM))
    return {name: place - too_low for name, place in spread.items()}
