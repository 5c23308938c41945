"""Keep the stars that are no emphasis: those of a product, `5*3*2`, and those that lead to a remark, `12*, 13*`.

CommonMark and Python-Markdown read both as emphasis and take the stars away, so that `5*3*2` becomes 532.
"""

from __future__ import annotations

import re

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

LITERAL_STARS = (
    r"(?P<product>(?<=[\d%‰°²³])\*+(?=\d)"  # 5*3
    r"|(?<![\w*\\])[A-Za-z](?:\*[A-Za-z])+(?![\w*])"  # a*b*c
    r"|(?<![\w*\\])(?=\w+(?:\*\w+)*(?:(?<=\d)\*|\*(?=\d)))\w+(?:\*\w+)+(?![\w*]))"  # 2*length*width
    r"|(?P<run>\*+)"
)
_REMARK = re.compile(r"(?<=\w)\*+(?=[,.;:!?)\]…%‰°€$£])|(?<=\d)\*+(?=\()")
"""A run behind a word that CommonMark lets close emphasis alone, as a sign follows."""
_RUN = re.compile(r"\*+")
_NEAR = 500
"""How many characters back emphasis may have been opened, which bounds the time on hostile text."""


class LiteralStars(InlineProcessor):
    """Escapes stars before Python-Markdown looks for emphasis."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int, int]:  # type: ignore[override]  # noqa: N802 (the name is Python-Markdown's)
        """Return the stars as text; None where they may be emphasis."""
        is_literal = m["product"] or (_REMARK.match(data, m.start()) and not _is_open(data, m.start()))
        escaped = m[0].replace("*", f"{STX}{ord('*')}{ETX}") if is_literal else None
        return escaped, m.start(), m.end()


def _is_open(data: str, start: int) -> bool:
    """Return whether a star before `start` waits for its end."""
    return len(_RUN.findall(data, max(start - _NEAR, 0), start)) % 2 == 1
