"""Write entries into glossary.yaml and timeline.yaml, in place of the examples of the blank guide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import yaml

from studyguide.authoring.format.yaml_files import format_yaml

Entry = Mapping[str, str | bool | list[str]]
"""The fields of a term or an event by name."""
_ENTRIES = re.compile(r"^(?:# An example\b.*\n)?- id:", re.MULTILINE)
_WIDTH = 116


def with_entries(blank: str, entries: Iterable[Entry], path: str, language: str) -> str:
    """Return a data file of the blank guide with entries in place of its examples, sorted, each with an id."""
    start = _ENTRIES.search(blank)
    top = blank[: start.start()] if start else blank
    written = "\n".join(
        yaml.safe_dump([dict(entry)], allow_unicode=True, sort_keys=False, width=_WIDTH) for entry in entries
    )
    return format_yaml(f"{top}{written or '[]'}\n", path, language).text
