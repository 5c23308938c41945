"""Format glossary.yaml and timeline.yaml: entries sorted, ids added, tracking parameters and trailing spaces removed.

Whole entries move as lines of text, at the token positions of PyYAML's scanner.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from studyguide.authoring.format.entry_blocks import Block, blocks_of, line_starts, lines_of, sorted_blocks
from studyguide.authoring.format.ids import event_id, term_id
from studyguide.authoring.format.text_edits import (
    Formatted,
    as_typed_edits,
    line_end_of,
    trailing_spaces,
    with_one_final_line_end,
    without_tails,
)
from studyguide.data.edtf import DateError, parse_date
from studyguide.data.glossary import alphabet_key
from studyguide.data.paths import GLOSSARY
from studyguide.diagnostics.edits import Edit, edited

_KEEPS_LINES = re.compile(r"[|>][0-9]?\+")
_NULL = "tag:yaml.org,2002:null"
_OPENING = (
    yaml.BlockSequenceStartToken,
    yaml.BlockMappingStartToken,
    yaml.FlowSequenceStartToken,
    yaml.FlowMappingStartToken,
)
_CLOSING = (yaml.BlockEndToken, yaml.FlowSequenceEndToken, yaml.FlowMappingEndToken)


def format_yaml(text: str, path: str, language: str = "en") -> Formatted:
    """Format the text of the file at `path`: a list that can be parsed, in which no alias refers to another entry.

    Terms are sorted as in `language`, the guide's. Only missing ids are added, and tracking parameters removed, from
    values; line endings stay.
    """
    changes: list[str] = []
    text = edited(text, _missing_ids(text, path, changes))
    plain = [(start, end) for start, end in _scalars(text) if not _has_escapes(text[start:end])]
    text = edited(text, without_tails(text, plain, changes))
    plain = [(start, end) for start, end in _scalars(text) if not _has_escapes(text[start:end])]
    text = edited(text, as_typed_edits(text, plain, changes))
    ordered = _sorted(text, path, language)
    changes += ordered.changes
    text = edited(ordered.text, trailing_spaces(ordered.text, _scalars(ordered.text), changes))
    if not _ends_with_kept_lines(text):
        text = with_one_final_line_end(text, changes)
    return Formatted(text, tuple(changes), ordered.is_sorted)


def _sorted(text: str, path: str, language: str) -> Formatted:
    entries = _entries(text)
    keys = [_sort_key(entry, path, language) for entry in entries]
    blocks = _blocks(text)
    if None in keys or len(blocks) != len(entries):
        return Formatted(text, is_sorted=False)
    return sorted_blocks(text, blocks, keys, [f'"{_name(entry, path)}"' for entry in entries])


def _entries(text: str) -> list[yaml.MappingNode]:
    root = yaml.compose(text, Loader=yaml.CSafeLoader)
    return [entry for entry in root.value if isinstance(entry, yaml.MappingNode)] if root else []


def _blocks(text: str) -> list[Block]:
    """Return the block of each entry; an empty list for a flow sequence, or a list that begins on the line of `---`."""
    lines = lines_of(text)
    starts = line_starts(lines)
    top, depth, dashes, ends, indent = 0, 0, [], [], 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        start, end = token.start_mark.index, _end_of(token, text)
        line = bisect_right(starts, start) - 1
        if isinstance(token, yaml.DocumentStartToken):
            top = line + 1
        elif isinstance(token, yaml.BlockEntryToken) and depth == 1:
            dashes.append(line)
            ends.append(line)
            indent = start - starts[line]
        elif dashes and end > start and not isinstance(token, yaml.DocumentEndToken):
            ends[-1] = bisect_right(starts, end - 1) - 1
        depth += isinstance(token, _OPENING) - isinstance(token, _CLOSING)
    if dashes and dashes[0] < top:
        return []
    own = rf"[ \t]{{{indent + 1},}}#"
    return blocks_of(lines, list(zip(dashes, ends, strict=True)), top=top, own=own)


def _end_of(token: yaml.Token, text: str) -> int:
    """Return a token's end offset, without the empty lines after a block scalar, which PyYAML's scanner includes."""
    start: int = token.start_mark.index
    end: int = token.end_mark.index
    if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">") and not _KEEPS_LINES.match(text, start):
        return start + len(text[start:end].rstrip())
    return end


def _scalars(text: str) -> list[tuple[int, int]]:
    """Return the start and end offsets of each key and each value."""
    tokens = yaml.scan(text, Loader=yaml.CSafeLoader)
    return [(token.start_mark.index, token.end_mark.index) for token in tokens if isinstance(token, yaml.ScalarToken)]


def _missing_ids(text: str, path: str, changes: list[str]) -> Iterator[Edit]:
    entries = _entries(text)
    taken = {former for entry in entries for former in _texts(entry, "former_ids")}
    taken |= {_text(entry, "id") for entry in entries}
    for entry in entries:
        name = _name(entry, path)
        is_misspelt = any(str(key.value).casefold() == "id" != key.value for key, _ in entry.value)  # `ID: child`
        if not name or _text(entry, "id") or is_misspelt:
            continue
        new = term_id(name, taken) if path == GLOSSARY else event_id(name, _text(entry, "date"), taken)
        taken.add(new)
        changes.append(f'Gave "{name}" the id "{new}".')
        yield _id_edit(entry, new, text)


def _id_edit(entry: yaml.MappingNode, new: str, text: str) -> Edit:
    empty = next((value for key, value in entry.value if key.value == "id"), None)
    start = entry.start_mark.index
    if empty:
        at, end = empty.start_mark.index, empty.end_mark.index
        return Edit(at, end, new if end > at else f" {new}")
    if entry.flow_style:
        return Edit(start + 1, start + 1, f"id: {new}, ")
    return Edit(start, start, f"id: {new}{line_end_of(text)}{' ' * entry.start_mark.column}")


def _has_escapes(written: str) -> bool:
    """Return whether a scalar has escapes: a URL with `&` as `\\u0026` need not end where it seems to."""
    return written.startswith('"') and "\\" in written


def _ends_with_kept_lines(text: str) -> bool:
    scalars = _scalars(text)
    return bool(scalars) and bool(_KEEPS_LINES.match(text, scalars[-1][0]))


def _sort_key(entry: yaml.MappingNode, path: str, language: str) -> Any:
    """Return the key by which the pages sort an entry; None if its name or date is missing or invalid."""
    if path == GLOSSARY:
        name = _name(entry, path)
        return alphabet_key(name, _text(entry, "id"), language) if name else None
    try:
        return parse_date(_text(entry, "date")).sort_key
    except DateError:
        return None


def _name(entry: yaml.MappingNode, path: str) -> str:
    return _text(entry, "term" if path == GLOSSARY else "title")


def _fields(entry: yaml.MappingNode) -> Mapping[str, yaml.Node]:
    return {key.value: value for key, value in entry.value if isinstance(key, yaml.ScalarNode)}


def _text(entry: yaml.MappingNode, field: str) -> str:
    node = _fields(entry).get(field)
    return node.value.strip() if isinstance(node, yaml.ScalarNode) and node.tag != _NULL else ""


def _texts(entry: yaml.MappingNode, field: str) -> list[str]:
    node = _fields(entry).get(field)
    return [str(item.value) for item in node.value] if isinstance(node, yaml.SequenceNode) else []
