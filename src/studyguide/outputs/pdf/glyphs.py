"""Which letters no font of the handout has. Typst is asked, since its fonts come with it and nobody else knows them."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

import typst

_UNCOMMON = re.compile("[^\x00-\u024f\u0370-\u04ff\u1e00-\u1eff\u2010-\u2040\u20a0-\u20bf\u2190-\u22ff]")
"""Of the others it is known that the fonts have them: of European letters, say, whose question would take time."""
_QUESTION = r"""
#set text(font: "Libertinus Serif", top-edge: "bounds", bottom-edge: "bounds", cjk-latin-spacing: none)
#let sizes(sign) = ("regular", "bold").map(weight => measure(text(weight: weight, "a" + sign + "a")))
#context {
  let missing = sizes("\u{10FFFF}")
  [#metadata(json(bytes(sys.inputs.signs)).filter(sign => sizes(sign) == missing)) <missing>]
}
"""
"""What no font has is shown as the same box, which is as large as that of a sign that nobody ever gets."""


def may_lack_letters(text: str) -> bool:
    """Tell at a glance whether `missing_letters` is to be asked."""
    return _UNCOMMON.search(text) is not None


def missing_letters(text: str) -> frozenset[str]:
    """Give the letters and signs of `text` that the handout cannot show; a mark upon a letter is none by itself."""
    signs = {sign for sign in _UNCOMMON.findall(text) if sign.isprintable() and not unicodedata.combining(sign)}
    return _missing("".join(sorted(signs))) if signs else frozenset()


@lru_cache(maxsize=256)
def _missing(signs: str) -> frozenset[str]:
    compiler = typst.Compiler(
        _QUESTION.encode(), ignore_system_fonts=True, sys_inputs={"signs": json.dumps(list(signs))}
    )
    return frozenset(json.loads(compiler.query("<missing>", field="value", one=True)))
