"""What most letters of a paragraph look like: their size, and the shares of those that are bold and so on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from studyguide.authoring.documents.files.looks import Look


@dataclass(frozen=True)
class Letters:
    """A stretch of a paragraph's text, and how it looks."""

    text: str
    size: float = 0.0
    """In points; 0 if unknown."""
    flags: frozenset[str] = field(default_factory=frozenset)
    """`bold`, `italic`, `underlined`, `capitals`."""

    @cached_property
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


def with_letters(look: Look, stretches: Iterable[Letters]) -> Look:
    """Return the look of a paragraph with that of its letters."""
    letters = list(stretches)
    share = _shares(letters)
    return replace(
        look,
        size=common_size(letters),
        bold=share.get("bold", 0.0),
        italic=share.get("italic", 0.0),
        underlined=share.get("underlined", 0.0),
        is_capitals=share.get("capitals", 0.0) == 1,
    )


def _shares(stretches: Iterable[Letters]) -> Mapping[str, float]:
    """Return by flag the share of letters, 0 to 1, that have it."""
    counts: Counter[str] = Counter()
    total = 0
    for stretch in stretches:
        total += stretch.count
        counts.update(dict.fromkeys(stretch.flags, stretch.count))
    return {flag: count / total for flag, count in counts.items()} if total else {}
