"""Transform the HTML of the site's pages into one printable document, with page numbers in place of links.

An internal link becomes a link within the document. `<span class="guide-pages" data-labels="...">` is a placeholder for
the page numbers of these labels.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape
from itertools import islice

from lxml.etree import SubElement
from lxml.html import Element, HtmlElement, fragment_fromstring, tostring

from studyguide.crossref.backlinks import PRINTED_AS
from studyguide.data.question_marks import question_end
from studyguide.labels.catalogue import ENGLISH, Labels
from studyguide.labels.direction import Direction
from studyguide.markdown.chapter import MINOR
from studyguide.outputs.bidi import isolated
from studyguide.outputs.book import BookPage, new_topics
from studyguide.outputs.drawings import for_print
from studyguide.outputs.page_trees import (
    HEADINGS,
    keep_drawn,
    label,
    open_all,
    read_page,
    replace_element,
    top_of,
    with_class,
)
from studyguide.outputs.pdf.picture_places import place_of
from studyguide.outputs.pdf.printed_labels import page_list
from studyguide.outputs.site_map import SiteMap, file_at

_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)
_KEEPS_ID = frozenset({*HEADINGS, "span", "div", "li"})
_REFERENCE = ("guide-key-term", "guide-timeline", "guide-bibliography")
"""Classes of what a reader looks up: in a long handout, a page that holds them begins a page of paper."""
_LONG = 400_000
"""Letters of a long handout: about a hundred pages."""
_LABEL_INSIDE = frozenset({"p", "dt", "dd", "td", "th", "caption", "figcaption", "summary"})


@dataclass(frozen=True)
class Printable:
    """The printable HTML, and the pictures in it."""

    pages: tuple[str, ...] = field(repr=False)
    """The HTML of each page."""
    drawn: Mapping[str, str] = field(repr=False)
    """The SVG pictures that the build generated, by file name."""
    pictures: Mapping[str, str]
    """The URLs of all other pictures, relative to the site's root, by file name."""


def make_printable(
    pages: Sequence[BookPage], site: str = "", labels: Labels = ENGLISH, accent: str = "", direction: Direction = "ltr"
) -> Printable:
    """Transform the pages, which are in reading order, into one printable document.

    `site` is the site's URL: links to unprinted pages lead there, and become plain text without it. `accent` is the
    colour of bars and events in what the build draws; without it, they are in the greys of print.
    """
    drawn: dict[str, str] = {}
    pictures: dict[str, str] = {}
    if direction == "rtl":
        pages = [replace(page, html=isolated(page.html)) for page in pages]
    change = partial(for_print, accent=accent)
    roots = [read_page(keep_drawn(page.html, drawn, change)) for page in pages]
    tops = {page.url: (page.path, top_of(page, root)) for page, root in zip(pages, roots, strict=True)}
    for page, root in zip(pages, roots, strict=True):
        _label_places(page, root)
    places = {str(element.get("id")) for root in roots for element in root.iter() if element.get("id")}
    is_long = sum(len(root.text_content()) for root in roots) > _LONG
    parts = []
    for page, root, topic in zip(pages, roots, new_topics(pages), strict=True):
        kind = "guide-page guide-reference" if is_long and with_class(root, *_REFERENCE) else "guide-page"
        _PageEditor(page, root, (SiteMap(tops, site), places), pictures, labels).edit()
        begin = f'<div class="{kind}" data-chapter="{label(page.path)}"></div>'
        begin += f"<h1><strong>{escape(topic)}</strong></h1>" if topic else ""
        text = "".join(tostring(child, encoding="unicode") for child in root)
        parts.append(f"{begin}{escape(root.text or '')}{text}")
    return Printable(tuple(parts), drawn, {name: address for address, name in pictures.items()})


def printed_text(html: str) -> str:
    """Return the text of a page in print, and the URLs of its external links."""
    root = read_page(html)
    return " ".join(
        [*root.itertext(), *(link.get("href", "") for link in root.iter("a") if "//" in link.get("href", ""))]
    )


def heading_levels(html: str) -> list[tuple[int, str]]:
    """Return the level and the id of each printed heading of a page, in order.

    Return an empty list where a quick test shows that no level is skipped.
    """
    levels = list(map(int, _HEADING.findall(html)))
    if all(level <= before + 1 for before, level in zip([1, *levels], levels, strict=False)):
        return []
    headings = [(int(str(element.tag)[1]), str(element.get("id", ""))) for element in read_page(html).iter(*HEADINGS)]
    return headings if any(level == 1 for level, _ in headings) else [(1, ""), *headings]


def _label_places(page: BookPage, root: HtmlElement) -> None:
    """Turn the ids of a page into labels on elements whose id pandoc keeps: not paragraphs or footnote references."""
    for element in list(root.iter()):
        anchor = element.get("id")
        if not anchor:
            continue
        heading = next(element.iterancestors(*HEADINGS), None)
        if element.tag in _KEEPS_ID and heading is None and not _is_box(element):
            element.set("id", label(page.path, anchor))
            continue
        del element.attrib["id"]
        place = Element("span", id=label(page.path, anchor))
        if _is_box(element):
            element = element[0]  # a block may begin on the page before the one on which its title stands
        if heading is not None:  # the table of contents repeats the heading, and a label must be unique
            heading.addnext(place)
        elif element.tag in _LABEL_INSIDE:
            place.tail, element.text = element.text, None
            element.insert(0, place)
        else:
            element.addprevious(place)


def _is_box(element: HtmlElement) -> bool:
    return "admonition" in element.get("class", "").split() and len(element) > 0


class _PageEditor:
    """Edits the tree of one page, in place."""

    def __init__(
        self,
        page: BookPage,
        root: HtmlElement,
        targets: tuple[SiteMap, Collection[str]],
        pictures: dict[str, str],
        labels: Labels,
    ) -> None:
        self.page = page
        self.root = root
        self.site, self.places = targets
        """The possible targets of links, and all labels of the printed document."""
        self.pictures = pictures
        self.labels = labels
        self.heads = 0
        is_wide = page_list(labels)["link"].startswith("（")
        self.brackets = ("（", "）") if is_wide else (" (", ")")
        """Those around what stands behind a link, with the space before them."""

    def edit(self) -> None:
        """Expand collapsed content, resolve links, and rewrite elements that pandoc would drop."""
        open_all(self.root)
        for entry in with_class(self.root, "guide-key-term"):
            entry.drop_tag()  # as a block, a term would not break across pages
        for element in with_class(self.root, "guide-entries", "guide-backlinks"):
            self._replace_by_pages(element)
        for link in list(self.root.iter("a")):
            self._edit_link(link)
        for picture in self.root.iter("img"):
            self._edit_picture(picture)
        for box in with_class(self.root, MINOR):
            _set_small(box)
        self._edit_tables()
        for timeline in with_class(self.root, "guide-timeline"):
            self._make_table(timeline)
        for notes in with_class(self.root, "guide-editor-notes"):
            for place in notes.iterfind("li/p[1]"):
                _join_to_next(place)
        for item in self.root.iterfind(".//div[@role='listitem']"):
            _take_mark(item)
        for sources in with_class(self.root, "guide-bibliography"):
            block = Element("div", {"class": "guide-bibliography"})  # pandoc drops the class of a list
            replace_element(sources, block)
            block.append(sources)

    def _replace_by_pages(self, element: HtmlElement) -> None:
        """Replace a list of links by page numbers: 'Mentioned on p. 4, 7'."""
        targets = [target for link in element.iter("a") if (target := self._target(link.get("href", "")))]
        pages = _pages(targets, element.get(PRINTED_AS, "source"))
        before = element.getprevious()
        if element.tag == "div" and before is not None and before.tag == "p":
            before.append(Element("br"))  # as a line of the paragraph it stays on its page
            before.append(pages)
            element.drop_tree()
        elif element.tag == "div":
            paragraph = Element("p")
            paragraph.append(pages)
            replace_element(element, paragraph)
        else:
            replace_element(element, pages)

    def _edit_link(self, link: HtmlElement) -> None:
        address = link.get("href")
        if address is None:
            return  # an anchor
        target = self._target(address)
        is_reference = "footnote-ref" in link.get("class", "").split()
        if is_reference and not address.startswith("#"):  # on the corrections page, of another page's footnote
            reference = next(link.iterancestors("sup"))
            shown = Element("span")
            shown.text = " ("
            shown.append(_pages([target.replace(":fn:", ":fnref:")], "note"))
            shown[0].tail = ")"
            replace_element(reference, shown)
        elif target:
            link.set("href", f"#{target}")
            if not is_reference and link.get("class") != "guide-term":
                _add_behind(link, _pages([target], "link"), self.brackets[0].rstrip("(（"))
        elif outside := self.site.outside(self.page.url, address):
            link.set("href", outside)
            if _bare(link.text_content().strip()) != _bare(outside):
                shown = Element("a", href=outside)
                shown.text = _bare(outside)
                _add_behind(link, shown, *self.brackets)
        else:
            link.drop_tag()

    def _target(self, address: str) -> str:
        """Return the label of the target of an internal link; empty for other links."""
        place = self.site.place(self.page.url, address)
        target = label(*place) if place else ""
        return target if target in self.places else ""

    def _edit_picture(self, picture: HtmlElement) -> None:
        if "guide-drawn" not in picture.get("class", ""):
            address = file_at(self.page.url, picture.get("src", ""))
            # Without an extension Typst detects the format by content: phones name a PNG photo.jpg. An SVG is named, as
            # Typst inspects only its first bytes.
            ending = ".svg" if address.lower().endswith(".svg") else ""
            name = f"picture-{len(self.pictures) + 1}{ending}"
            picture.set("src", self.pictures.setdefault(address, name))
            picture.set("class", f"guide-{place_of(picture)}")

    def _edit_tables(self) -> None:
        for foot in list(self.root.iter("tfoot")):
            foot.tag = "tbody"  # Typst would repeat it on each page, where it may hold no link
        for cell in self.root.xpath(".//th|.//thead//td"):
            self._print_links_once(cell)

    def _print_links_once(self, cell: HtmlElement) -> None:
        """Mark the links and notes in the head of a table: where the next page repeats the head, it may have none."""
        for place in cell.findall("p") or [cell]:
            if place.xpath(".//a|.//span[@class='guide-pages']"):
                self.heads += 1
                once = Element("span", {"class": "guide-once", "id": label(self.page.path, f"head:{self.heads}")})
                once.text, place.text = place.text, None
                once.extend(list(place))
                place.append(once)

    def _make_table(self, timeline: HtmlElement) -> None:
        """Turn the timeline's list into a table, whose header row each page repeats."""
        # Translators: the heads of the columns of the printed timeline.
        date_title, event_title = self.labels.gettext("Date"), self.labels.gettext("Event")
        table = fragment_fromstring(
            '<table><colgroup><col style="width: 20%"><col style="width: 80%"></colgroup>'
            f"<thead><tr><th>{date_title}</th><th>{event_title}</th></tr></thead><tbody></tbody></table>"
        )
        body = next(table.iter("tbody"))
        for item in timeline.findall("li"):
            row = SubElement(body, "tr")
            date, event = SubElement(row, "td"), SubElement(row, "td")
            for child in list(item):
                (date if child.get("class") == "guide-date" else event).append(child)
        replace_element(timeline, table)


def _set_small(box: HtmlElement) -> None:
    """Turn the box of a minor editor's note into small print, which begins with the box's title.

    It stays where it is: notes keep their order, and with it their numbers and their short forms.
    """
    box.set("class", "guide-minor")
    title = box[0]
    words = Element("strong")
    words.text, title.text = title.text, None
    words.extend(list(title))
    title.insert(0, words)
    following = title.getnext()
    if following is not None and following.tag == "p":
        words.tail = f" {following.text or ''}"
        title.extend(following)
        following.drop_tree()


def _take_mark(item: HtmlElement) -> None:
    """Move the mark of an item from its text to an attribute: Typst sets marks beside their items."""
    for mark in islice(with_class(item, "guide-mark"), 1):
        item.set("data-mark", mark.text_content())
        mark.tail = (mark.tail or "").lstrip()
        mark.drop_tree()


def _pages(targets: Iterable[str], kind: str) -> HtmlElement:
    """Return a placeholder for page numbers; `kind` is a key of `printed_labels.page_list`."""
    attributes = {"class": "guide-pages", "data-labels": " ".join(dict.fromkeys(targets)), "data-listing": kind}
    span = Element("span", attributes)
    span.text = "?"  # pandoc drops a span without text
    return span


def read_questions(html: str, anchor: str, language: str = "en") -> tuple[tuple[str, str], ...]:
    """Return the questions of the list under the heading with the id `anchor`, each up to its question mark.

    Each stands behind its mark, `(a)`, or its number in a list without marks of its own, `1.`. The `language` of the
    text tells whether a semicolon is a question mark.
    """
    root = fragment_fromstring(html, create_parent="div")
    heading = next((element for element in root.iter() if element.get("id") == anchor), None)
    following = heading.itersiblings("ol", "ul", "div") if heading is not None else ()
    lists = [each for each in following if each.tag != "div" or each.get("role") == "list"]
    questions: list[tuple[str, str]] = []
    for item in lists[0] if lists else ():
        _take_mark(item)
        words = " ".join(item.text_content().split())
        if end := question_end(words, language):
            questions.append((item.get("data-mark", f"{len(questions) + 1}."), words[:end]))
    return tuple(questions)


def _join_to_next(line: HtmlElement) -> None:
    """Merge a line into the paragraph after it, so that a page break cannot separate them."""
    following = line.getnext()
    if following is not None and following.tag == "p":
        SubElement(line, "br").tail = following.text
        line.extend(following)
        following.drop_tree()


def _bare(address: str) -> str:
    """Return a URL without its scheme and trailing slash, as it is printed."""
    return re.sub(r"^(https?://|mailto:)", "", address).rstrip("/")


def _add_behind(element: HtmlElement, other: HtmlElement, before: str = " ", after: str = "") -> None:
    tail = element.tail or ""
    element.tail = None
    element.addnext(other)
    element.tail, other.tail = before, after + tail
