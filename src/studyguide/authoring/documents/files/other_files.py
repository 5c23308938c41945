"""Recognise files that are no .docx and no .odt by their first bytes or parts, and say how to save a .docx."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_ADDRESS = re.compile(r"(?i)https?:/|www\.|docs\.google\.com/")
_LINK_FILES = frozenset((".gdoc", ".url", ".webloc", ".desktop", ".lnk"))
_MACRO_FILES = frozenset((".docm", ".dotm"))
_GOOGLE = "Open it in Google Docs and choose File > Download > Microsoft Word (.docx)."
_WORD = "Open it in Word or LibreOffice and choose File > Save as > Word document (.docx)."
_FROM_ORIGINAL = "Take the document from which it was made, and save that as .docx."
_LINK = f"This is a link to a document, not the document. {_GOOGLE}"
_MACROS = (
    "The file holds macros, which are programs. Choose File > Save as > Word document (.docx), which leaves them out."
)
_LOCKED = "The file is locked with a password. Take the password away in the program that made it, and save it again."
_BEGINNINGS: Mapping[bytes, str] = {
    rb"%PDF": f"This is a PDF, which has lost its headings and notes. {_FROM_ORIGINAL}",
    rb"\{\\rtf": f"This is a document in Rich Text Format (.rtf). {_WORD}",
    rb"\s*(?:<\?xml[^>]*>\s*)?<(?i:!doctype html|html)": f"This is a web page. {_FROM_ORIGINAL}",
    rb"\s*\{\s*\"(?:url|doc_id|resource_id|email)\"": _LINK,
    rb"\[InternetShortcut\]": _LINK,
    rb"MIME-Version:|From:": f"This is a web page or a message. {_FROM_ORIGINAL}",
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:pkg:package|w:wordDocument|office:document)\b": (
        f"This is a document in one piece of XML. {_WORD}"
    ),
}
"""What a file is, by a pattern of its first bytes."""
_PACKAGES: Mapping[str, str] = {
    "xl/workbook.xml": f"This is a table of Excel. {_FROM_ORIGINAL}",
    "ppt/presentation.xml": f"These are slides of PowerPoint. {_FROM_ORIGINAL}",
}
"""What a zip file is that has a part of this name."""
_BOOK = b"application/epub"
_OPEN_DOCUMENT = re.compile(rb"application/vnd\.oasis\.opendocument\.(?!text)")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of Word up to 2003, and of each document of Word with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
_FIRST_BYTES = 4096
_READ = 20_000_000
"""In bytes, of a container of Word: with a password, its list of contents may stand at the end."""


def kind_of(path: Path) -> str:
    """Return what the file at `path` is and what to do, or an empty string for a zip file, which may be a document."""
    if _ADDRESS.match(str(path)):
        return f"This is an address, not a file. {_GOOGLE} Then name the file that you get."
    if path.is_dir():
        return "This is a folder. Name the document in it, a .docx or .odt."
    try:
        with path.open("rb") as file:
            start = file.read(_FIRST_BYTES)
            content = start + file.read(_READ) if start.startswith(_OLE) else start
    except FileNotFoundError:
        return "There is no such file. Look at how its name is spelt."
    except OSError as error:
        return f"The file cannot be read: {error.strerror}."
    return _kind_of_content(content, path.suffix.lower())


def _kind_of_content(content: bytes, suffix: str) -> str:
    if not content:
        return "The file is empty. Save or download the document again."
    if content.startswith(_OLE):
        return _LOCKED if _ENCRYPTED in content else f"This is a document of an old Word (.doc). {_WORD}"
    for pattern, kind in _BEGINNINGS.items():
        if re.match(pattern, content.removeprefix(b"\xef\xbb\xbf")):
            return kind
    if suffix in _LINK_FILES:
        return _LINK
    if suffix in _MACRO_FILES:
        return _MACROS
    return "" if content.startswith(_ZIP) else f"This is no document of Word or LibreOffice. {_WORD}"


def kind_of_package(parts: Mapping[str, bytes]) -> str:
    """Return what a zip file of these parts is if no document to import, with what to do; else an empty string."""
    if any((name.startswith("Index/") and name.endswith(".iwa")) or name == "Index.zip" for name in parts):
        return "This is a document of Pages. Open it in Pages and choose File > Export To > Word."
    if any(_is_macro(name) for name in parts) or b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        return _MACROS
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        return _LOCKED
    return _other_package(parts)


def _is_macro(name: str) -> bool:
    """Whether a part is a program: of Word, or of LibreOffice, whose empty libraries have no more than two lists."""
    is_basic = name.startswith("Basic/") and not re.search(r"/script-l[bc]\.xml$", name)
    return (
        is_basic or name.startswith("Scripts/") or bool(re.search(r"(?i)/vba(?:Project|Data)\w*\.(?:bin|xml)$", name))
    )


def _other_package(parts: Mapping[str, bytes]) -> str:
    for name, kind in _PACKAGES.items():
        if name in parts:
            return kind
    if parts.get("mimetype", b"").startswith(_BOOK):
        return f"This is an e-book. {_FROM_ORIGINAL}"
    if _OPEN_DOCUMENT.match(parts.get("mimetype", b"")):
        return f"This is a table or are slides of LibreOffice, no text. {_FROM_ORIGINAL}"
    if any(name.lower().endswith((".docx", ".odt")) for name in parts):
        return "This is a packed folder with documents in it. Unpack it, and name one of them."
    return ""
