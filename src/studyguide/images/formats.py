"""Recognise the format of a picture by its content, since file name extensions may be wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Finding, finding

_RASTER = rb"\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|.{4}ftyp.{0,60}?avi[fs]|BM.{4}\x00{4}|\x00\x00\x01\x00"
"""Formats that `fitting` reads: PNG, JPEG, GIF, WebP, AVIF, BMP and ICO."""
_CAMERA = {"a HEIC": rb".{4}ftyp(?:hei|hev|mif1|msf1)", "a TIFF": rb"II\*\x00|MM\x00\*", "a raw": rb".{4}ftypcrx"}
"""Formats of phones, scanners and cameras that few browsers show."""
_OTHERS = _CAMERA | {"a PDF": rb"%PDF-"}
_DRAWING = rb"(?:\xef\xbb\xbf)?\s*<(?:svg\b|(?:\?xml|!DOCTYPE svg|!--).*<svg\b)"


class PictureError(ValueError):
    """A picture that cannot be made fit; the message is the name of one of the rule `wrong-picture`."""


@dataclass(frozen=True)
class Measures:
    """The size of a picture as shown, and whether it may be an icon: transparent, or in motion."""

    width: int
    height: int
    is_icon: bool


def is_raster(content: bytes) -> bool:
    """Return whether a file is a raster picture that can be made fit; its first 100 bytes suffice."""
    return _begins(content, _RASTER)


def is_of_camera(content: bytes) -> bool:
    """Return whether a file is a photo in a format that browsers do not show; its first 100 bytes suffice."""
    return _kind(content, _CAMERA) != ""


def format_fault(name: str, content: bytes) -> Finding | None:
    """Return a finding where readers would not see the picture `content`, else None.

    The other checks of an SVG are those of `lint.html_policy`.
    """
    if name.lower().endswith(".svg") or is_raster(content):
        return None
    if _begins(content, _DRAWING):
        return finding("wrong-picture", "drawing", name=name)
    if kind := _kind(content, _OTHERS):
        return finding("wrong-picture", "unseen", name=name, kind=kind)
    return finding("wrong-picture", "none", name=name)


def _kind(content: bytes, kinds: dict[str, bytes]) -> str:
    return next((kind for kind, signature in kinds.items() if _begins(content, signature)), "")


def _begins(content: bytes, signature: bytes) -> bool:
    return re.match(signature, content, re.DOTALL) is not None
