"""Tests of citeproc.guide_citation: the lines by which a guide is cited, in its style and language."""

import re
from datetime import date
from html import unescape

import pytest

from studyguide.citeproc.guide_citation import GuideCitation, own_works
from studyguide.citeproc.notes import render_citations
from studyguide.citeproc.self_citation import SelfCitation, Work
from studyguide.data.csl_styles import STYLE_NAMES
from studyguide.data.guide import Guide
from tests.languages.test_locators import style_of

ADDRESS = "https://guide.example.org/a/"
DAY = date(2026, 9, 5)
WORKS = {
    "ar": Work("ليلى حداد", "حماية الأطفال", "PSMUN", DAY),
    "de": Work("Anna Schmidt und Ben Maier", "Schutz der Kinder", "PSMUN", DAY),
    "fr": Work("Anne Martin", "La protection des enfants", "PSMUN", DAY),
    "ru": Work("Анна Иванова", "Защита детей", "PSMUN", DAY),
    "zh": Work("王五", "保护儿童", "PSMUN", DAY),
}
CHAPTERS = {"ar": "الخلفية", "de": "Wer hilft?", "fr": "Le contexte", "ru": "История", "zh": "背景"}
PARTS = {
    ("ar", "mla-notes"): f"حداد، ليلى. «الخلفية». حماية الأطفال، PSMUN، 5 سبتمبر 2026، {ADDRESS}.",
    ("de", "mla-notes"): (
        f"Schmidt, Anna und Ben Maier. „Wer hilft?“. Schutz der Kinder, PSMUN, 5. September 2026, {ADDRESS}."
    ),
    ("fr", "mla-notes"): (
        f"Martin, Anne. « Le contexte ». La protection des enfants, PSMUN, 5 septembre 2026, {ADDRESS}."
    ),
    ("ru", "mla-notes"): f"Иванова, Анна. «История». Защита детей, PSMUN, 5 сентября 2026 г., {ADDRESS}.",
    ("zh", "mla-notes"): f"王五。《背景》。保护儿童，PSMUN，2026年9月5日，{ADDRESS}。",
    ("ru", "apa"): f"Иванова, А. (2026). История. В Защита детей. PSMUN. {ADDRESS}",
    ("fr", "un-notes"): (
        "Martin, Anne. « Le contexte », in La protection des enfants (PSMUN, 5 septembre 2026). "
        f"Disponible sur {ADDRESS}."
    ),
}


def citation(language: str, style: str, work: Work | None = None) -> GuideCitation:
    guide = Guide(style=style_of(style, language), language=language)
    rendered = render_citations((), guide, work=work or WORKS[language])
    assert rendered.entries == {}
    return GuideCitation(lambda: rendered.own)


def text(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html)).replace("\u00a0", " ")


@pytest.mark.parametrize(("language", "style"), PARTS)
def test_a_part_is_cited_in_style_and_language(language: str, style: str) -> None:
    assert text(citation(language, style).of_part(CHAPTERS[language], ADDRESS)) == PARTS[language, style]


@pytest.mark.parametrize("style", STYLE_NAMES)
def test_each_style_has_title_and_address_of_any_part(style: str) -> None:
    cite = citation("ru", style)
    online, offline = cite.of_part("История", ADDRESS), cite.of_part("История")
    assert ADDRESS in text(online)
    assert ADDRESS not in offline
    assert "invalid" not in online + offline
    assert all("<span data-cite-title>История" in line for line in (online, offline))
    assert all("Защита детей" in line for line in (online, cite.of_guide(ADDRESS)))


@pytest.mark.parametrize("style", ["mla-notes", "mla-notes-ibid"])
def test_english_mla_needs_no_citeproc(style: str) -> None:
    """What is written by hand for a part is what citeproc gives, letter for letter."""
    work = Work("Anna Smith and Ben Lee", "Small States", "PSMUN", DAY)
    by_hand = SelfCitation(work.author, work.title, work.conference, work.day)
    by_citeproc = citation("en-GB", style, work)
    for title in ("What Is at Stake?", "The Law"):
        assert text(by_citeproc.of_part(title, ADDRESS)) == text(by_hand.of_part(title, ADDRESS))


def test_a_line_without_author_or_address() -> None:
    cite = citation("ru", "mla-notes", Work("", "Защита детей", "", DAY))
    assert text(cite.of_guide()) == "Защита детей. 5 сентября 2026 г."
    assert text(cite.of_part("Что делать?")) == "«Что делать?». Защита детей, 5 сентября 2026 г."


@pytest.mark.parametrize(
    ("language", "joined", "names"),
    [
        ("ar", "أحمد علي وسارة حسن", "أحمد علي and سارة حسن"),
        ("ar", "أحمد علي وليد حسن", "أحمد علي وليد حسن"),
        ("ar", "وزارة التربية والتعليم العالي", "وزارة التربية والتعليم العالي"),
        ("ar", "مركز دراسات وبحوث دولية", "مركز دراسات وبحوث دولية"),
        ("zh", "王五、李四和张三", "王五 and 李四 and 张三"),
        ("zh", "李和平、王五", "李和平 and 王五"),
        ("zh-Hant", "陳大文與林美", "陳大文 and 林美"),
        ("zh", "王和平", "王和平"),
        ("zh", "教育和文化委员会", "教育和文化委员会"),
    ],
)
def test_names_are_told_apart_where_no_blank_parts_them(language: str, joined: str, names: str) -> None:
    def written(author: str) -> str:
        return own_works(Work(author, "T", "", DAY), language)

    assert written(joined) == written(names)


@pytest.mark.parametrize(
    ("language", "author", "line"),
    [
        ("ar", "أمانة المؤتمر", "أمانة المؤتمر."),
        ("fr", "Secrétariat de la conférence", "Secrétariat de la conférence."),
        ("ru", "Секретариат конференции", "Секретариат конференции."),
    ],
)
def test_body_is_not_inverted(language: str, author: str, line: str) -> None:
    assert text(citation(language, "mla-notes", Work(author, "T", "", DAY)).of_guide()).startswith(line)
