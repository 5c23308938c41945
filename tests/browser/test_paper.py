"""A page printed from the browser: its text alone, dark on white."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import EVERY_PAGE, PHONE, Visit
from tests.browser.test_accessibility import AXE


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


def test_what_is_read_in_the_dark_is_printed_dark_on_white(visit: Visit) -> None:
    for path in ("background/", "introduction/", "timeline/", "chairs/chapters/"):
        page = visit(path, dark=True, reduced_motion="reduce")  # else colours change slowly
        page.emulate_media(media="print", color_scheme="dark")
        page.evaluate(AXE)
        found = page.evaluate("axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] })")["violations"]
        assert [node["html"] for each in found for node in each["nodes"]] == []
        for part in ("body", "article"):
            assert page.locator(part).evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"
        assert page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor") == "rgb(255, 255, 255)"
