"""Check the format of pictures by content, since file name extensions may be wrong."""

from __future__ import annotations

import re

from studyguide.diagnostics.diagnostic import Finding, finding

_SHOWN_AND_PRINTED = rb"\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF.{4}WEBP"
_SHOWN = {"an AVIF": rb".{4}ftyp.{0,60}?avi[fs]", "a BMP": rb"BM.{4}\x00{4}", "an ICO": rb"\x00\x00\x01\x00"}
"""Formats that browsers show and Typst cannot embed."""
_OTHERS = {"a HEIC": rb".{4}ftyp(?:hei|hev|mif1|msf1)", "a TIFF": rb"II\*\x00|MM\x00\*", "a PDF": rb"%PDF-"}
"""Formats of phones, scanners and word processors that few browsers show as a picture."""
_DRAWING = rb"(?:\xef\xbb\xbf)?\s*<(?:svg\b|(?:\?xml|!DOCTYPE svg|!--).*<svg\b)"


def picture_fault(name: str, content: bytes, *, is_printed: bool) -> Finding | None:
    """Return a finding where readers would not see a picture, else None.

    `content` is the content of the file; `is_printed` whether the handout has it too. `html_policy` checks SVG files.
    """
    if name.lower().endswith(".svg") or _begins(content, _SHOWN_AND_PRINTED):
        return None
    if _begins(content, _DRAWING):
        return finding("wrong-picture", "drawing", name=name)
    if kind := _kind(content, _SHOWN):
        return finding("wrong-picture", "unprintable", name=name, kind=kind) if is_printed else None
    if kind := _kind(content, _OTHERS):
        return finding("wrong-picture", "unseen", name=name, kind=kind)
    return finding("wrong-picture", "none", name=name)


def _kind(content: bytes, kinds: dict[str, bytes]) -> str:
    return next((kind for kind, signature in kinds.items() if _begins(content, signature)), "")


def _begins(content: bytes, signature: bytes) -> bool:
    return re.match(signature, content, re.DOTALL) is not None
