"""The styles of the Word file: those of `styles.xml`, in the conference's colours and typefaces of the language."""

from __future__ import annotations

from pathlib import Path
from string import Template

from lxml import etree

from studyguide.labels.direction import text_direction
from studyguide.outputs.book import TitlePage
from studyguide.outputs.docx.languages import language_attributes, typefaces_of
from studyguide.outputs.docx.package import DOCUMENT, NOTES, STYLES, Package
from studyguide.outputs.docx.page_setup import measure
from studyguide.outputs.docx.wordml import NAMESPACES, Tree, name_of

_FILE = Path(__file__).with_name("styles.xml")
_COLOURS = {"ink": "262626", "soft": "595959", "check": "8A4B00", "ground": "F2F2F2"}
_COLOUR, _ACCENT = "#14506b", "#0f5f86"
"""Those of the site without a conference's own."""
_USED = "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"


def set_styles(package: Package, title_page: TitlePage, language: str) -> None:
    """Put the guide's styles in the place of pandoc's, of which those stay that are used and no others, as of code."""
    styles = package.tree(STYLES)
    own = list(own_styles(title_page, language))
    replaced = {_id(style) for style in own}
    used = {str(each) for part in (DOCUMENT, NOTES) for each in package.tree(part).xpath(_USED, namespaces=NAMESPACES)}
    others = [style for style in styles if _id(style) in used - replaced]
    styles[:] = [*own, *others]


def _id(style: Tree) -> str:
    return str(style.get(name_of("w:styleId"), ""))


def own_styles(title_page: TitlePage, language: str) -> Tree:
    """Return the styles of `styles.xml` for this guide, as the root of that part."""
    faces = typefaces_of(language)
    values = {
        **_COLOURS,
        "body": _fonts(*(face.body for face in faces)),
        "heads": _fonts(*(face.heads for face in faces)),
        "colour": _hex(title_page.colour or _COLOUR),
        "accent": _hex(title_page.accent or _ACCENT),
        "languages": language_attributes(language),
        "start": "right" if text_direction(language) == "rtl" else "left",
        "measure": str(measure(title_page.paper)),
    }
    filled = Template(_FILE.read_text(encoding="utf-8")).substitute(values)
    return etree.fromstring(filled.encode(), etree.XMLParser(remove_comments=True))


def _fonts(latin: str, asian: str, complex_: str) -> str:
    return f'w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{asian}" w:cs="{complex_}"'


def _hex(colour: str) -> str:
    return colour.removeprefix("#").upper()
