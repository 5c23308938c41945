"""A build's context without a build, for the tests of single steps."""

from datetime import date
from pathlib import Path
from typing import Any

from studyguide.data.guide import Guide
from studyguide.mkdocs.context import BuildContext
from studyguide.mkdocs.reading import reading_extension
from studyguide.outputs.book import TitlePage

TITLE_PAGE = TitlePage("A guide", "", "", "", "", "", edition="2 March 2026", licence="")


def a_context(guide: Guide | None = None, **more: Any) -> BuildContext:
    """Return the context of a build at its beginning, but for what `more` says."""
    guide = guide or Guide()
    return BuildContext(Path(), guide, reading_extension(guide), TITLE_PAGE, date(2026, 3, 2), **more)
