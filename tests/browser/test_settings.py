"""A reader's own settings: large text, a narrow window, wider spacing, no movement."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, EVERY_PAGE, PHONE, SEARCH, Visit
from tests.paths import THEME

NARROWEST = 320
"""CSS pixels: WCAG 2.2, 1.4.10."""
SPACED = """
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }
"""
"""WCAG 2.2, 1.4.12."""
DOUBLED = "html { font-size: 250% !important; }"  # Material's own is 125%
_CUT = """() => [...document.querySelectorAll("article *, .guide-links *, .md-sidebar--secondary .md-nav__link *")]
    .filter((one) => one.checkVisibility() && one.childElementCount === 0 && one.textContent.trim())
    .filter((one) => !one.matches(".guide-aloud")) // heard alone
    .filter((one) => {
        const range = document.createRange();
        range.selectNodeContents(one);
        const words = range.getBoundingClientRect();
        for (let box = one; box && !box.matches("article, .md-header, .md-sidebar"); box = box.parentElement) {
            const { overflowX, overflowY } = getComputedStyle(box);
            if (overflowX === "auto") return false; // a table, which one scrolls by itself
            const frame = box.getBoundingClientRect();
            if (overflowX === "hidden" && (words.right > frame.right + 1 || words.left < frame.left - 1)) return true;
            if (overflowY === "hidden" && (words.bottom > frame.bottom + 1 || words.top < frame.top - 1)) return true;
        }
        return words.right > document.documentElement.clientWidth + 1;
    }).map((one) => one.outerHTML)"""
"""What of the text is cut off."""
_IN_A_SENTENCE = "p, li, td, dd, figcaption, .md-copyright__highlight, svg, .headerlink"
"""Where WCAG lets a target be smaller; axe still judges those that stand close together."""
_SMALL = """exempt => [...document.querySelectorAll("a, button, summary, select, input")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => !one.closest(exempt))
    .map((one) => [one, (one.matches(".md-option") ? one.nextElementSibling : one).getBoundingClientRect()])
    .filter(([one, { width, height }]) => width && (width < 24 || height < 24))
    .map(([one, { width, height }]) => `${width} × ${height}: ${one.outerHTML}`)"""


def sideways(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return width


@pytest.mark.parametrize("path", EVERY_PAGE, ids=lambda path: path.rstrip("/") or "home")
def test_text_fits_and_is_not_cut(visit: Visit, path: str) -> None:
    page = visit(path, bypass_csp=True, reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    for width, style in [(NARROWEST, ""), (NARROWEST, SPACED), (PHONE, DOUBLED), (DESKTOP, SPACED), (DESKTOP, DOUBLED)]:
        page.set_viewport_size({"width": width, "height": 800})
        sheet = page.add_style_tag(content=style or "/* none */")
        assert sideways(page) <= 0, (width, style)
        assert page.evaluate(_CUT) == [], (width, style)
        sheet.evaluate("sheet => sheet.remove()")


@pytest.mark.parametrize("style", [SPACED, DOUBLED], ids=["spaced", "doubled"])
@pytest.mark.parametrize("width", [PHONE, DESKTOP])
def test_the_first_link_and_search_are_there_with_large_text(visit: Visit, width: int, style: str) -> None:
    page = visit("background/", width=width, bypass_csp=True)
    page.add_style_tag(content=style)
    expect(page.locator(".guide-links a").first).to_be_in_viewport(ratio=1)
    search = page.locator(SEARCH).locator("visible=true").first
    expect(search).to_be_in_viewport(ratio=1)


def test_the_first_link_shows_in_a_header_without_search(visit: Visit) -> None:
    page = visit("background/")
    page.locator(".md-search").evaluate("search => search.remove()")
    expect(page.locator(".guide-links a").first).to_be_visible()


def test_a_page_with_one_set_of_colours_does_not_fail(visit: Visit) -> None:
    script = (THEME / "partials" / "javascripts" / "palette.html").read_text(encoding="utf-8")
    page = visit("background/")
    page.locator("form[data-md-component=palette]").evaluate("form => form.remove()")
    page.evaluate(script.partition("<script>")[2].partition("</script>")[0])


@pytest.mark.parametrize("path", ["", "background/", "key-terms/", "timeline/", "404.html"])
def test_targets_are_large_enough(visit: Visit, path: str) -> None:
    """WCAG 2.2, 2.5.8."""
    for width in (PHONE, DESKTOP):
        page = visit(path, width=width)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(_SMALL, _IN_A_SENTENCE) == []


def test_nothing_moves_for_those_who_want_no_movement(visit: Visit) -> None:
    page = visit("timeline/", width=PHONE, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => [null, "::before", "::after"].some((part) => {
            const style = getComputedStyle(one, part);
            const isLong = (times) => times.split(",").some((time) => parseFloat(time) > 0);
            return (style.transitionProperty !== "none" && isLong(style.transitionDuration))
                || style.animationName !== "none" || style.scrollBehavior === "smooth";
        })).map((one) => one.outerHTML.slice(0, 100))"""
    )
    assert moving == []
