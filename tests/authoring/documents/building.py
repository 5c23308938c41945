"""Small .docx files for tests, from the public format: ECMA-376, parts 1 and 2 (Office Open XML).

A function for each element returns its XML; `docx` lays the body into a package. The elements of an .odt are in
`building_odt`.
"""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Mapping, Sequence
from html import escape, unescape

PIXEL = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
"""A PNG of one pixel."""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": _OFFICE,
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_AUTHOR = 'w:author="A. Reviewer" w:date="2024-05-01T10:00:00Z"'
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    for level in range(1, 7)
)
_STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:sz w:val="56"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/></w:style>
<w:style w:type="paragraph" w:styleId="Date"><w:name w:val="Date"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>
<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/></w:style>
"""
_LIST_LEVELS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
BULLETS, NUMBERS = 1, 2
"""The two lists of each file: pass one to `paragraph` as `numbering`."""


def run(
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    superscript: bool = False,
    small_capitals: bool = False,
    capitals: bool = False,
    hidden: bool = False,
    size: float = 0,
    language: str = "",
) -> str:
    """`size` is in points; a tab and a line break in `text` become elements."""
    switches = {"b": bold, "i": italic, "caps": capitals, "smallCaps": small_capitals, "vanish": hidden}
    properties = "".join(f"<w:{name}/>" for name, is_on in switches.items() if is_on)
    properties += f'<w:sz w:val="{round(2 * size)}"/>' if size else ""
    properties += '<w:vertAlign w:val="superscript"/>' if superscript else ""
    properties += f'<w:lang w:val="{language}"/>' if language else ""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    pieces = "".join(signs.get(piece) or _text(piece) for piece in re.split("([\t\n])", text) if piece)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{pieces}</w:r>"


def _text(text: str, element: str = "t") -> str:
    return f'<w:{element} xml:space="preserve">{escape(text)}</w:{element}>'


def paragraph(
    *content: str,
    style: str = "",
    centred: bool = False,
    outline: int | None = None,
    page_break: bool = False,
    numbering: int = 0,
    level: int = 0,
    indent: int = 0,
    section: str = "",
) -> str:
    """`content` is text, or the XML of runs and other elements; `indent` is in twentieths of a point."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += "<w:pageBreakBefore/>" if page_break else ""
    properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{numbering}"/></w:numPr>' if numbering else ""
    properties += f'<w:ind w:left="{indent}"/>' if indent else ""
    properties += '<w:jc w:val="center"/>' if centred else ""
    properties += f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else ""
    properties += section
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{_runs(content)}</w:p>"


def _runs(content: Sequence[str]) -> str:
    return "".join(piece if piece.startswith("<") else run(piece) for piece in content)


def heading(text: str, level: int = 1) -> str:
    return paragraph(text, style=f"Heading{level}")


def table(*rows: Sequence[str], head: bool = False, look: str = "04A0") -> str:
    """A cell is text or the XML of paragraphs; `head` repeats the first row; `look` is Word's default."""
    grid = "".join('<w:gridCol w:w="3000"/>' for _ in rows[0])
    lines = "".join(
        f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head and number == 0 else ''}"
        + "".join(f"<w:tc><w:tcPr/>{_cell(cell)}</w:tc>" for cell in row)
        + "</w:tr>"
        for number, row in enumerate(rows)
    )
    properties = f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblLook w:val="{look}"/></w:tblPr>'
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def _cell(cell: str) -> str:
    return cell if cell.startswith(("<w:p", "<w:tbl")) else paragraph(cell)


def footnote_reference(number: int) -> str:
    """The mark of the footnote with this number, from 1, of `docx(footnotes=...)`."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'


def endnote_reference(number: int) -> str:
    return f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:endnoteReference w:id="{number}"/></w:r>'


def link(address: str, *content: str) -> str:
    return f'<w:hyperlink r:id="link:{escape(address)}">{_runs(content)}</w:hyperlink>'


def picture(name: str, alternative: str = "", *, address: str = "") -> str:
    """A run with the picture `name` of `docx(media=...)`; with `address`, one that lies outside the file."""
    blip = f'r:link="linked:{escape(address)}"' if address else f'r:embed="media:{name}"'
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="952500"/><wp:docPr id="1" name="{name}" '
        f'descr="{escape(alternative)}"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip {blip}/></pic:blipFill>'
        '<pic:spPr><a:xfrm><a:ext cx="952500" cy="952500"/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def text_box(*paragraphs: str, with_fallback: bool = True) -> str:
    """A run with a box beside the text, as Word writes one: a shape, and the same in VML for older programs."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    fallback = f"<v:shape><v:textbox>{inside}</v:textbox></v:shape>"
    if not with_fallback:
        return f"<w:r><w:pict>{fallback}</w:pict></w:r>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Text Box 7"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{fallback}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def inserted(*content: str) -> str:
    return f'<w:ins w:id="90" {_AUTHOR}>{_runs(content)}</w:ins>'


def deleted(text: str) -> str:
    return f'<w:del w:id="91" {_AUTHOR}><w:r>{_text(text, "delText")}</w:r></w:del>'


def commented(number: int, *content: str) -> str:
    """`content` with the comment of this number, from 0, of `docx(comments=...)`."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{_runs(content)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def field(instruction: str, *result: str) -> str:
    """A field as Word writes long ones: begin, instruction, separate, result, end."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>{_text(f" {instruction} ", "instrText")}</w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_runs(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def simple_field(instruction: str, *result: str) -> str:
    return f'<w:fldSimple w:instr=" {escape(instruction)} ">{_runs(result)}</w:fldSimple>'


def content_control(*content: str, tag: str = "") -> str:
    """A control around runs or around paragraphs."""
    properties = f'<w:sdtPr><w:tag w:val="{escape(tag)}"/></w:sdtPr>' if tag else "<w:sdtPr/>"
    return f"<w:sdt>{properties}<w:sdtContent>{_runs(content)}</w:sdtContent></w:sdt>"


def docx(
    *body: str,
    footnotes: Sequence[str] = (),
    endnotes: Sequence[str] = (),
    comments: Sequence[str] = (),
    headers: Sequence[str] = (),
    footers: Sequence[str] = (),
    media: Mapping[str, bytes] | None = None,
    styles: str = "",
    parts: Mapping[str, str | bytes] | None = None,
    columns: int = 1,
) -> bytes:
    """Return a .docx. Notes, comments, headers and footers are text, or the XML of paragraphs.

    `styles` is the XML of further styles; `parts` are added as they are, by their names, or take a part's place.
    """
    written = {
        "word/styles.xml": _root("styles", _STYLES + _HEADINGS + styles),
        "word/numbering.xml": _root("numbering", _LIST_LEVELS),
        "word/settings.xml": _root("settings", '<w:defaultTabStop w:val="720"/>'),
    }
    for name, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            written[f"word/{name}s.xml"] = _root(f"{name}s", _notes(name, notes))
    if comments:
        written["word/comments.xml"] = _root("comments", _comments(comments))
    margins = ""
    for name, texts, root in (("header", headers, "hdr"), ("footer", footers, "ftr")):
        for number, text in enumerate(texts, 1):
            written[f"word/{name}{number}.xml"] = _root(root, _cell(text))
            margins += f'<w:{name}Reference w:type="default" r:id="{name}{number}.xml"/>'
    section = f'<w:sectPr>{margins}<w:cols w:num="{columns}"/></w:sectPr>'
    written["word/document.xml"] = _root("document", f"<w:body>{''.join(body)}{section}</w:body>")
    return _packed(_related(written), media or {}, parts or {})


def _root(name: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {_NAMESPACES}>{content}</w:{name}>'


def _notes(name: str, notes: Sequence[str]) -> str:
    separators = f'<w:{name} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{name}>'
    mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:{name}Ref/></w:r>'
    return separators + "".join(
        f'<w:{name} w:id="{number}">{_marked(note, mark)}</w:{name}>' for number, note in enumerate(notes, 1)
    )


def _marked(note: str, mark: str) -> str:
    return _cell(note).replace("<w:r>", f"{mark}{run(' ')}<w:r>", 1)


def _comments(comments: Sequence[str]) -> str:
    return "".join(
        f'<w:comment w:id="{number}" {_AUTHOR}>{_cell(text)}</w:comment>' for number, text in enumerate(comments)
    )


def _related(written: Mapping[str, str]) -> dict[str, str]:
    """Return the parts with the relationships that their links and pictures name."""
    names = [name.removeprefix("word/") for name in written if name != "word/document.xml"]
    package = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{re.sub("[0-9]*[.]xml", "", name)}" Target="{name}"/>'
        for name in names
    )
    related = {}
    for part, text in written.items():
        own = _targets(text)
        if own or part == "word/document.xml":
            inside = own + (package if part == "word/document.xml" else "")
            related[f"word/_rels/{part.removeprefix('word/')}.rels"] = _relationships(inside)
        related[part] = re.sub(r'(r:\w+)="(?:link|linked|media):([^"]*)"', lambda found: _named(*found.groups()), text)
    return related


def _named(attribute: str, target: str) -> str:
    return f'{attribute}="{_id(target)}"'


def _id(target: str) -> str:
    return "r" + re.sub(r"\W", "_", unescape(target))


def _targets(text: str) -> str:
    found = dict.fromkeys(re.findall(r'r:\w+="(link|linked|media):([^"]*)"', text))
    kinds = {"link": "hyperlink", "linked": "image", "media": "image"}
    return "".join(
        f'<Relationship Id="{_id(target)}" Type="{_OFFICE}/{kinds[kind]}" '
        + (f'Target="media/{target}"/>' if kind == "media" else f'Target="{target}" TargetMode="External"/>')
        for kind, target in found
    )


def _relationships(inside: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _packed(written: Mapping[str, str], media: Mapping[str, bytes], parts: Mapping[str, str | bytes]) -> bytes:
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_WORD}.{_content_type(part)}+xml"/>'
        for part in written
        if "_rels" not in part
    )
    types = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        'ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )
    first = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    everything: dict[str, str | bytes] = {"[Content_Types].xml": types, "_rels/.rels": _relationships(first), **written}
    everything |= {f"word/media/{name}": content for name, content in media.items()}
    return zipped(everything | dict(parts))


def _content_type(part: str) -> str:
    name = re.sub("[0-9]*[.]xml", "", part.removeprefix("word/"))
    return "document.main" if name == "document" else name


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file of the parts, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()
