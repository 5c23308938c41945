"""The first view of a page is light over the wire, and nothing in it moves, but for a word at the end of a line."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.paths import ROOT

PAGES = sorted(f"{path.stem}/" if path.stem != "index" else "" for path in (ROOT / "docs").glob("*.md"))
LIMIT = 142_000
"""Bytes, compressed as a Pages host does, with headers, the search index and its worker among them."""
ONLY_ON = {
    "timeline-filter": "timeline/",
    "term-filter": "key-terms/",
    "country-choice": "countries/",
    "cards": "cards/",
}
"""Scripts of one page, by the beginning of their name."""
A_WORD = 0.01
"""A layout shift of one word. A browser that shows a page while it still arrives may have half a word at a line's end,
which moves to the next line when the rest comes. A tenth of what web.dev calls a good page, 0.1."""
_WEIGHTS = """() => Object.fromEntries(
  [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")].map(
    ({ name, transferSize }) => [new URL(name).pathname, transferSize]))"""
_SHIFTS = """() => new Promise((done) => {
  const shifts = [];
  const told = ({ value, sources }) => [value, ...sources.map(({ node }) => String(node?.className))];
  new PerformanceObserver((list) => shifts.push(...list.getEntries().map(told))).observe({
    type: "layout-shift",
    buffered: true,
  });
  requestAnimationFrame(() => setTimeout(() => done(shifts)));
})"""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_first_view_on_a_phone_is_light_and_stands_still_with_nothing_for_other_pages(visit: Visit, path: str) -> None:
    page = visit(path, width=PHONE)
    page.wait_for_load_state("networkidle")
    weights = page.evaluate(_WEIGHTS)
    assert any(name.endswith("/search_index.json") for name in weights)
    assert any("/workers/search." in name for name in weights)
    assert min(weights.values()) > 0
    assert sum(weights.values()) <= LIMIT, weights
    assert page.locator("link[rel=stylesheet]").count() == 1
    scripts = page.evaluate("[...document.scripts].map(({ src }) => src).filter(Boolean)")
    for name, only in ONLY_ON.items():
        assert any(name in script for script in scripts) == (path == only)
    expect_nothing_to_move(page)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_nothing_moves_on_a_desktop(visit: Visit, path: str) -> None:
    page = visit(path, width=DESKTOP)
    page.wait_for_load_state("networkidle")
    expect_nothing_to_move(page)


def expect_nothing_to_move(page: Page) -> None:
    """Fail where something has moved since the page was opened."""
    shifts = page.evaluate(_SHIFTS)
    assert sum(value for value, *_ in shifts) < A_WORD, shifts


def test_descriptions_of_pages_differ_and_fit_a_line_of_results(visit: Visit) -> None:
    page = visit()
    descriptions = []
    for path in PAGES:
        page.goto(path)
        descriptions.append(page.locator("meta[name=description]").get_attribute("content") or "")
    assert len(set(descriptions)) == len(PAGES)
    assert all(50 <= len(description) <= 160 for description in descriptions), descriptions
