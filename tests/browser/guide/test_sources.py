"""The sources of a section and of an entry as files, which a reader's browser makes."""

import json
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Locator, Page, expect
from pybtex.database import parse_string

from tests.browser.conftest import PHONE, Visit


def saved(page: Page, link: Locator) -> str:
    with page.expect_download() as download:
        link.click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", ["background/", "bibliography/"])
def test_nothing_is_loaded_before_somebody_asks(visit: Visit, path: str) -> None:
    page = visit(path)
    page.wait_for_load_state("networkidle")
    assert "/sources.js" not in page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name).join()")


def test_the_sources_of_a_section(visit: Visit) -> None:
    page = visit("background/", width=PHONE)
    heading = page.locator("article h2:has(+ .guide-tools)").first
    calls = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h2, a.footnote-ref)")].reduce(
            ([number, notes], place) => [number + Number(place.matches("h2")),
                number === 1 && place.matches("a") ? [...notes, place.hash.slice(1)] : notes], [0, []])[1]"""
    )
    expected = {
        str(link.get_attribute("href")).partition("#ref-")[2]
        for note in calls
        for link in page.locator(f'[id="{note}"] a.guide-source').all()
    }
    heading.locator("+ .guide-tools").get_by_role("button", name="Cite").press("Enter")
    page.get_by_role("button", name="Sources of this section").press("Enter")
    line = page.locator(".guide-source-line")
    items = json.loads(saved(page, line.get_by_role("link", name="CSL-JSON")))
    assert {item["id"] for item in items} == expected != set()
    records = rispy.loads(saved(page, line.get_by_role("link", name="RIS")))
    assert {record["id"] for record in records} == expected
    assert set(parse_string(saved(page, line.get_by_role("link", name="BibLaTeX")), "bibtex").entries) == expected


def test_one_source(visit: Visit) -> None:
    page = visit("bibliography/", width=PHONE)
    entry = page.locator("#ref-un1989crc")
    entry.get_by_role("button", name="Save this source").click()
    (record,) = rispy.loads(saved(page, entry.get_by_role("link", name="RIS")))
    assert record["title"] == "Convention on the Rights of the Child"
    assert record["issn"] == "A/RES/44/25"


def test_without_a_network_the_button_says_so_and_can_be_pressed_again(visit: Visit, faults: list[str]) -> None:
    page = visit("bibliography/", width=PHONE)
    page.route("**/sources.js", lambda route: route.abort())
    entry = page.locator("#ref-un1989crc")
    entry.get_by_role("button", name="Save this source").click()
    expect(entry.get_by_role("alert")).to_have_text("This needs the network once, and there is none now.")
    page.unroute("**/sources.js")
    entry.get_by_role("button", name="Save this source").click()
    expect(entry.get_by_role("link", name="RIS")).to_be_visible()
    expect(entry.get_by_role("alert")).to_have_count(0)
    assert "/sources.js" in faults.pop()
