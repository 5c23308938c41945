"""The punctuation of the engine's own styles in other languages: by the usage of each; English is as it was."""

import re
from html import unescape

import pytest

from studyguide.citeproc.notes import render_citations
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.data.style_punctuation import punctuated, with_own_punctuation
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


NAMES = {
    "ar": "@book{one, title={المياه}, author={حداد, ليلى and خوري, نادر}, publisher={دار الكتب}, date={2015}}",
    "zh": "@book{one, title={水权}, author={王, 小明 and 张, 伟}, publisher={人民出版社}, date={2015}}",
}
PLACES = {"ar": "المادة 4", "zh": "第34条"}
IN_PUBLIC_STYLES = {
    ("ar", "apa"): [
        "حداد، ليلى وخوري، نادر. (2015). المياه. دار الكتب، المادة 4.",
        "حداد، ليلى وخوري، نادر. (2015). المياه. دار الكتب.",
    ],
    ("ar", "oscola"): [
        "ليلى حداد ونادر خوري، المياه (دار الكتب 2015) المادة 4.",
        "حداد ليلى وخوري نادر، المياه (دار الكتب 2015)",
    ],
    ("zh", "chicago-notes"): [
        "王小明和张伟，水权（人民出版社，2015），第34条。",
        "王小明和张伟。水权。人民出版社，2015。",
    ],
    ("zh", "apa"): ["王小明和张伟。（2015）。水权。人民出版社，第34条。", "王小明和张伟。（2015）。水权。人民出版社。"],
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


def test_french_has_a_space_before_double_signs() -> None:
    style = '<layout delimiter="; "/><text prefix=": "/><text prefix="doi: "/><text suffix=", "/>'
    spaced = '<layout delimiter="\u00a0; "/><text prefix="\u00a0: "/><text prefix="doi: "/><text suffix=", "/>'
    assert with_own_punctuation(style, "fr-CA", is_english=True) == spaced


@pytest.mark.parametrize(("html", "once"), [("<em>谁？</em>。UN。", "<em>谁？</em>UN。"), ("UN。", "UN。")])
def test_a_sentence_ends_once(html: str, once: str) -> None:
    assert punctuated(html, "zh") == once


@pytest.mark.parametrize(("language", "style"), IN_PUBLIC_STYLES)
def test_public_styles_have_the_punctuation_of_arabic_and_chinese(language: str, style: str) -> None:
    sources, _ = read_sources(SourceFile("bibliography.bib", NAMES[language]))
    guide = Guide(sources=sources, bibliography=NAMES[language], style=style_of(style, language), language=language)
    rendered = render_citations([read(f"A [@one, {PLACES[language]}].", path="a.md")[0]], guide)
    texts = (*rendered.citations.values(), rendered.entries["one"])
    found = [unescape(re.sub("<[^>]+>", "", html)).replace("\u00a0", " ") for html in texts]
    assert found == IN_PUBLIC_STYLES[language, style]
