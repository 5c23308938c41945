"""The punctuation of the engine's own styles in other languages: by the usage of each; English is as it was."""

import re
from html import unescape

import pytest

from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.data.style_punctuation import with_own_punctuation, without_second_stops
from studyguide.diagnostics.source_text import SourceFile
from tests.helpers import read
from tests.languages.test_locators import style_of

BIBLIOGRAPHY = """
@book{two, title={Cholera}, author={Snow, John and Lee, Ben}, publisher={Churchill}, date={1855}}
@book{bodies, title={Acts}, author={{Parliament} and {Council}}, publisher={EU}, date={2000-10-23}}
@book{asked, title={谁付钱？}, author={{联合国}}, publisher={UN}, date={2000}, langid={chinese}}
"""
ENTRIES = {
    ("de", "bodies"): "Parliament und Council. Acts. EU, 23. Oktober 2000.",
    ("fr", "two"): "Snow, John et Ben Lee. Cholera. Churchill, 1855.",
    ("ru", "two"): "Snow, John и Ben Lee. Cholera. Churchill, 1855.",
    ("ru", "bodies"): "Parliament и Council. Acts. EU, 23 октября 2000 г.",
    ("ar", "two"): "Snow، John و Ben Lee. Cholera. Churchill، 1855.",
    ("zh", "bodies"): "Parliament 和 Council。Acts。EU，2000年10月23日。",
    ("zh", "asked"): "联合国。谁付钱？UN，2000年。",
    ("en", "two"): "Snow, John, and Ben Lee. Cholera. Churchill, 1855.",
}


@pytest.fixture(scope="module")
def entries() -> dict[tuple[str, str], str]:
    sources, _ = read_sources(SourceFile("bibliography.bib", BIBLIOGRAPHY))
    chapters = [read("A [@two]. B [@bodies]. C [@asked].", path="a.md")[0]]
    found = {}
    for language in {language for language, _ in ENTRIES}:
        style = style_of("mla-notes", language)
        guide = Guide(sources=sources, bibliography=BIBLIOGRAPHY, style=style, language=language)
        for key, html in render_citations(chapters, guide).entries.items():
            found[language, key] = unescape(re.sub("<[^>]+>", "", html)).replace("\u00a0", " ")
    return found


@pytest.mark.parametrize(("language", "key"), ENTRIES)
def test_an_entry_has_the_punctuation_of_its_language(
    language: str, key: str, entries: dict[tuple[str, str], str]
) -> None:
    assert entries[language, key] == ENTRIES[language, key]


def test_english_styles_stay() -> None:
    style = '<name delimiter=", " delimiter-precedes-last="always"/>'
    assert with_own_punctuation(style, "en-GB") == style


@pytest.mark.parametrize(("html", "once"), [("<em>谁？</em>。UN。", "<em>谁？</em>UN。"), ("UN。", "UN。")])
def test_a_sentence_ends_once(html: str, once: str) -> None:
    assert without_second_stops(html) == once
