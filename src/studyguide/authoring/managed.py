"""The files of a guide that belong to the engine: `studyguide new` writes them, and `studyguide upgrade` renews them.

They are the same in every guide with the same engine, and no chair needs to change them.
"""

from __future__ import annotations

from pathlib import Path

MANAGED = Path("authoring", "template", "managed")
"""The folder, within the package, of the files that are copied unchanged."""
_SCHEMAS = Path("data", "schemas")
_LOCK = "requirements.lock"
_BUILD_ONLY = "flit-core=="
"""The requirement that builds the wheel; a guide has the wheel already."""


def managed_files(engine: Path, wheel_name: str, wheel_hash: str) -> dict[str, bytes]:
    """Return the files that the engine owns in a guide, except its wheel, by path.

    `engine` is the folder of a `studyguide` package, installed or unpacked; `wheel_hash` its wheel's SHA-256 as hex.
    """
    files = _files_under(engine / MANAGED)
    files |= {f"schemas/{name}": content for name, content in _files_under(engine / _SCHEMAS).items()}
    files[_LOCK] = guide_lock((engine / _LOCK).read_text(encoding="utf-8"), wheel_name, wheel_hash).encode()
    return files


def guide_lock(engine_lock: str, wheel_name: str, wheel_hash: str) -> str:
    """Return a guide's lock file: the engine's runtime requirements, then its wheel, each with hashes."""
    kept = []
    is_kept = True
    for line in engine_lock.splitlines(keepends=True):
        if not line.startswith((" ", "#")):  # the first line of a requirement; its hashes are indented
            is_kept = not line.startswith(_BUILD_ONLY)
        if is_kept:
            kept.append(line)
    return "".join(kept) + f"./engine/{wheel_name} --hash=sha256:{wheel_hash}\n"


def _files_under(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder by their paths in it, without the bytecode that pip compiles there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
