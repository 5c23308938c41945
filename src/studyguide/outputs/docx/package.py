"""A .docx file as a package of parts (ISO/IEC 29500-2): read, changed, and written with the same bytes each time."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from studyguide.outputs.docx.wordml import Tree

DOCUMENT, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
_TYPES = "[Content_Types].xml"
_TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest date of a ZIP file; the document's own is among its properties."""


class Package:
    """The parts of a .docx file by name. Those that are read as trees are written as the trees then are."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as packed:
            self._parts = {name: packed.read(name) for name in packed.namelist() if not name.endswith("/")}
        self._trees: dict[str, Tree] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def __getitem__(self, name: str) -> bytes:
        return self._parts[name]

    def tree(self, name: str) -> Tree:
        """Return a part of XML as a tree; a change of the tree is a change of the part."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self._parts[name], etree.XMLParser(resolve_entities=False))
        return self._trees[name]

    def put(self, name: str, content: bytes, kind: str = "") -> None:
        """Add or replace a part; `kind` is the media type of a new one whose ending tells it not."""
        self._trees.pop(name, None)
        self._parts[name] = content
        if kind:
            etree.SubElement(self.tree(_TYPES), f"{{{_TYPES_NS}}}Override", PartName=f"/{name}", ContentType=kind)

    def relate(self, part: str, relation: str, target: str) -> str:
        """Let a part refer to another of its folder, by a relation such as `image`, and return the reference's id."""
        relations = self.tree(_relations_of(part))
        taken = {each.get("Id") for each in relations}
        free = next(name for number in range(len(taken) + 1) if (name := f"rIdGuide{number}") not in taken)
        attributes = {"Type": _OFFICE + relation, "Id": free, "Target": target}
        etree.SubElement(relations, f"{{{_RELATIONS_NS}}}Relationship", attributes)
        return free

    def share(self, part: str, reference: str) -> None:
        """Let a part refer by this id to what the document does, if it does not yet.

        pandoc relates the pictures of notes to the document alone.
        """
        own, others = self.tree(_relations_of(part)), self.tree(_relations_of(DOCUMENT))
        if all(each.get("Id") != reference for each in own):
            own.extend(deepcopy(each) for each in others if each.get("Id") == reference)

    def target(self, part: str, reference: str) -> str:
        """Return the name of the part to which a part refers by this id."""
        relations = self.tree(_relations_of(part))
        return next(f"word/{each.get('Target')}" for each in relations if each.get("Id") == reference)

    def packed(self) -> bytes:
        """Return the file: the content types first, then the parts by name, all of the same date."""
        for name, tree in self._trees.items():
            self._parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=9) as writing:
            for name in sorted(self._parts, key=lambda name: (name != _TYPES, name)):
                entry = ZipInfo(name, _FIRST_DAY)
                entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
                writing.writestr(entry, self._parts[name], compresslevel=9)
        return packed.getvalue()


def _relations_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"
