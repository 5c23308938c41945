"""Places in a source in each language: the rows of `locators/` in each style, and where they stand."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.csl_styles import STYLE_NAMES, style_location
from studyguide.data.guide import Guide
from studyguide.data.style_amendments import amended_style
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import text_of
from tests.helpers import read
from tests.paths import STYLES, TESTS

TABLES = TESTS / "languages" / "locators"
LANGUAGES = sorted(path.stem for path in TABLES.glob("*.yaml"))
AT_END = {"apa", "chicago-author-date", "ieee"}
"""Styles that cite in the text: in a note, the place stands behind the reference."""
WITHOUT_LABEL = {"chicago-notes", "oscola"}
"""Styles that print a page as its number alone."""
ADDRESS = "https://example.org/convention"
SOURCE = f"""@online{{crc,
  author = {{{{United Nations}}}},
  title = {{Convention}},
  date = {{1989-11-20}},
  url = {{{ADDRESS}}},
  urldate = {{2026-11-20}},
}}
"""


@cache
def rows_of(language: str) -> list[list[str]]:
    tables: Mapping[str, list[list[str]]] = yaml.safe_load((TABLES / f"{language}.yaml").read_text(encoding="utf-8"))
    return [row for table in tables.values() for row in table]


def style_of(style: str, language: str) -> str:
    return amended_style(style, Path(*style_location(STYLES.parent, style)).read_text(encoding="utf-8"), language)


def notes_of(style: str, language: str, brackets: Iterable[str]) -> list[str]:
    """The note of each bracket, in a chapter of its own."""
    sources, _ = read_sources(SourceFile("bibliography.bib", SOURCE))
    guide = Guide(sources=sources, bibliography=SOURCE, style=style, language=language)
    chapters = [read(f"# One\n\nWord.[{bracket}]", path=f"{at}.md")[0] for at, bracket in enumerate(brackets)]
    written = render_citations(chapters, guide)
    return [text_of(written.citations[chapter.path, 0]) for chapter in chapters]


@pytest.mark.parametrize("style", STYLE_NAMES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_is_printed_as_the_language_has_it(language: str, style: str) -> None:
    rows = rows_of(language)
    wrong: list[tuple[Any, ...]] = []
    for (typed, *printed), note in zip(
        rows, notes_of(style_of(style, language), language, [f"@crc, {typed}" for typed, *_ in rows]), strict=True
    ):
        place = printed[-1 if style in WITHOUT_LABEL else 0]
        if style in AT_END:
            is_right = note.rstrip(".").endswith(f"{ADDRESS}, {place.rstrip('.')}")
        else:
            before = note.partition(ADDRESS)[0]
            is_right = before.rstrip(" ,.<،").endswith(f" {place.rstrip('.')}") or f" {place}. " in before
        if not is_right:
            wrong.append((typed, place, note))
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_at_least_ten_spellings(language: str) -> None:
    assert len(rows_of(language)) >= 10
