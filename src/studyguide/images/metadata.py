"""Remove metadata from a picture without touching its pixels: EXIF, XMP, IPTC, comments, colour profiles.

What is kept is listed, not what is removed: a format may hold metadata in blocks that nobody here knows.
"""

from __future__ import annotations

import struct
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator

from lxml import etree

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"bKGD", b"sBIT", b"acTL", b"fcTL", b"fdAT"))
"""Chunks of the picture and of its animation: https://www.w3.org/TR/png-3/#11Chunks"""
_WEBP_KEPT = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"))
_WEBP_FLAGS = 0b00010010
"""The flags of `VP8X` for alpha and animation: https://developers.google.com/speed/webp/docs/riff_container"""
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_SVG = "{http://www.w3.org/2000/svg}"
_DRAWING_NAMESPACES = (_SVG, "{http://www.w3.org/1999/xlink}", "{http://www.w3.org/XML/1998/namespace}")
_DATA = "base64,"


def stripped_png(content: bytes) -> bytes:
    """Return a PNG or an APNG with the chunks alone that browsers draw. Raises ValueError where it is damaged."""
    kept = [_PNG_SIGNATURE]
    at = len(_PNG_SIGNATURE)
    while at + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + length + 12
        if end > len(content):
            break
        if kind in _PNG_KEPT:
            kept.append(content[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("The PNG ends too early")


def stripped_webp(content: bytes) -> bytes:
    """Return a WebP with the chunks alone that browsers draw."""
    chunks = []
    for kind, data in _riff_chunks(content):
        if kind in _WEBP_KEPT:
            drawn = bytes([data[0] & _WEBP_FLAGS]) + data[1:] if kind == b"VP8X" else data
            chunks.append(kind + struct.pack("<I", len(drawn)) + drawn + b"\0" * (len(drawn) % 2))
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _riff_chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(content):
        (length,) = struct.unpack_from("<I", content, at + 4)
        yield content[at : at + 4], content[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def stripped_gif(content: bytes) -> bytes:
    """Return a GIF without its comments and application data; frames, their timing and loops stay.

    Raises IndexError where the file is damaged. The blocks: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
    """
    at = 13 + _colour_table(content[10])
    kept = [content[:at]]
    while content[at] != 0x3B:  # the trailer
        begin = at
        if content[at] == 0x2C:  # an image
            at = _behind_blocks(content, at + 11 + _colour_table(content[at + 9]))
            kept.append(content[begin:at])
            continue
        label, name = content[at + 1], content[at + 3 : at + 14]
        at = _behind_blocks(content, at + 2)
        if label in (0xF9, 0x01) or (label == 0xFF and name in _GIF_LOOPS):
            kept.append(content[begin:at])
    return b"".join([*kept, b"\x3b"])


def _colour_table(flags: int) -> int:
    """Return the length of the colour table that the flags of a screen or an image announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind_blocks(content: bytes, at: int) -> int:
    """Return the position behind the sub-blocks that begin at `at`."""
    while length := content[at]:
        at += length + 1
    return at + 1


def stripped_svg(content: bytes, fit: Callable[[bytes], bytes]) -> bytes:
    """Return an SVG without metadata, comments and the notes of drawing programs, such as the paths of their files.

    `fit` returns a raster picture that is embedded in it made fit. A drawing without any of these stays as it is.
    """
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    changed = False
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is not None and (not isinstance(element.tag, str) or not _is_drawn(element.tag)):
            _remove(element)
            changed = True
        elif isinstance(element.tag, str):
            changed |= _clean_attributes(element, fit)
    if not changed and root.getprevious() is None and root.getnext() is None:
        return content
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _is_drawn(tag: str) -> bool:
    return tag.startswith(_SVG) and tag != f"{_SVG}metadata"


def _remove(element: etree._Element) -> None:
    """Remove an element and keep the text behind it."""
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _clean_attributes(element: etree._Element, fit: Callable[[bytes], bytes]) -> bool:
    """Remove the attributes of drawing programs, and make embedded pictures fit; return whether there were any."""
    changed = False
    for name, value in list(element.attrib.items()):
        name, value = str(name), str(value)
        if name.startswith("{") and not name.startswith(_DRAWING_NAMESPACES):
            del element.attrib[name]
            changed = True
        elif name.endswith("href") and value.startswith("data:image/") and _DATA in value:
            begin, _, data = value.partition(_DATA)
            element.set(name, f"{begin}{_DATA}{b64encode(fit(b64decode(data))).decode()}")
            changed = True
    return changed
