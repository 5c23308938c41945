"""`studyguide new ../whistleblowers`: make a new guide."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from copier.errors import CopierAnswersInterrupt, InteractiveSessionError

from studyguide.authoring.engine_wheel import WheelError
from studyguide.authoring.new_guide import GIT_INTRODUCTION, commit, make_guide, read_answers
from studyguide.authoring.refused import RefusedError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("folder", type=Path, help="a new folder, not inside this one")
    parser.add_argument("--answers", type=Path, help="a YAML file with the answers, so that nobody is asked")
    parser.add_argument("--engine", type=Path, help="the engine: its wheel, or the folder of its sources")


def run(options: argparse.Namespace) -> int:
    """Make the guide, and print the next steps."""
    folder: Path = options.folder.expanduser().resolve()
    try:
        make_guide(folder, read_answers(options.answers) if options.answers else None, options.engine)
    except (RefusedError, WheelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{folder}: {error.strerror}. Nothing was made. Name another folder.", file=sys.stderr)
        return 2
    except (CopierAnswersInterrupt, InteractiveSessionError):
        print("Stopped. Nothing was made.", file=sys.stderr)
        return 130
    done, to_do = commit(folder)
    steps = [
        shlex.join(["cd", str(options.folder)]),
        "make serve          It shows the guide on http://127.0.0.1:8000/ while you write. Ctrl+C stops it.",
        "Open docs/introduction.md. A box in each section says what belongs there:\n"
        "write the section, and delete the box. README.md says what comes then, and how to put the guide online.",
    ]
    if to_do:
        is_unknown = to_do.startswith(GIT_INTRODUCTION)
        who = " with your name and address, which its history shows to all" if is_unknown else ""
        steps.insert(1, f"Keep the first version{who}:\n{to_do}")
    print(f"The new guide is in {folder}. {done}\n\nNext:")
    for number, step in enumerate(steps, 1):
        print(f"  {number}. {step.replace(chr(10), f'{chr(10)}     ')}")
    return 0
