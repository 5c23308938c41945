"""Find YAML that would grow without end once it is read: lists within lists, and aliases of aliases.

PyYAML composes nodes by recursion, in C without any bound: 100 KB of "[" end the process. Its events come one
after the other, so that this looks no further than it must.
"""

from __future__ import annotations

import re

import yaml

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.diagnostics.source_text import SourceFile

_DEEPEST = 20
_FRONT_MATTER = re.compile(r"\A-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)  # as MkDocs has it


def nesting_problem(file: SourceFile) -> Problem | None:
    """Find where a YAML file nests deeper than any that means something. Raises yaml.YAMLError where it is none."""
    offset = _first_excess(file.text, with_aliases=True)
    return None if offset is None else problem(file.location(offset), "yaml-syntax", "nested")


def front_matter_problem(file: SourceFile) -> Problem | None:
    """Find the same, or any alias, in the lines at the top of a chapter, which MkDocs reads with all it can hold."""
    matter = _FRONT_MATTER.match(file.text)
    if not matter:
        return None
    try:
        offset = _first_excess(matter[1], with_aliases=False)
    except yaml.YAMLError:
        return None  # MkDocs takes it for text, and `markup` tells of it
    if offset is None:
        return None
    return problem(file.location(matter.start(1) + offset), "front-matter", "nested")


def _first_excess(text: str, *, with_aliases: bool) -> int | None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST or (isinstance(event, yaml.AliasEvent) and not with_aliases):
            return event.start_mark.index if event.start_mark else 0
    return None
