"""The cards to learn the key terms, as somebody uses them with a keyboard, and without scripts."""

import json

from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, Visit

KEY = "studyguide:/:cards"


def shown(page: Page) -> list[str]:
    return page.locator(".guide-card:visible > summary").all_inner_texts()


def kept(page: Page) -> dict[str, list[int]]:
    read: dict[str, list[int]] = json.loads(page.evaluate(f"localStorage.getItem('{KEY}') || '{{}}'"))
    return read


def test_what_was_not_known_comes_again_soon_and_what_was_known_later(visit: Visit) -> None:
    page = visit("cards/", width=PHONE)
    page.get_by_label("Terms of").select_option("Introduction")
    total = int(page.get_by_role("status").filter(has_text="Known").inner_text().split()[-1])
    assert total > 4
    seen = []
    page.locator(".guide-card:visible > summary").focus()
    for number in range(total + 2):
        seen += shown(page)
        page.keyboard.press("Enter")  # opens the card
        page.keyboard.press("Tab")
        if number == 0:
            page.keyboard.press("Tab")  # from "I knew it" to "Not yet"
        page.keyboard.press("Enter")
    assert seen[4] == seen[0]  # the only one that was not known, behind three others
    assert len(set(seen[: total + 1])) == total
    assert seen[total + 1] == seen[1]  # of the others, the one that was known the longest ago
    assert page.get_by_text("You knew all of these.").is_visible()
    page.reload()
    assert len(kept(page)) == total
    page.get_by_role("button", name="Forget what I knew").click()
    assert kept(page) == {}
    assert page.get_by_text("Known: 0 of").is_visible()


def test_all_cards_stand_in_a_list(visit: Visit) -> None:
    page = visit("cards/")
    page.get_by_role("button", name="Show all as a list").click()
    assert len(shown(page)) == page.locator(".guide-card").count()
    page.locator(".guide-card > summary").first.click()
    assert page.locator(".guide-card p").first.is_visible()
    assert not page.get_by_role("button", name="I knew it").first.is_visible()


def test_what_others_kept_there_breaks_nothing(visit: Visit) -> None:
    page = visit("cards/")
    page.evaluate(f'localStorage.setItem(\'{KEY}\', \'{{"child": "x", "crc": [9, 1], "y": [1, 1]}}\')')
    page.reload()
    assert len(shown(page)) == 1
    assert page.get_by_text("Known: 0 of").is_visible()


def test_without_scripts_the_cards_are_a_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("cards/")
    assert len(shown(page)) == page.locator(".guide-card").count() > 10
    assert page.locator(".guide-cards select:visible").count() == 0
    context.close()
