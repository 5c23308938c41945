"""The e-books of this guide, an Arabic and a Chinese one, judged by EPUBCheck and by Ace, and read back."""

import re
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Playwright

from tests.browser.chromium import executable
from tests.built_once import BuiltGuide, guide_in, this_guide
from tests.outputs.ebook.judges import findings_of_epubcheck, violations_by_ace
from tests.outputs.ebook.reading import not_there_once, read_epub

pytestmark = pytest.mark.slow
BOOKS = ["this guide", "ar", "zh"]
LARGEST = 500_000
"""Bytes of this guide's e-book."""


@pytest.fixture(scope="module", params=BOOKS)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltGuide:
    """A guide with its site."""
    is_this = request.param == "this guide"
    return this_guide(tmp_path_factory) if is_this else guide_in(tmp_path_factory, request.param)


@pytest.fixture(scope="module")
def book(built: BuiltGuide) -> Path:
    return built.site / "guide.epub"


@pytest.fixture
def chromium(playwright: Playwright) -> str:
    return executable(playwright.chromium)


def test_epubcheck_finds_nothing(book: Path) -> None:
    assert findings_of_epubcheck(book) == []


def test_ace_finds_nothing(book: Path, tmp_path: Path, chromium: str) -> None:
    assert violations_by_ace(book, tmp_path, chromium) == []


def test_nothing_is_lost_and_nothing_stands_twice(built: BuiltGuide, book: Path) -> None:
    assert not_there_once(built.guide, built.site, read_epub(book.read_bytes())) == []
    assert book.stat().st_size <= LARGEST


def spoilt(book: Path, target: Path, pattern: str, other: str) -> Path:
    """Write an e-book with something in its documents replaced."""
    with ZipFile(book) as archive, ZipFile(target, "w") as written:
        for entry in archive.infolist():
            content = archive.read(entry)
            if entry.filename.endswith(".xhtml"):
                content = re.sub(pattern, other, content.decode()).encode()
            written.writestr(entry, content)
    return target


def test_the_judges_tell_what_is_wrong(tmp_path_factory: pytest.TempPathFactory, chromium: str) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    good = guide_in(tmp_path_factory, "zh").site / "guide.epub"
    broken = spoilt(good, folder / "broken.epub", r'href="[^"]*#fn:1"', 'href="#none"')
    assert [line for line in findings_of_epubcheck(broken) if "RSC-012" in line]
    silent = spoilt(good, folder / "silent.epub", r' alt="[^"]*"', "")
    assert [line for line in violations_by_ace(silent, folder / "report", chromium) if "image-alt" in line]
