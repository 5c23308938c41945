"""The parts of a .docx file that are the same for each draft that a reader's browser makes of a guide.

The browser adds the text and the notes: see `outputs/site/paper/docx.js`.
"""

from __future__ import annotations

from html import escape

from lxml import etree

from studyguide.labels.direction import text_direction
from studyguide.outputs.book import TitlePage
from studyguide.outputs.docx.languages import language_attributes
from studyguide.outputs.docx.page_setup import page_size_and_margins
from studyguide.outputs.docx.styles import own_styles
from studyguide.outputs.docx.wordml import NAMESPACES, Tree, element, name_of, parse, remove

_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"document": "document.main", "styles": "styles", "settings": "settings", "footnotes": "footnotes"}
"""The parts of the folder `word/`, each with the end of its media type."""
_USED = frozenset(
    (
        "Bibliography",
        "BodyText",
        "DefaultParagraphFont",
        "FootnoteReference",
        "FootnoteText",
        "Heading2",
        "Hyperlink",
        "Normal",
        "TableNormal",
        "Title",
        "TitlePageFact",
    )
)
"""The styles of the guide's own Word file that a draft has too."""
_SETTINGS = (
    f'{_START}<w:settings xmlns:w="{NAMESPACES["w"]}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat><w:themeFontLang {languages}/></w:settings>'
)
"""15 is the mode of Word since 2013; the notes of these ids are the lines above the notes of a page."""
_OWN = """
<w:style w:type="paragraph" w:styleId="Quote">
  <w:name w:val="Quote"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/><w:uiPriority w:val="29"/><w:qFormat/>
  <w:pPr><w:ind w:left="480" w:right="480"/></w:pPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="QuoteSource">
  <w:name w:val="Quote Source"/><w:basedOn w:val="BodyText"/><w:next w:val="Quote"/><w:qFormat/>
  <w:pPr><w:keepNext/><w:spacing w:before="160" w:after="40"/></w:pPr>
  <w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Warning">
  <w:name w:val="Warning"/><w:basedOn w:val="BodyText"/><w:next w:val="BodyText"/><w:qFormat/>
  <w:pPr><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/></w:pPr>
  <w:rPr><w:b/><w:bCs/><w:color w:val="8A4B00"/></w:rPr>
</w:style>
"""


def draft_parts(title_page: TitlePage) -> dict[str, str]:
    """Return the parts by name, the content types first: styles, settings, and what relates the parts."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations({name: f"{name}.xml" for name in _PARTS if name != "document"}),
        "word/_rels/footnotes.xml.rels": _relations({}),
        "word/styles.xml": _styles(title_page),
        "word/settings.xml": _SETTINGS.format(languages=language_attributes(title_page.language)),
    }


def draft_section(title_page: TitlePage) -> str:
    """Return the settings of the draft's one section: paper, margins and direction."""
    is_mirrored = text_direction(title_page.language) == "rtl"
    section = element("w:sectPr", *page_size_and_margins(title_page.paper), *([element("w:bidi")] * is_mirrored))
    return _text(section)


def _content_types() -> str:
    kinds = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in _PARTS.items()
    )
    return (
        f'{_START}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )


def _relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{escape(target)}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'{_START}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _styles(title_page: TitlePage) -> str:
    """Return those of the Word file's styles that a draft has, with own ones."""
    styles = own_styles(title_page, title_page.language)
    for style in styles.findall("w:style", NAMESPACES):
        if style.get(name_of("w:styleId")) not in _USED:
            remove(style)
    (second,) = styles.xpath("w:style[@w:styleId='Heading2']", namespaces=NAMESPACES)
    _raise_heading(second)
    styles.extend(parse(_OWN))
    return _START + _text(styles)


def _raise_heading(style: Tree) -> None:
    """Make the second level the first: in a paper of two pages, no heading is of the size of a chapter's."""
    style.set(name_of("w:styleId"), "Heading1")
    for path, value in (("w:name", "heading 1"), ("w:pPr/w:outlineLvl", "0")):
        for each in style.findall(path, NAMESPACES):
            each.set(name_of("w:val"), value)


def _text(tree: Tree) -> str:
    etree.cleanup_namespaces(tree)
    return etree.tostring(tree, encoding="unicode")
