"""The pages of the Word file: their size, running heads and numbers (ISO/IEC 29500-1, 17.6 and 17.10)."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from studyguide.labels.catalogue import Labels
from studyguide.labels.direction import text_direction
from studyguide.outputs.book import TitlePage
from studyguide.outputs.docx.package import DOCUMENT, Package
from studyguide.outputs.docx.wordml import NAMESPACES, Tree, element, name_of

_SIZES = {"a4": (11906, 16838), "us-letter": (12240, 15840)}
"""Width and height in twentieths of a point."""
_MARGIN = 1418
"""25 mm, which leaves room for what is written by hand."""
_RUNNING = {"header": ("w:hdr", "w:headerReference"), "footer": ("w:ftr", "w:footerReference")}
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def measure(paper: str) -> int:
    """Return the length of a line on a paper of this size, in twentieths of a point."""
    return _SIZES[paper][0] - 2 * _MARGIN


def page_size_and_margins(paper: str) -> list[Tree]:
    """Return the settings of a section for a paper of this size."""
    width, height = map(str, _SIZES[paper])
    margins = dict.fromkeys(("top", "right", "bottom", "left"), str(_MARGIN)) | {
        "header": "709",
        "footer": "709",
        "gutter": "0",
    }
    return [element("w:pgSz", w=width, h=height), element("w:pgMar", **margins)]


def set_pages(package: Package, title_page: TitlePage, labels: Labels) -> None:
    """Set paper and margins, the title above each page and its number below; the first page has neither."""
    body = package.tree(DOCUMENT)[0]
    for section in body.findall("w:sectPr", NAMESPACES):
        body.remove(section)
    is_mirrored = text_direction(title_page.language) == "rtl"
    head = _running(package, "header", [*_text(title_page.title, is_mirrored)], is_mirrored)
    # Translators: at the foot of each printed page.
    words = labels.gettext("page {number} of {total}", number="\0PAGE\0", total="\0NUMPAGES\0")
    foot = _running(package, "footer", _with_fields(words, is_mirrored), is_mirrored)
    section = element(
        "w:sectPr",
        head,
        foot,
        *page_size_and_margins(title_page.paper),
        element("w:titlePg"),
        *([element("w:bidi")] if is_mirrored else []),
    )
    body.append(section)


def _running(package: Package, kind: str, runs: Iterable[Tree], is_mirrored: bool) -> Tree:
    """Write a part for what stands above or below each page, and return the reference to it."""
    style = element("w:pStyle", val=kind.capitalize())
    paragraph = element("w:p", element("w:pPr", style, *([element("w:bidi")] if is_mirrored else [])), *runs)
    root, refers = _RUNNING[kind]
    part = element(root, paragraph)
    name = f"{kind}-guide.xml"
    package.put(f"word/{name}", etree.tostring(part, xml_declaration=True, encoding="UTF-8"), _KIND.format(kind))
    reference = element(refers, type="default")
    reference.set(name_of("r:id"), package.relate(DOCUMENT, kind, name))
    return reference


def _with_fields(words: str, is_mirrored: bool) -> list[Tree]:
    """Return the runs of a text in which the names of fields stand between NULs."""
    runs: list[Tree] = []
    for place, piece in enumerate(words.split("\0")):
        if place % 2:
            runs.append(element("w:fldSimple", *_text("1", is_mirrored), instr=f" {piece} "))
        elif piece:
            runs += _text(piece, is_mirrored)
    return runs


def _text(words: str, is_mirrored: bool) -> list[Tree]:
    text = element("w:t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    properties = [element("w:rPr", element("w:rtl"))] if is_mirrored else []
    return [element("w:r", *properties, text)]
