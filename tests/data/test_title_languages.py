"""Tests of data.title_languages: titles say in which language they are, and nothing else of the file changes."""

import pytest

from studyguide.citeproc.bibtex_input import bibtex_input
from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.data.title_languages import title_in_language
from studyguide.diagnostics.source_text import SourceFile
from tests.citeproc.test_notes import STYLES


def marked(bibliography: str, language: str = "en-GB") -> str:
    sources, problems = read_sources(SourceFile("bibliography.bib", bibliography))
    assert all(problem.is_warning for problem in problems)
    return bibtex_input(bibliography, sources, language=language)


def a_source(title: str, language: str = "", key: str = "a") -> str:
    langid = f"  langid = {{{language}}},\n" if language else ""
    fields = (
        f"  author = {{Smith, Ada}},\n  title = {{{title}}},\n{langid}  publisher = {{Press}},\n  year = {{2001}},\n"
    )
    return f"@book{{{key},\n{fields}}}\n"


def test_a_title_of_another_language_is_marked() -> None:
    assert marked(a_source("Les enfants", "french")) == a_source(r"\textcolor{language-fr}{Les enfants}", "fr")


def test_title_and_subtitle_are_marked_each_for_itself() -> None:
    title = r"\textcolor{language-fr}{Les enfants}: \textcolor{language-fr}{un essai}"
    assert marked(a_source("Les enfants: un essai", "French")) == a_source(title, "fr")


def test_braces_around_a_colon_stay_whole() -> None:
    title = r"\textcolor{language-fr}{Sur {ONU: Vienne}: un essai}"
    short = r"\textcolor{language-fr}{Sur {ONU: Vienne}}"  # pandoc would cut it within the braces
    expected = a_source(title, "fr").replace("essai}},", f"essai}}}}, shorttitle = {{{short}}},")
    assert marked(a_source("Sur {ONU: Vienne}: un essai", "french")) == expected


@pytest.mark.parametrize("language", ["", "english", "british", "USenglish", "two words"])
def test_english_and_what_names_no_language_stay(language: str) -> None:
    bibliography = a_source("Children", language)
    assert marked(bibliography) == bibliography


def test_lines_stay_where_they_are() -> None:
    bibliography = a_source("Les\n  enfants", "french") + a_source("Niños", "spanish", key="b")
    assert marked(bibliography).count("\n") == bibliography.count("\n")


def test_an_english_source_with_the_same_words_stays() -> None:
    english = a_source("Rapport annuel", key="b") + a_source("Rapport annuel", "english", key="c")
    french = a_source("Rapport annuel", "french", key="d")
    mark = a_source(r"\textcolor{language-fr}{Rapport annuel}", "fr", key="d")
    assert marked(english + french + english.replace("{b", "{e").replace("{c", "{f")) == (
        english + mark + english.replace("{b", "{e").replace("{c", "{f")
    )


def test_each_source_has_its_own_language() -> None:
    text = a_source("Festival", "spanish") + a_source("Festival", "french", key="b")
    assert marked(text) == (
        a_source(r"\textcolor{language-es}{Festival}", "es")
        + a_source(r"\textcolor{language-fr}{Festival}", "fr", key="b")
    )


def test_the_subtitle_is_marked_too_and_the_journal_is_not() -> None:
    text = (
        "@article{a,\n  title = {Wasser},\n  subtitle = {Ein Bericht},\n  journaltitle = {Wasser},\n"
        '  langid = "german",\n}\n'
    )
    assert marked(text) == (
        "@article{a,\n  title = {\\textcolor{language-de}{Wasser}},\n"
        "  subtitle = {\\textcolor{language-de}{Ein Bericht}},\n  journaltitle = {Wasser},\n"
        "  langid = {de},\n}\n"
    )


@pytest.mark.parametrize(
    ("language", "guide"),
    [("french", "fr"), ("canadien", "fr-FR"), ("brazilian", "pt"), ("zh-Hant", "zh-Hant-TW"), ("british", "en")],
)
def test_a_title_in_the_language_of_the_guide_stays(language: str, guide: str) -> None:
    bibliography = a_source("Words", language)
    assert marked(bibliography, guide) == bibliography


@pytest.mark.parametrize(("language", "guide", "tag"), [("british", "ar", "en-GB"), ("zh-Hans", "zh-Hant", "zh-Hans")])
def test_a_title_in_another_language_than_the_guide_is_marked(language: str, guide: str, tag: str) -> None:
    assert marked(a_source("Words", language), guide) == a_source(rf"\textcolor{{language-{tag}}}{{Words}}", tag)


def rendered(title: str, language: str, guide: str = "en-GB") -> str:
    bibliography = a_source(title, language)
    sources, _ = read_sources(SourceFile("bibliography.bib", bibliography))
    style = STYLES["mla-notes"].read_text(encoding="utf-8")
    loaded = Guide(sources=sources, bibliography=bibliography, style=style, language=guide)
    return render_citations([], loaded).entries["a"]


@pytest.mark.parametrize(
    ("language", "guide", "attributes"),
    [
        ("arabic", "en", 'lang="ar" dir="rtl"'),
        ("english", "ar", 'lang="en" dir="ltr"'),
        ("persian", "ar", 'lang="fa"'),
        ("english", "fr", 'lang="en"'),
    ],
)
def test_a_title_has_its_direction_where_it_is_another(language: str, guide: str, attributes: str) -> None:
    assert f"<span {attributes}>Words</span>" in rendered("Words", language, guide)


@pytest.mark.parametrize(
    ("language", "tag"),
    [("french", "fr"), ("brazilian", "pt-BR"), ("hungarian", "hu"), ("chinese", "zh"), ("norwegian", "no")],
)
def test_readers_are_told_the_language(language: str, tag: str) -> None:
    words = "the words of a life"
    assert f'<span lang="{tag}">{words}</span>' in rendered(words, language)


def test_title_and_subtitle_are_printed_as_one() -> None:
    title = '<em><span lang="pt-BR">Água da vida</span>: <span lang="pt-BR">um ensaio</span></em>'
    assert title in rendered("Água da vida: um ensaio", "brazilian")


def test_an_english_title_keeps_the_case_of_the_style() -> None:
    assert "The Words of a Life" in rendered("the words of a life", "british")


@pytest.mark.parametrize(
    ("language", "guide", "html"),
    [
        ("french", "en", '<span lang="fr">A &amp; B</span>'),
        ("english", "ar", '<span lang="en" dir="ltr">A &amp; B</span>'),
        ("english", "en-GB", "A &amp; B"),
        ("", "ar", "A &amp; B"),
    ],
)
def test_a_title_of_the_search_has_its_language(language: str, guide: str, html: str) -> None:
    assert title_in_language("A &amp; B", {"langid": language}, guide) == html
