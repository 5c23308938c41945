"""WCAG 2.2 AA as axe-core judges it, and what axe cannot judge: what those rely on who hear a page or see no colour."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from browser.conftest import DESKTOP, EVERY_PAGE, PHONE, Visit

AXE = Axe().axe_script
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules that judge colours. The others find the same in the dark."""


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


@pytest.mark.parametrize("path", EVERY_PAGE, ids=name_of)
def test_axe_finds_nothing(visit: Visit, path: str) -> None:
    page = visit(path, reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = {}
    for width in (PHONE, DESKTOP):
        for scheme in ("light", "dark"):
            resize(page, width, scheme)
            found[width, scheme] = violations(page, COLOURS if scheme == "dark" else None)
    assert not any(found.values()), found


def show_term(page: Page, width: int) -> None:
    page.locator("a.guide-term").first.tap() if width == PHONE else page.locator("a.guide-term").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def show_note(page: Page, width: int) -> None:
    page.locator("a.footnote-ref").first.tap() if width == PHONE else page.locator("a.footnote-ref").first.hover()
    expect(page.get_by_role("tooltip")).to_be_visible()


def search(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search").or_(page.get_by_role("textbox", name="Search")).first.click()
    page.keyboard.type(words)


def show_results(page: Page, width: int) -> None:
    search(page, "grooming")
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
    page.get_by_role("button", name="Cite this section: Online grooming").click()
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


# What is heard


def test_landmarks_are_few_and_have_names_of_their_own(visit: Visit) -> None:
    page = visit("background/")
    names = page.get_by_role("navigation").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert names == ["Header", "Quick links", "Navigation", "Table of contents", "Footer"]
    for role in ("banner", "main", "contentinfo", "search"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("form", name="Colours")).to_be_attached()


@pytest.mark.parametrize("path", EVERY_PAGE, ids=name_of)
def test_a_page_says_where_one_is(visit: Visit, path: str) -> None:
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.locator("html")).to_have_attribute("lang", "en")
    current = page.locator(".md-sidebar--primary a[aria-current=page]")
    is_in_menu = path != "404.html" and not path.startswith("chairs")
    expect(current).to_have_count(int(is_in_menu))
    if is_in_menu:
        assert current.evaluate("link => link.href") == page.url


@pytest.mark.parametrize("path", EVERY_PAGE, ids=name_of)
def test_nothing_is_told_by_a_title_alone(visit: Visit, path: str) -> None:
    """A `title` shows under a mouse and to nobody else."""
    page = visit(path)
    alone = page.evaluate(
        """() => [...document.querySelectorAll("[title]")].filter((one) => {
            const input = one.matches("label") && document.getElementById(one.htmlFor);
            const names = [one.ariaLabel, one.textContent.trim(), input && input.getAttribute("aria-label")];
            const isColours = one.closest("form[data-md-component=palette]"); // its radio buttons have the names
            return !isColours && !names.includes(one.title);
        }).map((one) => one.outerHTML)"""
    )
    assert alone == []


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
    expect(page.locator("[lang=fr]").first).to_contain_text("Protection de l’enfance")
    expect(page.locator("[lang=es]").first).to_contain_text("Países con cierres")
    expect(page.locator("[lang|=sr]").first).to_contain_text("Godišnja statistika")


def test_results_are_counted_aloud(visit: Visit) -> None:
    page = visit()
    show_results(page, DESKTOP)
    expect(page.get_by_role("search").get_by_role("status")).to_contain_text("matching documents")


# By colour alone


def test_the_chapter_and_section_where_one_is_are_underlined(visit: Visit) -> None:
    page = visit("background/#poverty")
    lines = "link => [link, ...link.querySelectorAll('*')].map((one) => getComputedStyle(one).textDecorationLine)"
    for sidebar in ("primary", "secondary"):
        links = page.locator(f".md-sidebar--{sidebar} .md-nav__link:visible")
        current = page.locator(f".md-sidebar--{sidebar} .md-nav__link--active:visible")
        expect(current).to_have_count(1)
        assert "underline" in current.evaluate(lines)
        assert sum("underline" in link.evaluate(lines) for link in links.all()) == 1


@pytest.mark.parametrize("path", [path for path in EVERY_PAGE if path != "404.html"], ids=name_of)
def test_links_in_the_text_are_underlined(visit: Visit, path: str) -> None:
    page = visit(path)
    plain = page.locator("article :is(p, li, dd, td, figcaption) a:visible").evaluate_all(
        """all => all.filter((one) => !getComputedStyle(one).textDecorationLine.includes("underline")
            && !one.matches(".headerlink, .md-button, .footnote-ref, .footnote-backref"))
            .map((one) => one.outerHTML)"""
    )
    assert plain == []
