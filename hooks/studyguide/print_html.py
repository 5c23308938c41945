"""Make of the pages' HTML what is to be printed: the same text, with page numbers where the screen has links.

The pages come as the site shows them. A link to a place of the guide becomes a link to that place in the one printed
document; `<span class="guide-pages" data-labels="...">` stands where the pages of places are to be named.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from urllib.parse import unquote, urljoin, urlsplit

from lxml.etree import Comment, SubElement, strip_elements
from lxml.html import Element, HtmlElement, fragment_fromstring, tostring

_SVG = re.compile(r"<svg\b[^>]*>.*?</svg>", re.DOTALL)
_ARIA_LABEL = re.compile(r'\baria-label="([^"]*)"')
_KEEPS_ID = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "span", "div", "li"})
_NOT_PRINTED = ("headerlink", "screen-only", "footnote-backref")
_BASE = "https://guide.invalid/"


@dataclass(frozen=True)
class PrintedPage:
    """A chapter's page."""

    path: str
    """Its file below `docs/`."""
    url: str
    """Its address in the site, relative to the site's root."""
    html: str = field(repr=False)
    """Its text, finished."""


@dataclass(frozen=True)
class Printable:
    """What is to be printed, and the pictures that it names."""

    html: str = field(repr=False)
    drawn: Mapping[str, str] = field(repr=False)
    """The SVG pictures that the build drew, by file name."""
    pictures: Mapping[str, str]
    """The addresses in the site of all other pictures, by file name."""


def label(path: str, anchor: str = "") -> str:
    """The label of a place in the printed document: letters, digits, `.`, `:`, `-` and `_` alone, as Typst wants it."""
    return re.sub(r"[^A-Za-z0-9.:-]", lambda sign: f"_{ord(sign[0]):x}", f"{path}:{anchor}" if anchor else path)


def make_printable(pages: Sequence[PrintedPage]) -> Printable:
    """Join the pages, which are in reading order, to one document for print."""
    drawn: dict[str, str] = {}
    pictures: dict[str, str] = {}
    roots = [fragment_fromstring(_keep_drawn(page.html, drawn), create_parent="div") for page in pages]
    for root in roots:
        strip_elements(root, Comment, with_tail=False)
    tops = {page.url: (page.path, _top(root)) for page, root in zip(pages, roots, strict=True)}
    for page, root in zip(pages, roots, strict=True):
        _label_places(page, root)
    labels = {str(element.get("id")) for root in roots for element in root.iter() if element.get("id")}
    parts = []
    for page, root in zip(pages, roots, strict=True):
        _PageEditor(page, root, tops, labels, pictures).edit()
        parts.append(escape(root.text or "") + "".join(tostring(child, encoding="unicode") for child in root))
    return Printable("\n".join(parts), drawn, {name: address for address, name in pictures.items()})


def _keep_drawn(html: str, drawn: dict[str, str]) -> str:
    """Keep each picture that the build drew as a file of its own, and show it from there."""

    def keep(svg: re.Match[str]) -> str:
        name = f"drawn-{len(drawn) + 1}.svg"
        drawn[name] = svg[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        alternative = _ARIA_LABEL.search(svg[0])
        return f'<img src="{name}" class="guide-drawn" alt="{alternative[1] if alternative else ""}">'

    return _SVG.sub(keep, html)


def _top(root: HtmlElement) -> str:
    """The id of a page's title; a page without one gets a place to point at."""
    title = root.find("h1")
    if title is None or not title.get("id"):
        root.insert(0, Element("span", id="top"))
        return "top"
    return str(title.get("id"))


def _label_places(page: PrintedPage, root: HtmlElement) -> None:
    """Make labels of a page's ids, each where pandoc keeps it: it drops those of paragraphs and of calls of notes."""
    for element in list(root.iter()):
        anchor = element.get("id")
        if not anchor:
            continue
        if element.tag in _KEEPS_ID:
            element.set("id", label(page.path, anchor))
        else:
            del element.attrib["id"]
            element.addprevious(Element("span", id=label(page.path, anchor)))


class _PageEditor:
    """Edits the tree of one page, in place."""

    def __init__(
        self,
        page: PrintedPage,
        root: HtmlElement,
        tops: Mapping[str, tuple[str, str]],
        labels: Collection[str],
        pictures: dict[str, str],
    ) -> None:
        self.page = page
        self.root = root
        self.tops = tops
        self.labels = labels
        self.pictures = pictures

    def edit(self) -> None:
        """Take out what is for the screen, and turn links into places of the document."""
        for element in self._with_class(*_NOT_PRINTED):
            element.drop_tree()
        for details in list(self.root.iter("details")):
            self._open(details)
        for element in self._with_class("guide-entries", "guide-backlinks"):
            self._replace_by_pages(element)
        for link in list(self.root.iter("a")):
            self._edit_link(link)
        for picture in self.root.iter("img"):
            self._edit_picture(picture)
        for timeline in self._with_class("guide-timeline"):
            self._make_table(timeline)

    def _with_class(self, *names: str) -> list[HtmlElement]:
        return [element for element in self.root.iter() if set(names).intersection(element.get("class", "").split())]

    def _open(self, details: HtmlElement) -> None:
        """What the reader opens on the screen is open in print, under its summary."""
        details.tag = "div"
        for summary in details.findall("summary"):
            summary.tag = "p"

    def _replace_by_pages(self, element: HtmlElement) -> None:
        """In print, a list of links is a list of pages: 'Mentioned on p. 4, 7'."""
        targets = [target for link in element.iter("a") if (target := self._target(link.get("href", "")))]
        words = " ".join(element.text_content().split()).partition(" ")[0]
        verb = {"Mentioned": "Mentioned on", "Linked": "Referred to on", "Cited": "Cited on"}.get(words, "Source on")
        pages = _pages(targets, verb)
        if element.tag == "div":
            paragraph = Element("p")
            paragraph.append(pages)
            pages = paragraph
        _replace(element, pages)

    def _edit_link(self, link: HtmlElement) -> None:
        address = link.get("href", "")
        target = self._target(address)
        is_call = "footnote-ref" in link.get("class", "").split()
        if is_call and not address.startswith("#"):  # on the page of corrections: the number is another page's
            _replace(next(link.iterancestors("sup")), _pages([target.replace(":fn:", ":fnref:")], "note on"))
        elif link.text and link.text_content().strip() == address:
            link.text = _breakable(link.text)
        elif target:
            link.set("href", f"#{target}")
            if not is_call and link.get("class") != "guide-term":
                _add_behind(link, _pages([target], ""))
        elif urlsplit(address).scheme in ("http", "https"):
            shown = Element("a", href=address)
            shown.text = _breakable(re.sub(r"^https?://", "", address).rstrip("/"))
            _add_behind(link, shown, " (", ")")

    def _target(self, address: str) -> str:
        """The label of the place that an address of the site names; nothing for the world outside."""
        absolute = urlsplit(urljoin(_BASE + self.page.url, address))
        page = absolute.path.lstrip("/")
        if f"{absolute.scheme}://{absolute.netloc}/" != _BASE or page not in self.tops:
            return ""
        path, top = self.tops[page]
        target = label(path, unquote(absolute.fragment) or top)
        return target if target in self.labels else ""

    def _edit_picture(self, picture: HtmlElement) -> None:
        if "guide-drawn" not in picture.get("class", ""):
            address = urlsplit(urljoin(_BASE + self.page.url, picture.get("src", ""))).path.lstrip("/")
            ending = address.rpartition(".")[2]
            picture.set("src", self.pictures.setdefault(address, f"picture-{len(self.pictures) + 1}.{ending}"))

    def _make_table(self, timeline: HtmlElement) -> None:
        """A list of events becomes a table of dates and events, whose head each page repeats."""
        table = fragment_fromstring(
            '<table><colgroup><col style="width: 20%"><col style="width: 80%"></colgroup>'
            "<thead><tr><th>Date</th><th>Event</th></tr></thead><tbody></tbody></table>"
        )
        body = next(table.iter("tbody"))
        for item in timeline.findall("li"):
            row = SubElement(body, "tr")
            date, event = SubElement(row, "td"), SubElement(row, "td")
            for child in list(item):
                (date if child.get("class") == "guide-date" else event).append(child)
        _replace(timeline, table)


def _pages(targets: Iterable[str], verb: str) -> HtmlElement:
    """Where the pages of places are to be named."""
    attributes = {"class": "guide-pages", "data-labels": " ".join(dict.fromkeys(targets)), "data-verb": verb}
    span = Element("span", attributes)
    span.text = "?"  # pandoc drops a span without text
    return span


def read_questions(html: str, anchor: str) -> tuple[str, ...]:
    """Give the questions of the list under the heading with the id `anchor`, without what stands behind each."""
    root = fragment_fromstring(html, create_parent="div")
    heading = next((element for element in root.iter() if element.get("id") == anchor), None)
    following = heading.itersiblings("ol", "ul") if heading is not None else ()
    items = [" ".join(item.text_content().split()) for listed in list(following)[:1] for item in listed.findall("li")]
    return tuple(item[: item.index("?") + 1] for item in items if "?" in item)


def _replace(element: HtmlElement, other: HtmlElement) -> None:
    """Put `other` in the element's place; the text behind it stays."""
    parent = element.getparent()
    assert parent is not None  # only the whole page has none
    other.tail = element.tail
    parent.replace(element, other)


def _breakable(address: str) -> str:
    """Let a long address break behind its signs, and in a long word anywhere, without a hyphen."""
    return re.sub(r"[/.?&=_%-](?=\w)|\w{20}(?=\w)", "\\g<0>\u200b", address)


def _add_behind(element: HtmlElement, other: HtmlElement, before: str = " ", after: str = "") -> None:
    tail = element.tail or ""
    element.tail = None
    element.addnext(other)
    element.tail, other.tail = before, after + tail
