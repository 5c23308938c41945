"""The pages of a book as one HTML document from which pandoc makes a Word file, with bookmarks and the names of styles.

Pandoc keeps ids on headings, on the items of lists, on `div` and on `span`.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

from lxml.html import HtmlElement, tostring

from studyguide.outputs.book import Book
from studyguide.outputs.docx.bookmarks import NoteNumbers, bookmark, place
from studyguide.outputs.docx.front_matter import contents, title_page
from studyguide.outputs.docx.pictures import Picture, draw, set_width
from studyguide.outputs.docx.style_names import BLOCKS, keep_languages, name_styles, wrap
from studyguide.outputs.linked_pages import LinkedPage, link_pages
from studyguide.outputs.page_trees import BACKLINK, HEADINGS

_KEEP_ID = frozenset({*HEADINGS, "span", "div", "li"})
_TAKE_PLACE = frozenset({"p", "dt", "dd", "td", "th", "caption", "figcaption"})


@dataclass(frozen=True)
class Document:
    """The HTML, and what is compared with the file that is made of it."""

    html: str = field(repr=False)
    notes: int
    """Their number."""
    pictures: Mapping[str, Picture]
    """The pictures by the checksum of the bytes that pandoc gets."""


def make_document(book: Book) -> Document:
    """Make the document. Raises OutputError for a picture that cannot be read."""
    linked = link_pages(book, lambda path, anchor: f"#{bookmark(path, anchor)}", {BACKLINK})
    numbers = NoteNumbers(linked.pages)
    pictures = draw(linked, book)
    for each in linked.pages:
        numbers.number(each.root)
        _mark_places(each)
        name_styles(each.root)
        keep_languages(each.root)
        _embed(each.root, pictures)
    parts = [title_page(book), contents(linked.pages, book.guide.labels)]
    parts += [_inner_html(each.root) for each in linked.pages]
    html = f"<!DOCTYPE html><html><body>{''.join(parts)}</body></html>"
    found = {picture.checksum: picture for picture in pictures.values()}
    return Document(html, len(numbers), found)


def _mark_places(linked: LinkedPage) -> None:
    """Turn the ids of a page into names of bookmarks, on elements whose id pandoc keeps."""
    for element in [each for each in linked.root.iter() if each.get("id")]:
        name = bookmark(linked.page.path, str(element.get("id")))
        if element.tag in _KEEP_ID:
            element.set("id", name)
        else:
            del element.attrib["id"]
            _put_place(element, name)


def _put_place(element: HtmlElement, name: str) -> None:
    """Put a bookmark at the beginning of an element that pandoc keeps no id of."""
    if element.tag == "tr" or (element.tag in _TAKE_PLACE and _begins_with_block(element)):
        _put_place(element[0], name)
    elif element.tag in _TAKE_PLACE:
        mark = place(name)
        mark.tail, element.text = element.text, None
        element.insert(0, mark)
    elif element.tag in BLOCKS or element.tag in _KEEP_ID:
        wrap(element, {"id": name})
    else:
        element.addprevious(place(name))


def _begins_with_block(element: HtmlElement) -> bool:
    """Return whether an element begins with a paragraph or another block, before which a bookmark would be a line."""
    is_bare = not (element.text or "").strip()
    return is_bare and len(element) > 0 and (element[0].tag in BLOCKS or element[0].tag in ("div", "p"))


def _embed(root: HtmlElement, pictures: Mapping[str, Picture]) -> None:
    """Put the pictures themselves in the place of their names: pandoc, in its sandbox, reads no other file."""
    for image in root.iter("img"):
        picture = pictures[str(image.get("src"))]
        set_width(image, picture)
        image.set("src", f"data:{picture.kind};base64,{b64encode(picture.raster).decode()}")


def _inner_html(root: HtmlElement) -> str:
    return escape(root.text or "") + "".join(tostring(child, encoding="unicode") for child in root)
