"""Whatever the engine itself puts before a reader comes from the catalogue.

A small guide is built whose own texts are in capitals, with labels between ‹ and ›: no other small letters may be left.
"""

import calendar
import re
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

from tests.labels.guide_in_capitals import build_in_capitals

_LABEL = re.compile(r"‹[^‹›]*›")
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]*[a-z][^\W\d_]+")
_OURS = ("md-content", "md-copyright", "guide-links")
"""What the engine writes of a page, by class; the rest is the theme's, which has languages of its own."""
_MONTHS = frozenset((*calendar.month_name, *calendar.month_abbr, "Sept"))
"""Dates are CLDR's: see `labels.calendars`; the short ones are those of an English guide's 'Cite' line in MLA style."""
_BRACKETS = """
import studyguide.data.guide
from tests.labels.catalogues import BRACKETED
studyguide.data.guide.labels_for = lambda language: BRACKETED
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_in_capitals(tmp_path_factory.mktemp("guide"), hook=_BRACKETS)


def _left(text: str) -> list[str]:
    """The words that stand in no label; a label can stand in another one."""
    before, text = "", _ADDRESS.sub("", text)
    while before != text:
        before, text = text, _LABEL.sub(" ", text)
    return [word for word in _WORD.findall(text) if word not in _MONTHS]


def _our_text(page: Path) -> str:
    root = html.fromstring(page.read_text(encoding="utf-8"))
    for element in root.iter("script", "style"):
        element.drop_tree()
    parts = [element for name in _OURS for element in root.find_class(name)]
    attributes = [it.get("aria-label", "") for part in parts for it in part.iter()]
    return "\n".join(["\n".join(part.itertext()) for part in parts] + attributes)


def test_pages_hold_no_other_words(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if "chairs" not in path.parts]
    assert len(pages) == 9
    texts = {path.relative_to(site).as_posix(): _our_text(path) for path in pages}
    assert all("‹" in text for text in texts.values())
    assert {name: left for name, text in texts.items() if (left := _left(text))} == {}


@pytest.mark.parametrize("name", ["handout.pdf", "quick-reference.pdf"])
def test_pdfs_hold_no_other_words(site: Path, name: str) -> None:
    text = "\n".join(page.extract_text() for page in PdfReader(site / name).pages)
    assert text.count("‹") > 4
    assert _left(text) == []


@pytest.mark.parametrize("name", ["licences.txt", "manifest.webmanifest"])
def test_other_files_have_labels(site: Path, name: str) -> None:
    assert "‹" in (site / name).read_text(encoding="utf-8")
