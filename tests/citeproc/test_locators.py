"""Tests of citeproc.locators: each row of golden/locators.yaml in each style of the engine, and other styles."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
import yaml

from studyguide.citeproc.locators import with_wordings
from studyguide.citeproc.notes import render_citations
from studyguide.markdown.chapter import Chapter
from tests.citeproc.test_notes import BIBLIOGRAPHY, STYLES, guide_of, in_reading_order, text_of
from tests.helpers import read
from tests.paths import GOLDEN

ROWS = [
    (typed, place, *remark)
    for rows in yaml.safe_load((GOLDEN / "locators.yaml").read_text(encoding="utf-8")).values()
    for typed, place, *remark in rows
]
KEY = "@{un:a.res/44-25_e}"
TITLE = "United Nations. “Convention on the Rights of the Child.” 20 Nov. 1989"
ADDRESS = "https://www.example.org/a_b?c=d&e=%20#f"
SHORT = {"mla-notes": "United Nations, “Convention on the Rights of the Child”", "mla-notes-ibid": "Ibid."}


def joined(*parts: str) -> str:
    """The parts of a note, the comma within quotation marks, and no two full stops."""
    return (", ".join(filter(None, parts)).replace("”,", ",”").rstrip(".") + ".").replace("”.", ".”")


AUTHOR_DATE = "United Nations 1989. Convention on the rights of the child"


def notes_of(style: str, brackets: Sequence[Sequence[str]], language: str = "en-GB") -> list[list[str]]:
    """The notes of one chapter for each sequence of brackets."""
    chapters: list[Chapter] = []
    for number, calls in enumerate(brackets):
        text = "# A chapter\n\n" + "\n\n".join(f"Word.[{call}]" for call in calls)
        chapters.append(read(text, path=f"{number}.md")[0])
    guide = guide_of(BIBLIOGRAPHY.read_text(encoding="utf-8"), style, language)
    written = render_citations(chapters, guide)
    return [[text_of(text) for text in in_reading_order([chapter], written)] for chapter in chapters]


@pytest.fixture(scope="module", params=SHORT)
def printed(request: pytest.FixtureRequest) -> tuple[str, list[list[str]]]:
    """A style, and the first and a later note of each row in it."""
    return request.param, notes_of(request.param, [[f"{KEY}, {typed}", KEY, f"{KEY}, {typed}"] for typed, *_ in ROWS])


@pytest.mark.parametrize("number", range(len(ROWS)), ids=[row[0] for row in ROWS])
def test_a_locator_stands_in_the_place_of_the_style(number: int, printed: tuple[str, list[list[str]]]) -> None:
    style, notes = printed
    _, place, *remark = ROWS[number]
    first, _, later = notes[number]
    assert first == joined(TITLE, place, ADDRESS, *remark)
    assert later == joined(SHORT[style], place, *remark)


@pytest.mark.parametrize(
    ("style", "language", "typed", "note"),
    [
        # the words of the locale, as a style without its own has them
        (
            "note-numbers",
            "en-GB",
            "paras 1 to 3",
            "United Nations, Convention on the rights of the child, paras 1 to 3.",
        ),
        (
            "note-numbers",
            "en-US",
            "¶ 2 and 3",
            "United Nations, Convention on the rights of the child, paras 2 and 3.",  # the style is British
        ),
        (
            "note-numbers",
            "en-GB",
            "vol. 2, p. 4",
            "United Nations, Convention on the rights of the child, vol. 2, p. 4.",
        ),
        # a style that prints into the text: behind the whole reference
        ("author-date", "en-GB", "p. 4 and 7", f"{AUTHOR_DATE}, pp. 4 and 7."),
        ("author-date", "en-GB", "A-12", f"{AUTHOR_DATE}, p. A-12."),
        ("author-date", "en-GB", "art. 5 and 7", f"{AUTHOR_DATE}, arts. 5 and 7."),
        # a guide in another language: the words of the locale, or those of the author
        ("author-date", "de", "Kap. 3", "United Nations 1989. Convention on the Rights of the Child, Kap. 3."),
        ("author-date", "de", "chapter 3", "United Nations 1989. Convention on the Rights of the Child, Kap. 3."),
        (
            "author-date",
            "de",
            "Art. 5 Abs. 2",
            "United Nations 1989. Convention on the Rights of the Child, Art. 5 Abs. 2.",
        ),
        ("note-numbers", "de", "S. 4", "United Nations, Convention on the Rights of the Child, S. 4."),
        ("note-numbers", "fr", "art. 5 et 7", "United Nations, Convention on the Rights of the Child, art. 5 et 7."),
        ("note-numbers", "es", "pág. 4", "United Nations, Convention on the Rights of the Child, pág. 4."),
    ],
)
def test_other_styles_and_languages(style: str, language: str, typed: str, note: str) -> None:
    assert notes_of(style, [[f"{KEY}, {typed}"]], language) == [[note]]


@pytest.mark.parametrize(
    ("label", "note"),
    [
        ('<label variable="locator" form="short" strip-periods="true"/>', "arts 5 and 7"),
        ('<label variable="locator"/>', "articles 5 and 7"),
        ("", "arts. 5 and 7"),
    ],
)
def test_a_label_that_pandoc_does_not_know_has_the_form_of_the_style(label: str, note: str) -> None:
    style = STYLES["author-date"].read_text(encoding="utf-8")
    style = style.replace('<label variable="locator" form="short"/>', label)
    chapter, _ = read(f"Word.[{KEY}, art. 5 and 7]")
    guide = replace(guide_of(BIBLIOGRAPHY.read_text(encoding="utf-8"), "author-date"), style=style)
    assert text_of(render_citations([chapter], guide).citations["background.md", 0]) == f"{AUTHOR_DATE}, {note}."


def test_a_style_with_a_prefix_is_a_style_too() -> None:
    style = '<?xml version="1.0"?>\n<cs:style xmlns:cs="x" class="note"><cs:info/></cs:style>'
    assert '<cs:style xmlns:cs="x" class="note"><cs:locale><cs:terms><cs:term name="book"' in with_wordings(style)


@pytest.mark.parametrize("typed", ["table “a <b> & c”", "{<i>x</i> & 😀}"])
def test_signs_of_html_in_a_locator_are_text(typed: str) -> None:
    ((note,),) = notes_of("author-date", [[f"{KEY}, {typed}"]])
    assert typed.strip("{}") in note
