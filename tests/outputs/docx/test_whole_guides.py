"""The Word files of whole guides: read back by python-docx, compared with the site, and opened in LibreOffice.

Their notes are read as XML, which that library does not know.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree, html
from pypdf import PdfReader

from studyguide.data.guide import Guide, load_guide
from tests.built_once import guide_in, this_guide
from tests.outputs.docx.libreoffice import to_pdf

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST_LINES = {"en": "A copy for marking up.", "ar": "نسخة لكتابة الملاحظات.", "zh": "供批注用的副本。"}

SCREEN_ONLY = ("countries/", "cards/", "what-changed/", "my-notes/")
"""The pages that `handout: false` leaves to the screen."""


@dataclass(frozen=True)
class Built:
    """A guide, its site, and its Word file."""

    guide: Guide
    site: Path
    language: str

    @property
    def file(self) -> Path:
        return self.site / "guide.docx"

    @cached_property
    def styled(self) -> list[tuple[str, str]]:
        """The style and the text of each paragraph outside of tables and the contents list."""
        return [(each.style.name, plain(each.text)) for each in Document(str(self.file)).paragraphs if each.style]

    def of(self, *styles: str) -> list[str]:
        return [text for style, text in self.styled if style in styles]

    def part(self, name: str) -> Any:
        with ZipFile(self.file) as packed:
            return etree.fromstring(packed.read(name))

    @cached_property
    def notes(self) -> list[str]:
        """The texts of the notes in the order of their references."""
        notes = {each.get(f"{W}id"): each for each in self.part("word/footnotes.xml")}
        references = self.part("word/document.xml").iter(f"{W}footnoteReference")
        return [words_of(notes[each.get(f"{W}id")]) for each in references]

    @cached_property
    def pages(self) -> list[html.HtmlElement]:
        """The chapters of the site, without what a screen alone shows."""
        home = html.fromstring((self.site / "index.html").read_text(encoding="utf-8"))
        links = dict.fromkeys(home.xpath("//nav[contains(@class, 'md-nav--primary')]//a/@href"))
        addresses = [link for link in links if not link.startswith(("#", "chairs", *SCREEN_ONLY))]
        return [shown((self.site / address / "index.html").read_text(encoding="utf-8")) for address in addresses]


def plain(text: str) -> str:
    """Return a text with single spaces, without signs of direction."""
    return " ".join("".join(letter for letter in text if unicodedata.category(letter) != "Cf").split())


def words_of(element: Any) -> str:
    return plain("".join(each.text or "" for each in element.iter(f"{W}t")))


def shown(page: str) -> html.HtmlElement:
    (content,) = html.fromstring(page).find_class("md-content")
    for name in ("headerlink", "screen-only", "footnote-backref", "guide-page-facts", "md-source-file"):
        for element in content.find_class(name):
            element.drop_tree()
    for drawing in list(content.iter("svg", "button", "input", "label")):
        drawing.drop_tree()
    return content


@pytest.fixture(scope="module", params=["en", "ar", "zh"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """This guide, and small ones in two other scripts."""
    language = request.param
    built = this_guide(tmp_path_factory) if language == "en" else guide_in(tmp_path_factory, language)
    return Built(load_guide(built.guide, "styles/mla-notes.csl", language=language), built.site, language)


def test_the_first_line_says_what_it_is(built: Built) -> None:
    style, text = built.styled[0]
    assert style == "Copy Notice"
    assert text.startswith(FIRST_LINES[built.language])


def test_every_note_stands_once_as_on_the_site(built: Built) -> None:
    listed = [note for page in built.pages for note in page.xpath(".//*[@role='doc-endnotes']//li")]
    assert built.notes == [plain(note.text_content()) for note in listed]


def headings_of(built: Built, anchor: str) -> Counter[str]:
    """Return the headings of level 3 in the chapter that has this anchor on the site."""
    (title,) = [page.xpath("string(.//h1)") for page in built.pages if page.xpath(f".//*[@id='{anchor}']")]
    start = built.styled.index(("Heading 1", plain(title)))
    chapter = itertools.takewhile(lambda each: each[0] != "Heading 1", built.styled[start + 1 :])
    return Counter(text for style, text in chapter if style == "Heading 3")


def test_every_term_is_a_heading_once(built: Built) -> None:
    headings = headings_of(built, built.guide.terms[0].anchor)
    assert [term.name for term in built.guide.terms if headings[plain(term.name)] != 1] == []


def test_every_event_is_a_heading_once_with_its_date(built: Built) -> None:
    headings = headings_of(built, built.guide.events[0].anchor)
    assert [event.title for event in built.guide.events if headings[plain(event.title)] != 1] == []
    assert built.of("Event Date") == [
        plain(each.text_content()) for page in built.pages for each in page.find_class("guide-date")
    ]


def test_every_source_stands_once(built: Built) -> None:
    listed = [entry for page in built.pages for entry in page.xpath(".//li[starts-with(@id, 'ref-')]")]
    for entry in listed:
        for backlinks in entry.find_class("guide-backlinks"):
            backlinks.drop_tree()
    assert listed
    entries = built.of("Bibliography")
    assert len(entries) == len(listed)
    for text, entry in zip(entries, listed, strict=True):
        assert text.startswith(plain(entry.text_content()))


def test_no_text_of_the_site_is_missing(built: Built) -> None:
    document = letters("".join([words_of(built.part("word/document.xml")), *built.notes]))
    numbered = ".//text()[not(ancestor::a[contains(@href, '#fn')])]"  # but for the numbers of notes
    texts = {str(text) for page in built.pages for text in page.xpath(numbered)}
    assert sorted(text for text in texts if letters(text) not in document) == []


def test_every_inner_link_lands(built: Built) -> None:
    parts = [built.part(f"word/{name}.xml") for name in ("document", "footnotes")]
    anchors = {each.get(f"{W}anchor") for part in parts for each in part.iter(f"{W}hyperlink")} - {None}
    names = [each.get(f"{W}name") for part in parts for each in part.iter(f"{W}bookmarkStart")]
    assert anchors
    assert anchors <= set(names)
    assert max(Counter(names).values()) == 1


def runs_in(part: Any, language: str) -> Iterator[str]:
    for run in part.iter(f"{W}r"):
        if language in run.xpath("w:rPr/w:lang/@*", namespaces={"w": W.strip("{}")}):
            yield words_of(run)


def test_titles_in_other_languages_say_so(built: Built) -> None:
    foreign = {
        each.get("lang") for page in built.pages for each in page.iter() if each.get("lang") and each.text_content()
    }
    parts = [built.part(f"word/{name}.xml") for name in ("document", "footnotes")]
    assert [tag for tag in foreign if not any(text for part in parts for text in runs_in(part, str(tag)))] == []


def letters(text: str) -> str:
    """Return the letters and digits alone, as no line, hyphen or shape of a letter changes them."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())


@pytest.fixture(scope="module")
def pdf(built: Built, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    """What LibreOffice makes of the file."""
    document = tmp_path_factory.mktemp("libreoffice") / "guide.docx"
    document.write_bytes(built.file.read_bytes())
    return PdfReader(to_pdf(document))


def unprinted(pdf: PdfReader, pieces: Iterable[str]) -> list[str]:
    printed = letters("".join(page.extract_text() for page in pdf.pages))
    return [piece for piece in pieces if letters(piece) not in printed]


def legible(texts: Iterable[str]) -> list[str]:
    """Return the Arabic words that pypdf finds: in no order, and not with vowels, or in addresses of two directions."""
    words = (word for text in texts for word in text.split())
    return [word for word in words if "//" not in word and not any(map(unicodedata.combining, word))]


def test_libreoffice_shows_headings_and_dates(built: Built, pdf: PdfReader) -> None:
    texts = built.of("Heading 1", "Heading 2", "Heading 3", "Box Title", "Box Check Title", "Event Date")
    assert unprinted(pdf, legible(texts) if built.language == "ar" else texts) == []


def test_libreoffice_shows_every_word_of_boxes_sources_and_notes(built: Built, pdf: PdfReader) -> None:
    words = " ".join([*built.of("Box", "Box Check", "Bibliography"), *built.notes]).split()
    assert unprinted(pdf, legible(words) if built.language == "ar" else words) == []


def test_libreoffice_numbers_the_notes_through(built: Built, pdf: PdfReader) -> None:
    last = re.compile(rf"^{len(built.notes)}\s", re.MULTILINE)
    assert any(last.search(page.extract_text()) for page in pdf.pages)
