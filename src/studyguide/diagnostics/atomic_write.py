"""Read a chair's file as it is, and write it anew so that it is never half written, also where the power goes."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path


def read_exactly(path: Path) -> str:
    """Give the text of a UTF-8 file with its own line ends, without a byte order mark."""
    return path.read_bytes().decode("utf-8-sig")


def rewrite(path: Path, text: str) -> None:
    """Put `text` into the file at `path`, whose rights and byte order mark stay; a link to a file stays one."""
    path = path.resolve()
    new = path.with_name(f"{path.name}.new")
    is_marked = path.exists() and path.read_bytes().startswith(codecs.BOM_UTF8)
    try:
        new.write_bytes(codecs.BOM_UTF8 * is_marked + text.encode())
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
