"""What this guide holds, and the next one need not: `make new` leaves the folders called `guide` in tests/ out."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote
from xml.etree.ElementTree import Element

import pytest
import rispy
from pybtex.database import parse_file

from studyguide.data.bibliography import Source
from studyguide.data.guide import Guide, load_guide
from tests.crawler import Page, Site
from tests.mkdocs.test_build import real  # noqa: F401
from tests.paths import ROOT

STAKEHOLDERS = {"australia", "france", "portugal", "united-kingdom", "europol", "ncmec", "interpol", "unicef"}

READ_THROUGH = ("", *(f"{name}/" for name in ("introduction", "key-terms", "background", "stakeholders", "timeline")))
READ_THROUGH += tuple(f"{name}/" for name in ("previous-attempts", "solutions", "bibliography", "corrections"))
"""The pages that a delegate reads in an evening."""
WORDS_A_MINUTE = 180
"""Read aloud."""
PASSED_OVER = frozenset(
    """
    footnote footnote-backref footnote-ref guide-axis guide-backlinks guide-bibliography guide-cite guide-editor-notes
    guide-entries guide-facts guide-filter guide-handout guide-in-timeline guide-letters guide-links guide-offline
    guide-source guide-terms guide-tools guide-wide headerlink print-only
    """.split()  # noqa: SIM905
)
"""Classes of tools, of notes, and of lists that lead elsewhere or say again what other pages say."""
PASSED_OVER_TAGS = frozenset(("footer", "form", "nav", "script", "style", "sup", "svg"))
PARAGRAPHS = frozenset("br dd div dt figcaption h1 h2 h3 h4 li p summary td th".split())  # noqa: SIM905
CHANGES = "what-changed/"
"""The page that quotes what the last edition said, and what this one says."""


@pytest.fixture(scope="module")
def guide() -> Guide:
    """Its data."""
    return load_guide(ROOT, "styles/mla-notes.csl")


@pytest.fixture(scope="module")
def pages(real: tuple[str, Site]) -> Mapping[str, Page]:  # noqa: F811
    """Its site."""
    return real[1].pages


def test_nothing_is_told_of_it(real: tuple[str, Site]) -> None:  # noqa: F811
    assert "Warning" not in real[0]


def test_it_has_what_the_original_had(guide: Guide, pages: Mapping[str, Page]) -> None:
    assert sum(not term.is_abbreviation for term in guide.terms) == 14
    assert sum(term.is_abbreviation for term in guide.terms) == 14
    assert {"sextortion", "child", "poverty", "csam"} <= {term.id for term in guide.terms}
    assert len(guide.events) == 12  # of 13 rows, one stood twice
    assert {"inhope-1999", "opsc-2000", "vgt-2003"} <= {event.id for event in guide.events}
    assert len(guide.sources) >= 34
    assert {"un1989crc", "un2000opsc"} <= {source.key for source in guide.sources}
    assert set(pages["stakeholders/"].ids) >= STAKEHOLDERS
    notes = [anchor for page in pages.values() for anchor in page.ids if anchor.startswith("fn:")]
    assert len(notes) >= 44


def test_the_older_name_stands_in_titles_and_editors_notes_and_once_in_the_text(pages: Mapping[str, Page]) -> None:
    title = re.compile("(child prostitution|sexual exploitation of children) and child pornography", re.IGNORECASE)
    found = []
    for page in (page for page in pages.values() if page.address != CHANGES):
        kept = "".join(text_outside(page, page.root, "correction", "check", "guide-editor-notes"))
        text = title.sub("", " ".join(kept.split()))
        found += [page.address] * len(re.findall("child pornography", text, re.IGNORECASE))
    assert found == ["key-terms/"]


def test_only_editors_notes_speak_of_the_original(pages: Mapping[str, Page]) -> None:
    speaking = {
        page.address
        for page in pages.values()
        if not page.address.startswith(("chairs/", CHANGES))
        and re.search(
            "the original", " ".join(text_outside(page, page.root, "correction", "check", "guide-editor-notes")), re.I
        )
    }
    assert speaking == {"corrections/"}


def test_the_check_knows_the_older_name_and_what_to_write(guide: Guide) -> None:
    older = {name.text: term.written_out for term in guide.terms for name in term.deprecated}
    assert older["child pornography"] == "child sexual abuse material"


def text_outside(page: Page, element: Element, *classes: str) -> list[str]:
    """The pieces of text that stand in none of some classes."""
    own = [] if set(classes) & set(element.get("class", "").split()) else [element.text or ""]
    if own:
        own += [piece for child in element for piece in text_outside(page, child, *classes)]
    return [*own, element.tail or ""]


def read_aloud(element: Element) -> str:
    """What is read through of an element: no tool, note or folded remark, and no list of links."""
    is_folded = element.tag == "details" and "open" not in element.attrib
    is_passed = is_folded or element.tag in PASSED_OVER_TAGS or PASSED_OVER & set(element.get("class", "").split())
    inside = "" if is_passed else "".join([element.text or "", *map(read_aloud, element)])
    if element.tag == "p" and inside.startswith(("See also:", "See:")):
        inside = ""
    return "".join([inside, " " if element.tag in PARAGRAPHS else "", element.tail or ""])


def test_it_is_read_aloud_in_less_than_three_quarters_of_an_hour(pages: Mapping[str, Page]) -> None:
    articles = [next(pages[path].root.iter("article")) for path in READ_THROUGH]
    minutes = {
        path: len(re.findall(r"\S*\w\S*", read_aloud(article))) / WORDS_A_MINUTE
        for path, article in zip(READ_THROUGH, articles, strict=True)
    }
    assert min(minutes.values()) > 0.3
    assert sum(minutes.values()) < 45, minutes


def test_its_sources_are_whole_in_the_files_for_reference_managers(guide: Guide, real: tuple[str, Site]) -> None:  # noqa: F811
    folder = real[1].root
    ris = rispy.loads((folder / "sources.ris").read_text(encoding="utf-8"))
    items = json.loads((folder / "sources.json").read_text(encoding="utf-8"))
    keys = {source.key for source in guide.sources}
    assert {record["id"] for record in ris} == {item["id"] for item in items} == keys
    assert set(parse_file(folder / "sources.bib").entries) == keys
    for source in guide.sources:
        record, item = (next(each for each in read if each["id"] == source.key) for read in (ris, items))
        year = source.fields.get("date", "")[:4]
        assert record.get("year", "") == year == "".join(str(day[0]) for day in _days(item)), source.key
        assert record.get("urls", [""])[0] == item.get("URL", "") == source.fields.get("url", ""), source.key
        number = source.fields.get("number", "")
        assert number in (item.get("number", ""), item.get("issue", "")), source.key
        title = source.title.replace("\\", "")
        assert {_letters(record["title"]), _letters(item["title"])} <= {_letters(title), _letters(_whole(source))}
    assert "further-reading" not in (folder / "sources.bib").read_text(encoding="utf-8")


def _days(item: dict[str, Any]) -> list[list[int]]:
    return [*item.get("issued", {}).get("date-parts", [])][:1]


def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", re.sub("<[^>]*>", "", text)).casefold()


def _whole(source: Source) -> str:
    return source.title + source.fields.get("subtitle", "")


def test_zotero_finds_each_source_of_a_page_once(guide: Guide, pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        found = [dict(parse_qsl(span.get("title", ""))) for span in page.by_class("Z3988")]
        links = {href.partition("#ref-")[2] for link, href in page.links if "guide-source" in link.get("class", "")}
        expected = {source.key for source in guide.sources} if path == "bibliography/" else links
        urls = {guide.sources_by_key[key].fields.get("url") for key in map(unquote, expected)} - {None}
        assert len(found) == len(expected), path
        assert {each["rft_id"] for each in found if "rft_id" in each} >= urls - {""}, path
