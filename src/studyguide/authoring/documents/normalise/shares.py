"""Shares of the letters of a paragraph: of those that are bold, and the size of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Letters:
    """A stretch of a paragraph's text, and how it looks."""

    text: str
    size: float = 0.0
    """In points; 0 if unknown."""
    flags: frozenset[str] = field(default_factory=frozenset)
    """`bold`, `italic`, `underlined`, `capitals`."""

    @property
    def count(self) -> int:
        """The number of its letters, without blanks."""
        return len("".join(self.text.split()))


def common_size(stretches: Iterable[Letters]) -> float:
    """Return the size of most letters in points; 0 without letters."""
    sizes: Counter[float] = Counter()
    for stretch in stretches:
        if stretch.count:
            sizes[stretch.size] += stretch.count
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def shares(stretches: Iterable[Letters]) -> Mapping[str, float]:
    """Return by flag the share of letters, 0 to 1, that have it."""
    counts: Counter[str] = Counter()
    total = 0
    for stretch in stretches:
        total += stretch.count
        counts.update(dict.fromkeys(stretch.flags, stretch.count))
    return {flag: count / total for flag, count in counts.items()} if total else {}
