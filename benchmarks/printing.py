"""What is to be printed, for this project's printer and for WeasyPrint alike."""

from __future__ import annotations

import json
from copy import deepcopy
from html import escape
from pathlib import Path
from typing import Any

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement, fragment_fromstring, tostring

from studyguide.labels.catalogue import ENGLISH
from studyguide.outputs.book import BookPage
from studyguide.outputs.pdf.document import make_printable
from studyguide.outputs.pdf.printed_labels import page_list

_STYLE = """
@page {
  size: A4; margin: 24mm 20mm 22mm 24mm;
  @top-right { content: string(chapter); font-size: 8.5pt }
  @bottom-center { content: "page " counter(page) " of " counter(pages); font-size: 8.5pt }
  @footnote { border-top: 0.4pt solid #666; padding-top: 0.5em }
}
html { font: 10.5pt serif; hyphens: auto }
p { text-align: justify; orphans: 2; widows: 2 }
h1 { break-before: page; string-set: chapter content(); font-weight: normal }
h1, h2, h3, h4, h5, h6 { break-after: avoid }
.note { float: footnote; font-size: 8.3pt }
table { border-collapse: collapse; width: 100% }
td, th { border-top: 0.4pt solid #666; padding: 4.5pt 5pt; vertical-align: top }
.page::after { content: target-counter(attr(href), page) }
thead { display: table-header-group }
img { max-width: 100%; max-height: 160mm }
"""


def times(captured: dict[str, Any], count: int) -> dict[str, Any]:
    """Give the same guide with its text `count` times: each copy is a folder of its own, whose links stay in it."""
    pages = [
        page | {"path": f"copy-{copy}/{page['path']}", "url": f"copy-{copy}/{page['url']}"}
        for copy in range(1, count + 1)
        for page in captured["pages"]
    ]
    return captured | {"pages": pages}


def write_books(folder: Path) -> None:
    """Make two texts for WeasyPrint of the folder's `captured.json`, both with the notes as footnotes of CSS.

    `plain.html` is the text with its notes. `book.html` is what this project prints: it has contents too, and page
    numbers for links ('Cited on p. 4').
    """
    captured = json.loads((folder / "captured.json").read_text(encoding="utf-8"))
    printable = make_printable([BookPage(**page) for page in captured["pages"]], captured["title_page"]["address"])
    for name, drawing in printable.drawn.items():
        (folder / name).write_text(drawing, encoding="utf-8")
    for name, address in printable.pictures.items():
        (folder / name).write_bytes((folder / "site" / address).read_bytes())
    root = fragment_fromstring("\n".join(printable.pages), create_parent="body")
    _put_notes_in_place(root)
    book = deepcopy(root)
    _name_pages(book)
    book.insert(0, _contents(book))
    for span in root.find_class("guide-pages"):
        span.drop_tree()
    title = escape(captured["title_page"]["title"])
    for name, text in (("plain", root), ("book", book)):
        head = f'<meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>'
        html = f'<!DOCTYPE html><html lang="en"><head>{head}</head>{tostring(text, encoding="unicode")}</html>'
        (folder / f"{name}.html").write_text(html, encoding="utf-8")


def _put_notes_in_place(root: HtmlElement) -> None:
    """Put the text of each note where it is called, as CSS wants it, and take the lists of notes away."""
    notes = {f"#{item.get('id')}": item for section in root.find_class("footnote") for item in section.iter("li")}
    for call in root.find_class("footnote-ref"):
        mark = next(call.iterancestors("sup"))
        note = Element("span", {"class": "note"})
        for paragraph in notes[call.get("href", "")]:
            inner = deepcopy(paragraph)
            inner.tag, inner.tail = "span", " "
            note.append(inner)
        note.tail = mark.tail
        parent = mark.getparent()
        assert parent is not None  # a call stands in a paragraph
        parent.replace(mark, note)
    for section in root.find_class("footnote"):
        section.drop_tree()


def _name_pages(root: HtmlElement) -> None:
    """Name the page of each place that a link leads to: 'Cited on p. 4, 7'."""
    for span in root.find_class("guide-pages"):
        span.text = page_list(ENGLISH)[span.get("data-listing", "")].partition("{pages}")[0].lstrip("(")
        for label in span.get("data-labels", "").split():
            page = SubElement(span, "a", {"class": "page", "href": f"#{label}"})
            page.tail = " "


def _contents(root: HtmlElement) -> HtmlElement:
    contents = Element("ul")
    for heading in root.iter("h1", "h2"):
        item = SubElement(contents, "li")
        item.text = f"{heading.text_content()} "
        SubElement(item, "a", {"class": "page", "href": f"#{heading.get('id')}"})
    return contents
