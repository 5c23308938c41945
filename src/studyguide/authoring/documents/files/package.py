"""Open a .docx or .odt as a package of parts, or refuse the file in words that a chair understands.

Both are zip files of XML (ECMA-376 part 2, OpenDocument 1.3 part 2). Nothing in them is run, fetched or written to the
disk: the parts are read into memory, within limits.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from studyguide.authoring.documents.files.ooxml import main_part
from studyguide.authoring.documents.files.other_files import kind_of, kind_of_package
from studyguide.authoring.documents.files.xml_parts import XmlPartError, is_xml, parse_part
from studyguide.authoring.refused import RefusedError

Format = Literal["docx", "odt"]
_MAX_FILE = 200_000_000
"""In bytes; a guide with many photos has 50 million."""
_MAX_PARTS = 10_000
_MAX_UNPACKED = 500_000_000
"""In bytes, of all parts together."""
_MAX_XML = 40_000_000
"""In bytes, of one part of XML; 400 pages of text take 4 million."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
"""What `zipfile` raises for a file that is cut off or damaged, or packed in an unusual way."""
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/([a-zA-Z]+)/")
"""The namespaces of the strict form, which Word writes on request: ECMA-376 part 1, annex A."""
_ENCRYPTED_FLAG = 0x1
_SAVE_AGAIN = "Open it in the program that made it, and save it again as .docx."


@dataclass(frozen=True)
class Document:
    """A word processor's file."""

    path: Path
    format: Format
    parts: Mapping[str, bytes]
    """The content of each part by its name, such as `word/document.xml`, in the file's order."""


def open_document(path: Path) -> Document:
    """Read the parts of the document at `path`. Raises `RefusedError`, in one line, if it is not one to import."""
    if kind := kind_of(path):
        raise RefusedError(f"{path}: {kind}")
    try:
        parts = MappingProxyType(dict(_parts(path)))
    except _BROKEN as error:
        raise _broken(path) from error
    if kind := kind_of_package(parts):
        raise RefusedError(f"{path}: {kind}")
    _check_xml(path, parts)
    return Document(path, _format(path, parts), parts)


def _broken(path: Path) -> RefusedError:
    return RefusedError(f"{path}: The file is damaged, or not whole. {_SAVE_AGAIN}")


def _too_large(path: Path) -> RefusedError:
    return RefusedError(
        f"{path}: The file is too large for a study guide. Make its pictures smaller, and save it again."
    )


def _parts(path: Path) -> Iterator[tuple[str, bytes]]:
    if path.stat().st_size > _MAX_FILE:
        raise _too_large(path)
    with zipfile.ZipFile(path) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        _check_sizes(path, entries)
        for entry in entries:
            if entry.flag_bits & _ENCRYPTED_FLAG:
                raise RefusedError(f"{path}: The file is locked with a password. Save it without one.")
            yield entry.filename, _content(path, package, entry)


def _check_sizes(path: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse a small file that says it unpacks to a huge one."""
    is_huge = any(entry.file_size > _MAX_XML for entry in entries if is_xml(entry.filename))
    if is_huge or len(entries) > _MAX_PARTS or sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
        raise _too_large(path)


def _content(path: Path, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack a part; whatever size the file declares for it, no more is read than that and one byte."""
    with package.open(entry) as part:
        content = part.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise _broken(path)
    return _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content) if is_xml(entry.filename) else content


def _check_xml(path: Path, parts: Mapping[str, bytes]) -> None:
    for name, content in parts.items():
        if is_xml(name):
            try:
                parse_part(content)
            except XmlPartError as error:
                raise RefusedError(f"{path}: {name} in it {error}. {_SAVE_AGAIN}") from error


def _format(path: Path, parts: Mapping[str, bytes]) -> Format:
    if "content.xml" in parts:
        return "odt"
    if main_part(parts) in parts:
        return "docx"
    raise RefusedError(f"{path}: There is no text in this file that can be read. {_SAVE_AGAIN}")


def packed(document: Document) -> bytes:
    """Return the document as a zip file, the same for the same parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, content in document.parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
