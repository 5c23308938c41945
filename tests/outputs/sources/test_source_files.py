"""Tests of outputs.sources: what other programs read in the files, and that no remark of the chairs is in them."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex.database import parse_string

from studyguide.citeproc.csl_items import Item, csl_items
from studyguide.citeproc.pandoc import DOCUMENT, run_pandoc
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.data.paths import BIBLATEX, CSL_JSON, RIS
from studyguide.diagnostics.source_text import SourceFile
from studyguide.outputs.sources.source_files import source_files

_TEXT = Path(__file__).with_name("sources.bib").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def guide() -> Guide:
    """A guide with a source of each kind."""
    return guide_of(_TEXT)


def guide_of(text: str) -> Guide:
    return Guide(sources=read_sources(SourceFile("bibliography.bib", text))[0], bibliography=text)


@pytest.fixture(scope="module")
def items(guide: Guide) -> dict[str, Item]:
    """Its sources."""
    return csl_items(guide)


@pytest.fixture(scope="module")
def files(guide: Guide, items: dict[str, Item]) -> dict[str, str]:
    """Its files."""
    return source_files(guide, items)


def by_pandoc(text: str, format: str) -> dict[str, dict[str, Any]]:
    """What pandoc reads in a file, by key, without variables that no reader is given."""
    read = json.loads(run_pandoc({DOCUMENT: text}, f"--from={format}", "--to=csljson"))
    return {item["id"]: {name: item[name] for name in item if name not in ("annote", "keyword")} for item in read}


def test_no_file_has_a_remark_of_the_chairs(files: dict[str, str]) -> None:
    assert {name for name, text in files.items() if "secret" in text.lower() or "further-reading" in text} == set()


def test_pandoc_reads_in_the_bib_file_what_it_reads_in_the_guides(files: dict[str, str]) -> None:
    assert by_pandoc(files[BIBLATEX], "biblatex") == by_pandoc(_TEXT, "biblatex")


def test_bibtex_reads_the_bib_file(guide: Guide, files: dict[str, str]) -> None:
    read = parse_string(files[BIBLATEX], "bibtex").entries
    assert set(read) == {source.key for source in guide.sources}
    assert dict(read["un2015agenda"].fields) == {
        "title": "Transforming Our World: the 2030 Agenda for Sustainable Development",
        "type": "Resolution",
        "number": "A/RES/70/1",
        "institution": "United Nations Headquarters",
        "location": "New York",
        "date": "2015-10-21",
        "url": "https://docs.un.org/en/A/RES/70/1?a=1&b=2",
        "urldate": "2024-05-06",
        "note": "Adopted without a vote",
    }
    assert read["roe1999"].fields["title"] == r"Rivers \& Borders"
    assert dict(read["poe2004"].fields) == {
        "publisher": "X Press", "location": "Paris", "title": "Lakes", "month": "1", "year": "2004",
    }  # fmt: skip
    keys = list(read)
    assert keys.index("roe1999") < keys.index("lee1999")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "un2015agenda",
            {
                "type": "report",
                "author": [{"literal": "United Nations General Assembly"}],
                "title": "Transforming Our World: the 2030 Agenda for Sustainable Development",
                "genre": "Resolution",
                "number": "A/RES/70/1",
                "publisher": "United Nations Headquarters",
                "publisher-place": "New York",
                "issued": {"date-parts": [[2015, 10, 21]]},
                "URL": "https://docs.un.org/en/A/RES/70/1?a=1&b=2",
                "accessed": {"date-parts": [[2024, 5, 6]]},
                "note": "Adopted without a vote",
            },
        ),
        (
            "smith2001wto",
            {
                "type": "article-journal",
                "title": "The WTO <i>in Practice</i>: 50% of Trade",
                "issued": {"date-parts": [[2001, 3], [2001, 5]]},
                "page": "123-145",
                "DOI": "10.1000/xyz(1)",
            },
        ),
        (
            "dupont2010",
            {
                "type": "article-newspaper",
                "author": [{"family": "Dupont", "given": "René"}],
                "issued": {"circa": True, "date-parts": [[2010]]},
                "language": "fr",
            },
        ),
        ("doe2005", {"type": "thesis", "issued": {"date-parts": [[2005]], "season": 1}, "genre": "PhD thesis"}),
        ("roe1999", {"type": "chapter", "container-title": "Water and Law", "title": "Rivers & Borders"}),
        ("ray2012", {"event-title": "Water Forum", "container-title": "Proceedings of the Water Forum"}),
        ("lee1999", {"issued": {"date-parts": [[1990], [1999]]}, "publisher": "Smith and Sons"}),
        ("iso9", {"type": "standard", "number": "ISO 9"}),
        ("leaflet", {"type": "document"}),
    ],
)
def test_csl_json(files: dict[str, str], key: str, expected: dict[str, Any]) -> None:
    item = {item["id"]: item for item in json.loads(files[CSL_JSON])}[key]
    assert {name: item.get(name) for name in expected} == expected
    assert ("language" in item) == ("language" in expected)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (
            "un2015agenda",
            {
                "type_of_reference": "RPRT",
                "authors": ["United Nations General Assembly"],
                "title": "Transforming Our World: the 2030 Agenda for Sustainable Development",
                "type_of_work": "Resolution",
                "issn": "A/RES/70/1",
                "publisher": "United Nations Headquarters",
                "place_published": "New York",
                "year": "2015",
                "date": "2015/10/21/",
                "urls": ["https://docs.un.org/en/A/RES/70/1?a=1&b=2"],
                "access_date": "2024/05/06/",
                "notes": ["Adopted without a vote"],
                "id": "un2015agenda",
            },
        ),
        (
            "smith2001wto",
            {
                "type_of_reference": "JOUR",
                "authors": ["Smith, John", "van der Berg, Jan", "King, Martin Luther, Jr."],
                "title": "The WTO in Practice: 50% of Trade",
                "secondary_title": "Journal of Trade",
                "volume": "12",
                "number": "3",
                "start_page": "123",
                "end_page": "145",
                "year": "2001",
                "date": "2001/03//to 2001-05",
                "issn": "1234-5678",
                "doi": "10.1000/xyz(1)",
                "id": "smith2001wto",
            },
        ),
        ("dupont2010", {"type_of_reference": "NEWS", "date": "2010///circa", "language": "fr"}),
        ("lee1999", {"type_of_reference": "BOOK", "start_page": "300", "secondary_title": "Waters", "edition": "2"}),
        (
            "roe1999",
            {
                "type_of_reference": "CHAP",
                "secondary_title": "Water and Law",
                "secondary_authors": ["Lee, Ann"],
                "start_page": "7",
            },
        ),
        ("doe2005", {"type_of_reference": "THES", "date": "2005///spring", "publisher": "University of Ghana"}),
        (
            "ray2012",
            {
                "type_of_reference": "CPAPER",
                "secondary_title": "Water Forum",
                "custom3": "Proceedings of the Water Forum",
                "place_published": "Marseille",
            },
        ),
        ("moj2001", {"type_of_reference": "ELEC", "authors": ["Ministry of Justice, France"]}),
        ("act1989", {"type_of_reference": "STAT", "title": "Children Act 1989"}),
        ("smith1999", {"type_of_reference": "CASE", "publisher": "Court of Appeal", "note": "12"}),
        ("crc1989", {"type_of_reference": "STAT", "secondary_title": "United Nations Treaty Series", "volume": "1577"}),
        ("iso9", {"type_of_reference": "STAND", "issn": "ISO 9"}),
        ("leaflet", {"type_of_reference": "GEN", "title": "Leaflet"}),
    ],
)
def test_ris(files: dict[str, str], key: str, expected: dict[str, Any]) -> None:
    record = {record["id"]: record for record in rispy.loads(files[RIS])}[key]
    if len(expected) > 10:
        assert record == expected
    assert {name: record.get(name) for name in expected} == expected


def test_pandoc_reads_the_ris_file(items: dict[str, Item], files: dict[str, str]) -> None:
    read = by_pandoc(files[RIS], "ris")
    assert set(read) == set(items)
    assert read["smith2001wto"]["author"][1] == {"dropping-particle": "van der", "family": "Berg", "given": "Jan"}
    assert files[RIS].startswith("TY  - RPRT\r\n")
    assert files[RIS].count("\n") == files[RIS].count("\r\n")


def test_a_variable_that_ris_has_no_tag_for_stands_in_a_note() -> None:
    fields = (
        "title = {A}, author = {B, C}, date = {1990}, origdate = {1907}, bookauthor = {Roe, Ann}, pubstate = {inpress}"
    )
    guide = guide_of(f"@book{{a, {fields}}}")
    (record,) = rispy.loads(source_files(guide, csl_items(guide))[RIS])
    assert sorted(record["notes"]) == ["container-author: Roe, Ann", "original-date: 1907", "status: in press"]


def test_a_guide_without_sources_has_empty_files() -> None:
    files = source_files(Guide(), csl_items(Guide()))
    assert [files[name] for name in (RIS, BIBLATEX, CSL_JSON)] == ["", "", "[]\n"]
