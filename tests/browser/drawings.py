"""Measures the pictures that the build draws, as a browser shows them."""

from playwright.sync_api import Page

_MEASURE = """() => {
  const labels = [...document.querySelectorAll(".guide-axis svg, .guide-chart")].flatMap((svg, picture) =>
    [...svg.querySelectorAll("text")].map((text) => ({ picture, svg, text })));
  const box = (element) => element.getBoundingClientRect();
  const outside = labels.filter(({ svg, text }) =>
    box(text).left < box(svg).left || box(text).right > box(svg).right ||
    box(text).top < box(svg).top || box(text).bottom > box(svg).bottom);
  const meet = (one, other) => one.picture === other.picture &&
    box(one.text).left < box(other.text).right && box(other.text).left < box(one.text).right &&
    box(one.text).top + 2 < box(other.text).bottom && box(other.text).top + 2 < box(one.text).bottom;
  const pairs = labels.flatMap((one, place) =>
    labels.slice(place + 1).filter((other) => meet(one, other)).map((other) => [one, other]));
  const words = ({ text }) => text.textContent;
  return { number: labels.length, outside: outside.map(words), overlapping: pairs.map((pair) => pair.map(words)) };
}"""


def expect_labels_to_fit(page: Page) -> None:
    """Fail where a label of a timeline's picture or of a chart leaves its picture, or lies over another one.

    The boxes of lines may touch: letters do not fill them.
    """
    measured = page.evaluate(_MEASURE)
    assert measured["number"] > 0
    assert (measured["outside"], measured["overlapping"]) == ([], [])
