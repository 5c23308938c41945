"""Pack an EPUB: its package document and its container.

https://www.w3.org/TR/epub-33/, sections 4 and 5. The archive is reproducible: its files have a fixed order and date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FOLDER = "EPUB/"
PACKAGE = f"{FOLDER}package.opf"
_CONTAINER = f"""\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_OPF = """\
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" {language}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}
</metadata>
<manifest>
{manifest}
</manifest>
<spine{direction}>
{spine}
</spine>
</package>
"""
_MEDIA_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "png": "image/png",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True)
class Item:
    """A file of the publication."""

    name: str
    """Its path below FOLDER."""
    content: bytes = field(repr=False)
    properties: str = ""
    """Its properties in the manifest: https://www.w3.org/TR/epub-33/#app-item-properties-vocab"""
    is_read: bool = False
    """Whether it is one of the documents that are read one after the other."""


def write_package(items: Iterable[Item], metadata: Iterable[str], language: str, *, is_mirrored: bool) -> str:
    """Return the package document; `language` are the attributes of its root."""
    items = list(items)
    manifest, spine = [], []
    for number, item in enumerate(items, 1):
        kind = _MEDIA_TYPES[item.name.rpartition(".")[2]]
        properties = f' properties="{item.properties}"' if item.properties else ""
        manifest.append(f'<item id="item-{number}" href="{item.name}" media-type="{kind}"{properties}/>')
        if item.is_read:
            spine.append(f'<itemref idref="item-{number}"/>')
    return _OPF.format(
        language=language,
        metadata="\n".join(metadata),
        manifest="\n".join(manifest),
        direction=' page-progression-direction="rtl"' if is_mirrored else "",
        spine="\n".join(spine),
    )


def pack(items: Iterable[Item], package: str, day: date) -> bytes:
    """Return the archive, its files dated `day`: https://www.w3.org/TR/epub-33/#sec-ocf."""
    files: Mapping[str, bytes] = {
        "META-INF/container.xml": _CONTAINER.encode(),
        PACKAGE: package.encode(),
        **{f"{FOLDER}{item.name}": item.content for item in items},
    }
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr(_entry("mimetype", day, ZIP_STORED), b"application/epub+zip")
        for name, content in files.items():
            archive.writestr(_entry(name, day, ZIP_DEFLATED), content, compresslevel=9)
    return packed.getvalue()


def _entry(name: str, day: date, method: int) -> ZipInfo:
    entry = ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.compress_type = method
    entry.create_system = 3  # Unix on any system, for the permissions
    entry.external_attr = 0o100644 << 16
    return entry
