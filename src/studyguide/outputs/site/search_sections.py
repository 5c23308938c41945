"""Split a page into the sections that its search index has, as Material's plugin does, in a fraction of the time.

The plugin feeds each page to html.parser, and looks through all of a section at each end tag. Here one expression cuts
the page into tags and text, and what an end tag asks is kept as the text grows. The sections are the plugin's to the
letter, its inconsistencies too: what lies in an element that is left out is known by the element's name alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from math import inf

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)|<[!?][^>]*>"""
    r"""|<(/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>"""
    r"""|([^<]+|<)""",
    re.DOTALL,
)
"""A comment or a declaration; the stroke, name and attributes of a tag; or text."""
_RAW_CONTENT = re.compile(r"""(<(script|style)\b(?:[^>"']|"[^"]*"|'[^']*')*>).*?(?=</\2)""", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?""")
_TELLING = re.compile(r"data-search-exclude|headerlink|linenodiv")
"""What an attribute has to hold to count, but for the id of a heading."""
_OPAQUE = ("object", "script", "style")
_KEPT = frozenset(("p", "code", "pre", "li", "ol", "ul", "sub", "sup"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_NO_HEADING = "hx"


@dataclass(slots=True)
class _Text:
    """The parts of a title or of a section's text, as the plugin joins them."""

    parts: list[str] = field(default_factory=list)
    first: dict[str, int] = field(default_factory=dict)
    """Where the first start tag of each kind stands."""
    last: int = -1
    """Where the last part stands that is more than space."""

    def open(self, tag: str) -> None:
        self.last = len(self.parts)
        self.first.setdefault(tag, self.last)
        self.parts.append(f"<{tag}>")

    def close(self, tag: str) -> None:
        """Add an end tag, or remove the first element of its kind where nothing but space follows its start."""
        first = self.first[tag]
        if self.last > first:
            self.last = len(self.parts)
            self.parts.append(f"</{tag}>")
            return
        del self.parts[first:], self.first[tag]
        self.last = next((place for place in range(first - 1, -1, -1) if not self.parts[place].isspace()), -1)

    def add(self, text: str) -> None:
        if not text.isspace():
            self.last = len(self.parts)
        self.parts.append(text)


@dataclass(slots=True)
class SearchSection:
    """A heading with the text below it, in the shape in which the plugin makes an entry of it."""

    tag: str
    depth: float
    id: str | None = None
    is_left_out: bool = False
    head: _Text = field(default_factory=_Text)
    body: _Text = field(default_factory=_Text)

    @property
    def title(self) -> list[str]:
        """The parts of the title, as HTML; the plugin puts the page's title where there are none."""
        return self.head.parts

    @title.setter
    def title(self, parts: list[str]) -> None:
        self.head = _Text(parts)

    @property
    def text(self) -> list[str]:
        """The parts of the text, as HTML."""
        return self.body.parts


def search_sections(html: str) -> list[SearchSection]:
    """Return the sections of a page's content that are to be found."""
    splitter = _Splitter()
    for stroke, tag, attributes, text in _TOKEN.findall(_RAW_CONTENT.sub(r"\1", html)):
        if text:
            splitter.text(unescape(text) if "&" in text else text)
        elif stroke:
            splitter.end(tag.lower())
        elif tag:
            splitter.start(tag.lower(), attributes)
            if attributes.endswith("/"):
                splitter.end(tag.lower())
    return [section for section in splitter.sections if not section.is_left_out]


class _Splitter:
    """The state of the plugin's parser."""

    def __init__(self) -> None:
        self.sections: list[SearchSection] = []
        self.context: list[str] = []
        self.links: list[bool] = []
        """For each element of the context, whether it is the permanent link of a heading."""
        self.left_out: set[str] = set(_OPAQUE)
        self.section: SearchSection | None = None

    def start(self, tag: str, written: str) -> None:
        if tag in _VOID:
            return
        is_heading = tag in _HEADINGS
        attributes = _attributes(written) if is_heading or _TELLING.search(written) else {}
        self.context.append(tag)
        self.links.append(tag == "a" and attributes.get("class") == "headerlink")
        section = self._begin(tag, attributes) if is_heading else self.section or self._preface()
        if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv":
            self.left_out.add(tag)
        elif tag in _KEPT and self.left_out.isdisjoint(self.context):
            self._inside(section).open(tag)

    def _begin(self, tag: str, attributes: dict[str, str]) -> SearchSection:
        """Return the current section, which a heading with an id begins."""
        if "id" in attributes:
            depth = len(self.context)
            if tag != "h1" and not self.sections:
                self.sections.append(SearchSection(_NO_HEADING, depth))
            is_left_out = "data-search-exclude" in attributes
            identifier = attributes["id"] if self.sections else None
            self.section = SearchSection(tag, depth, identifier, is_left_out)
            self.sections.append(self.section)
        return self.section or self._preface()

    def _preface(self) -> SearchSection:
        self.section = SearchSection(_NO_HEADING, 0)
        self.sections.append(self.section)
        return self.section

    def end(self, tag: str) -> None:
        if not self.context or self.context[-1] != tag:
            return
        section = self.section or self._preface()
        if section.depth > len(self.context):
            section = self._leave(section)
        self.context.pop()
        self.links.pop()
        if tag in self.left_out:
            if tag not in _OPAQUE:
                self.left_out.remove(tag)
        elif tag in _KEPT and self.left_out.isdisjoint(self.context):
            self._inside(section).close(tag)

    def _leave(self, section: SearchSection) -> SearchSection:
        """Leave the section of a heading that is nested in an element which ends, for the one around it."""
        outer = next((each for each in reversed(self.sections) if each.depth <= len(self.context)), None)
        if outer is None:
            return section
        section.depth = inf
        self.section = outer
        return outer

    def text(self, text: str) -> None:
        if not self.left_out.isdisjoint(self.context):
            return
        is_space, is_code = text.isspace(), "pre" in self.context
        if not is_code:
            text = " " if is_space else text.replace("\n", " ")
        section = self.section or self._preface()
        if section.tag in self.context:
            if not any(self.links):
                section.head.add(escape(text, quote=False))
        elif not is_space:
            section.body.add(escape(text, quote=False))
        elif is_code or not section.text or not section.text[-1].isspace():
            section.body.add(text)

    def _inside(self, section: SearchSection) -> _Text:
        return section.head if section.tag in self.context else section.body


def _attributes(written: str) -> dict[str, str]:
    return {name.lower(): unescape("".join(values)) for name, *values in _ATTRIBUTE.findall(written)}
