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
    locator: str = ""
    """The place in the source, and what else stands behind it: `p. 4`."""

    @property
    def markdown(self) -> str:
        """The part between the brackets: `see @key, p. 4`."""
        key = self.key if _PLAIN_KEY.fullmatch(self.key) else f"{{{self.key}}}"
        before, behind = (text.translate(_NOT_IN_PART).strip(" ,") for text in (self.prefix, self.locator))
        return f"{before} @{key}".strip() + (f", {behind}" if behind else "")


def citation(parts: Iterable[CitedPart]) -> str:
    """Return a citation of some sources; empty if there are none."""
    written = "; ".join(part.markdown for part in parts)
    return f"[{written}]" if written else ""
