"""Pack a portable site: `python hooks/pack.py FOLDER site.zip`. The last zip stays until the new one is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from studyguide.website.portable import pack

_OLDEST = 315532800
"""1 January 1980, before which a zip has no dates: for a guide without git, whose zip, too, is the same each time."""


def main(arguments: Sequence[str]) -> None:
    """Pack the folder that the first argument names into the file that the second names."""
    folder, target = map(Path, arguments)
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST)), UTC)
    new = target.with_name(f"{target.name}.new")
    new.write_bytes(pack(files, moment))
    new.replace(target)


if __name__ == "__main__":
    main(sys.argv[1:])
