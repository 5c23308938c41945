"""`studyguide edition`: write edition.json, with which later builds compare the guide. Exits with 1 at errors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from studyguide.data.edition import Edition, edition_text
from studyguide.data.paths import EDITION
from studyguide.diagnostics.atomic_write import rewrite
from studyguide.diagnostics.reports import REPORTS
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from studyguide.mkdocs.new_edition import NewEdition, new_edition


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no argument: this command has none."""


def run(options: argparse.Namespace) -> int:
    """Write the edition, unless nothing has changed since the last one; return 1 if the guide has errors."""
    config = load_config_or_faults(Path())
    problems = config if isinstance(config, list) else find_problems(config)
    faults = [problem for problem in problems if not problem.is_warning or problem.rule == "wrong-edition"]
    if isinstance(config, list) or faults:
        print(REPORTS["plain"](faults), file=sys.stderr)
        print("No edition was made: mend this first.", file=sys.stderr)
        return 1
    made = new_edition(config)
    if made.is_new:
        rewrite(Path(EDITION), edition_text(made.content))
    print(_said(made))
    return 0


def _said(made: NewEdition) -> str:
    """Say what was made."""
    if made.last and not made.is_new:
        return f"Nothing has changed since {_named(made.last.edition)}: {EDITION} stays as it is."
    counts = [f"{len(units)} {kind}" for kind, units in made.content.units.items()]
    what = f"{EDITION} is {_named(made.content.edition)}, with {', '.join(counts)}."
    return f"{what} Commit it: from now on each build says what changed since."


def _named(edition: Edition) -> str:
    return f"edition {edition.number} of {edition.day.isoformat()}"
