"""Write citations as chapters have them: `[see @unesco2021valuing, p. 4; @un1997law, art. 3]`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_])?")
_NOT_IN_PART = str.maketrans({"[": "(", "]": ")", ";": ",", "@": "", "{": "(", "}": ")"})


@dataclass(frozen=True)
class CitedPart:
    """One source of a citation."""

    key: str
    prefix: str = ""
    suffix: str = ""
    """The place in the source, and what else stands behind it: `p. 4`."""
    marked_locator: str = ""
    """A place before the suffix that only braces show to be one: `S. 4` in an English guide."""

    @property
    def markdown(self) -> str:
        """The part between the brackets: `see @key, p. 4`."""
        key = self.key if _PLAIN_KEY.fullmatch(self.key) else f"{{{self.key}}}"
        before, place, behind = map(_in_part, (self.prefix, self.marked_locator, self.suffix))
        return f"{before} @{key}".strip() + (f", {{{place}}}" if place else "") + (f", {behind}" if behind else "")


def _in_part(text: str) -> str:
    """Return a text without the signs that would end a part of a citation, or begin another."""
    return text.translate(_NOT_IN_PART).strip(" ,")


def citation(parts: Iterable[CitedPart]) -> str:
    """Return a citation of some sources; empty if there are none."""
    written = "; ".join(part.markdown for part in parts)
    return f"[{written}]" if written else ""
