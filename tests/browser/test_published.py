"""The guide as published in a folder of a host, and editable: the page for unknown addresses, and the ways to mend."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.server import serving
from tests.built_once import published_guide
from tests.paths import ROOT

FOLDER = "guide"
TERM = yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8"))[0]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own guide, on a host."""
    host = tmp_path_factory.mktemp("host")
    shutil.copytree(published_guide(tmp_path_factory, FOLDER).site, host / FOLDER)
    shutil.copy(host / FOLDER / "404.html", host)  # what a host answers from
    return host / FOLDER


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Where the built guide is served: below a folder."""
    with serving(site.parent) as served:
        yield f"{served}{FOLDER}/"


@pytest.mark.parametrize("path", ["nothing", "background/poverty/cause/x/"])
def test_an_unknown_address_leads_on(visit: Visit, faults: list[str], address: str, path: str) -> None:
    page = visit(path)
    (told,) = faults  # the browser's own: the page is none
    assert "404" in told
    faults.clear()
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.get_by_role("article").get_by_role("link", name="Key terms").click()
    page.wait_for_url(f"{address}key-terms/")


def test_the_page_for_unknown_addresses_searches(visit: Visit, faults: list[str], address: str) -> None:
    page = visit("no/such/page/", width=PHONE)
    faults.clear()
    page.get_by_role("searchbox", name="Search the guide").fill(TERM["term"])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}?q={quote_plus(TERM['term'])}")
    expect(page.locator(".md-search-result__item a").first).to_be_visible()


def test_each_entry_can_be_mended(visit: Visit) -> None:
    """By its line: which one it is, the builds of the small guide prove."""
    lines = (ROOT / "glossary.yaml").read_text(encoding="utf-8").splitlines()
    page = visit("key-terms/")
    assert page.get_by_role("link", name="Edit this term:").count() == sum(line.startswith("- id:") for line in lines)
    link = page.get_by_role("link", name=f"Edit this term: {TERM['term']}", exact=True).get_attribute("href") or ""
    place, _, line = link.rpartition("#L")
    assert place == "https://example.org/guide/blob/main/glossary.yaml?plain=1"
    assert lines[int(line) - 1] == f"- id: {TERM['id']}"
    chapter = page.get_by_role("link", name="Edit this page").get_attribute("href")
    assert chapter == "https://example.org/guide/edit/main/docs/key-terms.md"


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
@pytest.mark.parametrize("path", ["background/", "key-terms/", "stakeholders/", "timeline/", "solutions/"])
def test_tools_of_sections_are_large_enough_and_cover_no_heading(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width)
    page.locator(".guide-tools button:visible").first.wait_for()
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".guide-tools > *")].filter(tool => {
            const box = tool.getBoundingClientRect();
            const words = document.createRange();
            words.selectNodeContents(tool.parentElement.previousElementSibling);
            const covers = [...words.getClientRects()].some(line =>
                line.right > box.left && line.left < box.right && line.bottom > box.top && line.top < box.bottom);
            const text = tool.parentElement.nextElementSibling.getBoundingClientRect();
            return covers || text.top < box.bottom - 2 || box.width < 24 || box.height < 24
                || box.right > document.documentElement.clientWidth;
        }).map(tool => tool.ariaLabel)"""
    )
    assert wrong == []
