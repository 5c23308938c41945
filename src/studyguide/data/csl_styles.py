"""Validate that a CSL style can render citations (CSL 1.0.2: https://docs.citationstyles.org/)."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile

_CSL = "{http://purl.org/net/xbiblio/csl}"


def style_problems(file: SourceFile) -> list[Problem]:
    """Return why the CSL style in `file` cannot be used; empty if it can."""
    try:
        style = ElementTree.fromstring(file.text)
    except DefusedXmlException:
        return [problem(Location(file.path), "wrong-style", "entities")]
    except ParseError as error:
        line, column = error.position
        return [problem(Location(file.path, line, column + 1), "wrong-style", "xml")]
    where = Location(file.path)
    if style.tag != f"{_CSL}style":
        return [problem(where, "wrong-style", "no-style")]
    parent = next(
        (link.get("href") for link in style.iter(f"{_CSL}link") if link.get("rel") == "independent-parent"), None
    )
    if parent:
        return [problem(where, "wrong-style", "dependent", parent=parent)]
    if style.find(f"{_CSL}citation/{_CSL}layout") is None:
        return [problem(where, "wrong-style", "no-citation")]
    return []
