"""Tests of lint.pictures: which pictures are too small."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from studyguide.diagnostics.diagnostic import Location
from studyguide.images.files import PictureFiles
from studyguide.lint.context import LintContext
from studyguide.lint.pictures import small_pictures
from studyguide.markdown.chapter import Picture
from tests.helpers import a_guide, read


@pytest.mark.parametrize(
    ("text", "size", "mode", "is_told"),
    [
        ("![A](a.png)", (320, 240), "RGB", True),
        ("![A](a.png){ .wide }", (320, 240), "RGB", True),
        ("![A](a.png)", (300, 480), "RGB", False),
        ("![A](a.png){ width=160 }", (320, 240), "RGB", False),
        ("![A](a.png)", (320, 240), "RGBA", False),
        ("The sign ![A](a.png) is known.", (32, 32), "RGB", False),
        ("| ![A](a.png) | x |\n| --- | --- |\n| 1 | 2 |", (32, 32), "RGB", False),
    ],
)
def test_a_picture_of_few_pixels(text: str, size: tuple[int, int], mode: str, is_told: bool, tmp_path: Path) -> None:
    Image.new(mode, size).save(tmp_path / "a.png")
    chapter, _ = read(f"# A\n\n{text}\n")
    context = LintContext(a_guide(), [chapter], ["a.png"], PictureFiles(tmp_path, tmp_path / "cache"))
    assert [str(problem) for problem in small_pictures(chapter, context)] == is_told * [
        'docs/background.md:3:1: The file "a.png" has 320 × 240 pixels: on the page and in print it is blurred, or '
        "tiny. Find it larger, at least 1000 pixels wide, or set the width at which it is meant: { width=120 }. "
        "[small-picture]"
    ]


def test_a_picture_in_the_data_that_a_page_shows_is_no_line_of_the_page(tmp_path: Path) -> None:
    Image.new("RGB", (320, 240)).save(tmp_path / "a.png")
    chapter, _ = read("# A\n")
    chapter = replace(chapter, pictures=(Picture("A", Location("glossary.yaml", 40, 3), "a.png"),))
    context = LintContext(a_guide(), [chapter], ["a.png"], PictureFiles(tmp_path, tmp_path / "cache"))
    assert list(small_pictures(chapter, context)) == []
