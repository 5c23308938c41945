"""Read a chair's file exactly, and write it atomically: a crash leaves the old content or the new, never a part."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path


def read_exactly(path: Path) -> str:
    """Return the text of a UTF-8 file with its own line endings, without the byte order mark.

    Raises UnicodeDecodeError.
    """
    return path.read_bytes().decode("utf-8-sig")


def rewrite(path: Path, text: str) -> None:
    """Replace the content of a file by `text`; keep permissions and byte order mark, and follow symbolic links."""
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
