"""Keep the stars that are no emphasis: those of a product, `5*3*2`, and those that lead to a remark, `12*, 13*`.

CommonMark and Python-Markdown read both as emphasis and take the stars away, so that `5*3*2` becomes 532.
A star beside a bracket, as in `n*(n-1)*k`, is one of a product where the factors follow each other without a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from markdown.inlinepatterns import InlineProcessor
from markdown.util import ETX, STX

from studyguide.markdown.positions import POSITION

# The factors: a letter, a short name or number, a function or an index with its brackets, a sum in brackets.
_SYMBOL = r"[A-Za-zΑ-Ωα-ω]['′]?"
_VALUE = r"(?:[A-Za-zΑ-Ωα-ω]{1,3}\d*|\d[\d.,]{0,15})"
_BRACKET = r"\((?:[^()*\n]|(?<=[\w)])\*+(?=[\w(])|\([^()*\n]*\)){1,80}\)"
_CALL = rf"\w*(?:{_BRACKET}|(?:{POSITION.pattern})?\[[\w,+-]+\])[!²³]?"
_SUM = rf"\w{{0,4}}\({_VALUE}(?: ?[+−*/^,-] ?{_VALUE})*\)"
_START, _END = r"(?<![\w*\\])", r"(?![\w*(])"
PRODUCT = (
    r"(?:(?<=[\d%‰°²³])\*+(?=\d)"  # 5*3
    rf"|{_START}(?={_CALL}\*|(?:\w+\*+){{1,9}}{_CALL}\*|(?:{_VALUE}\*+){{2,9}}{_CALL})"
    rf"(?:{_CALL}|\w+)(?:\*\*?(?:{_CALL}|\w+)){{2,}}{_END}"  # n*(n-1)*k, f(x)*g(x)*h
    rf"|{_START}(?=\w+(?:\*\w+)*(?:(?<=\d)\*|\*{{1,2}}(?=\d)))\w+(?:\*\w+|\*\*\d+(?!\*\*))+{_END}"  # 2*length*width
    rf"|{_START}{_SYMBOL}(?:\*{_SYMBOL})+{_END})"  # a*b*c
)
"""A pattern of what is a product, wherever it stands."""
LITERAL_STARS = (
    rf"(?P<product>{PRODUCT})"
    rf"|(?P<alone>{_START}(?:{_SUM}\*\*?(?:{_SUM}|{_VALUE})|{_VALUE}\*\*?{_SUM}){_END})"  # n*(n-1)
    r"|(?P<run>\*+)"
)
_REMARK = re.compile(r"(?<=\w)\*+(?=[,.;:!?)\]…%‰°€$£])|(?<=\d)\*+(?=\()")
"""A run behind a word that CommonMark lets close emphasis alone, as a sign follows."""
_RUN = re.compile(r"\*+")
_NEAR = 500
"""How many characters back emphasis may have been opened, which bounds the time on hostile text."""


class _InTextWithStars:
    """A compiled pattern that is tried on text with a star alone: it is the slowest of all, and few texts have one."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Yield the matches from `start`, as `re.Pattern.finditer` does."""
        return self._pattern.finditer(text, start) if "*" in text else iter(())


class LiteralStars(InlineProcessor):
    """Escapes stars before Python-Markdown looks for emphasis."""

    def getCompiledRegExp(self) -> re.Pattern[str]:  # noqa: N802 (the name is Python-Markdown's)
        """Return what stands for the pattern, of which Python-Markdown calls `finditer` alone."""
        return cast("re.Pattern[str]", _InTextWithStars(self.compiled_re))

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str | None, int, int]:  # type: ignore[override]  # noqa: N802 (the name is Python-Markdown's)
        """Return the stars as text; None where they may be emphasis."""
        may_be_end = not m["product"] and (m["alone"] or _REMARK.match(data, m.start()))
        is_literal = m["product"] or (may_be_end and not _is_open(data, m.start()))
        escaped = m[0].replace("*", f"{STX}{ord('*')}{ETX}") if is_literal else None
        return escaped, m.start(), m.end()


def _is_open(data: str, start: int) -> bool:
    """Return whether a star before `start` waits for its end."""
    return len(_RUN.findall(data, max(start - _NEAR, 0), start)) % 2 == 1
