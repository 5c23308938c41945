"""`studyguide import guide.docx ../new-guide`: make a guide from a document, and tell what is to be looked at."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path

from studyguide.authoring.documents.files.package import open_document
from studyguide.authoring.documents.import_document import Imported, import_again, import_document
from studyguide.authoring.documents.own_copy import refuse_own_copy
from studyguide.authoring.new_guide import commit, read_answers
from studyguide.authoring.refused import RefusedError
from studyguide.cli.making import SERVE, add_shared_arguments, made_or_status, print_steps
from studyguide.diagnostics.reports import grouped_report
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("document", type=Path, nargs="?", help="a .docx or .odt; without it, this guide's own again")
    parser.add_argument("folder", type=Path, nargs="?", help="a new folder, not inside this one")
    add_shared_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make the guide, print what was found and what the check says, and the next steps."""
    folder: Path = (options.folder or Path()).expanduser().resolve()
    imported = made_or_status(lambda: _import(options, folder), folder if options.folder else None)
    if isinstance(imported, int):
        return imported
    _print_check(imported.folder)
    if imported.unasked:
        print("Nobody was asked. These answers were taken; the guide's mkdocs.yml has them:")
        print(*(f"  {answer}" for answer in imported.unasked), sep="\n", end="\n\n")
    done, to_do = ("", "") if imported.is_again else commit(imported.folder)
    said = [f"The guide is in {imported.folder}: {imported.summary}", _corrections(imported), done]
    print(" ".join(filter(None, said)))
    print_steps(list(_steps(options.folder)), to_do)
    return 0


def _import(options: argparse.Namespace, folder: Path) -> Imported:
    if options.document is None:
        return import_again(folder, options.engine)
    if options.folder is None:
        refuse_own_copy(open_document(options.document.expanduser()))
        raise RefusedError("Name the folder of the new guide as well: make import FILE=guide.docx DIR=../new-guide.")
    answers = read_answers(options.answers) if options.answers else None
    return import_document(options.document.expanduser(), folder, answers, options.engine)


def _print_check(folder: Path) -> None:
    config = load_config_or_faults(folder)
    problems = config if isinstance(config, list) else find_problems(config)
    print(grouped_report(problems), end="\n\n")


def _steps(folder: Path | None) -> Iterator[str]:
    """Yield the steps that come next; `folder` is the guide's as it was named, None if it is the one here."""
    if folder and folder.expanduser().resolve() != Path.cwd():
        yield shlex.join(["cd", str(folder)])
    yield "Read import/report.md: what may be wrong, the worst first. The list above is `make check` in short."
    yield SERVE


def _corrections(imported: Imported) -> str:
    """Return how many corrections a guide that was made anew has; nothing about a new one."""
    if not imported.is_again:
        return ""
    if imported.corrections == 1:
        return "1 correction of import/overrides.yaml was used."
    return f"{imported.corrections or 'No'} corrections of import/overrides.yaml were used."
