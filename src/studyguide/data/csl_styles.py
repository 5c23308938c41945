"""Tell whether a CSL style can write notes (CSL 1.0.2: https://docs.citationstyles.org/)."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from studyguide.diagnostics.diagnostic import Location, Problem
from studyguide.diagnostics.source_text import SourceFile

_CSL = "{http://purl.org/net/xbiblio/csl}"


def style_problems(file: SourceFile) -> list[Problem]:
    """Find what keeps the style in `file` from being used."""
    try:
        style = ElementTree.fromstring(file.text)
    except DefusedXmlException:
        return [
            Problem(
                Location(file.path), "wrong-style", "This style defines XML entities.", "Download a style without them."
            )
        ]
    except ParseError as error:
        line, column = error.position
        where = Location(file.path, line, column + 1)
        return [
            Problem(
                where,
                "wrong-style",
                "This style is not well-formed XML.",
                "Download it again from the Zotero style repository.",
            )
        ]
    where = Location(file.path)
    if style.tag != f"{_CSL}style":
        return [Problem(where, "wrong-style", "This file is no CSL style.", "A style's first element is <style>.")]
    parent = next(
        (link.get("href") for link in style.iter(f"{_CSL}link") if link.get("rel") == "independent-parent"), None
    )
    if parent:
        message = "This style has no rules of its own: it points at another one."
        return [Problem(where, "wrong-style", message, f"Use that one in its place: {parent}")]
    if style.find(f"{_CSL}citation/{_CSL}layout") is None:
        return [
            Problem(
                where,
                "wrong-style",
                "This style does not say how to cite.",
                "Choose a style that has a <citation> part.",
            )
        ]
    return []
