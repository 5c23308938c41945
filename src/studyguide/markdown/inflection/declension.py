"""Form words by tables of endings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Declension:
    """A way to decline: of words that match a pattern, the match is replaced by a stem, to which endings are put."""

    pattern: re.Pattern[str]
    stem: str
    """A template as of `re.sub`, with `\\1` for what the pattern's group holds."""
    endings: tuple[str, ...]

    def forms_of(self, word: str) -> Iterator[str]:
        """Yield the forms of a word, if it matches."""
        stem, matches = self.pattern.subn(self.stem, word)
        if matches:
            yield from (stem + ending for ending in self.endings)


def declension(pattern: str, endings: str, stem: str = "") -> Declension:
    """Make a declension of words that end in `pattern`, from endings with spaces between; `_` is none."""
    return Declension(re.compile(f"(?:{pattern})$"), stem, tuple(endings.replace("_", "").split(" ")))


def declined(word: str, declensions: Iterable[Declension]) -> Iterator[str]:
    """Yield the forms of a word by each declension that it may belong to."""
    for each in declensions:
        yield from each.forms_of(word)
