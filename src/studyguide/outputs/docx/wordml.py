"""Names of WordprocessingML (ISO/IEC 29500-1, 17), and how its elements are made."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
Tree = etree._Element
_NAMES_IN_ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
        "lang eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
    ),
    "trPr": "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden",
}
_ORDER = {parent: names.split() for parent, names in _NAMES_IN_ORDER.items()}
"""The order of properties: ISO/IEC 29500-1, A.1, CT_PPr, CT_RPr, CT_TblPr and CT_TrPr."""


@cache  # asked for thousands of times in a guide
def name_of(short: str) -> str:
    """Return the name of an element or attribute in Clark notation: `w:p` as `{http://...}p`."""
    prefix, _, local = short.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def element(short: str, *children: Tree, **attributes: str) -> Tree:
    """Make an element whose attributes are of the namespace `w`: `element("w:pStyle", val="Quote")`."""
    made = etree.Element(name_of(short), {name_of(f"w:{key}"): value for key, value in attributes.items()})
    made.extend(children)
    return made


def parse(xml: str) -> list[Tree]:
    """Parse a piece of XML with the prefixes of `NAMESPACES`, and return its elements."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(etree.fromstring(f"<piece {declared}>{xml}</piece>"))


def each(root: Tree, *shorts: str) -> Iterator[Tree]:
    """Iterate over the elements of these names in a tree; the tree may be changed meanwhile."""
    return iter(list(root.iter(*map(name_of, shorts))))


def value(parent: Tree, path: str, attribute: str = "w:val") -> str:
    """Return an attribute of the first element at a path, such as `w:pPr/w:pStyle`; empty without one."""
    found = parent.find(path, NAMESPACES)
    return "" if found is None else str(found.get(name_of(attribute) if ":" in attribute else attribute, ""))


def text_of(parent: Tree) -> str:
    """Return the text of a paragraph or any other element, without notes."""
    return "".join(part.text or "" for part in parent.iter(name_of("w:t")))


def remove(child: Tree) -> None:
    """Take an element out of its parent."""
    parent = child.getparent()
    assert parent is not None  # only a root has no parent
    parent.remove(child)


def put(parent: Tree, child: Tree) -> None:
    """Put a property into its place among the others, whose order the schema fixes; replace one of its name."""
    for old in [each for each in parent if each.tag == child.tag]:
        parent.remove(old)
    order = _ORDER[etree.QName(parent).localname]
    rank = order.index(etree.QName(child).localname)
    later = (at for at, other in enumerate(parent) if order.index(etree.QName(other).localname) > rank)
    parent.insert(next(later, len(parent)), child)


def properties_of(owner: Tree, short: str) -> Tree:
    """Return the properties of a paragraph, run or table; add an element for them where there is none."""
    found = owner.find(short, NAMESPACES)
    if found is None:
        found = element(short)
        owner.insert(0, found)
    return found
