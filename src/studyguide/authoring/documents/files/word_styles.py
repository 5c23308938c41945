"""How the paragraphs and runs of a .docx look, with what they inherit: ECMA-376 part 1, 17.7 (styles)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from studyguide.authoring.documents.files.ooxml import W

Properties = Mapping[str, str]
"""Values by the names of properties, such as `sz`; an empty string for one without a value, such as `b`."""
_OFF = frozenset(("0", "false", "off", "none"))
_DEFAULT_SIZE = 10.0
"""In points, where a document says nothing: 17.3.2.38."""
_ON = frozenset(("1", "true", "on"))


@dataclass(frozen=True)
class Styles:
    """The styles of a document by their ids."""

    names: Mapping[str, str]
    """Their names in English, in lower case: `heading 1`, whatever the language of Word."""
    properties: Mapping[str, Properties]
    """What each sets, with what it inherits; those of the default style under an empty id."""

    def name(self, style: str) -> str:
        """Return the name of a style; its id if the document does not have it."""
        return self.names.get(style, style.lower())

    def of_paragraph(self, paragraph: etree._Element) -> Properties:
        """Return the properties of a paragraph, and those that its runs inherit."""
        own = _children(paragraph.find(f"{W}pPr"))
        return {**self.properties[""], **self.properties.get(own.get("pStyle", ""), {}), **own}

    def of_run(self, inherited: Properties, run: etree._Element) -> Properties:
        """Return the properties of a run in a paragraph with these."""
        own = _children(run.find(f"{W}rPr"))
        return {**inherited, **self.properties.get(own.get("rStyle", ""), {}), **own} if own else inherited

    def style_name(self, paragraph: etree._Element) -> str:
        """Return the name of a paragraph's style, in lower case; `normal` without one."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return "normal" if style is None else self.name(style.get(f"{W}val", "")) or "normal"


def is_on(properties: Properties, name: str) -> bool:
    """Whether a property that is on or off is on."""
    return properties.get(name, "off") not in _OFF


def size_of(properties: Properties) -> float:
    """Return the size of letters in points."""
    value = properties.get("sz", "")
    return float(value) / 2 if value.replace(".", "", 1).isdecimal() else _DEFAULT_SIZE


def read_styles(root: etree._Element) -> Styles:
    """Read the part `styles.xml`."""
    elements = {style.get(f"{W}styleId", ""): style for style in root.iterfind(f"{W}style")}
    general = {name: value for each in root.iterfind(f"{W}docDefaults/*/*") for name, value in _children(each).items()}
    properties = {key: _inherited(elements, key) for key in elements}
    default = next((key for key, style in elements.items() if _is_default(style)), "")
    return Styles(
        {key: _name(style) for key, style in elements.items()},
        {**properties, "": {**general, **properties.get(default, {})}},
    )


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in _ON


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else name.get(f"{W}val", "").lower()


def _inherited(elements: Mapping[str, etree._Element], key: str) -> Properties:
    """Return the properties of a style over those of the styles that it is based on."""
    found: dict[str, str] = {}
    for style in reversed(list(_chain(elements, key))):
        for each in (style.find(f"{W}pPr"), style.find(f"{W}rPr")):
            found |= _children(each)
    return found


def _chain(elements: Mapping[str, etree._Element], key: str) -> Iterator[etree._Element]:
    seen = set()
    while key in elements and key not in seen:
        seen.add(key)
        yield elements[key]
        based_on = elements[key].find(f"{W}basedOn")
        key = "" if based_on is None else based_on.get(f"{W}val", "")


def _children(element: etree._Element | None) -> dict[str, str]:
    """Return what `w:pPr` or `w:rPr` sets."""
    children = () if element is None else element
    return {str(child.tag).removeprefix(W): child.get(f"{W}val", "") for child in children}
