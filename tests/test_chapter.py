"""Tests of chapters.chapter."""

import pytest
from helpers import passage

from studyguide.chapters.chapter import Chapter, Section
from studyguide.problems import Location


def section(title: str, level: int) -> Section:
    return Section("a.md", title.lower(), title, level, Location("docs/a.md"))


@pytest.mark.parametrize(
    ("sections", "title"),
    [
        ([], "a.md"),
        ([section("Second", 2)], "a.md"),
        ([section("Second", 2), section("First", 1), section("Other", 1)], "First"),
    ],
)
def test_a_chapter_is_called_by_its_title(sections: list[Section], title: str) -> None:
    assert Chapter(passage("", "docs/a.md"), "a.md", tuple(sections)).title == title
