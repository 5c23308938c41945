"""Check glyph coverage: find characters without a glyph in the fonts embedded in Typst, by measuring in Typst."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

import typst

_UNCOMMON = re.compile("[^\x00-\u024f\u0370-\u04ff\u1e00-\u1eff\u2010-\u2040\u20a0-\u20bf\u2190-\u22ff]")
"""Characters outside the ranges known to be covered, such as European letters; only these need a slow query."""
_QUESTION = r"""
#set text(font: "Libertinus Serif", top-edge: "bounds", bottom-edge: "bounds", cjk-latin-spacing: none)
#let sizes(sign) = ("regular", "bold").map(weight => measure(text(weight: weight, "a" + sign + "a")))
#context {
  let missing = sizes("\u{10FFFF}")
  [#metadata(json(bytes(sys.inputs.signs)).filter(sign => sizes(sign) == missing)) <missing>]
}
"""
"""A character without a glyph renders as a box, with the size of the box for the noncharacter U+10FFFF."""


def may_lack_glyphs(text: str) -> bool:
    """Return whether `missing_glyphs` could find anything: a cheap test."""
    return _UNCOMMON.search(text) is not None


def missing_glyphs(text: str) -> frozenset[str]:
    """Return the characters of `text` without a glyph in the handout's fonts; combining characters do not count."""
    found = {each for each in _UNCOMMON.findall(text) if each.isprintable() and not unicodedata.combining(each)}
    return _missing("".join(sorted(found))) if found else frozenset()


@lru_cache(maxsize=256)
def _missing(signs: str) -> frozenset[str]:
    compiler = typst.Compiler(
        _QUESTION.encode(), ignore_system_fonts=True, sys_inputs={"signs": json.dumps(list(signs))}
    )
    return frozenset(json.loads(compiler.query("<missing>", field="value", one=True)))
