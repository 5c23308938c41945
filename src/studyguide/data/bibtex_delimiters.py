"""Write the entries of a .bib file that stand in parentheses in braces: `@book(key, ...)`, `@string(name = "...")`.

BibTeX takes either (https://ctan.org/pkg/bibtex, "Designing BibTeX Styles"); pandoc and bibtexparser, braces alone.
"""

from __future__ import annotations

import re

from studyguide.data.bibtex_comments import without_comments

_START = re.compile(r"^[ \t]*@(?!comment)[^\W\d_]+[ \t]*(?P<open>\()", re.MULTILINE | re.IGNORECASE)
_SIGN = re.compile(r'\\[^\n]|[{})"]')


def with_braces(text: str) -> str:
    """Return the text with braces in place of the parentheses around an entry, each sign at its offset."""
    parts, end = [], 0
    masked = without_comments(text, fill=" ") if _START.search(text) else ""
    for start in _START.finditer(masked):
        closing = _closing(masked, start.end()) if start.start() >= end else None
        if closing is not None:
            parts += [text[end : start.start("open")], "{", text[start.end() : closing], "}"]
            end = closing + 1
    return "".join([*parts, text[end:]])


def _closing(text: str, offset: int) -> int | None:
    """Return where the parenthesis closes that opens before `offset`: outside braces and quotation marks."""
    depth, is_quoted = 0, False
    for sign in _SIGN.finditer(text, offset):
        if sign[0] == ")" and not depth and not is_quoted:
            return sign.start()
        if sign[0] == '"' and not depth:
            is_quoted = not is_quoted
        depth += (sign[0] == "{") - (sign[0] == "}")
    return None
