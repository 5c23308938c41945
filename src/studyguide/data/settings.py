"""Parse the guide's settings in mkdocs.yml as raw text with source locations, which MkDocs' own parser drops.

YAML turns `conference: 2026` into a number, and of two keys of one name it keeps the last alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from studyguide.data.guide import schema_of
from studyguide.data.paths import SETTINGS
from studyguide.data.yaml_entries import Entry, compose_yaml, hash_comment_problems, read_settings_entry
from studyguide.diagnostics.diagnostic import Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan

_TITLES = frozenset(("site_name", "site_description", "site_author"))
_ENV_TAG = "!ENV"
"""The tag of a value that MkDocs reads from an environment variable."""


@dataclass(frozen=True)
class Settings:
    """The parsed mkdocs.yml of a guide."""

    file: SourceFile
    root: yaml.Node | None
    guide: Entry | None = None
    """The settings under `extra: guide:`; None if there are none or they are invalid."""
    problems: tuple[Problem, ...] = ()

    def span(self, *names: str) -> SourceSpan | None:
        """Return the scalar at a path of keys, such as `theme`, `language`; None if there is none."""
        node = value_at(self.root, *names)
        if not isinstance(node, yaml.ScalarNode):
            return None
        return SourceSpan(node.value.strip(), self.file, node.start_mark.index, node.end_mark.index)

    def spans(self, *names: str) -> list[SourceSpan]:
        """Return all scalars at a path of keys, also those in the items of lists."""
        nodes = [self.root]
        for name in names:
            parts = [part for node in nodes for part in (node.value if isinstance(node, yaml.SequenceNode) else [node])]
            nodes = [value for part in parts for key, value in _pairs(part) if key.value == name]
        scalars = (node for node in nodes if isinstance(node, yaml.ScalarNode))
        return [
            SourceSpan(node.value.strip(), self.file, node.start_mark.index, node.end_mark.index) for node in scalars
        ]

    def place(self, *names: str) -> Location:
        """Return where the last of a path of keys, or of items of lists, is written.

        Of names that are not there, as those of an inherited file, it is the one before, or else the file's start.
        """
        node, start = self.root, 0
        for name in names:
            key, node = _named(node, name)
            if key is None:
                break
            start = key.start_mark.index
        return self.file.location(start)


def read_settings(file: SourceFile) -> Settings:
    """Parse mkdocs.yml, which MkDocs has already parsed without an error."""
    root = compose_yaml(file)
    if isinstance(root, Problem):
        return Settings(file, None, problems=(root,))
    schema = schema_of(SETTINGS)["properties"]["extra"]["properties"]["guide"]
    node, guide = value_at(root, "extra", "guide"), None
    problems = [*_duplicate_keys(file, root, node), *_truncated_titles(file, root), *_misplaced(file, root, schema)]
    if node and node.value:
        guide, faults = read_settings_entry(file, _without_env_values(node), schema, "guide")
        problems += faults
    return Settings(file, root, guide, tuple(problems))


def value_at(node: yaml.Node | None, *names: str) -> yaml.Node | None:
    """Return the node at a path of keys, searching lists too; of duplicate keys the last, as in YAML."""
    for name in names:
        parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
        values = [value for part in parts for key, value in _pairs(part) if key.value == name]
        node = values[-1] if values else None
    return node


def _named(node: yaml.Node | None, name: str) -> tuple[yaml.Node | None, yaml.Node | None]:
    """Return the last key of this name in a mapping or a list, with its value; or the item of the list itself.

    A slash before the name of a plugin has MkDocs pass over the theme's plugin of the same name.
    """
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    items: list[tuple[yaml.Node, yaml.Node | None]] = [
        (part, None) for part in parts if isinstance(part, yaml.ScalarNode)
    ]
    items += [pair for part in parts for pair in _pairs(part)]
    return next((item for item in reversed(items) if item[0].value.removeprefix("/") == name), (None, None))


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.Node, yaml.Node]]:
    """Return the scalar keys of a mapping with their values."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]


def _without_env_values(node: yaml.Node) -> yaml.Node:
    """Return a mapping without the values from environment variables, which MkDocs resolves."""
    if not isinstance(node, yaml.MappingNode):
        return node
    pairs = [(key, value) for key, value in node.value if value.tag != _ENV_TAG]
    return yaml.MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def _duplicate_keys(file: SourceFile, root: yaml.Node | None, guide: yaml.Node | None) -> Iterator[Problem]:
    """Find duplicate keys, except below `guide`, where validation against the schema finds them."""
    nodes, seen = [root], {id(guide)}
    for node in nodes:  # the list grows while it is walked
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


def _truncated_titles(file: SourceFile, root: yaml.Node | None) -> Iterator[Problem]:
    for key, value in _pairs(root):
        if key.value in _TITLES:
            yield from hash_comment_problems(file, value, key.end_mark.index)


def _misplaced(file: SourceFile, root: yaml.Node | None, schema: Mapping[str, Any]) -> Iterator[Problem]:
    """Find settings beside `guide` that belong under it, and misspellings of `guide` itself."""
    extra = _pairs(value_at(root, "extra"))
    is_there = any(key.value == "guide" for key, _ in extra)
    for key, _ in extra:
        where = file.location(key.start_mark.index)
        if key.value in schema["properties"]:
            yield problem(where, "unknown-field", "outside", field=key.value)
        elif not is_there and (fix := did_you_mean(str(key.value), ["guide"], 0.8)):
            yield problem(where, "unknown-field", "guide", field=key.value, fix=fix)
