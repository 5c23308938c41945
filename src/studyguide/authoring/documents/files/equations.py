"""Write equations in one line of text, of which a guide's pages are: "S = a/(b + c)", with raised and lowered letters.

Those of Word are Office Math (ECMA-376 part 1, 22.1), those of LibreOffice MathML; the line is to be read as
UnicodeMath (Unicode Technical Note 28) is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from lxml import etree

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATHML = "{http://www.w3.org/1998/Math/MathML}"
Position = Literal["", "super", "sub"]
Piece = tuple[str, Position]
"""Letters, and whether they are raised or lowered."""
_Pieces = list[Piece]
_LAID_OUT = tuple(
    [f"{MATH}{name}" for name in ("f", "rad", "nary", "m", "eqArr", "limLow", "limUpp")]
    + [f"{MATHML}{name}" for name in ("mfrac", "msqrt", "mroot", "munder", "mover", "munderover", "mtable")]
)
"""What has another form on the page than in a line."""
_SIGNS: Mapping[Position, str] = {"": "", "super": "^", "sub": "_"}
_WORD_SCRIPTS: Mapping[str, tuple[Position, ...]] = {
    "sSup": ("super",),
    "sSub": ("sub",),
    "sSubSup": ("sub", "super"),
    "limLow": ("sub",),
    "limUpp": ("super",),
}
_MATHML_SCRIPTS: Mapping[str, tuple[Position, ...]] = {
    "msup": ("super",),
    "mover": ("super",),
    "msub": ("sub",),
    "munder": ("sub",),
    "msubsup": ("sub", "super"),
    "munderover": ("sub", "super"),
}
_MATHML_LEAVES = frozenset(("mi", "mn", "mo", "mtext", "ms"))


def word_equation(element: etree._Element) -> _Pieces:
    """Return what an element of Office Math prints."""
    name = str(element.tag).removeprefix(MATH)
    if name == "t":
        return [(element.text or "", "")]
    parts = [word_equation(child) for child in element if not str(child.tag).endswith("Pr")]
    match name, parts:
        case (("f" | "rad"), [first, second]):
            return _fraction(first, second) if name == "f" else _root(first, second)
        case "nary", [below, above, inside]:
            sign: _Pieces = [(_value(element, "chr", "∫"), "")]
            return [*_scripts(sign, ((below, "sub"), (above, "super"))), *inside]
        case _, [base, *scripts] if name in _WORD_SCRIPTS:
            return _scripts(base, zip(scripts, _WORD_SCRIPTS[name], strict=False))
    if name == "d":
        inside = _joined(parts, _value(element, "sepChr", "|"))
        return [(_value(element, "begChr", "("), ""), *inside, (_value(element, "endChr", ")"), "")]
    return _joined(parts, {"m": "; ", "eqArr": "; ", "mr": ", "}.get(name, ""))


def mathml_equation(element: etree._Element) -> _Pieces:
    """Return what an element of MathML prints; its annotations say the same in another notation."""
    name = str(element.tag).removeprefix(MATHML)
    if name in _MATHML_LEAVES:
        return [("".join(str(text) for text in element.itertext()).strip(), "")]
    parts = [mathml_equation(child) for child in element if "annotation" not in str(child.tag)]
    match name, parts:
        case "mfrac", [over, under]:
            return _fraction(over, under)
        case "mroot", [inside, degree]:
            return _root(degree, inside)
        case _, [base, *scripts] if name in _MATHML_SCRIPTS:
            return _scripts(base, zip(scripts, _MATHML_SCRIPTS[name], strict=False))
    joined = _joined(parts, {"mtable": "; ", "mtr": ", "}.get(name, ""))
    return _root([], joined) if name == "msqrt" else joined


def is_laid_out(equation: etree._Element) -> bool:
    """Tell whether an equation looks otherwise on the page than in a line: somebody is to compare it then."""
    return next(equation.iter(*_LAID_OUT), None) is not None


def in_letters(pieces: Iterable[Piece]) -> str:
    """Return an equation in letters alone, with the signs ^ and _ before what is raised and lowered."""
    return "".join(_SIGNS[position] + text for text, position in pieces)


def _fraction(over: _Pieces, under: _Pieces) -> _Pieces:
    return [*_grouped(over), ("/", ""), *_grouped(under)]


def _root(degree: _Pieces, inside: _Pieces) -> _Pieces:
    return [*_scripts([], ((degree, "super"),)), ("√", ""), *_grouped(inside)]


def _scripts(base: _Pieces, scripts: Iterable[tuple[_Pieces, Position]]) -> _Pieces:
    """Return a base with what stands above or below it; within that, signs tell what is raised and lowered."""
    return [*base, *((text, position) for script, position in scripts if (text := in_letters(script)))]


def _grouped(pieces: _Pieces) -> _Pieces:
    """Return a part in brackets, unless it is one word or number."""
    return pieces if in_letters(pieces).replace(" ", "").isalnum() else [("(", ""), *pieces, (")", "")]


def _joined(parts: Iterable[_Pieces], sign: str) -> _Pieces:
    joined = [piece for part in parts for piece in ((sign, ""), *part)]
    return list(joined[1:])


def _value(element: etree._Element, name: str, default: str) -> str:
    """Return a sign that the properties of an element give, which may be none."""
    given = next(element.iterfind(f"*/{MATH}{name}"), None)
    return default if given is None else given.get(f"{MATH}val", "")
