"""Tests of markdown.chapter."""

import pytest

from studyguide.diagnostics.diagnostic import Location
from studyguide.markdown.chapter import Chapter, Section
from tests.helpers import source


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
    assert Chapter(source("", "docs/a.md"), "a.md", tuple(sections)).title == title
