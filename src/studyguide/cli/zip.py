"""`studyguide zip FOLDER site.zip`: pack a portable site. The last zip stays until the new one is whole."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, datetime
from pathlib import Path

from studyguide.outputs.site.portable import pack

_OLDEST = 315532800
"""1 January 1980, before which a zip has no dates: for a guide without git, whose zip, too, is the same each time."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("folder", type=Path, help="a site built with PORTABLE=true")
    parser.add_argument("target", type=Path, help="the file to write")


def run(options: argparse.Namespace) -> int:
    """Pack the folder into the file."""
    folder, target = options.folder, options.target
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST)), UTC)
    new = target.with_name(f"{target.name}.new")
    new.write_bytes(pack(files, moment))
    new.replace(target)
    return 0
