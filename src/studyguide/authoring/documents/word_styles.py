"""How the paragraphs and runs of a .docx look, with what they inherit: ECMA-376 part 1, 17.7 (styles)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from studyguide.authoring.documents.ooxml import W

_OFF = frozenset(("0", "false", "off", "none"))
_DEFAULT_SIZE = 10.0
"""In points, where a document says nothing: 17.3.2.38."""


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids, and its defaults."""

    by_id: Mapping[str, etree._Element]
    defaults: tuple[etree._Element, ...]
    """The default properties of runs and paragraphs, and the default paragraph style, strongest first."""

    def name(self, style: str) -> str:
        """Return the name that a style has in English, in lower case: `heading 1`, whatever the language of Word."""
        element = self.by_id.get(style)
        name = None if element is None else element.find(f"{W}name")
        return style.lower() if name is None else name.get(f"{W}val", "").lower()

    def chain(self, style: str) -> Iterator[etree._Element]:
        """Yield a style and those that it is based on, nearest first."""
        seen = set()
        while style in self.by_id and style not in seen:
            seen.add(style)
            element = self.by_id[style]
            yield element
            based_on = element.find(f"{W}basedOn")
            style = "" if based_on is None else based_on.get(f"{W}val", "")

    def sources(self, paragraph: etree._Element, run: etree._Element | None = None) -> Iterator[etree._Element]:
        """Yield the elements that can hold a property, strongest first."""
        if run is not None:
            yield from _own(run, "rPr")
            yield from self.chain(_style(run, "rPr", "rStyle"))
        yield from _own(paragraph, "pPr")
        style = _style(paragraph, "pPr", "pStyle")
        yield from self.chain(style)
        yield from self.defaults

    def value(self, name: str, paragraph: etree._Element, run: etree._Element | None = None) -> str | None:
        """Return a property's value, such as that of `sz`; None if nothing sets it, an empty string without a value."""
        for source in self.sources(paragraph, run):
            found = next(_properties(source, name), None)
            if found is not None:
                return found.get(f"{W}val", "")
        return None

    def is_on(self, name: str, paragraph: etree._Element, run: etree._Element | None = None) -> bool:
        """Whether a property that is on or off is on."""
        value = self.value(name, paragraph, run)
        return value is not None and value not in _OFF

    def size(self, paragraph: etree._Element, run: etree._Element | None = None) -> float:
        """Return the size of the letters in points."""
        value = self.value("sz", paragraph, run)
        return float(value) / 2 if value and value.replace(".", "", 1).isdecimal() else _DEFAULT_SIZE

    def style_name(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style, in lower case; `normal` without one."""
        return self.name(_style(paragraph, "pPr", "pStyle")) or "normal"


def read_styles(root: etree._Element) -> Styles:
    """Read the part `styles.xml`."""
    styles = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}
    default = [
        style
        for style in styles.values()
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
    ]
    general = list(root.iterfind(f"{W}docDefaults/*/*"))
    return Styles(styles, (*default, *general))


def _own(element: etree._Element, properties: str) -> Iterator[etree._Element]:
    found = element.find(f"{W}{properties}")
    if found is not None:
        yield found


def _style(element: etree._Element, properties: str, name: str) -> str:
    found = element.find(f"{W}{properties}/{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _properties(source: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the property in a style, or in the properties of a run or paragraph (not those of its end mark)."""
    yield from source.iterfind(f"{W}{name}")
    if source.tag == f"{W}style":
        yield from source.iterfind(f"{W}rPr/{W}{name}")
        yield from source.iterfind(f"{W}pPr/{W}{name}")
