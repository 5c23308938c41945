"""`studyguide zip FOLDER site.zip`: pack a portable site. The last zip is replaced once the new one is complete."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from studyguide.data.guide import read_labels
from studyguide.outputs.site.portable import language_of, pack

_OLDEST = 315532800
"""1 January 1980, the earliest date in a zip: a fixed date makes the zip of a guide without Git reproducible."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("folder", type=Path, help="a site built with PORTABLE=true")
    parser.add_argument("target", type=Path, help="the file to write")


def run(options: argparse.Namespace) -> int:
    """Pack the folder into the zip; return 2 if it holds no site."""
    folder, target = options.folder, options.target
    if not (folder / "index.html").is_file():
        print(f"{folder} is no site: it has no index.html. `make zip` builds the site and packs it.", file=sys.stderr)
        return 2
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    moment = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", _OLDEST)), UTC)
    new = target.with_name(f"{target.name}.new")
    labels, _ = read_labels(Path.cwd(), language_of(files["index.html"]), [])  # the build has told what is wrong
    new.write_bytes(pack(files, moment, labels))
    new.replace(target)
    return 0
