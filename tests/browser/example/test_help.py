"""Whoever is seen reading the guide can leave at once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit

AWAY = "https://www.wikipedia.org/"
"""Where 'Leave this page' leads. No test asks that site for anything."""


@pytest.fixture
def told() -> list[dict[str, str]]:
    """The headers of each request that the other site would have got."""
    return []


@pytest.fixture
def helped(visit: Visit, faults: list[str], told: list[dict[str, str]]) -> Iterator[Page]:
    """A reader on a phone who has come from a chapter to the section on help; the other site is played."""
    page = visit("background/", width=PHONE)

    def answer(route: Route) -> None:
        told.append(route.request.all_headers())
        route.fulfill(body="<title>Elsewhere</title>", content_type="text/html")

    page.context.route(f"{AWAY}**", answer)
    page.get_by_role("banner").get_by_role("link", name="Get help or report").tap()
    expect(page.locator("#get-help")).to_be_in_viewport()
    expect(page.get_by_role("link", name="Leave this page")).to_be_in_viewport()
    page.wait_for_load_state()  # before its scripts have come, it is a plain link
    yield page
    faults[:] = [fault for fault in faults if fault != f"request to {AWAY}"]


def test_help_is_the_first_link_behind_menu_or_name(visit: Visit) -> None:
    for width in (PHONE, DESKTOP):
        page = visit("background/", width=width)
        for _ in range(3):  # the way to the content, the menu or the guide's sign, help
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#get-help")).to_be_in_viewport()


def test_leaving_shows_another_site_and_no_way_back_to_the_page(helped: Page, told: list[dict[str, str]]) -> None:
    before = helped.evaluate("history.length")
    helped.get_by_role("link", name="Leave this page").tap()
    helped.wait_for_url(AWAY)
    assert helped.evaluate("history.length") == before
    assert helped.evaluate("document.referrer") == ""
    assert [headers.get("referer") for headers in told] == [None]


def test_leaving_by_keyboard(helped: Page) -> None:
    helped.get_by_role("link", name="Leave this page").focus()
    helped.keyboard.press("Enter")
    helped.wait_for_url(AWAY)


def test_the_page_is_gone_before_the_other_site_has_come(helped: Page) -> None:
    seen = helped.get_by_role("link", name="Leave this page").evaluate(
        "link => { link.click(); return [document.title, document.body.checkVisibility()]; }"
    )
    assert seen == ["…", False]
    helped.wait_for_url(AWAY)


def go_back(page: Page) -> None:
    page.evaluate("() => { setTimeout(() => history.back()); }")


def test_going_back_shows_no_page_of_the_guide(helped: Page, told: list[dict[str, str]]) -> None:
    helped.get_by_role("link", name="Leave this page").tap()
    helped.wait_for_url(AWAY)
    with helped.expect_request(AWAY):
        go_back(helped)  # to the chapter
    helped.wait_for_url(AWAY)
    assert [headers.get("referer") for headers in told] == [None, None]
    go_back(helped)
    helped.wait_for_url("about:blank")


def test_who_opens_the_guide_anew_can_read_it(helped: Page, address: str) -> None:
    helped.get_by_role("link", name="Leave this page").tap()
    helped.wait_for_url(AWAY)
    helped.goto(address)
    helped.goto(f"{address}background/")
    go_back(helped)
    helped.wait_for_url(address)
    expect(helped.get_by_role("heading", level=1)).to_be_visible()


def test_where_nothing_may_be_kept_one_can_still_leave(helped: Page) -> None:
    helped.evaluate("Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException(); } })")
    helped.get_by_role("link", name="Leave this page").tap()
    helped.wait_for_url(AWAY)


def test_without_scripts_leaving_is_a_plain_link(visit: Visit) -> None:
    link = visit("", java_script_enabled=False).get_by_role("link", name="Leave this page")
    expect(link).to_have_attribute("href", AWAY)
    expect(link).to_have_attribute("rel", "noopener noreferrer")


def test_help_is_printed_without_the_way_to_leave(visit: Visit) -> None:
    page = visit("#get-help")
    page.emulate_media(media="print")
    expect(page.locator("#get-help")).to_be_visible()
    expect(page.get_by_role("link", name="Leave this page")).to_be_hidden()
