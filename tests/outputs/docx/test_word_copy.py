"""The Word file of a small book, read back by python-docx, and its notes as XML: that library reads none."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from PIL import Image

from studyguide.labels.catalogue import labels_for
from studyguide.outputs.book import Book, OutputError
from studyguide.outputs.docx.word_copy import WordCopy
from tests.outputs.books import TITLE_PAGE, a_book

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFERENCE = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>'
NOTE = (
    '<section class="footnote" role="doc-endnotes"><ol><li id="fn:1"><p>Smith, <em>Water</em>. '
    '<a class="footnote-backref" href="#fnref:1" role="doc-backlink">↩</a></p></li></ol></section>'
)
CHAPTER = f"""<h1 id="rivers">Rivers</h1>
<p>The <a class="guide-term" href="../key-terms/#term-basin">basin</a> of
<span lang="fr">la Seine</span>.{REFERENCE}</p>
<h2 id="law">The law</h2>
<blockquote><p>Water is life.</p></blockquote>
<div class="admonition check" id="check:1"><p class="admonition-title">Check before you quote</p>
<p>The year.</p><ul><li>One</li></ul></div>
<table><thead><tr><th>Year</th><th>Treaty</th></tr></thead>
<tbody><tr><td>1997</td><td>New York</td></tr></tbody></table>
{NOTE}"""
TERMS = '<h1 id="key-terms">Key terms</h1><div class="guide-key-term"><h3 id="term-basin">Basin</h3><p>Land.</p></div>'
EVENTS = (
    '<h1 id="timeline">Timeline</h1><ol class="guide-timeline"><li><h3 id="event-un">UN adopts a treaty</h3>'
    '<p class="guide-date"><time>1997</time></p>'
    '<p>See <a href="../rivers/#fnref:1">Rivers, note 1</a>.</p>'
    "</li></ol>"
)
SOURCES = (
    '<h1 id="sources">Sources</h1><ul class="guide-bibliography"><li id="ref-smith">Smith, <em>Water</em>.</li></ul>'
)
PAGES = {"rivers.md": CHAPTER, "key-terms.md": TERMS, "timeline.md": EVENTS, "bibliography.md": SOURCES}


def written(book: Book) -> bytes:
    return WordCopy().render(book)["guide.docx"].content


def part(content: bytes, name: str) -> Any:
    with ZipFile(BytesIO(content)) as packed:
        return etree.fromstring(packed.read(name))


def styled(content: bytes) -> list[tuple[str, str]]:
    """Return the style and the text of each paragraph outside of tables and the contents list."""
    return [(each.style.name, each.text) for each in Document(BytesIO(content)).paragraphs if each.style]


@pytest.fixture(scope="module")
def content() -> bytes:
    return written(a_book(PAGES))


def test_the_first_line_says_what_the_file_is(content: bytes) -> None:
    style, text = styled(content)[0]
    assert style == "Copy Notice"
    assert text.startswith("A copy for marking up. ")


def test_the_first_line_is_in_the_language_of_the_guide() -> None:
    book = a_book({"index.md": '<h1 id="a">Eau</h1>'}, replace(TITLE_PAGE, language="fr", region=""))
    book = replace(book, guide=replace(book.guide, language="fr", labels=labels_for("fr")))
    assert styled(written(book))[0][1].startswith("Un exemplaire à annoter. ")


def test_the_title_page_has_its_facts(content: bytes) -> None:
    facts = styled(content)[1:8]
    assert facts == [
        ("Subtitle", "PSMUN"),
        ("Subtitle", "UNEP"),
        ("Title", "Water"),
        ("Subtitle", "Study guide"),
        ("Subtitle", "A. Smith, Chair"),
        ("Title Page Fact", "Edition of 1 March 2026"),
        ("Title Page Fact", "CC BY"),
    ]


def test_each_part_has_its_style(content: bytes) -> None:
    paragraphs = styled(content)
    for pair in (
        ("Heading 1", "Rivers"),
        ("Heading 2", "The law"),
        ("Block Text", "Water is life."),
        ("Box Check Title", "Check before you quote"),
        ("Box Check", "The year."),
        ("Heading 3", "Basin"),
        ("Definition", "Land."),
        ("Heading 3", "UN adopts a treaty"),
        ("Event Date", "1997"),
        ("Bibliography", "Smith, Water."),
    ):
        assert paragraphs.count(pair) == 1, pair


def test_a_term_in_the_text_has_its_style(content: bytes) -> None:
    links = [link for each in Document(BytesIO(content)).paragraphs for link in each.hyperlinks]
    (term,) = [link for link in links if link.text == "basin"]
    assert [run.style.name for run in term.runs if run.style] == ["Key Term"]


def test_notes_are_real_footnotes(content: bytes) -> None:
    references = part(content, "word/document.xml").findall(f".//{W}footnoteReference")
    notes = {each.get(f"{W}id"): each for each in part(content, "word/footnotes.xml")}
    (reference,) = references
    words = "".join(text.text for text in notes[reference.get(f"{W}id")].iter(f"{W}t"))
    assert words.strip() == "Smith, Water."


def test_every_inner_link_lands(content: bytes) -> None:
    document = part(content, "word/document.xml")
    anchors = {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")} - {None}
    names = [each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")]
    assert anchors
    assert anchors <= set(names)
    assert len(names) == len(set(names))


def test_the_contents_list_is_filled(content: bytes) -> None:
    (contents,) = part(content, "word/document.xml").iter(f"{W}sdtContent")
    lines = ["".join(text.text for text in each.iter(f"{W}t")) for each in contents]
    assert lines == ["Contents", "Rivers", "The law", "Key terms", "Timeline", "Sources"]
    assert [each.get(f"{W}fldCharType") for each in contents.iter(f"{W}fldChar")] == ["begin", "separate", "end"]


def test_a_table_repeats_its_head(content: bytes) -> None:
    (table,) = Document(BytesIO(content)).tables
    heads = [row._tr.find(f"{W}trPr/{W}tblHeader") is not None for row in table.rows]
    assert heads == [True, False]
    assert [cell.text for cell in table.rows[1].cells] == ["1997", "New York"]


def test_a_foreign_phrase_has_its_language(content: bytes) -> None:
    paragraphs = Document(BytesIO(content)).paragraphs
    (foreign,) = [run for each in paragraphs for run in each.runs if run.text == "la Seine"]
    assert foreign._r.xpath("string(w:rPr/w:lang/@w:val)") == "fr"


def test_the_properties_say_what_the_guide_is(content: bytes) -> None:
    properties = Document(BytesIO(content)).core_properties
    assert (properties.title, properties.author, properties.subject) == ("Water", "A. Smith", "About water.")
    assert (properties.language, f"{properties.created:%Y-%m-%d}") == ("en-GB", "2026-03-01")


def test_changes_are_recorded(content: bytes) -> None:
    assert part(content, "word/settings.xml").find(f"{W}trackRevisions") is not None


def test_the_same_book_gives_the_same_bytes(content: bytes) -> None:
    assert written(a_book(PAGES)) == content


def test_pages_from_right_to_left() -> None:
    book = a_book({"index.md": '<h1 id="a">الماء</h1><p>نص UNICEF</p>'}, replace(TITLE_PAGE, language="ar", region=""))
    content = written(replace(book, guide=replace(book.guide, language="ar", labels=labels_for("ar"))))
    document = part(content, "word/document.xml")
    assert all(each.find(f"{W}pPr/{W}bidi") is not None for each in document.iter(f"{W}p"))
    latin = [each for each in document.iter(f"{W}r") if "".join(each.itertext()) == "UNICEF"]
    assert [each.find(f"{W}rPr/{W}rtl") for each in latin] == [None]
    defaults = part(content, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defaults.get(f"{W}bidi") == "ar"


def test_the_address_of_an_arabic_guide_runs_from_the_left() -> None:
    facts = replace(TITLE_PAGE, language="ar", region="", address="https://guide.example/")
    book = a_book({"index.md": '<h1 id="a">الماء</h1>'}, facts)
    document = part(written(replace(book, guide=replace(book.guide, language="ar"))), "word/document.xml")
    (run,) = [each for each in document.iter(f"{W}r") if "".join(each.itertext()) == facts.address]
    assert run.find(f"{W}rPr/{W}rtl") is None


def png(size: tuple[int, int] = (600, 300)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "navy").save(file, "PNG")
    return file.getvalue()


def webp() -> bytes:
    file = BytesIO()
    Image.new("RGBA", (60, 30), "navy").save(file, "WEBP")
    return file.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 192 96"><rect width="192" height="96"/></svg>'


def with_picture(name: str, picture: bytes) -> bytes:
    html = f'<h1 id="a">A</h1><figure><img alt="A river" src="assets/{name}"><figcaption>A river</figcaption></figure>'
    return written(a_book({"index.md": html}, pictures={f"assets/{name}": picture}))


def media(content: bytes) -> Mapping[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name.startswith("word/media/")}


def test_a_picture_has_its_alternative_text_and_caption() -> None:
    content = with_picture("river.png", png())
    (shape,) = Document(BytesIO(content)).inline_shapes
    assert shape._inline.docPr.get("descr") == "A river"
    assert ("Image Caption", "A river") in styled(content)
    assert b"base64" not in ZipFile(BytesIO(content)).read("word/document.xml")


def test_a_picture_fits_on_its_page() -> None:
    (shape,) = Document(BytesIO(with_picture("tall.png", png((1600, 2000))))).inline_shapes
    assert shape.width.mm <= 159
    assert shape.height.mm == pytest.approx(shape.width.mm * 2000 / 1600, rel=0.01)


def test_a_drawing_stands_beside_its_twin() -> None:
    content = with_picture("river.svg", SVG)
    files = media(content)
    (drawing,) = [name for name in files if name.endswith(".svg")]
    (twin,) = [name for name in files if name.endswith(".png")]
    assert files[drawing] == SVG
    with Image.open(BytesIO(files[twin])) as image:
        assert image.width / image.height == pytest.approx(2, rel=0.01)
    assert b"svgBlip" in ZipFile(BytesIO(content)).read("word/document.xml")
    (shape,) = Document(BytesIO(content)).inline_shapes
    assert shape.width.mm == pytest.approx(192 / 96 * 25.4, rel=0.01)


def test_a_webp_becomes_a_png() -> None:
    (name,) = media(with_picture("river.webp", webp()))
    assert name.endswith(".png")


def test_a_picture_that_is_not_there_stops_it() -> None:
    with pytest.raises(OutputError):
        written(a_book({"index.md": '<h1 id="a">A</h1><p><img alt="" src="b.png"></p>'}))


def test_a_bookmark_adds_no_line() -> None:
    html = (
        '<h1 id="a">A</h1><table id="b"><tr id="c"><td id="d"><ul id="e"><li id="f">One</li></ul></td></tr></table>'
        '<dl><dt id="g">Term</dt><dd id="h"><p id="i">Text</p></dd></dl>'
    )
    document = part(written(a_book({"index.md": html})), "word/document.xml")
    marks = [*document.iter(f"{W}bookmarkStart")]
    assert len(marks) == 9
    assert [mark for mark in marks if not "".join(mark.getparent().itertext()).strip()] == []


@pytest.mark.parametrize("picture", [png(), SVG], ids=["picture", "drawing"])
def test_a_picture_in_a_note_is_found(picture: bytes) -> None:
    name = "river.svg" if picture == SVG else "river.png"
    note = NOTE.replace("Smith", f'<img alt="A river" src="assets/{name}"> Smith')
    book = a_book({"index.md": f'<h1 id="a">A</h1><p>A{REFERENCE}</p>{note}'}, pictures={f"assets/{name}": picture})
    content = written(book)
    (shape,) = part(content, "word/footnotes.xml").iter("{*}blip")
    relations = {each.get("Id"): each.get("Target") for each in part(content, "word/_rels/footnotes.xml.rels")}
    named = [str(value) for each in shape.iter() for key, value in each.attrib.items() if key.endswith("}embed")]
    assert {f"word/{relations[name]}" for name in named} == set(media(content))
