"""Check glyph coverage: find characters without a glyph in the handout's fonts, by measuring in Typst."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

import typst

from studyguide.data.typefaces import has_other_letters
from studyguide.outputs.fonts import fonts_for

_UNCOMMON = re.compile("[^\x00-\u024f\u0370-\u04ff\u1e00-\u1eff\u2010-\u2040\u20a0-\u20bf\u2190-\u22ff]")
"""Characters outside the ranges known to be covered, such as European letters; only these need a slow query."""
_QUESTION = r"""
#let given = json(bytes(sys.inputs.given))
#set text(font: given.fonts, top-edge: "bounds", bottom-edge: "bounds", cjk-latin-spacing: none)
#let sizes(sign, ..how) = ("regular", "bold").map(weight => measure(text(weight: weight, ..how, "a" + sign + "a")))
#let missing(signs, ..how) = {
  let boxes = (sizes("\u{10FFFF}", ..how), sizes("\u{20DD}", ..how))
  signs.filter(sign => sizes(sign, ..how) in boxes)
}
#context [#metadata(missing(given.signs) + missing(given.letters, fallback: false)) <missing>]
"""
"""A character without a glyph renders as a box, with the size of the box for the noncharacter U+10FFFF.

A combining mark without one makes a box of its letter too, as does the enclosing circle, U+20DD. Signs may come from
any of Typst's fonts, but of some scripts' letters these have only such as are for code or for formulas.
"""
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""The general categories of Unicode whose characters need no glyph."""
_MARK_OF_ANY_SCRIPT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302d\ufe20-\ufe2f]")
"""A combining mark that can be measured on a Latin letter; those of one script need a letter of theirs."""


def may_lack_glyphs(text: str) -> bool:
    """Return whether `missing_glyphs` could find anything: a cheap test."""
    return _UNCOMMON.search(text) is not None


def missing_glyphs(text: str, language: str = "en") -> frozenset[str]:
    """Return the characters of `text` without a glyph in the fonts of a handout in this language, a BCP 47 tag."""
    found = set(filter(_is_measured, _UNCOMMON.findall(text)))
    if not found:
        return frozenset()
    letters = sorted(filter(has_other_letters, found))
    fonts = fonts_for(language, found)
    asked = {"fonts": fonts.body, "letters": letters, "signs": sorted(found.difference(letters))}
    return _missing(json.dumps(asked), fonts.folders)


def _is_measured(letter: str) -> bool:
    if unicodedata.combining(letter):
        return _MARK_OF_ANY_SCRIPT.match(letter) is not None
    return unicodedata.category(letter) not in _UNSEEN


@lru_cache(maxsize=256)
def _missing(given: str, folders: tuple[str, ...]) -> frozenset[str]:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=list(folders))
    compiler = typst.Compiler(_QUESTION.encode(), font_paths=fonts, sys_inputs={"given": given})
    return frozenset(json.loads(compiler.query("<missing>", field="value", one=True)))
