"""Transform a page into a content document of an EPUB: XHTML with the semantics of notes, terms and page breaks.

XHTML is stricter than what browsers forgive: only what https://html.spec.whatwg.org/ allows stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from html import escape

from lxml import etree
from lxml.html import Element, HtmlElement

from studyguide.data.paths import BIBLIOGRAPHY_PAGE, KEY_TERMS_PAGE
from studyguide.outputs.linked_pages import NOTE_REFERENCE, LinkedPage
from studyguide.outputs.page_trees import BACKLINK, HEADINGS, replace_element, with_class

EPUB_TYPE = "data-epub-type"
"""Stands for `epub:type`, a name of XML, which HTML trees do not take."""
KINDS = {
    "introduction.md": ("introduction", "doc-introduction"),
    KEY_TERMS_PAGE: ("glossary", "doc-glossary"),
    BIBLIOGRAPHY_PAGE: ("bibliography", "doc-bibliography"),
    "corrections.md": ("errata", "doc-errata"),
}
"""The kind of a chapter by its file: https://www.w3.org/TR/epub-ssv-11/ and https://www.w3.org/TR/dpub-aria-1.1/."""
_CHAPTER = ("chapter", "doc-chapter")
_TAGS = frozenset(
    """
    a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure
    h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark nav ol p pre q rp rt ruby s samp section small span strong sub sup table
    tbody td tfoot th thead time tr u ul var wbr
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
_GLOBAL = frozenset({"id", "class", "lang", "dir", "title", "role", "style", EPUB_TYPE})
_OWN = {
    "a": {"href"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "time": {"datetime"},
}
"""The attributes of an element beside the global ones."""
_VOID = frozenset({"br", "col", "hr", "img", "wbr"})
_NUMBERS = re.compile(r"[0-9]+")
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_INSIDE = frozenset({"aside", "dd", "div", "dt", "figcaption", "figure", "li", "p", "section", "td", "th"})
"""Elements that take a page break at their beginning, not before it."""
_PAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" {language}>
<head>
<meta charset="utf-8"/>
<title>{title}</title>
<link rel="stylesheet" type="text/css" href="{style}"/>
</head>
<body{kind}>
{body}
</body>
</html>
"""


def write_document(title: str, body: str, language: str, style: str, kind: str = "") -> str:
    """Return a content document; `language` are the attributes of its root, `style` is the path to the stylesheet."""
    described = f' epub:type="{kind}"' if kind else ""
    return _PAGE.format(title=escape(title), body=body, language=language, style=style, kind=described)


def write_chapter(linked: LinkedPage, drawn: Mapping[str, str], breaks: Mapping[str, int], images: str) -> str:
    """Return the chapter's XHTML; the input is modified.

    `drawn` are the SVG pictures by the name in their image, `breaks` the pages of the handout by the id at which they
    begin, and `images` is the path to the other pictures.
    """
    root = linked.root
    _mark_notes(root)
    for term in with_class(root, "guide-term"):
        term.set(EPUB_TYPE, "glossref")
        term.set("role", "doc-glossref")
    for anchor, number in breaks.items():
        _break_page(root, anchor, number)
    title = next(root.iter("h1"))
    kind, role = KINDS.get(linked.page.path, _CHAPTER)
    root.tag = "section"
    root.attrib.update({EPUB_TYPE: kind, "role": role, "aria-labelledby": str(title.get("id"))})
    _make_strict(root)
    for image in list(root.iter("img")):
        name = image.get("src", "")
        if name in drawn:
            _draw(image, drawn[name])
        else:
            image.set("src", f"{images}{name}")
    return etree.tostring(root, encoding="unicode").replace(f" {EPUB_TYPE}=", " epub:type=")


def page_id(number: int) -> str:
    """Return the id of the place where a page of the handout begins."""
    return f"page-{number}"


def plain_text(heading: HtmlElement) -> str:
    """Return the words of a heading, without the references to its notes."""
    copied = deepcopy(heading)
    for raised in list(copied.iter("sup")):
        if with_class(raised, NOTE_REFERENCE):
            raised.drop_tree()
    return " ".join(copied.text_content().split())


def headings_of(root: HtmlElement, deepest: int) -> list[tuple[int, str, str]]:
    """Return the level, the id and the words of each heading that has an id, up to a level."""
    return [
        (int(str(heading.tag)[1]), str(heading.get("id")), plain_text(heading))
        for heading in root.iter(*HEADINGS[:deepest])
        if heading.get("id") and plain_text(heading)
    ]


def _mark_notes(root: HtmlElement) -> None:
    """Make each note a pop-up note, https://www.w3.org/TR/epub-ssv-11/#footnotes, with its number and the way back."""
    for reference in with_class(root, NOTE_REFERENCE):
        reference.set(EPUB_TYPE, "noteref")
    for notes in root.xpath(".//*[@role='doc-endnotes']"):
        del notes.attrib["role"]
        notes.set(EPUB_TYPE, "footnotes")
        for rule in notes.findall("hr"):
            rule.drop_tree()
        for item in notes.iterfind("ol/li"):
            _make_aside(item)
        for items in notes.findall("ol"):
            items.drop_tag()


def _make_aside(item: HtmlElement) -> None:
    item.tag = "aside"
    item.attrib.update({EPUB_TYPE: "footnote", "role": "doc-footnote"})
    number = Element("span", {"class": "guide-number"})
    number.text = f"{item.get('id', '').rpartition(':')[2]}."
    first = item[0] if len(item) and item[0].tag == "p" else item
    number.tail, first.text = f" {(first.text or '').lstrip()}", None
    first.insert(0, number)
    for back in with_class(item, BACKLINK):
        before = back.getprevious()
        if before is not None:
            before.tail = f"{(before.tail or '').rstrip()}\u00a0"


def _break_page(root: HtmlElement, anchor: str, number: int) -> None:
    """Mark where a page of the handout begins: at the first of its places that can be named."""
    place = next((element for element in root.iter() if element.get("id") == anchor), None)
    if place is None or place.tag in ("tr", "tbody", "thead", "table", "ol", "ul", "dl"):
        return
    mark = Element("span", {EPUB_TYPE: "pagebreak", "role": "doc-pagebreak", "id": page_id(number)})
    mark.set("aria-label", str(number))
    if place.tag in _INSIDE:
        mark.tail, place.text = place.text, None
        place.insert(0, mark)
    else:
        place.addprevious(mark)


def _make_strict(root: HtmlElement) -> None:
    """Drop what XHTML does not allow, of elements the tag alone, and give each id once."""
    seen: set[str] = set()
    for element in list(root.iter()):
        if element.tag not in _TAGS:
            _drop(element)
            continue
        _keep_attributes(element)
        name = element.get("id")
        if name is not None and (name in seen or not name or re.search(r"\s", name)):
            del element.attrib["id"]
        seen.add(name or "")
        if element.tag not in _VOID and not len(element) and element.text is None:
            element.text = ""  # so that no reader takes `<span/>` for an opening tag


def _drop(element: HtmlElement) -> None:
    """Replace an element that a guide's settings allow by a link to what it plays; of all others drop the tag."""
    address = element.get("src", "")
    if not address.startswith(("https://", "http://")):
        element.drop_tag()
        return
    link = Element("a", href=address)
    link.text = element.text_content().strip() or address
    replace_element(element, link)


def _keep_attributes(element: HtmlElement) -> None:
    own = _OWN.get(str(element.tag), set())
    _align(element)
    if element.tag == "a" and "name" in element.attrib and "id" not in element.attrib:
        element.set("id", element.get("name", ""))
    for name, value in list(element.attrib.items()):
        name = str(name)
        is_kept = name in _GLOBAL or name in own or name.startswith("aria-")
        is_sound = {"width": _NUMBERS, "height": _NUMBERS, "datetime": _DATE}.get(name, re.compile(".*", re.DOTALL))
        if not is_kept or not is_sound.fullmatch(str(value)):
            del element.attrib[name]
    if language := element.get("lang"):
        element.set(_XML_LANG, language)


def _align(element: HtmlElement) -> None:
    """Write the attribute of old HTML as style, which a cell of a Markdown table has too."""
    side = element.attrib.pop("align", None)
    if side in ("left", "right", "center"):
        element.set("style", f"text-align: {side};")


def _draw(image: HtmlElement, svg: str) -> None:
    """Put a drawing into the text, where it takes the text's colour."""
    drawing = etree.fromstring(svg, etree.XMLParser(recover=True, resolve_entities=False))
    replace_element(image, drawing)  # type: ignore[arg-type]
