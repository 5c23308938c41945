"""The draft of a position paper, made in a browser of notes and read back by other programs."""

import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf
import pypandoc
import pytest
from docx import Document
from lxml import etree
from playwright.sync_api import Browser

from studyguide.citeproc.guide_citation import GuideCitation
from studyguide.citeproc.notes import render_citations
from studyguide.citeproc.self_citation import SelfCitation, Work
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.diagnostics.source_text import SourceFile
from studyguide.labels.catalogue import labels_for
from studyguide.outputs.docx.draft_package import draft_parts, draft_section
from studyguide.outputs.site.position_paper import CitedPage, PaperData
from tests.helpers import read
from tests.languages.test_locators import style_of
from tests.outputs.books import TITLE_PAGE
from tests.outputs.docx.libreoffice import to_pdf

ROOT = "https://guide.example/water/"
SOURCES = """
@book{smith, author = {Smith, Anna}, title = {Rivers of the South}, publisher = {Delta}, year = {2015}}
@report{unep, author = {{UNEP}}, title = {Wells and Springs}, institution = {UNEP}, year = {2019}}
@online{tide, author = {Brook, Ida}, title = {Tides}, year = {2020}, url = {https://tides.example/a?b=1&c=2}}
@online{flood, author = {Brook, Ida}, title = {Floods}, year = {2021}, url = {https://tides.example/a?b=1&c=2}}
@book{unread, author = {Young, Ben}, title = {Lakes}, publisher = {Delta}, year = {2001}}
"""
CHAPTER = """# Background

## Poverty

Wells are far [@unep]. Rivers are dry [@smith, p. 4]. They were not [@smith, p. 4].

## Cities

Rivers are dry [@smith, p. 7; @unep, p. 2]. Or are they [@smith, p. 9]? Tides rise.[@tide] Floods too.[@flood]
"""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
HEADINGS = [["topic", "The topic"], ["done", "What has been done"]]
NBSP = "\u00a0"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POVERTY = "https://guide.example/water/background/#poverty"
CITE = f"Smith, Zoe. “Poverty.” Water, PSMUN, 1 Mar. 2026, {POVERTY}."
SMITH = "Anna Smith. Rivers of the South. Delta, 2015"
AGAIN = "Smith, Rivers of the South"
WORK = Work("Smith, Zoe", "Water", "PSMUN", date(2026, 3, 1))
HOSTILE = "]]> <w:br/> &amp; \x00\x0b\x1f\ufffe\ud800 \u202eabc\u2066 שלום \U0001f600\udfff end"
"""As a file of notes may hold it: markup, signs that XML forbids, halves of characters, and turned directions."""


def data(language: str = "en", style: str = "mla-notes") -> PaperData:
    """Return what a draft needs of a small guide, of which pandoc has rendered the sources."""
    chapters = [read(CHAPTER, path="background.md")[0], read("# Home", path="index.md")[0]]
    sources, _ = read_sources(SourceFile("bibliography.bib", SOURCES))
    guide = Guide(sources=sources, bibliography=SOURCES, style=style_of(style, "en"))
    title_page = replace(TITLE_PAGE, language=language)
    rendered = render_citations(chapters, guide, work=WORK, at_positions=True)
    by_hand = SelfCitation(WORK.author, WORK.title, WORK.conference, WORK.day)
    return PaperData(
        pages=[CitedPage(chapter, url) for chapter, url in zip(chapters, ("background/", "./"), strict=True)],
        rendered=rendered,
        citations=by_hand if style.startswith("mla") else GuideCitation(lambda: rendered.own),
        title_page=title_page,
        labels=labels_for(language),
        package=draft_parts(title_page),
        section=draft_section(title_page),
    )


def note(**fields: Any) -> dict[str, Any]:
    """A note as `my-notes.json` has it, on a section of the guide."""
    place = {"page": "background/", "section": "poverty", "sectionTitle": "Poverty", "heading": "topic"}
    return {**place, "quote": "", "text": "", "order": 0, "sources": [], "warning": "", **fields}


Make = Callable[..., bytes]


@pytest.fixture
def make(browser: Browser) -> Iterator[Make]:
    """`make("docx", note(), ...)` returns the file that the script makes of notes, on an empty page."""
    page = browser.new_page()

    def file(kind: str, *notes: dict[str, Any], country: str = "", root: str = ROOT, **of_guide: str) -> bytes:
        page.add_script_tag(content=data(**of_guide).script())
        call = "([kind, ...asked]) => [studyguidePaper[kind](studyguidePaper.draft(...asked))].flatMap("
        call += "(made) => Array.from(typeof made === 'string' ? new TextEncoder().encode(made) : made))"
        return bytes(page.evaluate(call, [kind, list(notes), HEADINGS, country, root]))

    yield file
    page.close()


def part(content: bytes, name: str) -> etree._Element:
    """A part of a Word file, which is well-formed XML."""
    return etree.fromstring(ZipFile(BytesIO(content)).read(f"word/{name}.xml"))


def footnotes(content: bytes) -> list[str]:
    """The texts of the footnotes, in the order in which the text refers to them."""
    texts = {each.get(f"{W}id"): "".join(each.itertext()).strip() for each in part(content, "footnotes")}
    return [texts[call.get(f"{W}id")] for call in part(content, "document").iter(f"{W}footnoteReference")]


def paragraphs(content: bytes) -> list[tuple[str, str]]:
    """Each paragraph of a Word file with its style, as another library reads them."""
    return [(each.style.name, each.text) for each in Document(BytesIO(content)).paragraphs if each.style]


def test_draft_has_the_delegate_s_words_and_what_is_quoted(make: Make) -> None:
    first = note(quote="Wells are far.", text="We agree.\n\nAnd more.", sources=["unep", "smith"], warning="Is it?")
    second = note(heading="", section="cities", sectionTitle="Cities", text="Mine", sources=["smith"])
    assert paragraphs(make("docx", first, second, country="Georgia")) == [
        ("Title", "Position paper"),
        ("Title Page Fact", "Committee: UNEP"),
        ("Title Page Fact", "Topic: Water"),
        ("Title Page Fact", "Country: Georgia"),
        ("Title Page Fact", "Delegation: "),
        ("Heading 1", "The topic"),
        ("Quote Source", "Quotation from the guide: Background, Poverty"),
        ("Quote", "Wells are far."),
        ("Warning", "Check before you quote: Is it?"),
        ("Body Text", "We agree."),
        ("Body Text", "And more."),
        ("Heading 1", "What has been done"),
        ("Heading 1", "Not sorted yet"),
        ("Body Text", "Mine"),
        ("Heading 1", "Works cited"),
        ("Bibliography", "Smith, Anna. Rivers of the South. Delta, 2015."),
        ("Bibliography", "Smith, Zoe. Water, PSMUN, 1 Mar. 2026, https://guide.example/water/."),
        ("Bibliography", "UNEP. Wells and Springs. UNEP, 2019."),
    ]


def test_footnotes_name_the_guide_and_its_sources(make: Make) -> None:
    """Each place in a source is that of the notes in the passage; without these, as in another edition, none.

    In full, and in the style's short form when they are cited again.
    """
    cities = {"section": "cities", "sectionTitle": "Cities"}
    notes = [
        note(quote="Far."),
        note(quote="Dry.", sources=["smith"], calls=[2]),
        note(quote="Dry.", sources=["smith", "unep"], calls=[4], **cities),
        note(quote="Are they?", sources=["smith"], calls=[5], **cities),
        note(quote="All.", sources=["smith", "unep"], calls=[2, 3, 4, 999], **cities),
        note(quote="Gone.", sources=["smith"], section="no longer there"),
        note(quote="Welcome.", page="./", section="home", sectionTitle="Home"),
    ]
    cited = CITE.replace("Poverty", "Cities").replace("#poverty", "#cities")
    assert footnotes(make("docx", *notes)) == [
        CITE,
        f"{SMITH}, p. 4. Cited in: Smith, “Poverty.”",
        f"{AGAIN}, p. 7. UNEP. Wells and Springs. UNEP, 2019, p. 2. Cited in: {cited}",
        f"{AGAIN}, p. 9. Cited in: Smith, “Cities.”",
        f"{AGAIN}, p. 4. {AGAIN}, p. 7. UNEP, Wells and Springs, p. 2. Cited in: Smith, “Cities.”",
        f"{AGAIN}. Cited in: {CITE}".replace("Poverty", "Background").replace("#poverty", ""),
        f"Smith, Zoe. Water, PSMUN, 1 Mar. 2026, {ROOT}.",
    ]


REPEATED = {
    "mla-notes": ["Smith, “Poverty.”", f"{AGAIN}, p. 4. {AGAIN}, p. 9. Cited in: Smith, “Poverty.”", "Smith, Water."],
    "mla-notes-ibid": ["Ibid.", f"{AGAIN}, p. 4. Ibid., p. 9. Cited in: Smith, “Poverty.”", "Ibid."],
    "chicago-notes": ["Smith, “Poverty.”", f"{AGAIN}, 4. {AGAIN}, 9. Cited in: Smith, “Poverty.”", "Smith, Water."],
    "oscola": ["Ibid.", f"{AGAIN} (n 3) 4. Ibid 9. Cited in: Smith, ‘Poverty’ (n 1).", "Ibid."],
}
"""The second footnote to a passage, the second to a source, and the second to the whole guide."""


@pytest.mark.parametrize("style", REPEATED)
def test_what_is_cited_again_has_the_form_of_the_style(make: Make, style: str) -> None:
    home = {"page": "./", "section": "home", "sectionTitle": "Home"}
    places: list[dict[str, Any]] = [{}, {}, {"calls": [3]}, {"calls": [2, 5]}, home, home]
    texts = footnotes(make("docx", *[note(quote="A", **place) for place in places], style=style))
    assert [texts[place] for place in (1, 3, 5)] == REPEATED[style]


def test_a_style_without_notes_repeats_what_it_has(make: Make) -> None:
    texts = footnotes(make("docx", *[note(quote="A", calls=[2])] * 2, style="apa"))
    assert texts[0] == texts[1]
    assert texts[0].startswith("Smith, A. (2015). Rivers of the south. Delta, p. 4. Cited in: Smith, Z. (2026).")


def test_addresses_are_links(make: Make) -> None:
    """In the notes and among the works cited: they lead where they say, and the same address is one relation."""
    content = make("docx", note(quote="Far.", calls=[6]), note(quote="Dry.", calls=[7]))
    tide = "https://tides.example/a?b=1&c=2"
    assert linked(content, "footnotes") == [(tide, tide), (POVERTY, POVERTY), (tide, tide)]
    assert linked(content, "document") == [(tide, tide), (tide, tide), (ROOT, ROOT)]
    assert len(addresses(content, "footnotes")) == 2
    relations = Document(BytesIO(content)).part.rels.values()
    assert {each.target_ref for each in relations if each.is_external} == {tide, ROOT}
    assert "Hyperlink" in {style.name for style in Document(BytesIO(content)).styles}


def addresses(content: bytes, name: str) -> dict[str, str]:
    """The outside addresses to which a part of a Word file leads, by the id of the relation."""
    relations = etree.fromstring(ZipFile(BytesIO(content)).read(f"word/_rels/{name}.xml.rels"))
    return {each.attrib["Id"]: each.attrib["Target"] for each in relations if each.get("TargetMode") == "External"}


def linked(content: bytes, name: str) -> list[tuple[str, str]]:
    """The words of each link in a part of a Word file, and where it leads."""
    ids, links = addresses(content, name), part(content, name).iter(f"{W}hyperlink")
    return [("".join(link.itertext()), ids[link.attrib[f"{R}id"]]) for link in links]


def test_a_disk_is_no_address_to_cite(make: Make) -> None:
    content = make("docx", note(quote="Far."), root="file:///home/zoe/guide/")
    assert footnotes(content) == ["Smith, Zoe. “Poverty.” Water, PSMUN, 1 Mar. 2026."]


def test_titles_are_in_italics_in_notes_and_works_cited(make: Make) -> None:
    content = make("docx", note(quote="Far.", sources=["unep"]))
    for name in ("footnotes", "document"):
        slanted = part(content, name).xpath("//w:r[w:rPr/w:i]/w:t/text()", namespaces={"w": W[1:-1]})
        assert {"Wells and Springs", "Water"} == set(slanted)


def test_no_notes_make_a_draft_of_headings_alone(make: Make) -> None:
    styles = [style for style, _ in paragraphs(make("docx"))]
    assert styles == ["Title", *["Title Page Fact"] * 4, "Heading 1", "Heading 1"]


def test_hostile_notes_make_a_valid_file_with_their_words(make: Make) -> None:
    fields = dict.fromkeys(("quote", "text", "warning", "sectionTitle"), HOSTILE)
    content = make(
        "docx", note(**fields, sources=["__proto__", "unep"]), note(page="__proto__", sources=7, text="constructor")
    )
    assert ZipFile(BytesIO(content)).testzip() is None
    mended = "]]> <w:br/> &amp; \n abc\u2066 שלום \U0001f600 end"
    assert [text for style, text in paragraphs(content) if style == "Quote"] == mended.split(" \n ")
    assert [text for style, text in paragraphs(content) if style == "Body Text"] == [mended, "constructor"]
    assert footnotes(content)[0].startswith("UNEP. Wells and Springs")


@pytest.mark.parametrize("reader", ["markdown-smart", "gfm", "commonmark_x"])
def test_markdown_shows_the_words_as_they_are(make: Make, reader: str) -> None:
    """Read by pandoc, what was typed stands there, and nothing of it is markup."""
    words = [
        "# no *heading* _here_",
        "1. no [list](x) `code`",
        "- <b>&amp;</b> $x^2$ ~a~ [^1] @me a|b \\",
        "1) two\n+ lines",
    ]
    text = make("markdown", note(quote=words[0], text="\n\n".join(words[1:]), sources=["unep"])).decode()
    html = pypandoc.convert_text(text, "html", format=reader, extra_args=["--wrap=none"])
    tree = etree.fromstring(f"<body>{html.replace(NBSP, ' ')}</body>", etree.XMLParser(resolve_entities=False))
    (quote,) = tree.iter("blockquote")
    assert "".join(quote.itertext()).strip() == f"{words[0]}1"
    shown = ["".join(each.itertext()) for each in tree.iterchildren("p")]
    assert shown[-3:] == words[1:]
    (notes,) = tree.iter("ol")
    assert "".join(notes.itertext()).strip(" \n↩︎") == f"UNEP. Wells and Springs. UNEP, 2019. Cited in: {CITE}"
    assert [each.text for each in tree.iter("h2")] == ["The topic", "What has been done", "Works cited"]


def test_arabic_draft_runs_from_right_to_left(make: Make) -> None:
    """So do its paragraphs, but for what a delegate wrote in Latin letters; Latin words within Arabic do not."""
    notes = [note(text="نص و UNEP"), note(text="In English")]
    tree, names = part(make("docx", *notes, language="ar"), "document"), {"w": W[1:-1]}
    sides = {
        "".join(each.itertext()): bool(each.xpath("w:pPr/w:bidi", namespaces=names)) for each in tree.iter(f"{W}p")
    }
    assert (sides["نص و UNEP"], sides["In English"]) == (True, False)
    right = tree.xpath("//w:r[w:rPr/w:rtl]/w:t/text()", namespaces=names)
    assert "نص و " in right
    assert not [text for text in right if "UNEP" in text]
    assert tree.xpath("//w:sectPr/w:bidi", namespaces=names)
    (address,) = tree.xpath("//w:hyperlink", namespaces=names)
    assert ["".join(run.itertext()) for run in address] == [ROOT]
    assert not address.xpath(".//w:rtl", namespaces=names)


@pytest.mark.slow
def test_libreoffice_opens_a_draft(make: Make, tmp_path: Path) -> None:
    """With the footnotes at the foot of the page, and each of the fonts' letters."""
    document = tmp_path / "draft.docx"
    document.write_bytes(make("docx", note(quote="Wells are far.", text=HOSTILE, sources=["unep"])))
    with pikepdf.open(to_pdf(document)) as pdf:
        assert len(pdf.pages) == 1
    text = subprocess.run(
        ["pdftotext", document.with_suffix(".pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    assert text.index("Works cited") < text.index("Cited in:")
