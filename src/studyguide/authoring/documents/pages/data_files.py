"""Write terms, events and pages of their own into glossary.yaml, timeline.yaml and mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import yaml

from studyguide.authoring.documents.pages.pages import OwnPage
from studyguide.authoring.escapes import in_yaml
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


def with_pages(settings: str, own: Iterable[OwnPage]) -> str:
    """Return mkdocs.yml with pages in its `nav`, each behind the page that it follows."""
    lines = settings.split("\n")
    for page in own:
        after = next((row for row, line in enumerate(lines) if line.endswith(f": {page.after}")), None)
        if after is not None:
            lines.insert(after + 1, f"  - {in_yaml(page.title)}: {page.path}")
    return "\n".join(lines)
