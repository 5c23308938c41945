"""Pages that run from right to left, as pictures for eyes, and what can be measured of them."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESKTOP, PHONE, Visit
from tests.browser.drawings import expect_labels_to_fit
from tests.browser.test_accessibility import search
from tests.browser.test_pictures import take_pictures
from tests.languages.guides import GUIDES

PAGES = sorted(f"{path.stem}/" if path.stem != "index" else "" for path in (GUIDES / "ar" / "docs").glob("*.md"))
WIDTHS = pytest.mark.parametrize("width", [PHONE, DESKTOP])


@WIDTHS
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.rstrip("/") or "home")
def test_page_fits_its_width(visit: Visit, pictures: Path | None, path: str, width: int) -> None:
    page = visit(path, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if pictures:
        take_pictures(page, pictures / f"ar-{path.rstrip('/') or 'home'}-{width}")


@WIDTHS
@pytest.mark.parametrize("path", ["timeline/", "background/"])
def test_labels_stay_in_their_picture(visit: Visit, path: str, width: int) -> None:
    expect_labels_to_fit(visit(path, width=width))


def centre(visit_at: str) -> str:
    return f"(({{left, right}}) => (left + right) / 2)(document.querySelector('{visit_at}').getBoundingClientRect())"


@WIDTHS
def test_the_axis_stands_on_the_right(visit: Visit, width: int) -> None:
    page = visit("timeline/", width=width)
    axis, label, year = (
        page.evaluate(centre(place))
        for place in (".guide-axis-line", ".guide-axis-event text", ".guide-axis text.guide-axis-year")
    )
    assert label < axis < year


def test_bars_grow_to_the_left(visit: Visit) -> None:
    page = visit("background/")
    bars = page.evaluate(
        "[...document.querySelectorAll('.guide-bar')].map((bar) => bar.getBoundingClientRect().toJSON())"
    )
    assert bars[0]["right"] == pytest.approx(bars[1]["right"])
    assert bars[1]["left"] < bars[0]["left"]


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("timeline/", "ol.guide-timeline"),
        ("background/", ".guide-in-timeline"),
    ],
)
def test_lines_stand_on_the_right(visit: Visit, path: str, place: str) -> None:
    page = visit(path)
    widths = page.evaluate(
        f"(({{borderLeftWidth, borderRightWidth}}) => [borderLeftWidth, borderRightWidth])"
        f"(getComputedStyle(document.querySelector('{place}')))"
    )
    assert widths[0] == "0px" != widths[1]


_ORDER = """(text) => {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(text);
    if (start < 0 || node.parentElement.closest("svg")) continue;
    const letters = [...text].map((letter, place) => {
      const range = document.createRange();
      range.setStart(node, start + place);
      range.setEnd(node, start + place + 1);
      return [range.getBoundingClientRect().left, letter];
    });
    return letters.sort(([one], [other]) => one - other).map(([, letter]) => letter).join("");
  }
}"""


@pytest.mark.parametrize("written", ["1971-02-02", "10-12", "2016–2024"])
def test_dates_and_ranges_are_seen_as_written(visit: Visit, written: str) -> None:
    assert visit("background/").evaluate(_ORDER, written) == written


def test_a_day_keeps_its_number_behind_a_title_in_latin_letters(visit: Visit) -> None:
    seen = visit("bibliography/").evaluate(_ORDER, "2 فبراير 1971")
    assert seen == "2 فبراير 1971"[::-1].replace("1791", "1971")  # from the right, and its number from the left


_PARTS = """(parts) => {
  const link = [...document.querySelectorAll("article p > a")].find((link) => link.textContent.includes("wikipedia"));
  const lefts = parts.map((part) => {
    const walker = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(part);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + part.length);
      return range.getBoundingClientRect().left;
    }
  });
  return lefts;
}"""


def test_the_parts_of_an_address_follow_each_other(visit: Visit) -> None:
    lefts = visit("background/").evaluate(_PARTS, ["https", "wiki/", "أرض_رطبة", "أنواع"])
    assert lefts == sorted(lefts)


def test_a_tip_stands_below_the_beginning_of_its_word(visit: Visit) -> None:
    page = visit("background/")
    term = page.locator("a.guide-term").first
    term.hover()
    tip, word = page.locator(".guide-tip").bounding_box(), term.bounding_box()
    assert tip is not None
    assert word is not None
    assert tip["x"] + tip["width"] == pytest.approx(word["x"] + word["width"], abs=1)


@pytest.mark.parametrize("path", ["", "timeline/", "404.html"])
def test_every_page_has_its_direction(visit: Visit, faults: list[str], path: str) -> None:
    page = visit(path)
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == ["rtl", "ar"]


def test_a_title_that_is_found_has_its_language(visit: Visit) -> None:
    page = visit("background/")
    search(page, "Perspectives")
    title = page.locator(".md-search-result__link [lang]").first
    expect(title).to_have_text("Perspectives mondiales pour les zones humides")
    assert (title.get_attribute("lang"), title.get_attribute("dir")) == ("fr", "ltr")
