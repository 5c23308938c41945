"""The small guides, each built strictly once: its words as its `expected.yaml` has them, from CLDR and the grammars."""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html
from pypdf import PdfReader

from tests.built_once import guide_in
from tests.languages.guides import GUIDES

pytestmark = pytest.mark.slow

LANGUAGES = sorted(path.parent.name for path in GUIDES.glob("*/expected.yaml"))
CHAPTERS = ["index", "key-terms", "background", "solutions", "timeline", "bibliography"]


def plain(text: str) -> str:
    """Give a text with single spaces for all kinds of space and line, without signs of direction."""
    return " ".join("".join(letter for letter in text if unicodedata.category(letter) != "Cf").split())


def letters(text: str) -> str:
    """Give the letters and digits of a text alone, as no line, hyphen, mark or shape of a letter changes them."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())


@dataclass(frozen=True)
class Built:
    """A guide that was built, and what the build told."""

    site: Path
    told: str
    expected: Mapping[str, Any]

    def page(self, chapter: str) -> html.HtmlElement:
        folder = self.site if chapter == "index" else self.site / chapter
        return html.fromstring((folder / "index.html").read_text(encoding="utf-8"))

    def words(self, chapter: str) -> str:
        """Return the text of a chapter, and behind it the names that a screen reader tells."""
        (content,) = self.page(chapter).find_class("md-content")
        return plain(" ".join([content.text_content(), *content.xpath(".//@aria-label")]))

    def unprinted(self, name: str, texts: list[str]) -> list[str]:
        """Return what does not stand in a PDF, by its letters; from right to left pypdf finds words in no order."""
        printed = letters("\n".join(page.extract_text() for page in PdfReader(self.site / name).pages))
        pieces = [
            piece for text in texts for piece in (text.split() if self.expected["direction"] == "rtl" else [text])
        ]
        return [piece for piece in pieces if letters(piece) not in printed]


@pytest.fixture(scope="module", params=LANGUAGES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    guide = guide_in(tmp_path_factory, request.param)
    expected = yaml.safe_load((GUIDES / request.param / "expected.yaml").read_text(encoding="utf-8"))
    return Built(guide.site, guide.told, expected | {"language": request.param})


def test_the_build_has_no_warning(built: Built) -> None:
    assert [line for line in built.told.splitlines() if "warning" in line.lower()] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_page_has_its_language_and_direction(built: Built, chapter: str) -> None:
    page = built.page(chapter)
    assert page.get("lang") == built.expected["language"]
    assert page.get("dir", "ltr") == built.expected["direction"]


def test_pages_have_their_words(built: Built) -> None:
    pages = {chapter: built.words(chapter) for chapter in CHAPTERS}
    wanted = built.expected["pages"] | {"timeline": built.expected["pages"]["timeline"] + built.expected["dates"]}
    assert [(chapter, word) for chapter, words in wanted.items() for word in words if word not in pages[chapter]] == []


def test_a_date_stands_alone(built: Built) -> None:
    dates = {plain(time.text_content()) for time in built.page("timeline").iter("time")}
    assert set(built.expected["dates"]) <= dates


def test_a_note_has_the_place_in_its_source(built: Built) -> None:
    notes = [plain(note.text_content()) for note in built.page("background").xpath("//*[@role='doc-endnotes']//li")]
    assert any(built.expected["locator"] in note for note in notes)


def test_terms_are_linked_as_they_are_written(built: Built) -> None:
    linked = {
        (link.get("href", "").partition("#term-")[2], plain(link.text_content()))
        for chapter in ("background", "solutions")
        for link in built.page(chapter).find_class("guide-term")
    }
    assert set(built.expected["terms"].items()) <= linked


def test_a_tip_ends_with_the_first_sentence(built: Built) -> None:
    term, sentence = built.expected["tip"]
    links = built.page("background").xpath(f"//a[contains(@href, '#term-{term}')]/@data-definition")
    assert [plain(link) for link in links][:1] == [sentence]


def test_a_source_in_another_language_says_so(built: Built) -> None:
    for key, language in built.expected["foreign"].items():
        (entry,) = built.page("bibliography").xpath(f"//*[@id='ref-{key}']")
        assert language in entry.xpath("descendant-or-self::*/@lang")


@pytest.mark.parametrize("chapter", ["background", "solutions"])
def test_the_search_holds_both_chapters(built: Built, chapter: str) -> None:
    docs = json.loads((built.site / "search" / "search_index.json").read_text(encoding="utf-8"))["docs"]
    sections = [doc for doc in docs if doc["location"].startswith(f"{chapter}/#")]
    (heading,) = built.page(chapter).xpath("//h1")
    assert len(sections) >= 2
    assert all(section["title"] and section["text"] for section in sections)
    assert heading.text in [doc["title"] for doc in docs]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_no_heading_is_known_by_its_number(built: Built, chapter: str) -> None:
    (content,) = built.page(chapter).find_class("md-content")
    names = [heading.get("id") for heading in content.iter("h2", "h3", "h4")]
    assert [name for name in names if not name or re.fullmatch(r".*_\d+", name)] == []


def test_the_handout_has_the_same_words(built: Built) -> None:
    expected = built.expected
    texts = [*expected["handout"], *expected["dates"], expected["locator"], expected["question"]]
    assert built.unprinted("handout.pdf", texts) == []


def test_a_question_stands_in_its_list_and_in_the_quick_reference(built: Built) -> None:
    question = built.expected["question"]
    assert question in [plain(item.text_content()) for item in built.page("solutions").iter("li")]
    assert built.unprinted("quick-reference.pdf", [question]) == []


def test_the_headings_of_the_timeline_begin_with_a_capital(built: Built) -> None:
    headings = [heading.text for heading in built.page("timeline").iter("h2") if heading.text]
    assert [heading for heading in headings if heading[0].islower()] == []
