"""Chapters on the pages of the blank guide."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from studyguide.authoring.documents.outline.chapters import Chapter
from studyguide.authoring.documents.pages.chapter_pages import make_pages
from studyguide.authoring.documents.pages.headings import HeadingWriter, without_shouting
from studyguide.authoring.documents.text.blocks import Block, Blocks, Heading, Paragraph
from studyguide.authoring.documents.text.markdown_text import TextWriter
from studyguide.authoring.documents.text.runs import plain
from studyguide.authoring.documents.text.text_parts import notes_of
from tests.authoring.documents.block_notation import blocks, text, words

_BLANK = {"index.md": "# Home\n", "key-terms.md": "# Key terms\n\n<!-- key-terms -->\n"}


def _chapter(title: str, part: str | None, *lines: str) -> Chapter:
    return Chapter(Heading(1, text(title)), part, blocks(lines))


def _write(written: Blocks, _taken: Iterable[str]) -> str:
    return "\n\n".join(words(written))


def _key_terms(*chapters: Chapter) -> str:
    return make_pages([Chapter(None, None, ()), *chapters], _BLANK, _write).texts["key-terms.md"]


@pytest.mark.parametrize(
    ("printed", "written"),
    [("_Cotton_", "## Cotton {#cotton}"), ("_Vasa_ and its loss", "## *Vasa* and its loss {#vasa-and-its-loss}")],
)
def test_a_heading_is_in_italics_only_where_a_part_of_it_is(printed: str, written: str) -> None:
    writer = HeadingWriter(TextWriter(lambda _: "", lambda _: ""))
    assert writer.write(Heading(2, text(printed))) == written


@pytest.mark.parametrize(
    ("language", "printed", "written"),
    [
        ("es", "OTRAS ACCIONES DE LA ONU", "Otras Acciones de la ONU"),
        ("fr", "LA POSITION DES ÉTATS", "La Position des États"),
        ("en", "THE ROLE OF THE MEDIA", "The Role of the Media"),
    ],
)
def test_a_heading_in_capitals_keeps_small_words_of_its_language_small(
    language: str, printed: str, written: str
) -> None:
    assert plain(without_shouting(text(printed), language)) == written


def test_a_chapter_of_which_all_is_data_leaves_no_heading() -> None:
    terms, abbreviations = _chapter("Key Terms", "key-terms", "Read this."), _chapter("Abbreviations", "abbreviations")
    assert _key_terms(terms, abbreviations) == "# Key terms\n\nRead this.\n\n<!-- key-terms -->\n"
    assert _key_terms(abbreviations) == _BLANK["key-terms.md"]


def test_its_heading_stays_where_it_has_a_note() -> None:
    noted = _chapter("Abbreviations[1]", "abbreviations")
    assert "Abbreviations" in _key_terms(_chapter("Key Terms", "key-terms", "Read this."), noted)


@pytest.mark.parametrize("part", ["background", "questions", None])
@pytest.mark.parametrize(("lines", "noted"), [(("One.", "Two."), "One."), ((), "Causes")])
def test_a_note_of_a_heading_stands_below_the_title_of_the_page(
    part: str | None, lines: tuple[str, ...], noted: str
) -> None:
    blank = {**_BLANK, "background.md": "# Background\n", "solutions.md": "# Solutions\n\n## Questions {#questions}\n"}
    written: list[Block] = []

    def write(page: Blocks, _taken: Iterable[str]) -> str:
        written.extend(page)
        return _write(page, _taken)

    make_pages([Chapter(None, None, ()), _chapter("Causes[1]", part, *lines)], blank, write)
    assert [plain(block.text) for block in written if isinstance(block, Paragraph) and notes_of(block.text)] == [noted]


def test_chapters_that_share_a_page_keep_their_headings() -> None:
    page = _key_terms(_chapter("Key Terms", "key-terms", "One."), _chapter("Abbreviations", "abbreviations", "Two."))
    assert page == "# Key terms\n\nKey Terms\n\nOne.\n\nAbbreviations\n\nTwo.\n\n<!-- key-terms -->\n"


def test_an_own_page_is_called_after_the_first_words_of_its_title() -> None:
    blank = {**_BLANK, "uber-uns.md": "# Über uns\n"}
    chapters = [
        Chapter(Heading(1, text(title)), None, ()) for title in ("Positions of the Blocs: Overview", "Über uns")
    ]
    own = make_pages([Chapter(None, None, ()), *chapters], blank, _write).own
    assert [page.path for page in own] == ["positions-of-the-blocs-overview.md", "uber-uns-2.md"]
