"""Adapt a guide's mkdocs.yml to an engine that is installed as a wheel; the rest of the file stays byte for byte."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

import yaml

from studyguide.authoring.format.text_edits import line_end_of
from studyguide.diagnostics.edits import Edit, edited

HOOK = "hooks/guide.py"
_HEADER_LINK = 'header_link: "[**Get help** or report](index.md#get-help)"'
"""The link that the copied engine had hard-coded in the header of each page."""


class SettingsError(Exception):
    """The settings cannot be edited; the message says why."""


@dataclass(frozen=True)
class Remains:
    """The parts of a guide that remain once the copied engine is removed."""

    has_overrides: bool
    """Whether a file is left in overrides/."""
    has_manual: bool
    """Whether a file is left in docs/chairs/."""
    has_help: bool
    """Whether the home page has the section that the header link points to."""


@dataclass(frozen=True)
class EditedSettings:
    """The settings as edited for the new engine."""

    text: str
    changed: tuple[str, ...]
    """The keys that were removed or changed."""
    own_hooks: tuple[str, ...]
    """The guide's own hooks."""
    lacks_hook: bool
    """Whether a chair must add the engine's hook: there was no old hook to replace."""


def edit_settings(text: str, engine_files: Container[str], remains: Remains) -> EditedSettings:
    """Replace the engine's old hooks by its one new hook, and remove references to files that are gone.

    `engine_files` are the paths of the copied engine's files. Raises `SettingsError` if the text is not a block mapping
    in valid YAML.
    """
    root = _compose(text)
    edits = {
        # First: its insertion may share an offset with the start of another edit.
        "header_link": _header_link_edits(text, root) if remains.has_help else [],
        "hooks": _hook_edits(text, root, engine_files),
        "extra_css": _asset_edits(text, root, "extra_css", engine_files),
        "extra_javascript": _asset_edits(text, root, "extra_javascript", engine_files),
    }
    if not remains.has_overrides:
        edits["custom_dir"] = _custom_dir_edits(text, _value(root, "theme"))
    if not remains.has_manual and _text_of(_value(root, "not_in_nav")) == "/chairs/":
        edits["not_in_nav"] = _removals(text, root, [_keys(root).index("not_in_nav")])
    hooks = [hook for hook in _names_in(_value(root, "hooks")) if hook is not None]
    return EditedSettings(
        edited(text, (edit for some in edits.values() for edit in some)),
        tuple(name for name, some in edits.items() if some),
        tuple(hook for hook in hooks if hook != HOOK and hook not in engine_files),
        lacks_hook=not edits["hooks"] and HOOK not in hooks,
    )


def _compose(text: str) -> yaml.MappingNode:
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f":{mark.line + 1}:{mark.column + 1}" if mark else ""
        raise SettingsError(f"mkdocs.yml{where}: This is not valid YAML. Mend it, then upgrade.") from error
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        raise SettingsError('mkdocs.yml:1:1: Write each setting as a line "name: value", then upgrade.')
    return root


def _hook_edits(text: str, root: yaml.MappingNode, engine_files: Container[str]) -> list[Edit]:
    """Replace the first old hook by the new one, and remove the others."""
    node = _value(root, "hooks")
    names = _names_in(node)
    old = [number for number, name in enumerate(names) if name in engine_files]
    if not old or not isinstance(node, yaml.SequenceNode):
        return []
    if HOOK in names:
        return _removals(text, node, old)
    first = node.value[old[0]]
    return [Edit(first.start_mark.index, first.end_mark.index, HOOK), *_removals(text, node, old[1:])]


def _asset_edits(text: str, root: yaml.MappingNode, name: str, engine_files: Container[str]) -> list[Edit]:
    """Remove the engine's stylesheets or scripts from their list, or the whole list if it has no others."""
    node = _value(root, name)
    names = _names_in(node)
    old = [number for number, asset in enumerate(names) if f"overrides/{asset}" in engine_files]
    if not isinstance(node, yaml.SequenceNode) or len(old) < len(names):
        return _removals(text, node, old) if isinstance(node, yaml.SequenceNode) else []
    return _removals(text, root, [_keys(root).index(name)] if old else [])


def _custom_dir_edits(text: str, theme: yaml.Node | None) -> list[Edit]:
    if not isinstance(theme, yaml.MappingNode) or _text_of(_value(theme, "custom_dir")).rstrip("/") != "overrides":
        return []
    return _removals(text, theme, [_keys(theme).index("custom_dir")])


def _header_link_edits(text: str, root: yaml.MappingNode) -> list[Edit]:
    """Add the header link that the copied engine had hard-coded."""
    extra = _value(root, "extra")
    guide = _value(extra, "guide") if isinstance(extra, yaml.MappingNode) else None
    if not isinstance(guide, yaml.MappingNode) or not guide.value or "header_link" in _keys(guide):
        return []
    end = _span(text, guide.value[-1])[1]
    if guide.flow_style:
        return [Edit(end, end, f", {_HEADER_LINK}")]
    line_end = text.find("\n", end)
    start = line_end + 1 if line_end >= 0 else len(text)
    indent = " " * guide.start_mark.column
    between = "" if line_end >= 0 else line_end_of(text)
    return [Edit(start, start, f"{between}{indent}{_HEADER_LINK}{line_end_of(text)}")]


def _keys(mapping: yaml.MappingNode) -> list[str]:
    return [_text_of(key) for key, _ in mapping.value]


def _value(mapping: yaml.MappingNode, name: str) -> yaml.Node | None:
    return next((value for key, value in mapping.value if _text_of(key) == name), None)


def _names_in(node: yaml.Node | None) -> list[str | None]:
    """Return the items of a list; None for each that is not a scalar."""
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [item.value if isinstance(item, yaml.ScalarNode) else None for item in items]


def _text_of(node: yaml.Node | None) -> str:
    return str(node.value).strip() if isinstance(node, yaml.ScalarNode) else ""


def _removals(text: str, parent: yaml.CollectionNode, numbers: list[int]) -> list[Edit]:
    """Return the edits that remove some, but not all, of a list's items or a mapping's pairs."""
    spans = [_span(text, part) for part in parent.value]
    if not parent.flow_style:
        lines = [(text.rfind("\n", 0, spans[number][0]) + 1, text.find("\n", spans[number][1])) for number in numbers]
        return [Edit(start, end + 1 if end >= 0 else len(text)) for start, end in lines]
    first_kept = next((number for number in range(len(spans)) if number not in numbers), len(spans))
    return [
        Edit(spans[number][0], spans[number + 1][0])
        if number < first_kept
        else Edit(spans[number - 1][1], spans[number][1])  # with the comma before it
        for number in numbers
    ]


def _span(text: str, part: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
    """Return the start and end offsets of an item, or of a key with its value, without trailing white space."""
    first, last = part if isinstance(part, tuple) else (part, part)
    while isinstance(last, yaml.CollectionNode) and not last.flow_style and last.value:
        last = last.value[-1][1] if isinstance(last, yaml.MappingNode) else last.value[-1]
    start, end = first.start_mark.index, last.end_mark.index
    return start, start + len(text[start:end].rstrip())
