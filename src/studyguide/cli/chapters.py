"""`studyguide chapters`: write the finished chapters for another engine. Exits with 1 if the guide has errors."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from studyguide.data.paths import SETTINGS
from studyguide.diagnostics.reports import REPORTS
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from studyguide.mkdocs.finished_chapters import MARK, finished_files

FOLDER = Path("chapters")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument(
        "folder", type=Path, nargs="?", default=FOLDER, help="where to write them; by default, chapters"
    )
    parser.add_argument(
        "--links",
        choices=["pages", "files"],
        default="pages",
        help="to pages of the site (../background/) as MkDocs needs them in HTML, or to files (background.md)",
    )


def run(options: argparse.Namespace) -> int:
    """Write the files in the place of those of the last time; return 2 if the folder holds anything else."""
    folder: Path = options.folder
    if not _is_ours(folder):
        print(f"{folder} holds other files, and was left alone. Name another folder.", file=sys.stderr)
        return 2
    config = load_config_or_faults(Path())
    problems = config if isinstance(config, list) else find_problems(config)
    if isinstance(config, list) or not all(problem.is_warning for problem in problems):
        print(REPORTS["plain"](problems), file=sys.stderr)
        return 1
    files = finished_files(config, names_files=options.links == "files")
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    print(
        f"The finished chapters are in {folder / 'docs'}. MkDocs alone builds them: mkdocs build -f {folder / SETTINGS}"
    )
    return 0


def _is_ours(folder: Path) -> bool:
    """Return whether the folder is missing, empty, or of this command."""
    settings = folder / SETTINGS
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return True
    return settings.is_file() and settings.read_text(encoding="utf-8").startswith(MARK)
