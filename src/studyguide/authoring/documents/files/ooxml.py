"""Names and relationships of a .docx: ECMA-376, part 1 (WordprocessingML) and part 2 (packages)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from studyguide.authoring.documents.files.xml_parts import parse_part, serialise

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the text, as lxml writes it before a name."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
PICTURES = (f"{A}blip", f"{V}imagedata")
"""What names the file of a picture: in today's drawings, and in VML, which older Words write."""
_TYPES = "[Content_Types].xml"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NO_RELATIONSHIPS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
_NO_TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_DEFAULT_MAIN = "word/document.xml"


@dataclass(frozen=True)
class Relationship:
    """What a part names by an id: another part, or an address outside."""

    kind: str
    """The last word of its type: `footnotes`, `image`, `hyperlink`."""
    target: str
    """A part's name, or the address."""
    is_external: bool


def relationships(parts: Mapping[str, bytes], part: str = "") -> dict[str, Relationship]:
    """Return the relationships of a part by their ids; those of the package itself without a part."""
    folder, name = posixpath.split(part)
    content = parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
    if content is None:
        return {}
    return {element.get("Id", ""): _relationship(folder, element) for element in parse_part(content)}


def _relationship(folder: str, element: etree._Element) -> Relationship:
    is_external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not is_external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
    return Relationship(element.get("Type", "").rpartition("/")[2], target, is_external)


def main_part(parts: Mapping[str, bytes]) -> str:
    """Return the name of the part that holds the text: Word on the web does not always call it document.xml."""
    return next(iter(parts_of_kind(parts, "officeDocument", "")), _DEFAULT_MAIN)


def added_part(parts: Mapping[str, bytes], kind: str, content: bytes) -> dict[str, bytes]:
    """Return the parts that change when one of a kind, such as `footnotes`, is added beside that of the text."""
    main = main_part(parts)
    folder, name = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    part = posixpath.join(folder, f"{kind}.xml")
    return {
        part: content,
        relations: _with_child(
            parts.get(relations, _NO_RELATIONSHIPS),
            "Relationship",
            Id=f"added-{kind}",
            Type=f"{R[1:-1]}/{kind}",
            Target=f"/{part}",
        ),
        _TYPES: _with_child(
            parts.get(_TYPES, _NO_TYPES), "Override", PartName=f"/{part}", ContentType=f"{_CONTENT_TYPE}.{kind}+xml"
        ),
    }


def _with_child(part: bytes, name: str, **attributes: str) -> bytes:
    root = parse_part(part)
    child = root.makeelement(f"{{{root.nsmap[None]}}}{name}", attributes)
    root.append(child)
    return serialise(root)


def parts_of_kind(parts: Mapping[str, bytes], kind: str, part: str | None = None) -> list[str]:
    """Return the parts of a kind, such as `footnotes`, that `part` names; by default the part of the text."""
    named = relationships(parts, main_part(parts) if part is None else part).values()
    return [each.target for each in named if each.kind == kind and each.target in parts and not each.is_external]
