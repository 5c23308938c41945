"""By keyboard alone, the focus is seen wherever it goes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, EVERY_PAGE, PHONE, Visit

WIDE = ["", "background/", "key-terms/", "timeline/"]
"""Pages of each kind, for the menus and lists that stand beside the text where there is room."""
MOST = 900
"""More steps than any page has."""
_FAULT = """() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return null;
    const shown = focused.matches(".md-option") ? focused.nextElementSibling : focused; // the switch of the colours
    const style = getComputedStyle(shown);
    const boxes = [...(shown.matches("svg a") ? shown.querySelector("text") : shown).getClientRects()];
    const isHit = ({ left, top, width, height }) => {
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return hit && (shown.contains(hit) || hit.closest("label, a") === shown.closest("label, a, [data-none]"));
    };
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("has no outline");
    const isShown = shown.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!boxes.length || !isShown) faults.push("is hidden");
    else if (!boxes.some(isHit)) faults.push("is covered");
    return faults.length ? `${focused.outerHTML}: ${faults.join(", ")}` : "";
}"""


def fault_of_focus(page: Page) -> str | None:
    """Why the focus cannot be seen; nothing where it can, and None where the page has it no more."""
    fault: str | None = page.evaluate(_FAULT)
    if fault:
        page.wait_for_timeout(200)  # what hangs beside the text follows a jump a little later
        fault = page.evaluate(_FAULT)
    return fault


def walk(page: Page) -> list[str]:
    """Go with Tab from the page's start to its end; give what is wrong on the way."""
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press("Tab")
        fault = fault_of_focus(page)
        if fault is None:
            return faults
        faults.append(fault)
    raise AssertionError("The focus does not come to an end")


@pytest.mark.parametrize(
    ("width", "path"), [*((PHONE, path) for path in EVERY_PAGE), *((DESKTOP, path) for path in WIDE)]
)
def test_the_focus_is_seen_wherever_it_goes(visit: Visit, path: str, width: int) -> None:
    page = visit(path, width=width, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    assert [fault for fault in walk(page) if fault] == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("path", ["", "background/", "404.html"])
def test_the_first_step_skips_to_the_content(visit: Visit, path: str, scripts: bool) -> None:
    page = visit(path, java_script_enabled=scripts)
    page.keyboard.press("Tab")
    skip = page.locator("a.md-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("article :focus")).to_have_count(1)
