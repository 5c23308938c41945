"""The e-book of a small guide, read back as a reading program reads it."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

from studyguide.labels.catalogue import labels_for
from studyguide.outputs.book import Book, OutputError
from studyguide.outputs.ebook.epub import Ebook, lost_in_ebook
from studyguide.outputs.ebook.publication import chapter_file, write_publication
from studyguide.outputs.ebook.read_back import read_documents
from tests.mkdocs.test_build import build_here, change, lay_out
from tests.outputs.books import TITLE_PAGE, a_book
from tests.outputs.ebook.reading import NAMES, Publication, not_there_once, read_epub, text_of
from tests.outputs.ebook.test_content import NOTES
from tests.outputs.pdf.test_compile import a_png

PAGE = '<h1 id="a">A</h1><p>Text</p>'


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good guide with its site, handout and e-book."""
    folder = lay_out(tmp_path_factory.mktemp("ebook"))
    change(folder / "mkdocs.yml", "    pdf: false # most tests do not look at it\n", "    downloads: [epub]\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1772409600")
        build_here(folder)
    return folder


@pytest.fixture(scope="module")
def book(guide: Path) -> Publication:
    return read_epub((guide / "site" / "guide.epub").read_bytes())


def unprinted(pages: dict[str, str], **more: Any) -> Book:
    """A book of which no PDF is made."""
    made = a_book(pages, **more)
    return replace(made, guide=replace(made.guide, has_handout=False, language=made.title_page.language))


def test_each_note_term_event_and_source_is_there_once(guide: Path, book: Publication) -> None:
    assert not_there_once(guide, guide / "site", book, "styles/mla-notes.csl") == []
    for root in book.documents.values():
        ids = [each.get("id") for each in root.iter() if each.get("id")]
        assert len(ids) == len({*ids})


def test_a_note_leads_to_its_text_and_back(book: Publication) -> None:
    for name, root in book.documents.items():
        for reference in book.find(root, "//h:a[@epub:type='noteref']"):
            note = book.target(name, reference.get("href", ""))
            assert note is not None
            assert note.get("role") == "doc-footnote"
            assert text_of(note).startswith(f"{text_of(reference)}. ")
            (back,) = book.find(note, ".//h:a[@role='doc-backlink']")
            assert book.target(name, back.get("href", "")) is reference.getparent()


def test_every_link_within_the_book_leads_to_a_place(book: Publication) -> None:
    links = [(name, str(link)) for name, root in book.documents.items() for link in root.xpath("//@href")]
    inner = [(name, link) for name, link in links if "://" not in link and not link.endswith(".css")]
    assert [(name, link) for name, link in inner if book.target(name, link) is None] == []
    assert len(inner) > 40


def test_a_term_leads_to_its_entry_and_the_entry_to_where_it_is_mentioned(book: Publication) -> None:
    name = next(name for name in book.documents if name.endswith("background.xhtml"))
    link = book.find(book.documents[name], "//h:a[@epub:type='glossref'][contains(@href, '#term-hotline')]")[0]
    entry = book.target(name, link.get("href", ""))
    assert entry is not None
    assert text_of(entry) == "Hotline"
    entries = next(name for name in book.documents if name.endswith("key-terms.xhtml"))
    backlinks = book.find(book.documents[entries], "//h:div[contains(@class, 'guide-backlinks')]//h:a")
    mentions = [book.target(entries, link.get("href", "")) for link in backlinks]
    assert "Poverty" in [text_of(heading) for heading in mentions if heading is not None]


def test_the_contents_lead_to_each_chapter_section_term_and_event(book: Publication) -> None:
    (name,) = [name for name, root in book.documents.items() if book.find(root, "//h:nav[@epub:type='toc']")]
    links = book.find(book.documents[name], "//h:nav[@epub:type='toc']//h:a")
    headings = book.all("//h:section//h:h1[@id] | //h:section//h:h2 | //h:section//h:h3")
    assert [book.target(name, link.get("href", "")) for link in links] == headings
    assert {"Background", "Poverty", "Hotline"} <= {*map(text_of, links)}


def test_landmarks_name_cover_contents_start_glossary_and_bibliography(book: Publication) -> None:
    links = book.all("//h:nav[@epub:type='landmarks']//h:a")
    kinds = [link.xpath("@epub:type", namespaces={"epub": "http://www.idpf.org/2007/ops"})[0] for link in links]
    assert kinds == ["cover", "toc", "bodymatter", "glossary", "bibliography", "errata"]


def test_the_page_list_has_the_numbers_of_the_handout(guide: Path, book: Publication) -> None:
    (name,) = [name for name, root in book.documents.items() if book.find(root, "//h:nav[@epub:type='page-list']")]
    links = book.find(book.documents[name], "//h:nav[@epub:type='page-list']//h:a")
    pages = PdfReader(guide / "site" / "handout.pdf").pages
    numbers = [int(text_of(link)) for link in links]
    assert numbers == list(range(3, len(pages) + 1))  # behind the title page and the contents
    for number, link in zip(numbers, links, strict=True):
        place = book.target(name, link.get("href", ""))
        assert place is not None
        assert (place.get("role"), place.get("aria-label")) == ("doc-pagebreak", str(number))
        following = place.getnext()
        if following is not None and following.tag == f"{{{NAMES['h']}}}h1":
            printed = "".join(pages[number - 1].extract_text().split())
            assert "".join(text_of(following).split()) in printed


def test_the_book_says_what_it_is(book: Publication) -> None:
    assert book.metadata("dc:title") == ["A small guide"]
    assert book.metadata("dc:language") == ["en"]
    assert book.metadata("dc:date") == ["2026-03-02"]
    assert book.metadata("dcterms:modified") == ["2026-03-02T00:00:00Z"]
    assert book.metadata("dc:identifier")[0].startswith("urn:uuid:")
    assert book.metadata("schema:accessMode") == ["textual", "visual"]
    assert book.metadata("schema:accessModeSufficient") == ["textual"]
    assert book.metadata("schema:accessibilityHazard") == ["none"]
    assert {"alternativeText", "pageBreakMarkers", "tableOfContents"} <= {*book.metadata("schema:accessibilityFeature")}
    assert book.metadata("pageBreakSource") == ["handout.pdf"]
    assert book.metadata("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert len(book.metadata("schema:accessibilitySummary")[0]) > 100


def test_the_archive_begins_with_its_type_and_has_the_day_of_the_edition(guide: Path) -> None:
    with ZipFile(guide / "site" / "guide.epub") as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
        assert archive.read(first) == b"application/epub+zip"
        assert {entry.date_time for entry in [first, *others]} == {(2026, 3, 2, 0, 0, 0)}
        assert all(entry.filename.isascii() for entry in others)


def test_a_picture_is_there_with_its_text_and_a_drawing_in_the_page(book: Publication) -> None:
    (image,) = book.all("//h:section//h:img")
    assert image.get("alt") == "A bar chart: 3 reports, then 4."
    assert image.get("src") == "../images/picture-1.svg"
    assert "EPUB/images/picture-1.svg" in book.files
    drawn = [name for name, root in book.documents.items() if root.xpath("//*[local-name()='svg']")]
    items = {item.get("href"): item.get("properties", "") for item in book.package.iterfind(".//{*}item")}
    assert [name for name in book.documents if "svg" in items[name.removeprefix("EPUB/")].split()] == drawn
    assert drawn


def test_the_cover_is_a_picture_that_says_what_it_shows(book: Publication) -> None:
    cover = Image.open(BytesIO(book.files["EPUB/images/cover.png"]))
    assert cover.size == (1200, 2000)
    assert cover.convert("RGB").getpixel((5, 5)) == (0x14, 0x50, 0x6B)
    (image,) = book.find(next(iter(book.documents.values())), "//h:img")
    assert image.get("alt") == "Cover: A small guide"


def test_the_title_page_names_conference_officer_edition_licence_and_address() -> None:
    page = replace(TITLE_PAGE, address="https://example.org/water/")
    document = read_epub(write_publication(unprinted({"a.md": PAGE}, title_page=page))).documents["EPUB/title.xhtml"]
    words = text_of(document)
    wanted = [
        "PSMUN",
        "UNEP",
        "Water",
        "A. Smith, Chair",
        "Edition of 1 March 2026",
        "https://example.org/water/",
        "CC BY",
    ]
    assert [word for word in wanted if word not in words] == []


def test_the_same_book_is_the_same_bytes() -> None:
    first, again = (write_publication(unprinted({"a.md": PAGE, "b.md": NOTES})) for _ in range(2))
    assert first == again


def test_without_a_handout_there_are_no_page_numbers() -> None:
    book = read_epub(write_publication(unprinted({"a.md": PAGE})))
    assert book.all("//h:nav[@epub:type='page-list']") == []
    assert book.metadata("pageBreakSource") == []
    assert "pageBreakMarkers" not in book.metadata("schema:accessibilityFeature")


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("zh", "")])
def test_language_and_direction(language: str, direction: str) -> None:
    made = unprinted({"a.md": PAGE}, title_page=replace(TITLE_PAGE, language=language, region=""))
    book = read_epub(write_publication(replace(made, guide=replace(made.guide, labels=labels_for(language)))))
    for root in [book.package, *book.documents.values()]:
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
        assert root.get("dir", "") == direction
    assert {root.get("lang") for root in book.documents.values()} == {language}
    assert [spine.get("page-progression-direction", "") for spine in book.package.iterfind("{*}spine")] == [direction]
    assert book.metadata("dc:language") == [language]


def test_two_languages_are_two_books() -> None:
    pages = [replace(TITLE_PAGE, language=language, address="https://example.org/") for language in ("en", "fr")]
    books = [read_epub(write_publication(unprinted({"a.md": PAGE}, title_page=page))) for page in pages]
    assert books[0].metadata("dc:identifier") != books[1].metadata("dc:identifier")


@pytest.mark.parametrize(
    ("html", "hazard"),
    [('<img src="p.gif" alt="P">', "unknown"), ("<img src='p.png'>", "none")],
    ids=["it moves", "it has no text"],
)
def test_what_is_not_accessible_is_not_called_so(html: str, hazard: str) -> None:
    moving = BytesIO()
    frames = [Image.new("L", (20, 20), colour) for colour in (0, 255)]
    frames[0].save(moving, "GIF", save_all=True, append_images=frames[1:], duration=100)
    pictures = {"a/p.gif": moving.getvalue(), "a/p.png": a_png()}
    book = read_epub(write_publication(unprinted({"a.md": f"{PAGE}{html}"}, pictures=pictures)))
    assert book.metadata("dcterms:conformsTo") == []
    assert book.metadata("schema:accessibilityHazard") == [hazard]


def test_names_of_files_in_any_script_are_in_plain_letters() -> None:
    names = ["жертвы.md", "a b.md", "parts/a.md", "parts.md"]
    files = [chapter_file(name) for name in names]
    assert len({*files}) == len(names)
    assert all(file.isascii() and " " not in file and file.count("/") == 1 for file in files)


def test_what_is_not_in_the_book_is_told() -> None:
    made = unprinted({"a.md": f"{PAGE}{NOTES}"})
    output = Ebook()
    output.render(made)
    assert output.missing(made) == []
    pages = {"a.md": read_documents(write_publication(made))["EPUB/chapters/a.xhtml"]}
    without = {"a.md": replace(pages["a.md"], ids=frozenset())}
    assert [loss.what for loss in lost_in_ebook(made, without)] == ['The heading "A" is not in the e-book.']


def test_a_picture_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OutputError):
        write_publication(unprinted({"a.md": f'{PAGE}<img src="x.png" alt="X">'}))
