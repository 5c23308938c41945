"""Small .odt files for tests, from the public format: OASIS OpenDocument 1.3, parts 2 and 3.

A function for each element returns its XML; `odt` lays the body into a package.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from tests.authoring.documents.building import zipped

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "office": f"{_OASIS}:office:1.0",
        "text": f"{_OASIS}:text:1.0",
        "table": f"{_OASIS}:table:1.0",
        "style": f"{_OASIS}:style:1.0",
        "draw": f"{_OASIS}:drawing:1.0",
        "svg": f"{_OASIS}:svg-compatible:1.0",
        "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)
_AUTOMATIC = {
    "Bold": '<style:text-properties fo:font-weight="bold"/>',
    "Italic": '<style:text-properties fo:font-style="italic"/>',
    "Superscript": '<style:text-properties style:text-position="super 58%"/>',
    "Hidden": '<style:text-properties text:display="none"/>',
    "Large": '<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>',
    "French": '<style:text-properties fo:language="fr" fo:country="FR"/>',
}
"""Character styles of each file: pass one to `span`."""
_CENTRED = '<style:paragraph-properties fo:text-align="center"/>'
_PARAGRAPH_STYLES = {
    "BoldParagraph": ("Standard", '<style:text-properties fo:font-weight="bold"/>'),
    "LargeParagraph": ("Standard", '<style:text-properties fo:font-size="20pt" fo:font-weight="bold"/>'),
    "CentredParagraph": ("Standard", _CENTRED),
    "TitleParagraph": ("Title", _CENTRED),
}
"""Paragraph styles of each file, with their parents: pass one to `paragraph` as `style`."""
_BULLETS = (
    '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
    "</text:list-style>"
)


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{_inside(text)}</text:span>'


def _inside(*content: str) -> str:
    return "".join(piece if piece.startswith("<") else _signs(piece) for piece in content)


def _signs(text: str) -> str:
    return escape(text).replace("\t", "<text:tab/>").replace("\n", "<text:line-break/>")


def paragraph(*content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{_inside(*content)}</text:p>'


def heading(text: str, level: int = 1) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{_inside(text)}</text:h>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    """The mark of a footnote or endnote with its text, which is text or the XML of paragraphs."""
    return (
        f'<text:note text:id="ftn{number}" text:note-class="{kind}"><text:note-citation>{number}</text:note-citation>'
        f"<text:note-body>{_block(text)}</text:note-body></text:note>"
    )


def _block(text: str) -> str:
    return text if text.startswith(("<text:p", "<text:h", "<text:list", "<table:")) else paragraph(text)


def link(address: str, *content: str) -> str:
    return f'<text:a xlink:type="simple" xlink:href="{escape(address)}">{_inside(*content)}</text:a>'


def table(*rows: Sequence[str], head: bool = False) -> str:
    lines = [
        "<table:table-row>" + "".join(f"<table:table-cell>{_block(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    ]  # fmt: skip
    if head:
        lines[0] = f"<table:table-header-rows>{lines[0]}</table:table-header-rows>"
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="Table1">{columns}{"".join(lines)}</table:table>'


def bullets(*items: str) -> str:
    lines = "".join(f"<text:list-item>{_block(item)}</text:list-item>" for item in items)
    return f'<text:list text:style-name="Bullets">{lines}</text:list>'


def text_box(*paragraphs: str) -> str:
    """A frame that hangs on the paragraph in which it stands."""
    inside = f"<draw:text-box>{''.join(paragraphs)}</draw:text-box>"
    return f'<draw:frame text:anchor-type="paragraph" svg:width="5cm">{inside}</draw:frame>'


def picture(name: str, alternative: str = "") -> str:
    described = f"<svg:desc>{escape(alternative)}</svg:desc>" if alternative else ""
    image = f'<draw:image xlink:href="Pictures/{name}" xlink:type="simple"/>'
    return f'<draw:frame text:anchor-type="as-char" svg:width="1cm" svg:height="1cm">{image}{described}</draw:frame>'


def comment(text: str) -> str:
    return f"<office:annotation><dc:creator>A. Reviewer</dc:creator>{_block(text)}</office:annotation>"


def hidden(text: str) -> str:
    return f'<text:hidden-text text:condition="ooow:1" text:is-hidden="true" text:string-value="{escape(text)}"/>'


def contents(*lines: str) -> str:
    """A table of contents as Writer makes it."""
    body = f"<text:index-body>{''.join(paragraph(line, style='Contents_20_1') for line in lines)}</text:index-body>"
    return f'<text:table-of-content text:name="Contents">{body}</text:table-of-content>'


def section(*body: str, columns: int = 2) -> str:
    return f'<text:section text:style-name="Sect{columns}" text:name="Section{columns}">{"".join(body)}</text:section>'


def inserted(text: str, number: int = 1) -> str:
    """Text that was added while changes were tracked; `odt(changes=...)` says so."""
    mark = f'text:change-id="ct{number}"'
    return f"<text:change-start {mark}/>{_inside(text)}<text:change-end {mark}/>"


def deleted(number: int = 2) -> str:
    """The place at which text was deleted; the text is in `odt(changes=...)`."""
    return f'<text:change text:change-id="ct{number}"/>'


def change(number: int, kind: str, text: str = "") -> str:
    """An entry of `odt(changes=...)`; `kind` is insertion, deletion or format-change."""
    who = (
        "<office:change-info><dc:creator>A. Reviewer</dc:creator><dc:date>2024-05-01T10:00:00</dc:date>"
        "</office:change-info>"
    )
    inside = paragraph(text) if kind == "deletion" else ""
    return (
        f'<text:changed-region xml:id="ct{number}" text:id="ct{number}"><text:{kind}>{who}{inside}</text:{kind}>'
        "</text:changed-region>"
    )


def odt(
    *body: str,
    changes: Sequence[str] = (),
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return an .odt. `styles` is the XML of further automatic styles; `parts` are added by their names."""
    tracked = f"<text:tracked-changes>{''.join(changes)}</text:tracked-changes>" if changes else ""
    text = f"<office:body><office:text>{tracked}{''.join(body)}</office:text></office:body>"
    written: dict[str, str | bytes] = {
        "mimetype": MIMETYPE,
        "content.xml": _root("document-content", _automatic(styles) + text),
        "styles.xml": _root("document-styles", _common_styles() + _master_page(headers, footers)),
        **{f"Pictures/{name}": content for name, content in (media or {}).items()},
    }
    return zipped(written | {"META-INF/manifest.xml": _manifest(written)} | dict(parts or {}))


def _root(name: str, content: str) -> str:
    declaration = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{declaration}<office:{name} {_NAMESPACES} office:version="1.3">{content}</office:{name}>'


def _automatic(styles: str) -> str:
    texts = "".join(
        f'<style:style style:name="{name}" style:family="text">{properties}</style:style>'
        for name, properties in _AUTOMATIC.items()
    )
    paragraphs = "".join(
        f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{parent}">{properties}'
        "</style:style>"
        for name, (parent, properties) in _PARAGRAPH_STYLES.items()
    )
    return f"<office:automatic-styles>{texts}{paragraphs}{_BULLETS}{styles}</office:automatic-styles>"


def _common_styles() -> str:
    names = ["Standard", "Title", "Subtitle", "Footnote", *(f"Heading_20_{level}" for level in (1, 2, 3))]
    lines = (
        f'<style:style style:name="{name}" style:display-name="{name.replace("_20_", " ")}" style:family="paragraph"/>'
        for name in names
    )
    return f"<office:styles>{''.join(lines)}</office:styles>"


def _master_page(headers: Sequence[str], footers: Sequence[str]) -> str:
    margins = "".join(f"<style:header>{_block(text)}</style:header>" for text in headers)
    margins += "".join(f"<style:footer>{_block(text)}</style:footer>" for text in footers)
    page = f'<style:master-page style:name="Standard" style:page-layout-name="Page">{margins}</style:master-page>'
    return f"<office:master-styles>{page}</office:master-styles>"


def _manifest(written: Mapping[str, str | bytes]) -> str:
    types = {"xml": "text/xml", "png": "image/png"}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{types.get(name[-3:], "")}"/>'
        for name in written
        if name != "mimetype"
    )
    return (
        f'<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
        f'manifest:media-type="{MIMETYPE}"/>{entries}</manifest:manifest>'
    )
