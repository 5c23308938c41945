"""`studyguide new ../whistleblowers`: make a new guide."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from studyguide.authoring.new_guide import commit, make_guide, read_answers
from studyguide.cli.making import SERVE, add_shared_arguments, made_or_status, print_steps


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("folder", type=Path, help="a new folder, not inside this one")
    add_shared_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make the guide, and print the next steps."""
    folder: Path = options.folder.expanduser().resolve()
    if status := made_or_status(lambda: _make(options, folder), folder):
        return status
    done, to_do = commit(folder)
    print(f"The new guide is in {folder}. {done}")
    steps = [
        shlex.join(["cd", str(options.folder)]),
        SERVE,
        "Open docs/introduction.md. A box in each section says what belongs there:\n"
        "write the section, and delete the box. README.md says what comes then, and how to put the guide online.",
    ]
    print_steps(steps, to_do)
    return 0


def _make(options: argparse.Namespace, folder: Path) -> None:
    make_guide(folder, read_answers(options.answers) if options.answers else None, options.engine)
