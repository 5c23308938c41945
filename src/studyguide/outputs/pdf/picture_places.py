"""Where a picture stands: in a block of its own, within a text, or within a name, which no block may part."""

from __future__ import annotations

from lxml.html import HtmlElement

_PHRASING = frozenset(
    "a abbr b br cite code del em i img ins kbd mark q s small span strong sub sup u".split()  # noqa: SIM905
)
"""The elements of a line: https://html.spec.whatwg.org/multipage/dom.html#phrasing-content"""
_NAMES = frozenset({"dt", "h1", "h2", "h3", "h4", "h5", "h6"})
"""The elements that PDF/UA does not let a block part."""


def place_of(picture: HtmlElement) -> str:
    """Return `picture`, `in-text` or `in-name`: the function of `handout.typ` for a picture that stands so."""
    place = "picture"
    element = picture
    while (parent := element.getparent()) is not None:
        if _is_beside_text(element, parent):
            place = "in-text"
        if parent.tag not in _PHRASING:
            return "in-name" if parent.tag in _NAMES else place
        element = parent
    return place


def _is_beside_text(element: HtmlElement, parent: HtmlElement) -> bool:
    before, behind = element.getprevious(), element.getnext()
    texts = (parent.text if before is None else before.tail), element.tail
    return any(text and not text.isspace() for text in texts) or _is_shown(before) or _is_shown(behind)


def _is_shown(element: HtmlElement | None) -> bool:
    """Return whether an element is part of the line; a span without words is a mere place."""
    if element is None or element.tag not in _PHRASING:
        return False
    return element.tag != "span" or len(element) > 0 or bool(element.text)
