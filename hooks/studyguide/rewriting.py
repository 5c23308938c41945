"""Write a chair's file anew so that it is never half written, also where the power goes."""

from __future__ import annotations

import shutil
from pathlib import Path


def rewrite(path: Path, content: bytes) -> None:
    """Put `content` into the file at `path`, whose rights stay; a link to a file stays one."""
    path = path.resolve()
    new = path.with_name(f"{path.name}.new")
    try:
        new.write_bytes(content)
        if path.exists():
            shutil.copymode(path, new)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
