"""Parse the pages' HTML as trees, and make of it what no script opens: for outputs that are read from first to last."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from lxml.etree import Comment, SubElement, strip_elements
from lxml.html import Element, HtmlElement, fragment_fromstring

from studyguide.outputs.book import BookPage

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BACKLINK = "footnote-backref"
_SVG = re.compile(r"<svg\b[^>]*>.*?</svg>", re.DOTALL)
_ARIA_LABEL = re.compile(r'\baria-label="([^"]*)"')
_ON_SCREEN_ONLY = frozenset({"headerlink", "screen-only"})


def label(path: str, anchor: str = "") -> str:
    """Return the label of an anchor in a document of all chapters, for Typst.

    All characters but letters, digits, `.`, `:` and `-` are escaped.
    """
    return re.sub(r"[^A-Za-z0-9.:-]", lambda found: f"_{ord(found[0]):x}", f"{path}:{anchor}" if anchor else path)


def read_page(html: str, without: Collection[str] = (BACKLINK,)) -> HtmlElement:
    """Parse a page, without its screen-only elements and those of the classes `without`."""
    root = fragment_fromstring(html, create_parent="div")
    strip_elements(root, Comment, with_tail=False)
    for element in with_class(root, *_ON_SCREEN_ONLY, *without):
        element.drop_tree()
    return root


def keep_drawn(html: str, drawn: dict[str, str], change: Callable[[str], str] = lambda svg: svg) -> str:
    """Move each inline SVG, changed by `change`, to a file in `drawn`, and refer to the file: lxml reads no SVG."""

    def keep(svg: re.Match[str]) -> str:
        name = f"drawn-{len(drawn) + 1}.svg"
        drawn[name] = change(svg[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
        alternative = _ARIA_LABEL.search(svg[0])
        return f'<img src="{name}" class="guide-drawn" alt="{alternative[1] if alternative else ""}">'

    return _SVG.sub(keep, html)


def with_class(root: HtmlElement, *names: str) -> list[HtmlElement]:
    """Return the elements that have one of these classes."""
    wanted, classed = frozenset(names), root.xpath("descendant-or-self::*[@class]")
    return [element for element in classed if not wanted.isdisjoint(element.get("class").split())]


def replace_element(element: HtmlElement, other: HtmlElement) -> None:
    """Replace an element by `other`; its tail stays."""
    parent = element.getparent()
    assert parent is not None  # only the root has no parent
    other.tail = element.tail
    parent.replace(element, other)


def top_of(page: BookPage, root: HtmlElement) -> str:
    """Return the id of a page's title; insert the title of the navigation where the page has none."""
    title = next(root.iter("h1"), None)
    if title is None:
        title = Element("h1")
        title.text, title.tail, root.text = page.title or page.path, root.text, None
        root.insert(0, title)
    if not title.get("id"):
        title.set("id", "top")
    return str(title.get("id"))


def open_all(root: HtmlElement) -> None:
    """Show what a reader would open or switch to: tabs one after the other, collapsed blocks, ticked boxes."""
    for tabs in with_class(root, "tabbed-set"):
        _open_tabs(tabs)
    for details in list(root.iter("details")):
        _open_fold(details)
    for box in list(root.iter("input")):
        if box.get("type") == "checkbox":
            box.tail = f"{'☒' if 'checked' in box.attrib else '☐'} {(box.tail or '').lstrip()}"
            box.drop_tree()


def _open_fold(details: HtmlElement) -> None:
    """Open what is folded; what a chapter folds, not the engine, is a box like others, with its title."""
    details.tag = "div"
    classes = details.get("class", "").split()
    is_box = len(details) > 0 and details[0].tag == "summary" and not any(name.startswith("guide-") for name in classes)
    if is_box and "admonition" not in classes:
        details.set("class", " ".join(["admonition", *classes]))
        details[0].set("class", "admonition-title")
    for summary in details.findall("summary"):
        summary.tag = "p"


def _open_tabs(tabs: HtmlElement) -> None:
    """Place tabs one after the other, each under its title."""
    titles = [title for labels in with_class(tabs, "tabbed-labels") for title in labels]
    for title, block in zip(titles, with_class(tabs, "tabbed-block"), strict=False):
        keeping = SubElement(block, "div", {"class": "guide-keep"})
        block.insert(0, keeping)
        title.tag, title.tail = "strong", None
        keeping.append(title)
