"""The small guides in a real browser: accessible, searchable, filtered and kept offline, in each language.

What the engine says is looked up in its catalogue; what the guide says, in its files.
"""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from studyguide.labels.catalogue import Labels, labels_for
from studyguide.labels.direction import text_direction
from tests.browser.conftest import DESKTOP, PATIENCE, PHONE, Visit
from tests.browser.test_accessibility import COLOURS, search, violations

pytestmark = pytest.mark.slow
PAGES = ("", "key-terms/", "timeline/", "bibliography/")
_COVERED = """() => [...document.querySelectorAll(".guide-tools")].filter((tools) => {
  const text = document.createRange();
  text.selectNodeContents(tools.previousElementSibling);
  const lies = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return [...tools.children].some((tool) => [...text.getClientRects()].some(
    (line) => lies(line, tool.getBoundingClientRect())));
}).map((tools) => tools.previousElementSibling.textContent)"""
"""The headings of which the words beside them cover letters."""


@pytest.fixture
def labels(guide: Path) -> Labels:
    return labels_for(guide.name)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.strip("/") or "home")
def test_axe_finds_nothing(visit: Visit, path: str) -> None:
    page = visit(path, width=PHONE, reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert violations(page) == []
    page.set_viewport_size({"width": DESKTOP, "height": 800})
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.strip("/") or "home")
def test_page_is_in_its_language_and_no_wider_than_a_phone(visit: Visit, guide: Path, path: str) -> None:
    page = visit(path, width=PHONE)
    expect(page.locator("html")).to_have_attribute("lang", guide.name)
    assert page.evaluate("getComputedStyle(document.body).direction") == text_direction(guide.name)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE


@pytest.mark.parametrize("path", ["background/", "key-terms/", "timeline/"])
def test_words_beside_a_heading_cover_none_of_it(visit: Visit, path: str) -> None:
    page = visit(path, width=PHONE)
    expect(page.locator(".guide-tools button").first).to_be_visible()
    assert page.evaluate(_COVERED) == []


def test_search_finds_each_term_first(visit: Visit, terms: list[dict[str, Any]]) -> None:
    page = visit()
    for term in (term["term"] for term in terms):
        search(page, term)
        # What is found in a page stands below its title, and the best section first.
        best = page.locator(".md-search-result__item").first.get_by_role("heading", level=2).first
        expect(best).to_contain_text(term, ignore_case=True, timeout=PATIENCE)
        page.goto("")  # else what was found before might be taken for it


def test_key_terms_are_filtered_by_what_one_types(visit: Visit, terms: list[dict[str, Any]], labels: Labels) -> None:
    page = visit("key-terms/")
    page.get_by_label(labels.gettext("Find a term")).fill(terms[0]["term"])
    shown = page.locator(".guide-key-term").locator("visible=true")
    expect(shown.first).to_contain_text(terms[0]["term"])
    assert 0 < shown.count() < len(terms)
    page.get_by_role("button", name=labels.gettext("Show all")).click()
    expect(shown).to_have_count(len(terms))


def test_events_are_filtered_by_a_term(visit: Visit, labels: Labels) -> None:
    page = visit("timeline/")
    events = page.locator(".guide-timeline > li").locator("visible=true")
    every = events.count()
    choice = page.get_by_label(labels.gettext("Key term"), exact=True)
    choice.select_option(index=1)
    expect(events).not_to_have_count(every)
    assert 0 < events.count() < every
    page.get_by_role("button", name=labels.gettext("Show all")).click()
    expect(events).to_have_count(every)


def test_guide_is_read_without_a_network(visit: Visit, labels: Labels) -> None:
    page = visit()
    keeping = page.get_by_role("group", name=labels.gettext("This guide without a network"))
    keeping.get_by_role("button", name=labels.gettext("Save for offline")).click()
    saved = labels.gettext("The guide is saved on this device, and opens without a network.")
    expect(keeping.get_by_role("status")).to_contain_text(saved)
    page.context.set_offline(offline=True)
    for path in PAGES:
        page.goto(path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_tip_shows_the_first_sentence_of_a_term(visit: Visit, site: Path) -> None:
    page, link = _first_term_link(visit, site)
    link.scroll_into_view_if_needed()
    link.focus()
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    definition = link.get_attribute("data-definition") or ""
    assert definition
    expect(tip).to_contain_text(definition[:20])


def _first_term_link(visit: Visit, site: Path) -> tuple[Page, Any]:
    chapter = next(
        path.parent.name
        for path in sorted(site.glob("*/index.html"))
        if path.parent.name not in ("key-terms", "chairs") and "data-definition" in path.read_text(encoding="utf-8")
    )
    page = visit(f"{chapter}/")
    return page, page.locator("[data-definition]").first
