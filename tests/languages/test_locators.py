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
from studyguide.lint.locators import unread_locator
from studyguide.markdown.citations import CiteItem
from tests.citeproc.test_notes import text_of
from tests.helpers import read
from tests.paths import STYLES, TESTS

TABLES = TESTS / "languages" / "locators"
LANGUAGES = sorted(path.stem for path in TABLES.glob("*.yaml"))
AT_END = {"apa", "chicago-author-date", "ieee"}
"""Styles that cite in the text: in a note, the place stands behind the reference."""
HALF_WIDTH = {ord(sign): other for sign, other in zip("，。（）：،", (", ", ". ", " (", ") ", ": ", ","), strict=True)}
"""The signs of the engine's styles in Chinese, without spaces, and in Arabic, as those of the others."""
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


def notes_of(style: str, language: str, brackets: Iterable[str], source: str = SOURCE) -> list[str]:
    """The note of each bracket, in a chapter of its own."""
    sources, _ = read_sources(SourceFile("bibliography.bib", source))
    guide = Guide(sources=sources, bibliography=source, style=style, language=language)
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
        place, note = (
            " ".join(text.translate(HALF_WIDTH).split())
            for text in (printed[-1 if style in WITHOUT_LABEL else 0], note)
        )
        if style in AT_END:
            is_right = note.rstrip(".").endswith(f"{ADDRESS}, {place.rstrip('.')}")
        else:
            before = note.partition(ADDRESS)[0]
            is_right = before.rstrip(" ,.<،").endswith(f" {place.rstrip('.')}") or f" {place.rstrip('.')}. " in before
        if not is_right or ".." in note:
            wrong.append((typed, place, note))
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_read_is_not_told(language: str) -> None:
    guide = Guide(language=language)
    assert [row for row in rows_of(language) if unread_locator(CiteItem("crc", suffix=f", {row[0]}"), guide)] == []


@pytest.mark.parametrize(
    ("language", "typed", "advice"),
    [
        ("ar", "المدة 34", 'Did you mean "المادة 34"?'),
        ("ar", "غرفة 5", "Write what it counts, as in ص 4 or المادة 5, or put it in braces: {غرفة 5}."),
        ("de", "Artkel 34", 'Did you mean "Artikel 34"?'),
        ("de", "Schrank 5", "Write what it counts, as in S. 4 or Art. 5, or put it in braces: {Schrank 5}."),
        ("el", "άρθο 34", 'Did you mean "άρθρο 34"?'),
        ("el", "ντουλάπι 5", "Write what it counts, as in σ. 4 or άρθρο 5, or put it in braces: {ντουλάπι 5}."),
        ("es", "artculo 34", 'Did you mean "artículo 34"?'),
        ("es", "armario 5", "Write what it counts, as in pág. 4 or art. 5, or put it in braces: {armario 5}."),
        ("fr", "aricle 34", 'Did you mean "article 34"?'),
        ("fr", "armoire 5", "Write what it counts, as in p. 4 or art. 5, or put it in braces: {armoire 5}."),
        ("pt", "artgo 34", 'Did you mean "artigo 34"?'),
        ("pt", "armário 5", "Write what it counts, as in p. 4 or art. 5, or put it in braces: {armário 5}."),
        ("ru", "статя 34", 'Did you mean "статья 34"?'),
        ("ru", "шкаф 5", "Write what it counts, as in с. 4 or ст. 5, or put it in braces: {шкаф 5}."),
        ("tr", "madd 34", 'Did you mean "madde 34"?'),
        ("tr", "dolap 5", "Write what it counts, as in s. 4 or m. 5, or put it in braces: {dolap 5}."),
        ("zh", "第34则", "Write what it counts, as in 第4页 or 第5条, or put it in braces: {第34则}."),
        ("zh-Hant", "第34則", "Write what it counts, as in 第4頁 or 第5條, or put it in braces: {第34則}."),
    ],
)
def test_what_is_not_understood_is_told_with_what_to_write(language: str, typed: str, advice: str) -> None:
    found = unread_locator(CiteItem("crc", suffix=f", {typed}"), Guide(language=language))
    wrong = f'"{typed}" is not understood as a place in the source, and would stand at the end of the note.'
    assert found is not None
    assert str(found[1]) == f"{wrong} {advice}"


@pytest.mark.parametrize(
    ("language", "remark"),
    [
        ("de", "zitiert nach Meyer, S. 5"),
        ("de", "Stand vom 3. März 2021"),
        ("fr", "cité dans Dupont, p. 5"),
        ("fr", "consulté en mars 2021"),
        ("ru", "цит. по: Иванов, с. 5"),
        ("es", "citado en Pérez, pág. 5"),
        ("pt", "citado por Silva, p. 5"),
        ("zh", "转引自王五，第5页"),
    ],
)
def test_a_remark_is_left_alone(language: str, remark: str) -> None:
    assert unread_locator(CiteItem("crc", suffix=f", {remark}"), Guide(language=language)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_at_least_ten_spellings(language: str) -> None:
    assert len(rows_of(language)) >= 10
