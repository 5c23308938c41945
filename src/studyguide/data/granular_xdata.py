"""Resolve references to an `@xdata`, or to single fields of one: `publisher = {xdata=press-publisher}`.

Pandoc resolves those to a whole one, and prints the others as they stand. The grammar is that of the BibLaTeX
manual, section 3.13.6.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_REFERENCE = re.compile(
    r"(?<![^\s{])xdata\s*=\s*(?P<key>[^\s,{}]+)-(?P<field>[A-Za-z]+)(?:-(?P<item>[1-9][0-9]*))?(?![^\s}])"
)
_AND = re.compile(r"\s+and\s+(?![^{]*\})")
_DEEPEST = 8
"""How far references may lead on, so that a circle of them ends."""
Entries = Mapping[str, Mapping[str, str]]


def with_xdata(fields: Mapping[str, str], entries: Entries) -> dict[str, str]:
    """Return those fields that hold references, with what these stand for; `entries` are those of `@xdata`, by key.

    A reference that leads nowhere stays.
    """
    return {name: _resolved(value, entries) for name, value in fields.items() if reference_in(value)}


def fields_from_xdata(fields: Mapping[str, str], entries: Entries, depth: int = 0) -> dict[str, str]:
    """Return the fields that an entry takes whole from each `@xdata` that its field `xdata` names (BibLaTeX manual,
    section 3.13.5).
    """
    keys = [key.strip() for key in fields.get("xdata", "").split(",")] if depth <= _DEEPEST else []
    parents = [entries[key] for key in keys if key in entries]
    taken = {name: value for parent in parents for name, value in fields_from_xdata(parent, entries, depth + 1).items()}
    return {**taken, **{name: value for parent in parents for name, value in parent.items()}}


def reference_in(value: str) -> str:
    """Return the first reference to a field of an `@xdata` in a value, or an empty text."""
    found = _REFERENCE.search(value) if "xdata" in value else None
    return found[0] if found else ""


def _resolved(value: str, entries: Entries, depth: int = 0) -> str:
    if depth > _DEEPEST:
        return value
    return _REFERENCE.sub(lambda reference: _value(reference, entries, depth), value)


def _value(reference: re.Match[str], entries: Entries, depth: int) -> str:
    value = _field(reference["key"], reference["field"].lower(), entries, depth)
    items = _AND.split(value) if reference["item"] else [value]
    place = int(reference["item"] or 1)
    return items[place - 1] if value and place <= len(items) else reference[0]


def _field(key: str, name: str, entries: Entries, depth: int) -> str:
    """Return a field of an `@xdata`, which may take it from another one."""
    fields = entries.get(key, {})
    if name in fields or depth > _DEEPEST:
        return _resolved(fields.get(name, "").strip(), entries, depth + 1)
    parents = (parent.strip() for parent in fields.get("xdata", "").split(","))
    return next(filter(None, (_field(parent, name, entries, depth + 1) for parent in parents)), "")
