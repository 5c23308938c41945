"""Limit the nesting depth of YAML, against stack overflow and exponential alias expansion.

PyYAML composes nodes by unbounded recursion in C: 100 KB of "[" crash the process. Its event stream is flat, so the
depth can be checked without composing.
"""

from __future__ import annotations

import re

import yaml

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile

_MAX_DEPTH = 20
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)  # MkDocs' own pattern


def nesting_problem(file: SourceFile) -> Problem | None:
    """Return a problem if a YAML file nests deeper than the limit. Raises yaml.YAMLError if it is not YAML."""
    offset = _first_violation(file.text, with_aliases=True)
    return None if offset is None else problem(file.location(offset), "yaml-syntax", "nested")


def front_matter_problem(file: SourceFile) -> Problem | None:
    """Return a problem if the front matter of a chapter nests too deep or has an alias, which MkDocs would expand."""
    matter = _FRONT_MATTER.match(file.text)
    if not matter:
        return None
    try:
        offset = _first_violation(matter[1], with_aliases=False)
    except yaml.YAMLError:
        return None  # MkDocs treats it as text, which `lint.markup` reports
    if offset is None:
        return None
    return problem(file.location(matter.start(1) + offset), "front-matter", "nested")


def _first_violation(text: str, *, with_aliases: bool) -> int | None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH or (isinstance(event, yaml.AliasEvent) and not with_aliases):
            return event.start_mark.index if event.start_mark else 0
    return None
