"""`studyguide import guide.docx ../new-guide`: make a guide from a document, and tell what is to be looked at."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from copier.errors import CopierAnswersInterrupt, InteractiveSessionError

from studyguide.authoring.documents.import_document import Imported, import_again, import_document
from studyguide.authoring.documents.own_copy import refuse_own_copy
from studyguide.authoring.engine_wheel import WheelError
from studyguide.authoring.new_guide import commit, read_answers
from studyguide.authoring.refused import RefusedError
from studyguide.diagnostics.reports import REPORTS
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("document", type=Path, nargs="?", help="a .docx or .odt; without it, this guide's own again")
    parser.add_argument("folder", type=Path, nargs="?", help="a new folder, not inside this one")
    parser.add_argument("--answers", type=Path, help="a YAML file with the answers, so that nobody is asked")
    parser.add_argument("--engine", type=Path, help="the engine: its wheel, or the folder of its sources")


def run(options: argparse.Namespace) -> int:
    """Make the guide, print what was found and what the check says, and the next steps."""
    try:
        imported = _import(options)
    except (RefusedError, WheelError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}. Nothing was made.", file=sys.stderr)
        return 2
    except (CopierAnswersInterrupt, InteractiveSessionError):
        print("Stopped. Nothing was made.", file=sys.stderr)
        return 130
    _print_check(imported.folder)
    if imported.unasked:
        print("Nobody was asked. These answers were taken; the guide's mkdocs.yml has them:")
        print(*(f"  {answer}" for answer in imported.unasked), sep="\n", end="\n\n")
    done, to_do = ("", "") if imported.is_again else commit(imported.folder)
    _print_steps(options.folder or Path(), imported, done, to_do)
    return 0


def _import(options: argparse.Namespace) -> Imported:
    folder: Path = (options.folder or Path()).expanduser().resolve()
    if options.document is None:
        return import_again(folder, options.engine)
    if options.folder is None:
        refuse_own_copy(options.document.expanduser(), folder)
        raise RefusedError("Name the folder of the new guide as well: make import FILE=guide.docx DIR=../new-guide.")
    answers = read_answers(options.answers) if options.answers else None
    return import_document(options.document.expanduser(), folder, answers, options.engine)


def _print_check(folder: Path) -> None:
    config = load_config_or_faults(folder)
    problems = config if isinstance(config, list) else find_problems(config)
    print(REPORTS["plain"](problems), end="\n\n")


def _print_steps(folder: Path, imported: Imported, done: str, to_do: str) -> None:
    said = [f"The guide is in {imported.folder}: {imported.summary}", _corrections(imported), done]
    print(" ".join(filter(None, said)), end="\n\nNext:\n")
    steps = [
        *([] if imported.folder == Path.cwd() else [shlex.join(["cd", str(folder)])]),
        "Read import/report.md: what may be wrong, the worst first. The list above is what `make check` says.",
        "make serve          It shows the guide on http://127.0.0.1:8000/ while you write. Ctrl+C stops it.",
    ]
    if to_do:
        steps.insert(1, f"Keep the first version:\n{to_do}")
    for number, step in enumerate(steps, 1):
        print(f"  {number}. {step.replace(chr(10), f'{chr(10)}     ')}")


def _corrections(imported: Imported) -> str:
    """Return how many corrections a guide that was made anew has; nothing about a new one."""
    if not imported.is_again:
        return ""
    if imported.corrections == 1:
        return "1 correction of import/overrides.yaml was used."
    return f"{imported.corrections or 'No'} corrections of import/overrides.yaml were used."
