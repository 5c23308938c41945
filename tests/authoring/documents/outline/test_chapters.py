"""Chapters and their sections, on headings as documents have them."""

import pytest

from studyguide.authoring.documents.outline.chapters import Chapter, below, chapters_of, without_contents
from studyguide.authoring.documents.text.blocks import Block, Heading, Paragraph
from studyguide.authoring.documents.text.runs import Run

_NAMES = {"BACKGROUND": "background", "SOLUTIONS": "solutions"}


def _h(level: int, words: str) -> Heading:
    return Heading(level, (Run(words),))


def _p(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def _chapters(*blocks: Block) -> tuple[Chapter, ...]:
    return chapters_of(blocks, _NAMES.get)


def test_what_stands_before_the_first_heading_is_no_chapter() -> None:
    first, second = _chapters(_p("Forum"), _h(1, "BACKGROUND"), _p("Text"))
    assert (first.heading, first.blocks) == (None, (_p("Forum"),))
    assert (second.title, second.part, second.blocks) == ("BACKGROUND", "background", (_p("Text"),))


def test_an_unknown_heading_is_a_chapter_without_a_part() -> None:
    assert [(chapter.title, chapter.part) for chapter in _chapters(_h(1, "Bloc positions"), _h(1, "SOLUTIONS"))] == [
        ("", None),
        ("Bloc positions", None),
        ("SOLUTIONS", "solutions"),
    ]


def test_chapters_stand_where_most_known_names_do() -> None:
    _, title, background, solutions = _chapters(
        _h(1, "Water for all"), _h(2, "BACKGROUND"), _h(3, "Rivers"), _h(2, "SOLUTIONS")
    )
    assert title.title == "Water for all"
    assert background.blocks == (_h(2, "Rivers"),)
    assert solutions.part == "solutions"


@pytest.mark.parametrize("level", [1, 2])
def test_chapters_of_several_topics_know_theirs(level: int) -> None:
    names = ["Topic A: Rivers", "BACKGROUND", "SOLUTIONS", "Topic B: Wells", "BACKGROUND"]
    levels = [level, 2, 2, level, 2]
    _, *chapters = _chapters(*(block for each in zip(levels, names, strict=True) for block in (_h(*each), _p("x"))))
    chapters = [chapter for chapter in chapters if chapter.part]
    assert [(chapter.title, chapter.topic) for chapter in chapters] == [
        ("BACKGROUND", "Topic A: Rivers"),
        ("SOLUTIONS", "Topic A: Rivers"),
        ("BACKGROUND", "Topic B: Wells"),
    ]


def test_sections_of_unknown_names_are_no_topics() -> None:
    chapters = _chapters(_h(1, "Part A"), _h(1, "BACKGROUND"), _h(1, "Rivers"), _h(1, "SOLUTIONS"), _h(1, "BACKGROUND"))
    assert not any(chapter.topic for chapter in chapters)


def test_no_level_is_skipped() -> None:
    (_, chapter) = _chapters(_h(1, "BACKGROUND"), _h(4, "A"), _h(5, "B"), _h(2, "C"), _h(3, "D"))
    assert [block.level for block in chapter.blocks if isinstance(block, Heading)] == [2, 3, 2, 3]


def test_a_chapter_on_the_page_of_another_is_a_section() -> None:
    (_, chapter) = _chapters(_h(1, "BACKGROUND"), _p("Text"), _h(2, "A"))
    assert tuple(below(chapter, 2)) == (_h(2, "BACKGROUND"), _p("Text"), _h(3, "A"))


def test_a_list_of_contents_is_no_chapter_of_the_guide() -> None:
    chapters = (Chapter(_h(1, "Contents"), "contents", (_p("Rivers 3"), _p(" "))), Chapter(None, None, (_p("Text"),)))
    kept, listed = without_contents(chapters)
    assert kept == chapters[1:]
    assert [item.text for item in listed] == ["Contents", "Rivers 3"]
