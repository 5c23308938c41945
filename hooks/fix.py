"""Tidy the guide's files: `python hooks/fix.py`. What is changed is said, a line each; `--check` only says it.

Ends with 1 where a file cannot be read, and with `--check` also where something is to be tidied.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from studyguide.rewriting import rewrite
from studyguide.tidying.fixing import fix_guide


def main(arguments: Sequence[str] = (), root: Path = Path()) -> int:
    """Tidy the guide at `root`, or only say what would change, as the `arguments` of the command line ask for."""
    parser = argparse.ArgumentParser(description="Sort and tidy the guide's files. No text is changed.")
    parser.add_argument("--check", action="store_true", help="only say what would be changed")
    is_check = parser.parse_args(arguments).check
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
