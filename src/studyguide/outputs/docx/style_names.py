"""Name the styles of the Word file in a page's HTML, and keep what pandoc would drop.

Pandoc takes a style from the attribute `data-custom-style` of a `div` or `span`, and keeps languages on those alone:
https://pandoc.org/MANUAL.html#custom-styles
"""

from __future__ import annotations

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement

from studyguide.outputs.page_trees import replace_element, with_class

BLOCKS = frozenset("blockquote dl figure hr ol pre section table ul".split())  # noqa: SIM905
_STYLE = "data-custom-style"
_PARAGRAPHS = {"guide-date": "Event Date", "guide-terms": "Cross Reference", "guide-actors": "Cross Reference"}
"""The styles of paragraphs, by their class."""


def name_styles(root: HtmlElement) -> None:
    """Name the styles of what is more than a heading, a paragraph, a list or a table."""
    for figure in list(root.iter("figure")):
        _open_figure(figure)
    for box in with_class(root, "admonition"):
        _style_box(box, "Box Check" if "check" in box.get("class", "").split() else "Box")
    for aside in with_class(root, "guide-in-timeline"):
        aside[0].set("class", "admonition-title")
        _style_box(aside, "Box")
    for link in with_class(root, "guide-term"):
        _wrap_text(link, {_STYLE: "Key Term"})
    for item in root.iterfind(".//div[@role='listitem']"):
        item.set(_STYLE, "Marked Item")
    _style_paragraphs(root)
    _style_data(root)


def wrap(element: HtmlElement, attributes: dict[str, str]) -> None:
    """Put a block into a `div` of its own."""
    block = Element("div", attributes)
    replace_element(element, block)
    element.tail = None
    block.append(element)


def keep_languages(root: HtmlElement) -> None:
    """Move languages and directions to elements on which pandoc keeps them."""
    for element in [each for each in root.iter() if each.tag not in ("div", "span")]:
        if told := {name: element.attrib[name] for name in ("lang", "dir") if name in element.attrib}:
            (wrap if element.tag in BLOCKS else _wrap_text)(element, told)


def _style_paragraphs(root: HtmlElement) -> None:
    for paragraph in list(root.iter("p")):
        for name in _PARAGRAPHS.keys() & paragraph.get("class", "").split():
            wrap(paragraph, {_STYLE: _PARAGRAPHS[name]})


def _style_data(root: HtmlElement) -> None:
    """Name the styles of what is made of the guide's data: terms, events, sources."""
    for term in with_class(root, "guide-key-term"):
        _style_definition(term)
    for listed in with_class(root, "guide-backlinks"):
        _style_backlinks(listed)
    for notes in with_class(root, "guide-editor-notes"):
        for line in notes.iterfind("li/p[1]"):
            _join_to_next(line)
    for events in with_class(root, "guide-timeline"):
        _open_list(events)
    for sources in with_class(root, "guide-bibliography"):
        for source in sources:
            source.tag = "div"
            source.set(_STYLE, "Bibliography")
        sources.drop_tag()


def _open_figure(figure: HtmlElement) -> None:
    """Turn a figure into its picture, its table and its caption, one below the other: pandoc sets them side by side."""
    for image in figure.findall("img"):
        paragraph = Element("p")
        replace_element(image, paragraph)
        image.tail = None
        paragraph.append(image)
        wrap(paragraph, {_STYLE: "Captioned Figure"})
    for caption in figure.findall("figcaption"):
        caption.tag = "p" if caption.find("p") is None else "div"
        wrap(caption, {_STYLE: "Image Caption"})
    figure.tag = "div"


def _style_box(box: HtmlElement, style: str) -> None:
    """Give a box its style, its title that of titles, and its lists paragraphs, which alone have a style."""
    box.set(_STYLE, style)
    for title in with_class(box, "admonition-title"):
        wrap(title, {_STYLE: f"{style} Title"})
    for item in box.iter("li"):
        if item.find("p") is None:
            _take_in_paragraph(item)


def _take_in_paragraph(item: HtmlElement) -> None:
    """Put the text of an item, up to a list within it, into a paragraph."""
    paragraph = Element("p")
    paragraph.text, item.text = item.text, None
    for child in list(item):
        if child.tag in BLOCKS:
            break
        paragraph.append(child)
    item.insert(0, paragraph)


def _style_definition(term: HtmlElement) -> None:
    """Give the definition of a term its style; the term itself is a heading, and no block."""
    for paragraph in term.findall("p"):
        wrap(paragraph, {_STYLE: "Definition"})
    term.drop_tag()


def _style_backlinks(listed: HtmlElement) -> None:
    """Turn the sections that mention a term or an event into small paragraphs, one for each page."""
    if listed.tag == "span":
        return
    listed.set(_STYLE, "Cross Reference")
    for items in listed.findall("ul"):
        for item in items:
            item.tag = "p"
        items.drop_tag()


def _join_to_next(line: HtmlElement) -> None:
    """Merge the place of a correction into its text, so that no page begins between them."""
    following = line.getnext()
    if following is not None and following.tag == "p":
        SubElement(line, "br").tail = following.text
        line.extend(list(following))
        following.drop_tree()


def _open_list(items: HtmlElement) -> None:
    """Turn the items of the timeline into what they hold: a heading, a date and paragraphs."""
    for item in list(items):
        item.drop_tag()
    items.drop_tag()


def _wrap_text(element: HtmlElement, attributes: dict[str, str]) -> None:
    """Put what an element holds into a `span`."""
    inner = Element("span", attributes)
    inner.text, element.text = element.text, None
    inner.extend(list(element))
    element.append(inner)
