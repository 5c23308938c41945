"""What mkdocs.yml says of the guide, letter for letter and with its place: MkDocs' own reading keeps neither.

YAML makes a number of `conference: 2026`, and of two lines of one name it takes the last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from studyguide.data.guide import schema_of
from studyguide.data.paths import SETTINGS
from studyguide.data.yaml_entries import Entry, compose_yaml, read_settings_entry, remark_problems
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan

_TITLES = frozenset(("site_name", "site_description", "site_author"))
_FROM_OUTSIDE = "!ENV"
"""The tag of a value that MkDocs takes from the environment."""


@dataclass(frozen=True)
class Settings:
    """The settings of a guide, as far as they are its own."""

    file: SourceFile
    root: yaml.Node | None
    guide: Entry | None = None
    """What stands under `extra: guide:`; None where nothing does, or something wrong."""
    problems: tuple[Problem, ...] = ()

    def span(self, *names: str) -> SourceSpan | None:
        """The text at the end of a path of names, such as `theme`, `language`; None where there is none."""
        node = value_at(self.root, *names)
        if not isinstance(node, yaml.ScalarNode):
            return None
        return SourceSpan(node.value.strip(), self.file, node.start_mark.index, node.end_mark.index)


def read_settings(file: SourceFile) -> Settings:
    """Read mkdocs.yml, which MkDocs could read too."""
    root = compose_yaml(file)
    if isinstance(root, Problem):
        return Settings(file, None, problems=(root,))
    schema = schema_of(SETTINGS)["properties"]["extra"]["properties"]["guide"]
    node, guide = value_at(root, "extra", "guide"), None
    problems = [*_repeated_names(file, root, node), *_cut_titles(file, root), *_misplaced(file, root, schema)]
    if node and node.value:
        guide, faults = read_settings_entry(file, _from_inside(node), schema, "guide")
        problems += faults
    return Settings(file, root, guide, tuple(problems))


def value_at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """Give the value at the end of a path of names, also within lists; of two of one name the last, as YAML does."""
    for name in names:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values = [value for part in parts for key, value in _pairs(part) if key.value == name]
        node = values[-1] if values else None
    return node


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """The names of a mapping with their values."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _from_inside(node: yaml.Node) -> yaml.Node:
    """Leave out the values that the environment gives: MkDocs knows them."""
    if not isinstance(node, yaml.MappingNode):
        return node
    pairs = [(key, value) for key, value in node.value if value.tag != _FROM_OUTSIDE]
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def _repeated_names(file: SourceFile, root: yaml.Node | None, guide: yaml.Node | None) -> Iterator[Problem]:
    """Find the names that stand twice at one place; those of the guide's own are found with its other faults."""
    nodes, seen = [root], {id(guide)}
    for node in nodes:  # which grows
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
        first: dict[str, yaml.Node] = {}
        for key, value in _pairs(node):
            nodes.append(value)
            before = first.setdefault(key.value, key)
            if before is not key:
                line = file.location(before.start_mark.index).line
                message = "setting" if isinstance(value, yaml.ScalarNode) else "settings"
                where = file.location(key.start_mark.index)
                yield problem(where, "repeated-field", message, field=key.value, line=line)


def _cut_titles(file: SourceFile, root: yaml.Node | None) -> Iterator[Problem]:
    for key, value in _pairs(root):
        if key.value in _TITLES:
            yield from remark_problems(file, value, key.end_mark.index)


def _misplaced(file: SourceFile, root: yaml.Node | None, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Find the guide's own settings beside `guide`, where nobody reads them, and `guide` itself by another name."""
    extra = _pairs(value_at(root, "extra"))
    is_there = any(key.value == "guide" for key, _ in extra)
    for key, _ in extra:
        where = file.location(key.start_mark.index)
        if key.value in schema["properties"]:
            yield problem(where, "unknown-field", "outside", field=key.value)
        elif not is_there and (fix := did_you_mean(str(key.value), ["guide"], 0.8)):
            yield problem(where, "unknown-field", "guide", field=key.value, fix=fix)
