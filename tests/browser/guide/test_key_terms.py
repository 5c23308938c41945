"""The key terms' filter and letters: found by any name, never a dead link, also by keyboard and without scripts."""

from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.paths import ROOT

TERMS: list[dict[str, Any]] = yaml.safe_load((ROOT / "glossary.yaml").read_text(encoding="utf-8"))
ALL = len(TERMS)


def box(page: Page) -> Locator:
    return page.get_by_label("Find a term")


def status(page: Page) -> Locator:
    return page.get_by_role("search", name="Key terms").get_by_role("status")


def shown(page: Page) -> list[str]:
    """The ids of the terms that a reader sees."""
    script = "all => all.filter((one) => one.checkVisibility()).map((one) => one.id)"
    found: list[str] = page.eval_on_selector_all(".guide-key-term h3", script)
    return found


def letters(page: Page) -> Locator:
    return page.get_by_role("navigation", name="A to Z").get_by_role("link")


def with_name(part: str) -> set[str]:
    """The ids of the terms that glossary.yaml gives a name with this part."""
    return {f"term-{each['id']}" for each in TERMS for name in [each["term"], *each.get("aliases", [])] if part in name}


def test_all_terms_are_shown_until_one_types(visit: Visit) -> None:
    page = visit("key-terms/")
    expect(status(page)).to_have_text(f"{ALL} of {ALL} terms")
    assert len(shown(page)) == ALL


@pytest.mark.parametrize("as_typed", [str, str.upper, str.title], ids=["as written", "capitals", "titles"])
def test_each_term_is_found_by_each_of_its_names(visit: Visit, as_typed: Any) -> None:
    page = visit("key-terms/")
    for term in TERMS:
        for name in [term["term"], *term.get("aliases", [])]:
            box(page).fill(as_typed(name))
            assert f"term-{term['id']}" in shown(page), name


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("séxtörtion", "sextortion"),
        ("  rights   of the child ", "crc"),
        ("child convention", "crc"),
        ("childrens fund", "unicef"),
        ("children’s fund", "unicef"),
        ("missing & exploited", "ncmec"),
        ("inho", "inhope"),
    ],
)
def test_accents_signs_spaces_and_order_do_not_matter(visit: Visit, typed: str, term: str) -> None:
    page = visit("key-terms/")
    box(page).fill(typed)
    assert shown(page) == [f"term-{term}"]


def test_the_count_follows_what_is_typed(visit: Visit) -> None:
    page = visit("key-terms/")
    found = with_name("traffick")
    assert 0 < len(found) < ALL
    box(page).press_sequentially("traffick")
    assert set(shown(page)) == found
    expect(status(page)).to_have_text(f"{len(found)} of {ALL} terms")


def test_letters_and_headings_go_with_their_terms(visit: Visit) -> None:
    page = visit("key-terms/")
    box(page).fill("INHOPE")
    expect(page.get_by_role("heading", name="Terms", exact=True, level=2)).to_be_hidden()
    expect(page.get_by_role("heading", name="Abbreviations", level=2)).to_be_visible()
    expect(letters(page)).to_have_text(["I"])
    expect(page.get_by_text("Terms:", exact=True)).to_be_hidden()
    box(page).fill("no such word")
    expect(status(page)).to_have_text(f"0 of {ALL} terms")
    expect(letters(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="Abbreviations", level=2)).to_be_hidden()
    expect(box(page)).to_be_focused()


def test_a_letter_leads_to_its_first_term_that_is_shown(visit: Visit) -> None:
    page = visit("key-terms/")
    box(page).fill("transactional")
    found = shown(page)
    letters(page).get_by_text("T", exact=True).click()
    assert shown(page) == found
    assert page.evaluate("location.hash") == "#term-transactional-sex"
    box(page).fill("")
    assert letters(page).get_by_text("T", exact=True).get_attribute("href") == "#term-trafficking"


@pytest.mark.parametrize("how", ["Escape", "Show all"])
def test_the_box_is_cleared(visit: Visit, how: str) -> None:
    page = visit("key-terms/")
    box(page).fill("INHOPE")
    if how == "Escape":
        box(page).press("Escape")
        expect(box(page)).to_be_focused()
    else:
        page.get_by_role("button", name=how).click()
    expect(box(page)).to_have_value("")
    expect(status(page)).to_have_text(f"{ALL} of {ALL} terms")
    assert len(shown(page)) == ALL


def test_a_link_to_a_hidden_term_shows_it(visit: Visit) -> None:
    page = visit("key-terms/#term-child")
    box(page).fill("INHOPE")
    page.get_by_role("navigation", name="Table of contents").get_by_role("link", name="Child", exact=True).click()
    expect(page.locator("#term-child")).to_be_in_viewport()
    expect(box(page)).to_have_value("")
    expect(status(page)).to_have_text(f"{ALL} of {ALL} terms")


def test_an_address_typed_to_a_hidden_term_shows_it(visit: Visit) -> None:
    page = visit("key-terms/")
    box(page).fill("INHOPE")
    page.evaluate("location.hash = '#term-child'")
    expect(page.locator("#term-child")).to_be_in_viewport()
    expect(box(page)).to_have_value("")


def test_a_link_to_a_term_that_is_shown_keeps_the_filter(visit: Visit) -> None:
    page = visit("key-terms/")
    box(page).fill("INHOPE")
    page.locator("#term-inhope .headerlink").click()
    expect(box(page)).to_have_value("INHOPE")


def test_it_all_works_by_keyboard_alone(visit: Visit) -> None:
    page = visit("key-terms/")
    box(page).focus()
    page.keyboard.type("inhope")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Show all")).to_be_focused()
    page.keyboard.press("Tab")
    expect(letters(page)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#term-inhope")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, PHONE, DESKTOP])
def test_nothing_jumps_when_the_script_adds_the_filter(visit: Visit, width: int) -> None:
    page = visit("key-terms/", width=width)
    expect(status(page)).not_to_be_empty()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    room = page.locator(".guide-term-filter")
    filled = room.bounding_box()
    room.evaluate("room => room.replaceChildren()")
    assert room.bounding_box() == filled


def test_what_is_typed_moves_nothing_above_it(visit: Visit) -> None:
    page = visit("key-terms/", width=PHONE)
    box(page).scroll_into_view_if_needed()
    before = box(page).bounding_box()
    box(page).press_sequentially("INHOPE")
    assert box(page).bounding_box() == before


def test_controls_and_letters_can_be_touched(visit: Visit) -> None:
    page = visit("key-terms/", width=PHONE)
    for control in [box(page), page.get_by_role("button", name="Show all"), *letters(page).all()]:
        size = control.bounding_box()
        assert size
        assert min(size["width"], size["height"]) >= 24


def test_without_scripts_all_terms_are_shown_and_letters_lead_to_them(visit: Visit) -> None:
    page = visit("key-terms/", java_script_enabled=False)
    expect(page.locator(".guide-term-filter")).to_be_hidden()
    expect(page.locator(".guide-key-term:visible")).to_have_count(ALL)
    letters(page).get_by_text("T", exact=True).click()
    expect(page.locator("#term-trafficking")).to_be_in_viewport()


def test_filter_and_letters_are_not_printed(visit: Visit) -> None:
    page = visit("key-terms/")
    expect(box(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(box(page)).to_be_hidden()
    expect(letters(page)).to_have_count(0)
