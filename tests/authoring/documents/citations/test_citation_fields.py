"""Tests of citations in fields: each names the right source, once in the list, with its locator."""

import base64
import json
from html import escape
from typing import Any

import pytest

from studyguide.authoring.documents.text.blocks import Paragraph
from studyguide.authoring.documents.text.runs import CitedItem, Run
from tests.authoring.documents import building as word
from tests.authoring.documents.pandoc_content import content_of, lines, listed, normalised

REPORT: dict[str, Any] = {
    "type": "report",
    "title": "Global report on trafficking",
    "author": [{"literal": "UNODC"}],
    "issued": {"date-parts": [[2022]]},
    "URL": "https://www.unodc.org/report",
}
BOOK: dict[str, Any] = {"type": "book", "title": "The law", "author": [{"family": "Doe", "given": "Jane"}]}


def csl(*items: dict[str, Any]) -> str:
    return json.dumps({"citationItems": items, "properties": {"noteIndex": 1}})


def zotero(*items: dict[str, Any]) -> str:
    return f"ADDIN ZOTERO_ITEM CSL_CITATION {csl(*items)}"


def cited(*fields: str, parts: dict[str, str] | None = None) -> tuple[list[Run], dict[str, str]]:
    """The runs that are citations, and the titles of all sources by their ids."""
    result = normalised(word.docx(*(word.paragraph("See ", field, ".") for field in fields), parts=parts))
    runs = [
        run for block in content_of(result).blocks if isinstance(block, Paragraph) for run in block.text if run.cited
    ]
    return runs, {key: source.record.fields["title"] for key, source in result.sources.items()}


def test_a_citation_of_zotero_names_its_sources_with_their_places() -> None:
    items = [
        {"id": 7, "uris": ["http://zotero.org/users/1/items/A"], "itemData": REPORT, "locator": "4-6", "label": "page",
         "prefix": "see "},
        {"id": 8, "uris": ["http://zotero.org/users/1/items/B"], "itemData": BOOK, "locator": "3", "label": "chapter",
         "suffix": "on children", "suppress-author": True},
    ]  # fmt: skip
    runs, titles = cited(word.field(zotero(*items), "(UNODC 4–6; ", word.run("Doe", italic=True), ")"))
    assert runs == [
        Run(
            "(UNODC 4–6; Doe)",
            cited=(CitedItem("source-1", "see", ", pp. 4-6"), CitedItem("source-2", "", ", chap. 3 on children")),
        )
    ]
    assert titles == {"source-1": "Global report on trafficking", "source-2": "The law"}


def test_mendeleys_works_are_told_apart_though_all_are_called_item_1() -> None:
    fields = [
        f"ADDIN CSL_CITATION {csl({'id': 'ITEM-1', 'itemData': {'id': 'ITEM-1', **data}, 'uris': [uri]})}"
        for data, uri in ((REPORT, "http://www.mendeley.com/documents/?uuid=1"), (BOOK, "u:2"), (REPORT, "http://www.mendeley.com/documents/?uuid=1"))
    ]  # fmt: skip
    runs, titles = cited(*(word.field(each, "[1]") for each in fields))
    assert [run.cited[0].id for run in runs] == ["source-1", "source-2", "source-1"]
    assert list(titles.values()) == ["Global report on trafficking", "The law"]


@pytest.mark.parametrize("around", ["runs", "paragraph"])
def test_a_citation_of_mendeley_cite_is_in_the_tag_of_a_control(around: str) -> None:
    data = base64.b64encode(csl({"id": "a", "itemData": REPORT, "locator": 4}).encode()).decode()
    inside = word.run("(UNODC, 2022)") if around == "runs" else word.paragraph("(UNODC, 2022)")
    control = word.content_control(inside, tag=f"MENDELEY_CITATION_v3_{data}")
    result = normalised(word.docx(word.paragraph("See ", control) if around == "runs" else control))
    block = content_of(result).blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text[-1] == Run("(UNODC, 2022)", cited=(CitedItem("source-1", "", ", p. 4"),))


ENDNOTE = (
    "<EndNote><Cite><Author>Doe</Author><Year>2019</Year><RecNum>12</RecNum><Pages>p. 7</Pages><Prefix>see </Prefix>"
    "<record><rec-number>12</rec-number><foreign-keys><key app='EN' db-id='x'>12</key></foreign-keys>"
    "<ref-type name='Book'>6</ref-type><contributors><authors><author>Doe, Jane</author></authors></contributors>"
    "<titles><title>The law</title></titles><dates><year>2019</year></dates></record></Cite></EndNote>"
)


def test_a_citation_of_endnote_is_xml_in_the_field_or_beside_it() -> None:
    packed = base64.b64encode(ENDNOTE.encode()).decode()
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{packed}</w:fldData></w:fldChar></w:r>'
    data = (
        f'{begin}<w:r><w:instrText> ADDIN EN.CITE.DATA </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    beside = word.field("ADDIN EN.CITE", "(Doe 2019)").replace(
        '<w:r><w:fldChar w:fldCharType="separate"/>', f'{data}<w:r><w:fldChar w:fldCharType="separate"/>'
    )
    runs, titles = cited(word.field(f"ADDIN EN.CITE {ENDNOTE}", "(Doe 2019)"), beside)
    assert [(run.text, run.cited) for run in runs] == [("(Doe 2019)", (CitedItem("source-1", "see", ", p. 7"),))] * 2
    assert titles == {"source-1": "The law"}


SOURCES = """<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography">
<b:Source><b:Tag>UNO22</b:Tag><b:SourceType>InternetSite</b:SourceType><b:Title>Children online</b:Title>
<b:Author><b:Author><b:Corporate>UNICEF</b:Corporate></b:Author></b:Author>
<b:InternetSiteTitle>For every child</b:InternetSiteTitle>
<b:Year>2021</b:Year><b:Month>February</b:Month><b:Day>8</b:Day>
<b:YearAccessed>2024</b:YearAccessed><b:MonthAccessed>05</b:MonthAccessed><b:DayAccessed>1</b:DayAccessed>
<b:URL>https://www.unicef.org/online</b:URL></b:Source>
<b:Source><b:Tag>Doe19</b:Tag><b:SourceType>Book</b:SourceType><b:Title>The law</b:Title><b:Year>2019</b:Year>
<b:Author><b:Author><b:NameList><b:Person><b:Last>Doe</b:Last><b:First>Jane</b:First><b:Middle>M.</b:Middle></b:Person>
<b:Person><b:Last>Roe</b:Last><b:First>Rita</b:First></b:Person></b:NameList></b:Author></b:Author>
<b:City>Geneva</b:City><b:Publisher>UN Press</b:Publisher></b:Source></b:Sources>"""
PARTS = {"customXml/item1.xml": SOURCES}


def test_word_s_own_citations_name_the_sources_of_its_source_manager() -> None:
    field = word.field('CITATION UNO22 \\p "12 f." \\l 1033 \\m Doe19 \\f "see " \\n', "(UNICEF, 2021)")
    runs, titles = cited(word.content_control(field), parts=PARTS)
    assert runs[0].cited == (CitedItem("source-1", "", ", p. 12 f."), CitedItem("source-2", "see"))
    assert titles == {"source-1": "Children online", "source-2": "The law"}
    online, book = (source.record for source in normalised(word.docx(parts=PARTS)).sources.values())
    assert (online.type, dict(online.fields)) == (
        "online",
        {
            "author": "{UNICEF}", "title": "Children online", "organization": "For every child",
            "date": "2021-02-08", "url": "https://www.unicef.org/online", "urldate": "2024-05-01",
        },
    )  # fmt: skip
    assert (book.type, book.fields["author"], book.fields["location"]) == (
        "book",
        "Doe, Jane M. and Roe, Rita",
        "Geneva",
    )


@pytest.mark.parametrize(
    "field", ["CITATION Gone99", "ADDIN ZOTERO_ITEM CSL_CITATION {broken", "ADDIN EN.CITE <EndNote><Cite>", "CITATION"]
)
def test_a_field_that_cannot_be_read_leaves_what_is_printed(field: str) -> None:
    assert lines(word.docx(word.paragraph("See ", word.field(field, "(Doe 2019)"), "."), parts=PARTS)) == [
        "See (Doe 2019)."
    ]


def bibliography(*printed: str) -> bytes:
    first, *others = (word.run(line) for line in printed)
    begin, _, end = word.field("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "|").partition(word.run("|"))
    entries = [word.paragraph(begin, first), *(word.paragraph(other) for other in others)]
    citation = word.field(zotero({"id": 7, "itemData": REPORT}), "(UNODC)")
    return word.docx(word.paragraph("See ", citation), word.heading("Works cited"), *entries, word.paragraph(end))


def test_a_printed_list_of_sources_is_left_out_unless_it_holds_more_than_is_cited() -> None:
    entry = "UNODC. Global report on trafficking. 2022."
    assert lines(bibliography(entry)) == ["See (UNODC)", "Works cited"]
    assert listed(normalised(bibliography(entry)), "list of sources") == [entry]
    assert lines(bibliography(entry, "Never cited.")) == ["See (UNODC)", "Works cited", entry, "Never cited."]


def test_a_source_without_a_title_or_with_an_address_on_a_disk_is_mended_with_a_doubt() -> None:
    item = {"type": "webpage", "container-title": "UNICEF", "URL": "file:///C:/report.pdf"}
    result = normalised(word.docx(word.paragraph(word.field(zotero({"id": 1, "itemData": item}), "(UNICEF)"))))
    (source,) = result.sources.values()
    assert (source.record.fields["title"], "url" in source.record.fields) == ("{UNICEF}", False)
    assert len(source.doubts) == 2


def test_a_citation_in_a_footnote_is_linked_too() -> None:
    note = word.paragraph(word.field(zotero({"id": 1, "itemData": BOOK, "locator": "9"}), "Doe, p. 9"), ".")
    result = normalised(word.docx(word.paragraph("Text.", word.footnote_reference(1)), footnotes=[note]))
    (block,) = content_of(result).notes[1]
    assert isinstance(block, Paragraph)
    assert [run.cited for run in block.text if run.cited] == [(CitedItem("source-1", "", ", p. 9"),)]


@pytest.mark.parametrize(
    ("month", "date"), [("Februar", "2021-02-08"), ("février", "2021-02-08"), ("02", "2021-02-08"), ("Q1", "2021")]
)
def test_months_of_word_s_sources_may_have_names_in_other_languages(month: str, date: str) -> None:
    parts = {"customXml/item1.xml": SOURCES.replace("February", month)}
    (online, _) = normalised(word.docx(parts=parts)).sources.values()
    assert online.record.fields["date"] == date


def test_a_citation_of_zotero_may_be_a_bookmark() -> None:
    code = zotero({"id": 1, "itemData": BOOK, "locator": "9"}).removeprefix("ADDIN ")
    halves = enumerate((code[:200], code[200:]), 1)
    properties = "".join(
        f'<property name="ZOTERO_BREF_a1_{number}"><v>{escape(half)}</v></property>' for number, half in halves
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relationships = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{office}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{office}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    parts = {"_rels/.rels": relationships, "docProps/custom.xml": f"<Properties>{properties}</Properties>"}
    mark = f'<w:bookmarkStart w:id="5" w:name="ZOTERO_BREF_a1"/>{word.run("(Doe, p. 9)")}<w:bookmarkEnd w:id="5"/>'
    runs, titles = cited(mark, parts=parts)
    assert runs == [Run("(Doe, p. 9)", cited=(CitedItem("source-1", "", ", p. 9"),))]
    assert titles == {"source-1": "The law"}
