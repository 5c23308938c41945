"""Remind of references that rules have read, and nobody has compared yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.paths import BIBLIOGRAPHY
from studyguide.data.printed_remarks import AS_PRINTED
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file

_REMARK = re.compile(rf"^{re.escape(AS_PRINTED)}", re.MULTILINE)


@on_file
def printed_remarks(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find the remarks that keep the printed words of a reference."""
    if file.path == BIBLIOGRAPHY:
        yield from (problem(file.location(found.start()), "as-printed") for found in _REMARK.finditer(file.text))
