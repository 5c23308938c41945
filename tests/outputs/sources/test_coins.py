"""Tests of outputs.sources.coins, against the formats of OpenURL 1.0 and what Zotero reads of each.

The keys of a format are those of its matrix in the registry of Z39.88-2004 (info:ofi/fmt:kev:mtx:journal, book,
dissertation, patent, dc), as they were published by OCLC.
"""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from lxml import html as parser

from studyguide.citeproc.csl_items import Item, csl_items
from studyguide.data.bibliography import read_sources
from studyguide.data.guide import Guide
from studyguide.diagnostics.source_text import SourceFile
from studyguide.outputs.sources.coins import context_object, with_coins

_PEOPLE = "aulast aufirst auinit auinit1 auinitm ausuffix au aucorp"
_IN_ALL_BOOKS = "isbn issn btitle atitle title place pub date edition tpages series pages spage epage bici genre"
_KEYS = {
    "journal": f"{_PEOPLE} title jtitle stitle atitle date chron ssn quarter volume part issue spage epage pages artnum"
    " issn eissn isbn coden sici genre",
    "book": f"{_PEOPLE} {_IN_ALL_BOOKS}",
    "dissertation": f"{_PEOPLE} title co cc inst advisor tpages date isbn degree",
    "patent": f"{_PEOPLE} title inventor invlast invfirst invinit invsuffix co cc kind applcc appldate applnumber"
    " applyear assignee number date prioritydate pubdate",
    "dc": "title creator subject description publisher contributor date type format identifier source language relation"
    " coverage rights",
}
_GENRES = {
    "journal": "journal issue article proceeding conference preprint unknown",
    "book": "book bookitem conference proceeding report document unknown",
}


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    """A source of each kind."""
    text = Path(__file__).with_name("sources.bib").read_text(encoding="utf-8")
    return csl_items(Guide(sources=read_sources(SourceFile("bibliography.bib", text))[0], bibliography=text))


@pytest.mark.parametrize(
    ("key", "kind", "expected"),
    [
        (
            "smith2001wto",
            "journal",
            [
                ("rft_id", "info:doi/10.1000/xyz(1)"),
                ("rft.genre", "article"),
                ("rft.atitle", "The WTO in Practice: 50% of Trade"),
                ("rft.jtitle", "Journal of Trade"),
                ("rft.volume", "12"),
                ("rft.issue", "3"),
                ("rft.issn", "1234-5678"),
                ("rft.pages", "123-145"),
                ("rft.date", "2001-03"),
                ("rft.au", "Smith, John"),
                ("rft.au", "van der Berg, Jan"),
                ("rft.au", "King, Martin Luther, Jr."),
            ],
        ),
        (
            "un2015agenda",
            "book",
            [
                ("rft_id", "https://docs.un.org/en/A/RES/70/1?a=1&b=2"),
                ("rft.genre", "report"),
                ("rft.btitle", "Transforming Our World: the 2030 Agenda for Sustainable Development"),
                ("rft.place", "New York"),
                ("rft.pub", "United Nations Headquarters"),
                ("rft.date", "2015-10-21"),
                ("rft.aucorp", "United Nations General Assembly"),
            ],
        ),
        (
            "roe1999",
            "book",
            [
                ("rft_id", "urn:ISBN:978-3-16-148410-0"),
                ("rft.genre", "bookitem"),
                ("rft.atitle", "Rivers & Borders"),
                ("rft.btitle", "Water and Law"),
                ("rft.place", "Geneva"),
                ("rft.pub", "Smith and Sons"),
                ("rft.edition", "2"),
                ("rft.series", "Waters"),
                ("rft.isbn", "978-3-16-148410-0"),
                ("rft.tpages", "300"),
                ("rft.pages", "7"),
                ("rft.date", "1990"),
                ("rft.au", "Roe, Richard"),
            ],
        ),
        (
            "ray2012",
            "book",
            [
                ("rft.genre", "proceeding"),
                ("rft.atitle", "A Paper"),
                ("rft.btitle", "Proceedings of the Water Forum"),
                ("rft.date", "2012"),
                ("rft.au", "Ray, Sam"),
            ],
        ),
        (
            "doe2005",
            "dissertation",
            [
                ("rft.title", "Rivers"),
                ("rft.inst", "University of Ghana"),
                ("rft.degree", "PhD thesis"),
                ("rft.date", "2005"),
                ("rft.au", "Doe, Jane"),
            ],
        ),
        (
            "dupont2010",
            "dc",
            [
                ("rft_id", "https://www.lemonde.fr/x"),
                ("rft.type", "newspaperArticle"),
                ("rft.title", "La protection des enfants"),
                ("rft.source", "Le Monde"),
                ("rft.date", "2010"),
                ("rft.language", "fr"),
                ("rft.creator", "Dupont, René"),
            ],
        ),
        (
            "moj2001",
            "dc",
            [
                ("rft_id", "https://www.justice.gouv.fr/"),
                ("rft.type", "webpage"),
                ("rft.title", "The Courts"),
                ("rft.publisher", "justice.gouv.fr"),
                ("rft.date", "2001-05"),
                ("rft.creator", "Ministry of Justice, France,"),
            ],
        ),
        (
            "smith1999",
            "dc",
            [
                ("rft.type", "case"),
                ("rft.title", "R v Smith"),
                ("rft.publisher", "Court of Appeal"),
                ("rft.date", "1999-02-03"),
                ("rft.identifier", "12"),
            ],
        ),
        (
            "leaflet",
            "dc",
            [("rft.type", "document"), ("rft.title", "Leaflet"), ("rft.publisher", "CD-ROM; UNICEF")],
        ),
    ],
)
def test_a_source_in_the_format_of_its_type(
    items: dict[str, Item], key: str, kind: str, expected: list[tuple[str, str]]
) -> None:
    head = [("ctx_ver", "Z39.88-2004"), ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind}")]
    assert parse_qsl(context_object(items[key]), strict_parsing=True) == [*head, *expected]


def test_every_key_and_genre_is_one_of_its_format(items: dict[str, Item]) -> None:
    seen = set()
    for item in items.values():
        pairs = parse_qsl(context_object(item), strict_parsing=True)
        kind = dict(pairs)["rft_val_fmt"].rpartition(":")[2]
        keys = {name.removeprefix("rft.") for name, _ in pairs if name.startswith("rft.")}
        assert keys <= set(_KEYS[kind].split()), item
        assert dict(pairs).get("rft.genre", "unknown") in _GENRES.get(kind, "unknown").split()
        seen.add(kind)
    assert seen == {"journal", "book", "dissertation", "dc"}


def test_a_patent() -> None:
    item = {"type": "patent", "title": "A Pump", "number": "US 1", "author": [{"family": "Roe", "given": "Ann"}]}
    assert parse_qsl(context_object(item))[1:] == [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:patent"),
        ("rft.title", "A Pump"),
        ("rft.number", "US 1"),
        ("rft.inventor", "Roe, Ann"),
    ]


def test_signs_of_urls_and_of_html_stay_what_they_are() -> None:
    title = "\"A\" & 'B' = <C> + 100% #1; ü"
    html = with_coins("<p>Text</p>", ["a"], {"a": {"type": "webpage", "title": title.replace("<", "&lt;")}})
    (span,) = parser.fromstring(f"<div>{html}</div>").xpath("//span")
    assert dict(parse_qsl(span.get("title")))["rft.title"] == title
    assert (span.get("class"), span.get("hidden"), span.text_content()) == ("Z3988", "", "")
    # Zotero parts at each "&", then at each "=".
    assert all(pair.count("=") == 1 for pair in span.get("title").split("&"))


def test_a_source_stands_once_in_its_entry_or_behind_the_page() -> None:
    items = {key: {"type": "webpage", "title": key} for key in ("a&b", "c", "d")}
    page = '<ul><li id="ref-a&amp;b">A. <span>Cited</span></li><li id="ref-x">X.</li></ul><p>End</p>'
    html = with_coins(page, ["c", "a&b", "unknown"], items)
    tree = parser.fromstring(f"<div>{html}</div>")
    places = {span.get("title").rpartition("=")[2]: span.getparent().tag for span in tree.xpath("//span[@hidden]")}
    assert places == {"a%26b": "li", "c": "div"}
    assert with_coins("<p>Text</p>", [], items) == "<p>Text</p>"
