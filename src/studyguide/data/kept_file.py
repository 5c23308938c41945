"""Keep what takes long to make in files of the guide's `.cache/`, with checksums: a damaged file is passed over."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

CACHE = ".cache"
"""The folder below the guide's own; it may be deleted at any time."""
_DIGEST = sha256().digest_size


def kept(path: Path) -> bytes | None:
    """Return the content that is kept at `path`; None if there is none, or if it is not whole."""
    with suppress(OSError):  # there is none
        whole = path.read_bytes()
        content = whole[_DIGEST:]
        if sha256(content).digest() == whole[:_DIGEST]:
            return content
    return None


def keep(path: Path, content: bytes) -> None:
    """Keep some content at `path`, unless its folder cannot be written."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f"{path.name}.new")
        new.write_bytes(sha256(content).digest() + content)
        new.replace(path)


def drop_all_but_newest(folder: Path, number: int) -> None:
    """Delete all files of a folder but the newest so many."""
    with suppress(OSError):
        for path in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)[:-number]:
            path.unlink()
