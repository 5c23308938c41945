"""Help is one step from every page."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, EVERY_PAGE, PHONE, Visit


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_help_is_one_step_from_every_page(visit: Visit, address: str, scripts: bool) -> None:
    page = visit(java_script_enabled=scripts)
    for path in EVERY_PAGE:
        page.goto(path)
        link = page.get_by_role("banner").get_by_role("link", name="Get help or report")
        for width in (320, PHONE, DESKTOP):
            page.set_viewport_size({"width": width, "height": 800})
            expect(link).to_be_in_viewport(ratio=1)
        assert urljoin(page.url, link.get_attribute("href")) == f"{address}#get-help"
    link.click()
    expect(page.locator("#get-help")).to_be_in_viewport()


def test_an_unknown_address_leads_to_help(visit: Visit, faults: list[str], address: str) -> None:
    page = visit("no/such/page/")
    faults.clear()  # the browser's own: the page is none
    page.get_by_role("article").get_by_role("link", name="Get help or report").click()
    page.wait_for_url(f"{address}#get-help")
    expect(page.locator("#get-help")).to_be_in_viewport()
