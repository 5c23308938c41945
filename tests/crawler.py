"""Reads a built site as a browser would find it: every page's elements, ids, links and what it fetches."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder

_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_FETCHED = {"script": "src", "img": "src", "source": "src", "video": "src", "audio": "src", "iframe": "src"}
_FETCHED |= {"embed": "src", "object": "data", "image": "href", "use": "href"}
_FETCHED_LINKS = frozenset(
    ["stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest"]
)


class _Reader(HTMLParser):
    """Makes a tree of well-nested HTML; an end tag that fits no open element is an error of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.tree = TreeBuilder()
        self.tree.start("page", {})
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        if tag in _VOID:
            self.tree.end(tag)
        else:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tree.start(tag, {name: value or "" for name, value in attrs})
        self.tree.end(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes another element"
        self.tree.end(tag)

    def handle_data(self, data: str) -> None:
        self.tree.data(data)


@dataclass(frozen=True)
class Page:
    """A page of a built site."""

    address: str
    """Below the site, such as `background/`."""
    html: str

    @cached_property
    def root(self) -> Element:
        """Its tree."""
        reader = _Reader()
        reader.feed(self.html)
        reader.close()
        return reader.tree.close()

    @cached_property
    def parents(self) -> dict[Element, Element]:
        """The element around each element."""
        return {child: parent for parent in self.root.iter() for child in parent}

    @cached_property
    def ids(self) -> list[str]:
        """Every anchor, in the page's order."""
        return [element.attrib["id"] for element in self.root.iter() if element.get("id")]

    @property
    def links(self) -> Iterator[tuple[Element, str]]:
        """Each link that a reader can follow, with the address it leads to, below the site or whole."""
        for element in self.root.iter("a"):
            if "href" in element.attrib:
                yield element, self.resolve(element.attrib["href"])

    def by_class(self, name: str) -> Iterator[Element]:
        """The elements that have a class."""
        return (element for element in self.root.iter() if name in element.get("class", "").split())

    def by_id(self, name: str) -> Element:
        """The element that has an id."""
        return next(element for element in self.root.iter() if element.get("id") == name)

    def inside(self, element: Element, *names: str) -> bool:
        """Whether an element is one of these classes, or within one."""
        return bool(set(names) & set(element.get("class", "").split())) or (
            element in self.parents and self.inside(self.parents[element], *names)
        )

    def section(self, element: Element) -> str:
        """The id of the last heading before an element."""
        last = ""
        for other in self.root.iter():
            if other is element:
                break
            if other.tag in {"h1", "h2", "h3", "h4", "h5", "h6"} and other.get("id"):
                last = other.attrib["id"]
        return last

    def resolve(self, href: str) -> str:
        """The address that a link leads to; one of this site is given from its root, without a leading slash."""
        return urljoin(f"/{self.address}", href).lstrip("/") if not urlsplit(href).netloc else href

    @property
    def fetched(self) -> Iterator[str]:
        """What a browser fetches to show the page, as written."""
        for element in self.root.iter():
            name = _FETCHED.get(element.tag, "")
            if element.tag == "link" and _FETCHED_LINKS & set(element.get("rel", "").split()):
                name = "href"
            if name and element.get(name):
                yield element.attrib[name]
            yield from (part.split()[0] for part in element.get("srcset", "").split(",") if part.strip())


def words(element: Element) -> str:
    """The text of an element, as a reader sees it, on one line."""
    return " ".join("".join(element.itertext()).split())


@dataclass(frozen=True)
class Site:
    """A built site."""

    root: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Its pages by address."""
        pages = {}
        for file in sorted(self.root.rglob("*.html")):
            address = file.relative_to(self.root).as_posix().removesuffix("index.html")
            pages[address] = Page(address, file.read_text(encoding="utf-8"))
        return pages

    def dead_links(self) -> list[str]:
        """Every link, and everything fetched, that leads to no file or anchor of the site; none is a good sign."""
        dead = []
        for page in self.pages.values():
            targets = [target for _, target in page.links] + [page.resolve(address) for address in page.fetched]
            dead += [f"{page.address}: {target}" for target in targets if not self._holds(target)]
        return dead

    def _holds(self, target: str) -> bool:
        parts = urlsplit(target)
        if parts.scheme in {"http", "https", "mailto", "data"}:
            return True
        path = "" if parts.path in {"", "."} else unquote(parts.path)
        if path in self.pages:
            return not parts.fragment or unquote(parts.fragment) in self.pages[path].ids
        return not parts.scheme and (self.root / normpath(path)).is_file()
