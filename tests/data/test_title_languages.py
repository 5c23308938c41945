"""Tests of data.title_languages: titles say in which language they are, and nothing else of the file changes."""

import pytest

from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.data.title_languages import with_languages
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import STYLES


def marked(bibliography: str) -> str:
    sources, problems = read_sources(SourceFile("bibliography.bib", bibliography))
    assert not problems
    return with_languages(bibliography, sources)


def a_source(title: str, language: str = "", key: str = "a") -> str:
    langid = f"  langid = {{{language}}},\n" if language else ""
    fields = (
        f"  author = {{Smith, Ada}},\n  title = {{{title}}},\n{langid}  publisher = {{Press}},\n  year = {{2001}},\n"
    )
    return f"@book{{{key},\n{fields}}}\n"


def test_a_title_of_another_language_is_marked() -> None:
    assert marked(a_source("Les enfants", "french")) == a_source(r"\foreignlanguage{french}{Les enfants}", "french")


def test_title_and_subtitle_are_marked_each_for_itself() -> None:
    title = r"\foreignlanguage{french}{Les enfants}: \foreignlanguage{french}{un essai}"
    assert marked(a_source("Les enfants: un essai", "French")) == a_source(title, "French")


def test_braces_around_a_colon_stay_whole() -> None:
    title = r"\foreignlanguage{french}{Sur {ONU: Vienne}: un essai}"
    assert marked(a_source("Sur {ONU: Vienne}: un essai", "french")) == a_source(title, "french")


@pytest.mark.parametrize("language", ["", "english", "british", "USenglish", "two words"])
def test_english_and_what_names_no_language_stay(language: str) -> None:
    bibliography = a_source("Children", language)
    assert marked(bibliography) == bibliography


def test_lines_stay_where_they_are() -> None:
    bibliography = a_source("Les\n  enfants", "french") + a_source("Niños", "spanish", key="b")
    assert marked(bibliography).count("\n") == bibliography.count("\n")


@pytest.mark.parametrize(
    ("language", "tag"),
    [("french", "fr"), ("spanish", "es"), ("greek", "el"), ("serbian", "sr"), ("german", "de"), ("polish", "pl")],
)
def test_readers_are_told_the_language(language: str, tag: str) -> None:
    bibliography = a_source("Words of another language", language)
    sources, _ = read_sources(SourceFile("bibliography.bib", bibliography))
    style = STYLES["mla-notes"].read_text(encoding="utf-8")
    written = render_citations([], Guide(sources=sources, bibliography=bibliography, style=style))
    assert f'<span lang="{tag}' in written.entries["a"]
