"""WCAG 2.2 AA as axe-core judges it, and what axe cannot judge: what those rely on who hear a page or see no colour."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, EVERY_PAGE, PHONE, SEARCH, Visit
from tests.paths import ROOT

LANGUAGE = yaml_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["theme"]["language"]
AXE = Axe().axe_script
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that judge colours. The others find the same in the dark."""
VIEWS = [(PHONE, "light", None), (DESKTOP, "dark", COLOURS)]
WIDE_VIEWS = [*VIEWS, (DESKTOP, "light", None)]
WIDE = {"", "key-terms/", "timeline/", "countries/"}
"""Pages with more than headings, prose and code, which stand otherwise where there is room. Axe takes long."""

_TOLD_BY_TITLE = """() => [...document.querySelectorAll("[title]:not(.Z3988)")].filter((one) => { // that is for Zotero
    const input = one.matches("label") && document.getElementById(one.htmlFor);
    const names = [one.ariaLabel, one.textContent.trim(), input && input.getAttribute("aria-label")];
    const isColours = one.closest("form[data-md-component=palette]"); // its radio buttons have the names
    return !isColours && !names.includes(one.title);
}).map((one) => one.outerHTML)"""
"""What a `title` alone tells, which shows under a mouse and to nobody else."""
_NOT_UNDERLINED = """all => all.filter((one) => !getComputedStyle(one).textDecorationLine.includes("underline")
    && !one.matches(".headerlink, .md-button, .footnote-ref, .footnote-backref"))
    .map((one) => one.outerHTML)"""
"""Links in the text that their colour alone shows."""


def name_of(path: str) -> str:
    return path.rstrip("/") or "home"


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe has against the page as it stands, its own best practices and the size of targets among it."""
    options: dict[str, Any] = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
    if rules:
        options = {"resultTypes": ["violations"], "runOnly": rules}
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{each['id']}: {node['html']} {node['failureSummary']}" for each in found for node in each["nodes"]]


def resize(page: Page, width: int, scheme: Any) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    shown = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", shown)


def search(page: Page, words: str) -> None:
    page.locator(SEARCH).locator("visible=true").first.click()
    page.keyboard.type(words)


@pytest.mark.parametrize("path", EVERY_PAGE, ids=name_of)
def test_axe_finds_nothing(visit: Visit, path: str) -> None:
    page = visit(path, reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = {}
    for width, scheme, rules in WIDE_VIEWS if path in WIDE else VIEWS:
        resize(page, width, scheme)
        found[width, scheme] = violations(page, rules)
    assert not any(found.values()), found


# What is heard, and what is seen without a mouse or colours


@pytest.mark.parametrize("path", EVERY_PAGE, ids=name_of)
def test_a_page_says_where_one_is_and_what_its_signs_and_links_are(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", LANGUAGE)
    current = page.locator(".md-sidebar--primary a[aria-current=page]")
    is_in_menu = path != "404.html" and not path.startswith("chairs")
    expect(current).to_have_count(int(is_in_menu))
    if is_in_menu:
        assert current.evaluate("link => link.href") == page.url
    assert page.evaluate(_TOLD_BY_TITLE) == []
    if path != "404.html":
        assert page.locator("article :is(p, li, dd, td, figcaption) a:visible").evaluate_all(_NOT_UNDERLINED) == []
