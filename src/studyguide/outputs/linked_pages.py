"""The pages of a book as trees that hang together by links: for outputs that are read on a screen, as an e-book is.

What print shows as page numbers, such as 'Mentioned in', stays a list of links.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from html import escape, unescape

from lxml.html import HtmlElement

from studyguide.images.fitting import printable
from studyguide.labels.direction import text_direction
from studyguide.outputs.bidi import isolated
from studyguide.outputs.book import Book, BookPage
from studyguide.outputs.page_trees import keep_drawn, open_all, read_page, top_of, with_class
from studyguide.outputs.site_map import SiteMap, file_at

NOTE_REFERENCE = "footnote-ref"
_FORMATS = {b"\x89PNG": "png", b"\xff\xd8": "jpg", b"GIF8": "gif", b"RIFF": "webp"}
"""The first bytes of the formats that a fitted picture has, beside SVG."""
_HREF = re.compile(r'(?<= href=")[^"]*')
_REFERENCE = re.compile(r"&#\w+;?")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a web page may hold, and XML not: https://www.w3.org/TR/xml/#charsets."""
_FOR_SCRIPTS = re.compile(r"data-|loading$")


@dataclass(frozen=True)
class LinkedPage:
    """A page of the output."""

    page: BookPage
    root: HtmlElement
    """Its content, without what only a screen with scripts shows."""


@dataclass(frozen=True)
class LinkedPages:
    """The pages of the output, and the pictures in them."""

    pages: tuple[LinkedPage, ...]
    drawn: Mapping[str, str]
    """The SVG pictures that stand in the pages' HTML, by the name in the image in their place (see `keep_drawn`)."""
    pictures: Mapping[str, bytes]
    """All other pictures, by the name in their image."""


def link_pages(book: Book, link: Callable[[str, str], str], without: Collection[str] = ()) -> LinkedPages:
    """Return the printed pages of a book, linked with each other.

    `link` returns the address of an anchor of the output, given by the path of its page and its id. What has one of the
    classes `without` is left out. Raises OutputError for an unknown picture.
    """
    is_mirrored = text_direction(book.title_page.language) == "rtl"
    pages = [replace(page, html=_without_control(page.html)) for page in book.printed_pages]
    shown = [replace(page, html=isolated(page.html)) if is_mirrored else page for page in pages]
    drawn: dict[str, str] = {}
    linked = tuple(LinkedPage(page, read_page(keep_drawn(page.html, drawn), without)) for page in shown)
    tops = {each.page.url: (each.page.path, top_of(each.page, each.root)) for each in linked}
    targets = {(each.page.path, str(element.get("id"))) for each in linked for element in each.root.iter()}
    names: dict[str, str] = {}
    pictures: dict[str, bytes] = {}
    for each in linked:
        open_all(each.root)
        if is_mirrored:
            _set_code_left_to_right(each.root)
        site = _Links(SiteMap(tops, book.title_page.address), targets, link)
        _link(each, site)
        _link_drawn(each, drawn, site)
        _name_pictures(each, book, names, pictures)
        _drop_controls(each.root)
    return LinkedPages(linked, drawn, pictures)


def _without_control(html: str) -> str:
    """Return HTML without control characters, also those that are written as numbers."""
    html = _REFERENCE.sub(lambda number: number[0] if unescape(number[0]) else "", html)
    return _CONTROL.sub("", html)


def _set_code_left_to_right(root: HtmlElement) -> None:
    """Let code run from left to right, as the site's stylesheet and Typst do."""
    for code in root.iter("pre", "code"):
        code.set("dir", code.get("dir", "ltr"))


@dataclass(frozen=True)
class _Links:
    """Where links may lead."""

    site: SiteMap
    targets: Collection[tuple[str, str]]
    """The path of its page and the id of each anchor of the output."""
    link: Callable[[str, str], str]

    def address(self, page: BookPage, address: str) -> str:
        """Return the address in the output, or else on the web; empty where there is neither."""
        place = self.site.place(page.url, address)
        return self.link(*place) if place and place in self.targets else self.site.outside(page.url, address)


def _link(linked: LinkedPage, links: _Links) -> None:
    """Resolve the links of a page."""
    for element in list(linked.root.iter("a")):
        address = element.get("href")
        if address is None:
            continue  # an anchor
        if not address.startswith("#") and NOTE_REFERENCE in element.get("class", "").split():
            _make_plain(element)
        if target := links.address(linked.page, address):
            element.set("href", target)
        else:
            element.drop_tag()


def _link_drawn(linked: LinkedPage, drawn: dict[str, str], links: _Links) -> None:
    """Resolve the links in the drawings of a page."""
    for image in with_class(linked.root, "guide-drawn"):
        name = image.get("src", "")
        drawn[name] = _HREF.sub(lambda at: escape(links.address(linked.page, unescape(at[0]))), drawn[name])


def _make_plain(reference: HtmlElement) -> None:
    """Make a link of a reference to a note of another page, as on the page of corrections: the note stands there."""
    for name in ("class", "role"):
        reference.attrib.pop(name, None)


def _name_pictures(linked: LinkedPage, book: Book, names: dict[str, str], pictures: dict[str, bytes]) -> None:
    """Name the files of a page's pictures: each once in `pictures`, by its place in the site in `names`."""
    for picture in linked.root.iter("img"):
        if "guide-drawn" in picture.get("class", ""):
            continue
        address = file_at(linked.page.url, picture.get("src", ""))
        if address not in names:
            content = printable(book.read_picture(address))
            kind = next((kind for start, kind in _FORMATS.items() if content.startswith(start)), "svg")
            names[address] = f"picture-{len(names) + 1}.{kind}"
            pictures[names[address]] = content
        picture.set("src", names[address])


def _drop_controls(root: HtmlElement) -> None:
    """Drop what only the site's scripts and styles read, or a reader would press."""
    for control in list(root.iter("input")):
        control.drop_tree()
    for element in root.iter():
        for name in [name for name in element.attrib if _FOR_SCRIPTS.match(str(name))]:
            del element.attrib[name]
