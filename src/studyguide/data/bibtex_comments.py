"""Remarks in a .bib file, as pandoc reads them: lines that begin with %, and what stands behind a field and a %."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = r"^[ \t]*%[^\n]*"
_SIGN = re.compile(rf'(?P<line>{_LINE})|(?P<start>^[ \t]*@\w+\s*[{{(])|\\[^\n]|[{{}}"]|(?<!\w)%', re.MULTILINE)
_LINE_END = re.compile(r"[^\n]*")


def without_remarks(text: str, fill: str = "") -> str:
    """Give a .bib file's text without its remarks, or with `fill` in place of each of their signs."""
    parts = []
    end = 0
    for start, stop in _remarks_in(text):
        parts += [text[end:start], fill * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def _remarks_in(text: str) -> Iterator[tuple[int, int]]:
    """Where each remark begins and ends."""
    depth = place = 0
    is_quoted = False
    while sign := _SIGN.search(text, place):
        place = sign.end()
        if sign["line"]:
            yield sign.span()
        elif sign["start"]:  # whatever brace is missing above
            depth, is_quoted = 1, False
        elif sign[0] == "%" and depth == 1 and not is_quoted:
            found = _LINE_END.match(text, place)
            assert found is not None  # it may be empty
            place = found.end()
            yield sign.start(), place
        elif sign[0] == '"' and depth == 1:
            is_quoted = not is_quoted
        elif sign[0] in "{}":
            depth += 1 if sign[0] == "{" else -1
