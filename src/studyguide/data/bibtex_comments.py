"""Strip comments from a .bib file as pandoc does: lines that begin with %, and a % after a field, to the line end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = r"^[ \t]*%[^\n]*"
_TOKEN = re.compile(rf'(?P<line>{_LINE})|(?P<start>^[ \t]*@\w+\s*[{{(])|\\[^\n]|[{{}}"]|(?<!\w)%', re.MULTILINE)
_LINE_END = re.compile(r"[^\n]*")


def without_comments(text: str, fill: str = "") -> str:
    """Return the text of a .bib file without its comments, or with each of their characters replaced by `fill`."""
    parts = []
    end = 0
    for start, stop in _comments_in(text):
        parts += [text[end:start], fill * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def _comments_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and the end of each comment."""
    depth = offset = 0
    is_quoted = False
    while token := _TOKEN.search(text, offset):
        offset = token.end()
        if token["line"]:
            yield token.span()
        elif token["start"]:  # resynchronise: the entry above may lack a brace
            depth, is_quoted = 1, False
        elif token[0] == "%" and depth == 1 and not is_quoted:
            found = _LINE_END.match(text, offset)
            assert found is not None  # it may be empty
            offset = found.end()
            yield token.start(), offset
        elif token[0] == '"' and depth == 1:
            is_quoted = not is_quoted
        elif token[0] in "{}":
            depth += 1 if token[0] == "{" else -1
