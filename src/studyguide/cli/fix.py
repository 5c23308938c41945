"""`studyguide fix`: format the guide's files, and print a line for each change; `--check` writes no file.

Exits with 1 if a file cannot be parsed, and with `--check` also if a file would change.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from studyguide.authoring.format.formatter import fix_guide
from studyguide.diagnostics.atomic_write import rewrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--check", action="store_true", help="only say what would be changed")


def run(options: argparse.Namespace, root: Path = Path()) -> int:
    """Format the guide at `root`, or with `--check` only print the changes."""
    is_check = options.check
    changes = 0
    is_readable = True
    for file in fix_guide(root):
        for problem in file.problems:
            print(problem)
            print(f"{file.path}: Left as it is until that is mended.")
            is_readable = False
        if not file.is_sorted:
            print(f"{file.path}: The order is left as it is: `make check` tells which entry says too little of itself.")
        for change in file.changes:
            print(f"{file.path}: {change}")
        changes += len(file.changes)
        if file.changes and not is_check:
            rewrite(root / file.path, file.text)
    print(_summary(changes, is_check=is_check))
    return 0 if is_readable and not (is_check and changes) else 1


def _summary(changes: int, *, is_check: bool) -> str:
    if not changes:
        return "Nothing to tidy."
    things = "1 thing" if changes == 1 else f"{changes} things"
    return f"{things} to tidy: `make fix` does it." if is_check else f"{things} tidied."
