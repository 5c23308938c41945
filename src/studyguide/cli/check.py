"""`studyguide check`: report the problems of a guide. Exits with 1 if one is an error."""

from __future__ import annotations

import argparse
from pathlib import Path

from studyguide.diagnostics.reports import REPORTS
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults
from studyguide.mkdocs.settings import engine_problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--format", choices=list(REPORTS), default="plain", help="for people, GitHub or an editor")


def run(options: argparse.Namespace) -> int:
    """Print each problem in the chosen format."""
    config = load_config_or_faults(Path())
    problems = config if isinstance(config, list) else engine_problems(config) or find_problems(config)
    print(REPORTS[options.format](problems))
    return 0 if all(problem.is_warning for problem in problems) else 1
