"""Write pages of their own into the navigation of a guide, `nav` in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Iterable

from studyguide.authoring.documents.pages.chapter_pages import OwnPage
from studyguide.authoring.escapes import in_yaml


def with_pages(settings: str, own: Iterable[OwnPage]) -> str:
    """Return mkdocs.yml with pages in its `nav`, each behind the page that it follows."""
    lines = settings.split("\n")
    for page in own:
        after = next((row for row, line in enumerate(lines) if line.endswith(f": {page.after}")), None)
        if after is not None:
            indent = lines[after].partition("-")[0]  # deeper in a guide of several topics
            lines.insert(after + 1, f"{indent}- {in_yaml(page.title)}: {page.path}")
    return "\n".join(lines)
