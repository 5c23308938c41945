"""Notes and terms beside their words: by mouse, keyboard and finger, and as plain links where no script runs."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.example_guide import EXAMPLE

DEFINITIONS = {
    f"term-{term['id']}": term["definition"]
    for term in yaml.safe_load((EXAMPLE / "glossary.yaml").read_text(encoding="utf-8"))
}
WORDS = {"term": "a.guide-term", "note": "a.footnote-ref"}


def tip(page: Page) -> Locator:
    return page.get_by_role("tooltip")


def word(page: Page, kind: str) -> Locator:
    return page.locator(WORDS[kind]).nth(2)


def focus(target: Locator) -> None:
    """As the keyboard does: from what stands before it."""
    target.focus()
    target.page.keyboard.press("Shift+Tab")
    target.page.keyboard.press("Tab")
    expect(target).to_be_focused()


USES: dict[str, Callable[[Locator], None]] = {"hover": Locator.hover, "focus": focus, "tap": Locator.tap}


def open_page(visit: Visit, use: str, path: str = "background/") -> Page:
    return visit(path, width=PHONE if use == "tap" else DESKTOP)


@pytest.mark.parametrize("use", USES)
def test_a_term_shows_what_it_means(visit: Visit, use: str) -> None:
    page = open_page(visit, use)
    term = word(page, "term")
    USES[use](term)
    expect(tip(page)).to_be_visible()
    place = (term.get_attribute("href") or "").rpartition("#")[2]
    shown = (tip(page).text_content() or "").removesuffix(" More")
    assert "".join(DEFINITIONS[place].split()).startswith("".join(shown.split())[:40])
    assert urlsplit(page.url).path == "/background/"


@pytest.mark.parametrize("use", USES)
def test_a_note_shows_its_source(visit: Visit, use: str) -> None:
    page = open_page(visit, use)
    note = word(page, "note")
    USES[use](note)
    item = page.locator(f"[id='{(note.get_attribute('href') or '#').removeprefix('#')}']")
    words = (item.text_content() or "").replace("↩", "")
    assert "".join((tip(page).text_content() or "").split()) == "".join(f"{words} To the notes".split())
    assert urlsplit(page.url).path == "/background/"


@pytest.mark.parametrize("kind", WORDS)
@pytest.mark.parametrize("use", USES)
def test_esc_closes_it_and_leaves_the_focus(visit: Visit, kind: str, use: str) -> None:
    page = open_page(visit, use)
    USES[use](word(page, kind))
    expect(tip(page)).to_be_visible()
    focused = page.evaluate_handle("document.activeElement")
    page.keyboard.press("Escape")
    expect(tip(page)).to_be_hidden()
    assert page.evaluate("before => before === document.activeElement", focused)


@pytest.mark.parametrize("kind", WORDS)
def test_the_mouse_can_go_into_it_and_it_stays(visit: Visit, kind: str) -> None:
    page = visit("background/")
    word(page, kind).hover()
    tip(page).hover()
    page.wait_for_timeout(400)  # longer than it takes to close
    expect(tip(page)).to_be_visible()
    tip(page).get_by_role("link").last.hover()
    expect(tip(page)).to_be_visible()
    page.get_by_role("heading", level=1).hover()
    expect(tip(page)).to_be_hidden()


@pytest.mark.parametrize("kind", WORDS)
def test_with_the_focus_it_stays_wherever_the_mouse_goes(visit: Visit, kind: str) -> None:
    page = visit("background/")
    focus(word(page, kind))
    page.mouse.move(5, 500)
    page.mouse.move(9, 700)
    page.wait_for_timeout(400)
    expect(tip(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(word(page, kind)).not_to_have_attribute("aria-describedby", "guide-tip")


def test_the_focus_hears_it_as_a_description(visit: Visit) -> None:
    page = visit("background/")
    term = word(page, "term")
    focus(term)
    expect(term).to_have_accessible_description(tip(page).inner_text())
    expect(tip(page).locator("..")).to_have_attribute("aria-live", "off")
    page.keyboard.press("Escape")
    expect(term).to_have_accessible_description("")


def test_a_tap_is_heard(visit: Visit) -> None:
    """What a screen reader is to say must come into a region that was there before."""
    page = visit("background/", width=PHONE)
    region = page.locator("div:has(> #guide-tip)")
    expect(region).to_be_attached()
    word(page, "term").tap()
    expect(region).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("kind", WORDS)
def test_a_second_tap_follows_the_link(visit: Visit, kind: str) -> None:
    page = visit("background/", width=PHONE)
    target = word(page, kind)
    place = (target.get_attribute("href") or "").rpartition("#")[2]
    target.tap()
    expect(tip(page)).to_be_visible()
    target.tap()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    expect(tip(page)).to_be_hidden()


def test_a_tap_beside_it_closes_it_and_one_inside_does_not(visit: Visit) -> None:
    page = visit("background/", width=PHONE)
    word(page, "note").tap()
    tip(page).locator("p").first.tap(position={"x": 2, "y": 2})
    page.wait_for_timeout(400)  # longer than it takes to close
    expect(tip(page)).to_be_visible()
    page.evaluate("document.body.addEventListener('click', (event) => event.stopPropagation())")  # Safari on a phone
    page.get_by_role("heading", level=1).tap(position={"x": 2, "y": 2})
    expect(tip(page)).to_be_hidden()


@pytest.mark.parametrize(("kind", "words"), [("term", "More"), ("note", "To the notes"), ("note", "Bibliography")])
def test_what_is_in_it_leads_on(visit: Visit, kind: str, words: str) -> None:
    page = visit("background/", width=PHONE)
    word(page, kind).tap()
    link = tip(page).get_by_text(words)
    place = (link.get_attribute("href") or "").rpartition("#")[2]
    link.tap()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


@pytest.mark.parametrize("kind", WORDS)
def test_enter_follows_the_link(visit: Visit, kind: str) -> None:
    page = visit("background/")
    target = word(page, kind)
    place = (target.get_attribute("href") or "").rpartition("#")[2]
    focus(target)
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()


@pytest.mark.parametrize("kind", WORDS)
def test_without_scripts_words_are_links(visit: Visit, kind: str) -> None:
    page = visit("background/", width=PHONE, java_script_enabled=False)
    target = word(page, kind)
    place = (target.get_attribute("href") or "").rpartition("#")[2]
    target.tap()
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    expect(tip(page)).to_have_count(0)


def test_no_tip_is_printed(visit: Visit) -> None:
    page = visit("background/")
    word(page, "note").hover()
    expect(tip(page)).to_be_visible()
    page.emulate_media(media="print")
    expect(tip(page)).to_be_hidden()
