"""A page printed from the browser: its text and its notes, with the addresses of its links, dark on white."""

from io import BytesIO
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.conftest import EVERY_PAGE, PHONE, Visit
from browser.test_accessibility import AXE


@pytest.mark.parametrize(
    "path", [path for path in EVERY_PAGE if path != "404.html"], ids=lambda path: path.rstrip("/") or "home"
)
def test_only_the_text_is_printed(visit: Visit, path: str) -> None:
    page = visit(path, width=PHONE)
    page.emulate_media(media="print")
    for role in ("banner", "navigation", "contentinfo", "search", "button"):
        expect(page.get_by_role(role)).to_have_count(0)
    expect(page.locator(".headerlink:visible, .footnote-backref:visible, .guide-tools :visible")).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


def printed(page: Page) -> str:
    pages = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return "".join("".join(sheet.extract_text() for sheet in pages).split())


def test_notes_are_printed_at_the_end(visit: Visit) -> None:
    page = visit("background/")
    last = page.locator("section.footnote li").last.text_content() or ""
    text = printed(page)
    assert text.endswith("".join(last.partition("Bibliography")[0].split()))
    assert "Backtotext" not in text


def test_addresses_are_printed_behind_links_once(visit: Visit) -> None:
    text = printed(visit(""))
    assert "ChildHelplineInternational(https://childhelplineinternational.org/)" in text
    sources = visit("bibliography/")
    address = sources.locator("article a[href^='https://doi.org']").first.get_attribute("href") or ""
    assert urlsplit(address).path
    assert printed(sources).count(address) == 1


def test_what_is_read_in_the_dark_is_printed_dark_on_white(visit: Visit) -> None:
    for path in ("background/", "introduction/", "timeline/", "chairs/chapters/"):
        page = visit(path, dark=True)
        page.emulate_media(media="print", color_scheme="dark")
        page.evaluate(AXE)
        found = page.evaluate("axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] })")["violations"]
        assert [node["html"] for each in found for node in each["nodes"]] == []
        for part in ("body", "article"):
            assert page.locator(part).evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
        assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
