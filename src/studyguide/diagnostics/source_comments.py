"""Blank the comments of a guide's files, which no reader sees, without moving anything else."""

from __future__ import annotations

import re

from studyguide.diagnostics.source_text import SourceFile

_YAML = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_COMMENTS = {
    "md": HTML_COMMENT,
    "yaml": _YAML,
    "yml": _YAML,
    "bib": re.compile(r"^[ \t]*%.*", re.MULTILINE),
}
_NOT_LINE_END = re.compile(r"[^\n]")


def without_comments(file: SourceFile) -> str:
    """Return the text of a file with a space for each character of its comments, so that offsets stay the same."""
    kind, text = file.path.rpartition(".")[2], file.text
    if kind not in _COMMENTS:
        return text
    end = text.rfind("-->") + 3 if kind == "md" else len(text)  # avoids a quadratic search from each unclosed "<!--"
    return _COMMENTS[kind].sub(lambda comment: _NOT_LINE_END.sub(" ", comment[0]), text[:end]) + text[end:]
