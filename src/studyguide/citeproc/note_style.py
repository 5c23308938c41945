"""Have a numeric or author-date style give the full reference in a note.

In such a style a citation is `[1]` or `(Smith 2001)`, which leads to the bibliography. In a guide each citation is a
note, and a note that says "1" tells nobody anything.
"""

from __future__ import annotations

import re
from copy import deepcopy
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement, tostring

from defusedxml import ElementTree

from studyguide.data.style_amendments import LABEL, REPEATED
from studyguide.data.style_punctuation import own_signs

_CSL = "{http://purl.org/net/xbiblio/csl}"
_LAYOUT = f"{_CSL}layout"
_OF_IN_TEXT = frozenset(
    (
        "after-collapse-delimiter",
        "cite-group-delimiter",
        "collapse",
        "disambiguate-add-givenname",
        "disambiguate-add-names",
        "disambiguate-add-year-suffix",
        "givenname-disambiguation-rule",
        "year-suffix-delimiter",
    )
)
"""The options that only citations have which leave out the rest of a reference (CSL 1.0.2, "Citation-specific")."""


_BEHIND = "\ue030"
"""Stands between a reference and its locator until `joined` takes it out."""
_FULL_STOP = re.compile(rf"([.。]?)((?:</\w+>)*){_BEHIND}")
_YEAR_AGAIN = re.compile(rf"(?<![0-9])([0-9]{{4}})((?:</\w+>)*)\s*{REPEATED}\1(?![0-9])|{REPEATED}")
_WORDS = r"(?:[^<;]|</?(?:a|em|i|span)\b[^>]*>)*?"
_ACT_OF_YEAR = re.compile(
    rf"(\b(?:Decision|Directive|Regulation)\b{_WORDS}(?<![0-9])([0-9]{{4}})(?![0-9]){_WORDS})\s*{REPEATED}\2(?![0-9])"
)
"""An act of the European Union, whose title has its year: Directive 2011/92/EU on Water."""


@lru_cache(maxsize=4)
def note_style(style: str, language: str = "en") -> str:
    """Return a CSL style whose citations are notes: one of the class `in-text` with its bibliography's layout in them.

    The locator stands behind the reference, in the form that the style's citations have for it. The numbers of a
    numeric style fall away, since those of the notes take their place. A note style comes back as it is. `language` is
    that of the signs between references.
    """
    root = ElementTree.fromstring(style)
    citation, bibliography = root.find(f"{_CSL}citation"), root.find(f"{_CSL}bibliography")
    if root.get("class") != "in-text" or citation is None or bibliography is None:
        return style
    layout = bibliography.find(_LAYOUT)
    if layout is None:
        return style
    root.set("class", "note")
    _without_numbers(layout)
    bibliography.attrib.pop("second-field-align", None)  # else the author stands in the margin, in the number's place
    label = next((deepcopy(each) for each in root.iter() if _is_label(each)), None)
    for each in root.iter():  # in some styles an article gives it in place of its pages, and it would be there twice
        if each.get("variable") == "locator":
            each.set("variable", "locator-elsewhere")
    options = {name: value for name, value in citation.attrib.items() if name not in _OF_IN_TEXT}
    options |= {name: value for name, value in bibliography.attrib.items() if name.startswith(("et-al", "names-"))}
    citation.clear()
    citation.attrib.update(options)
    citation.append(_in_note(layout, label, language))
    return tostring(root, encoding="unicode")


def joined(html: str) -> str:
    """Return a rendered citation with the full stop of its reference behind the locator."""
    found = _FULL_STOP.search(html)
    end = found[1] if found and not html.endswith(found[1]) else ""
    return _FULL_STOP.sub(r"\2", html) + end


def without_repeated_years(html: str) -> str:
    """Return rendered HTML without the years that stand behind a title which ends in the same: see `REPEATED`."""
    if REPEATED not in html:
        return html
    return _YEAR_AGAIN.sub(lambda year: f"{year[1] or ''}{year[2] or ''}", _ACT_OF_YEAR.sub(r"\1", html))


def _without_numbers(layout: Element) -> None:
    """Take the number of the entry out of a layout, with all that stands around it in the left margin."""
    for parent in list(layout.iter()):
        for child in list(parent):
            is_number = child.get("variable") == "citation-number"
            if is_number or (child.get("display") == "left-margin" and _numbers(child)):
                parent.remove(child)


def _numbers(element: Element) -> bool:
    return any(each.get("variable") == "citation-number" for each in element.iter())


def _is_label(element: Element) -> bool:
    is_label = element.tag == f"{_CSL}label" and element.get("variable") == "locator"
    return is_label or element.get("value") == LABEL


def _in_note(bibliography: Element, label: Element | None, language: str) -> Element:
    layout = Element(_LAYOUT, {"prefix": bibliography.get("prefix", ""), "suffix": bibliography.get("suffix", "")})
    layout.set("delimiter", own_signs("; ", language))
    layout.extend(deepcopy(child) for child in bibliography)
    locator = SubElement(layout, f"{_CSL}group", {"delimiter": " ", "prefix": _BEHIND + own_signs(", ", language)})
    locator.append(Element(f"{_CSL}label", {"variable": "locator", "form": "short"}) if label is None else label)
    SubElement(locator, f"{_CSL}text", {"variable": "locator"})
    return layout
