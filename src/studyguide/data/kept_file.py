"""Keep what takes long to make in files of the guide's `.cache/`, with checksums: a damaged file is passed over."""

from __future__ import annotations

from collections.abc import Iterable
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


def keep(path: Path, parts: Iterable[bytes]) -> None:
    """Keep a content at `path`, unless its folder cannot be written. It is made part by part, to save memory."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        new, digest = path.with_name(f"{path.name}.new"), sha256()
        with new.open("wb") as file:
            file.write(bytes(_DIGEST))
            for part in parts:
                digest.update(part)
                file.write(part)
            file.seek(0)
            file.write(digest.digest())
        new.replace(path)


def drop_all_but_newest(folder: Path, number: int) -> None:
    """Delete all files of a folder but the newest so many."""
    with suppress(OSError):
        for path in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)[:-number]:
            path.unlink()
