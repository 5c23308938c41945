"""What is drawn is seen: in light and dark, and in the device's own colours."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_device_s_own_colours_hide_nothing(visit: Visit, dark: bool) -> None:
    """With forced colours, a browser draws no background of ours and no shadow."""
    page = visit("timeline/", dark=dark, forced_colors="active")
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    marks = page.locator(".guide-axis-event circle, .guide-axis-event rect")
    assert all(mark.evaluate("mark => getComputedStyle(mark).fill") != canvas for mark in marks.all())
    dot = page.locator(".guide-timeline > li").first
    assert dot.evaluate("item => getComputedStyle(item, '::before').backgroundColor") != canvas
    page.get_by_role("link", name="Get help or report").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.goto("background/")
    page.locator("a.guide-term").first.hover()
    expect(page.get_by_role("tooltip")).to_have_css("border-top-style", "solid")
    icons = page.locator(".admonition-title")
    assert icons.first.evaluate("title => getComputedStyle(title, '::before').backgroundColor") != canvas


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("path", "shapes"),
    [("introduction/", ".guide-bar"), ("timeline/", ".guide-axis-event :is(circle, rect, text), .guide-axis-lead")],
)
def test_pictures_stand_out(visit: Visit, path: str, shapes: str, dark: bool) -> None:
    """WCAG 2.2, 1.4.11: what one must see to understand a picture has a contrast of 3; axe judges text alone."""
    page = visit(path, dark=dark)
    drawn = page.locator(shapes)
    drawn.first.wait_for()
    contrasts = drawn.evaluate_all(
        """shapes => {
            const light = (colour) => {
                const parts = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
                    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
                return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
            };
            const ground = light(getComputedStyle(document.body).backgroundColor);
            return shapes.map((shape) => {
                const { fill, stroke } = getComputedStyle(shape);
                const colour = light(fill === "none" ? stroke : fill);
                return (Math.max(colour, ground) + 0.05) / (Math.min(colour, ground) + 0.05);
            });
        }"""
    )
    assert contrasts
    assert min(contrasts) >= 3
