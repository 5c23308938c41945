"""Check the entries of glossary.yaml and timeline.yaml for what their schema cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.data.guide import Guide
from studyguide.data.paths import GLOSSARY, TIMELINE
from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.lint.context import LintContext
from studyguide.lint.registry import on_file, on_guide

_NAME = re.compile(r"^(?:- |  )(?:title|term):[ \t]+(?P<name>.*)$", re.MULTILINE)
_MARKUP = re.compile(
    r"\[[^\[\]]*@[\w{][^\[\]]*\]|\[\^[^\[\]]+\]"  # a citation, a note
    r"|!?\[[^\[\]]+\]\([^()]*\)|\[\[[^\[\]]+\]\]"  # a link
    r"|\*\*[^*]+\*\*|(?<![\w*])\*(?=[^\s*])[^*]+(?<=\S)\*(?![\w*])|(?<![\w_])_(?=[^\s_])[^_]+(?<=\S)_(?![\w_])"
    r"|`[^`]+`|~~[^~]+~~|(?<!=)==[^=\s][^=]*==|</?[a-zA-Z][^<>]*>|<!--|&(?:[a-zA-Z]{2,8}|#\d+);|\{[#.:][^{}]*\}"
)


@on_file
def markup_in_names(file: SourceFile, context: LintContext) -> Iterator[Problem]:
    """Find markup in the titles of events and the names of terms, which are printed as they stand in several places."""
    for line in _NAME.finditer(file.text) if file.path in (GLOSSARY, TIMELINE) else ():
        if found := _MARKUP.search(line["name"]):
            yield problem(file.location(line.start("name") + found.start()), "marked-up-name", markup=found[0])


@on_guide
def checks_without_a_note(guide: Guide, context: LintContext) -> Iterator[Problem]:
    """Find the entries to be checked that do not say what: only a note makes the box that readers see."""
    silent = [(term.where, term.id) for term in guide.terms if term.is_open and not term.note]
    silent += [(event.where, event.id) for event in guide.events if event.is_open and not event.note]
    for where, name in silent:
        yield problem(where, "check-without-note", id=name)
