"""Parse the XML of a package safely: no entities, no network, no depth or length beyond libxml2's limits."""

from __future__ import annotations

from lxml import etree


class XmlPartError(ValueError):
    """A part that is no XML as word processors write it; the message ends a sentence that begins with its name."""


def is_xml(name: str) -> bool:
    """Whether the part of this name is XML."""
    return name.lower().endswith((".xml", ".rels"))


def parse_part(content: bytes) -> etree._Element:
    """Return the root of a part. Raises `XmlPartError` if it is not well-formed, or declares entities of its own."""
    if b"<!ENTITY" in content.replace(b"\0", b""):  # UTF-16 has a zero beside each letter
        raise XmlPartError("declares entities of its own, which no word processor does")
    try:
        return etree.fromstring(content, _parser())
    except etree.XMLSyntaxError as error:
        raise XmlPartError("is damaged: it is no valid XML") from error


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )


def serialise(root: etree._Element) -> bytes:
    """Return the XML of a part."""
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
