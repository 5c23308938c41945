"""Everything by keyboard alone: what opens closes again and gives the focus back."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.test_keyboard import fault_of_focus


def opener(page: Page, name: str) -> Locator:
    return page.get_by_role("banner").get_by_role("button", name=name, exact=True)


def test_the_focus_is_seen_on_the_way_back(visit: Visit) -> None:
    page = visit("background/", width=PHONE, reduced_motion="reduce")
    page.get_by_role("contentinfo").get_by_role("link").last.focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        assert fault_of_focus(page) == ""


def test_the_menu_opens_leads_on_and_closes(visit: Visit) -> None:
    page = visit("background/", width=PHONE)
    menu = opener(page, "Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press("Enter")
    close = page.get_by_role("button", name="Close menu")
    expect(close).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(close).to_be_hidden()
    expect(menu).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")  # on the button that closes it
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")


def test_the_focus_is_seen_in_the_menu_and_in_the_contents(visit: Visit) -> None:
    page = visit("background/", width=PHONE, reduced_motion="reduce")
    opener(page, "Menu").press("Enter")
    names = []
    while page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
        assert fault_of_focus(page) == ""
        names.append(page.evaluate("document.activeElement.ariaLabel || document.activeElement.innerText"))
        page.keyboard.press("Tab")
    expect(opener(page, "Menu")).to_have_attribute("aria-expanded", "false")  # who goes on leaves it
    assert names[-1] == "Corrections and open checks"
    assert "Long journeys" not in names

    opener(page, "Menu").press("Enter")
    page.get_by_role("button", name="Background: table of contents").press("Enter")
    back = page.get_by_role("button", name="Back from: Table of contents")
    expect(back).to_be_focused()
    names = []
    while page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
        assert fault_of_focus(page) == ""
        names.append(page.evaluate("document.activeElement.innerText.trim()"))
        page.keyboard.press("Tab")
    assert "Long journeys" in names
    assert "Home" not in names


def test_esc_closes_the_contents_first_and_then_the_menu(visit: Visit) -> None:
    page = visit("background/", width=PHONE)
    opener(page, "Menu").press("Enter")
    contents = page.get_by_role("button", name="Background: table of contents")
    contents.press("Enter")
    expect(page.get_by_role("button", name="Back from: Table of contents")).to_be_focused()
    page.keyboard.press("Escape")
    expect(contents).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener(page, "Menu")).to_be_focused()


def test_a_section_is_reached_through_menu_and_contents(visit: Visit) -> None:
    page = visit("background/", width=PHONE)
    opener(page, "Menu").press("Enter")
    page.get_by_role("button", name="Background: table of contents").press("Enter")
    page.locator(".md-sidebar--primary").get_by_role("link", name="Droughts").press("Enter")
    expect(page.locator("#droughts")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Close menu")).to_be_hidden()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_search_opens_leads_to_results_and_closes(visit: Visit, width: int) -> None:
    page = visit("background/", width=width)
    field = page.get_by_role("textbox", name="Search")
    if width == PHONE:
        opener(page, "Search").press("Enter")
    else:
        field.focus()
    expect(field).to_be_focused()
    page.keyboard.type("flyway")
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(r"h=flyway\b"))
    page.keyboard.press("ArrowDown")
    expect(result).to_be_focused()
    assert fault_of_focus(page) == ""
    page.keyboard.press("Escape")
    expect(result).to_be_hidden()
    if width == PHONE:
        expect(opener(page, "Search")).to_be_focused()


@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_who_goes_on_behind_the_results_leaves_the_search(visit: Visit, width: int) -> None:
    page = visit("background/", width=width, reduced_motion="reduce")
    (opener(page, "Search") if width == PHONE else page.get_by_role("textbox", name="Search")).press("Enter")
    page.keyboard.type("flyway")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(r"h=flyway\b"))
    for _ in range(4):
        page.keyboard.press("Tab")
        assert fault_of_focus(page) == ""
    expect(page.locator(".md-search-result__link").first).to_be_hidden()


def test_the_colours_are_switched(visit: Visit) -> None:
    page = visit("background/")
    page.get_by_role("radio", name="Colours of your device").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Light colours")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("key", ["f", "s", "/", "p", "n", ",", "."])
def test_single_letters_are_no_commands(visit: Visit, key: str) -> None:
    page = visit("background/")
    page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url.endswith("/background/")
    assert page.evaluate("document.activeElement === document.body")


def test_letters_can_still_be_typed(visit: Visit) -> None:
    page = visit("background/")
    page.get_by_role("textbox", name="Search").focus()
    page.keyboard.type("fs/pn")
    expect(page.get_by_role("textbox", name="Search")).to_have_value("fs/pn")
