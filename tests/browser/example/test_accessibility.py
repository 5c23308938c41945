"""WCAG 2.2 AA in what opens and moves: menus, tips and search by axe-core, and what those rely on who hear a page."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.test_accessibility import COLOURS, resize, search, violations


def show_term(page: Page, width: int) -> None:
    page.locator("a.guide-term").first.tap() if width == PHONE else page.locator("a.guide-term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def show_note(page: Page, width: int) -> None:
    page.locator("a.footnote-ref").first.tap() if width == PHONE else page.locator("a.footnote-ref").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def show_results(page: Page, width: int) -> None:
    search(page, "wetland")
    page.locator(".md-search-result__item summary").first.click()  # those that a page has more of


def show_nothing_found(page: Page, width: int) -> None:
    search(page, "zzyzx")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents")


def show_menu(page: Page, width: int) -> None:
    if width == PHONE:
        page.get_by_role("button", name="Menu").click()
        expect(page.get_by_role("button", name="Close menu")).to_be_focused()


def show_contents(page: Page, width: int) -> None:
    if width == PHONE:
        show_menu(page, width)
        page.get_by_role("button", name="Background: table of contents").click()
        expect(page.get_by_role("button", name="Back from: Table of contents")).to_be_focused()


def show_citation(page: Page, width: int) -> None:
    page.get_by_role("button", name="Cite this section: Long journeys").click()
    expect(page.locator(".guide-cite-section")).to_be_visible()


OPENERS = [show_term, show_note, show_results, show_nothing_found, show_menu, show_contents, show_citation]


@pytest.mark.parametrize("show", OPENERS)
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_axe_finds_nothing_in_what_opens(visit: Visit, show: Any, width: int) -> None:
    page = visit("background/", width=width, reduced_motion="reduce")
    show(page, width)
    assert violations(page) == []
    resize(page, width, "dark")
    assert violations(page, COLOURS) == []


def test_landmarks_are_few_and_have_names_of_their_own(visit: Visit) -> None:
    page = visit("background/")
    names = page.get_by_role("navigation").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert names == ["Header", "Quick links", "Navigation", "Table of contents", "Footer"]
    for role in ("banner", "main", "contentinfo", "search"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("form", name="Colours")).to_be_attached()


def test_notes_have_their_roles_and_their_ways_back_differ(visit: Visit) -> None:
    page = visit("previous-attempts/")
    notes = page.locator("section.footnote")
    expect(notes).to_have_attribute("role", "doc-endnotes")
    expect(notes).to_have_attribute("aria-label", "Notes")
    roles = page.locator("a.footnote-ref").evaluate_all("all => all.map((one) => one.getAttribute('role'))")
    assert roles
    assert set(roles) == {"doc-noteref"}
    labels = page.locator("a.footnote-backref").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert len(labels) >= len(roles)
    assert len(set(labels)) == len(labels)
    assert all(label.startswith("Back to text") for label in labels)


def test_a_note_and_its_way_back_move_the_reader(visit: Visit) -> None:
    page = visit("background/")
    page.locator("a.footnote-ref").nth(4).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id='fn:5']")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('li')?.id") == "fn:5"
    page.get_by_label("Back to text, note 5", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id='fnref:5']")).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "5"


def test_words_of_other_languages_say_so(visit: Visit) -> None:
    page = visit("bibliography/")
    expect(page.locator("[lang=fr]").first).to_contain_text("Protection des marais")
    expect(page.locator("[lang=es]").first).to_contain_text("Años de sequía")
    expect(page.locator("[lang|=sr]").first).to_contain_text("Godišnji pregled")


def test_results_are_counted_aloud(visit: Visit) -> None:
    page = visit()
    show_results(page, DESKTOP)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("matching documents")


def test_the_chapter_and_section_where_one_is_are_underlined(visit: Visit) -> None:
    page = visit("background/#droughts")
    lines = "link => [link, ...link.querySelectorAll('*')].map((one) => getComputedStyle(one).textDecorationLine)"
    for sidebar in ("primary", "secondary"):
        links = page.locator(f".md-sidebar--{sidebar} .md-nav__link:visible")
        current = page.locator(f".md-sidebar--{sidebar} .md-nav__link--active:visible")
        expect(current).to_have_count(1)
        assert "underline" in current.evaluate(lines)
        assert sum("underline" in link.evaluate(lines) for link in links.all()) == 1
