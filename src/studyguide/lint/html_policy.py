"""Enforce the HTML policy: find markup that runs scripts, loads from other sites or imitates the theme's interface.

The policy is an allowlist of tags, attributes and URL schemes. Pages are parsed as browsers parse them
(https://html.spec.whatwg.org/#parsing, by Lexbor), so that unclosed tags and odd quotation marks hide nothing. A guide
can allow more tags in mkdocs.yml, under `extra: guide: html:`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree
from selectolax.lexbor import LexborHTMLParser

from studyguide.citeproc.notes import RenderedCitations
from studyguide.data.guide import Guide
from studyguide.data.paths import SCHEME
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.markdown.raw_html import REMARK
from studyguide.markdown.urls import SAFE_SCHEMES, WEB_SCHEMES, scheme_of, unsafe_url_scheme

TAGS = frozenset(
    """
    a abbr aside b bdi bdo blockquote body br caption circle cite code col colgroup dd del desc details dfn div dl dt
    ellipse em figcaption figure g h1 h2 h3 h4 h5 h6 head hr html i img input ins kbd label li line mark nav ol p path
    polygon polyline pre q rect rp rt ruby s samp section small span strong sub summary sup svg table tbody td text
    tfoot th thead time tr tspan u ul var wbr
    """.split()  # noqa: SIM905 (quoted, it would fill a page)
)
ATTRIBUTES = frozenset(
    """
    align alt checked class colspan datetime dir disabled for headers height hidden id lang loading markdown name open
    rel reversed role rowspan scope span start tabindex target title type value width
    cx cy d direction dx dy fill font-size points r rx ry stroke stroke-width text-anchor transform viewbox x x1 x2
    xmlns y y1 y2
    """.split()  # noqa: SIM905
)
_SCHEMES = SAFE_SCHEMES | {SCHEME.rstrip(":"), "term", "event", "source"}
"""The guide's own schemes stand in a page until it is resolved; other checks reject them in raw HTML."""
_ADDRESSES = frozenset({"cite", "href", "src", "xlink:href"})
_INPUTS = frozenset({"checkbox", "radio"})
_ACTIVE_IN_DRAWINGS = frozenset({"animate", "foreignObject", "handler", "iframe", "listener", "script", "set"})
_PLAIN_NAME = re.compile(r"(?:aria|data)-(?!md-)[a-z0-9-]+")
_NO_COMMENT = re.compile(r"<(?:\?|!(?=[A-Za-z\[]))[\w\[]*")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}")
_PLAIN_STYLE = re.compile(r"text-align: ?(?:left|right|center);?")  # of table cells, from Python-Markdown


@dataclass(frozen=True, slots=True)
class Unsafe:
    """A tag or an attribute that the policy forbids."""

    tag: str
    attribute: str = ""
    scheme: str = ""
    """The forbidden scheme of the attribute's URL; empty where the attribute itself is forbidden."""
    is_bare: bool = field(default=False, compare=False)
    """Whether the attribute has no value, as the words have that stand behind a `<b` which was no tag."""

    @property
    def pattern(self) -> str:
        """A regular expression that finds it in the author's text."""
        if self.is_bare:
            return rf"<{re.escape(self.tag)}\s[^<>]*?(?<![\w-]){re.escape(self.attribute)}(?![\w-])"
        return rf"\b{re.escape(self.attribute)}\s*=" if self.attribute else rf"<{re.escape(self.tag)}\b"

    def problem(self, where: Location) -> Problem:
        """Return it as a problem at a location."""
        if self.scheme:
            return unsafe_url_scheme(where, self.scheme)
        if self.is_bare and not self.attribute.startswith("on"):
            return problem(where, "unsafe-html", "words", tag=self.tag)
        if self.attribute:
            return problem(where, "unsafe-html", "attribute", attribute=self.attribute, tag=self.tag)
        if _HOST.fullmatch(self.tag):
            return problem(where, "dead-address", "tag", host=self.tag)
        return problem(where, "unsafe-html", "tag", tag=self.tag)


def unsafe_parts(html: str, opened: Collection[str] = ()) -> Iterator[Unsafe]:
    """Find the forbidden parts of a page; `opened` are further tags that the guide's settings allow."""
    for node in LexborHTMLParser(html).root.traverse():  # type: ignore[union-attr]  # a document has a root
        if node.tag is None or node.tag == "-comment":  # None: a processing instruction or a declaration
            continue
        tag = node.tag.lower()
        if tag not in TAGS and tag not in opened:
            yield Unsafe(tag)
            continue
        for name, value in node.attributes.items():
            yield from _unsafe_attribute(tag, name.lower(), value, is_opened=tag in opened)


def _unsafe_attribute(tag: str, name: str, written: str | None, *, is_opened: bool) -> Iterator[Unsafe]:
    value = written or ""
    if name in _ADDRESSES:
        if (scheme := scheme_of(value)) not in _SCHEMES:
            yield Unsafe(tag, name, scheme)
    elif name == "style":
        if not _PLAIN_STYLE.fullmatch(value):
            yield Unsafe(tag, name)
    elif (tag, name) == ("input", "type"):
        if value.lower() not in _INPUTS:
            yield Unsafe(tag, name)
    elif name.startswith("on") or not (is_opened or name in ATTRIBUTES or _PLAIN_NAME.fullmatch(name)):
        yield Unsafe(tag, name, is_bare=written is None)


def is_active_drawing(svg: bytes) -> bool:
    """Return whether an SVG file has scripts, animations or references to other files, or cannot be parsed."""
    try:
        root = ElementTree.fromstring(svg)
    except (ParseError, DefusedXmlException):
        return True
    for element in root.iter():
        if str(element.tag).rpartition("}")[2] in _ACTIVE_IN_DRAWINGS:
            return True
        for name, value in element.items():
            plain = name.rpartition("}")[2].lower()
            if plain.startswith("on") or (plain == "href" and scheme_of(value) not in WEB_SCHEMES | {"data"}):
                return True
    return False


def page_problems(html: str, files: Sequence[SourceFile], opened: Collection[str] = ()) -> list[Problem]:
    """Find the forbidden parts of a chapter's HTML, located in the `files` that it was rendered from."""
    met: dict[str, int] = {}
    problems = []
    for unsafe in unsafe_parts(html, opened):
        if unsafe.tag == "img" and unsafe.scheme:
            continue  # `links.faulty_pictures` reports it
        if unsafe.tag in ("http:", "https:"):
            continue  # `addresses.dead_addresses` reports <https: //example.org>
        number = met[unsafe.pattern] = met.get(unsafe.pattern, -1) + 1
        found = unsafe.problem(_place(unsafe.pattern, number, files))
        if not unsafe.is_bare or found not in problems:  # several words of one tag are told once
            problems.append(found)
    return problems


def left_out(html: str, files: Sequence[SourceFile]) -> Iterator[Problem]:
    """Find what a browser takes for a comment, though it is none: `<?php ... ?>`, `<!DOCTYPE ...>`."""
    met: Counter[str] = Counter()
    for signs in _NO_COMMENT.findall(html):
        yield problem(
            _place(rf"{re.escape(signs)}(?![\w\[])", met[signs], files), "unsafe-html", "left-out", signs=signs
        )
        met[signs] += 1


def open_comments(html: str, files: Iterable[SourceFile]) -> Iterator[Problem]:
    """Find a comment in raw HTML that does not end: a browser hides the rest of the page with it."""
    if not REMARK.search(html):
        return
    for file in files:
        start = file.text.find("<!--", file.text.rfind("-->") + 1)
        if start >= 0:
            yield problem(file.location(start), "open-comment", "hides")
            return


def _place(pattern: str, number: int, files: Iterable[SourceFile]) -> Location:
    """Return the location of match `number`, else of the last match, else of the first file."""
    files = list(files)
    places = [
        file.location(found.start()) for file in files for found in re.finditer(pattern, file.text, re.IGNORECASE)
    ]
    return places[min(number, len(places) - 1)] if places else Location(files[0].path)


def rendered_problems(guide: Guide, written: RenderedCitations) -> list[Problem]:
    """Find forbidden parts of rendered citations: BibTeX has commands for links and pictures."""
    places = {source.key: source.where for source in guide.sources}
    problems = set()
    for key, html in written.entries.items():
        unsafe = list(unsafe_parts(html))
        if LexborHTMLParser(html).css_first("img"):
            unsafe.append(Unsafe("img"))
        problems |= {each.problem(places[key]) for each in unsafe}
    return sorted(problems)
