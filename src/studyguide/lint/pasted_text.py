"""Tell what was pasted from a PDF or a Mac, and looks right without being so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.pasted_text import divided_in_doubt, pasted_in, without_pasted_characters
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file

_CLOSING = ".,;:!?)]*"
_WORD_START = re.compile(r"[^\s\[\](){}*\"“]*\Z")
_WORD_END = re.compile(r"[^\s\[\](){}*\"”]*")


@on_file
def pasted_text(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find words with pasted characters or divided by a line end, each word once."""
    end = -1
    for found in pasted_in(file.text):
        if found.start < end or found.kind == "divided":  # told at its second half
            continue
        first = _WORD_START.search(file.text, max(found.start - 40, 0), found.start)
        last = _WORD_END.match(file.text, found.end)
        assert first is not None  # both match nothing too
        assert last is not None
        end = max(last.end(), found.end)
        is_divided = found.kind == "moved"
        word = f"{'' if is_divided else file.text[first.start() : found.start]}{found.meant}{last[0]}"
        where = file.location(found.start if is_divided else first.start())
        shown = without_pasted_characters(word).rstrip(_CLOSING)
        yield problem(where, "pasted-text", found.kind if shown else "between-words", word=shown)
    for offset, before, after in divided_in_doubt(file.text):
        yield problem(file.location(offset), "pasted-text", "in-doubt", before=before, after=after)
