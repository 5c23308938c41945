"""`studyguide check`: tell what is to be mended. Ends with 1 where something must be."""

from __future__ import annotations

import argparse
from pathlib import Path

from studyguide.diagnostics.reports import REPORTS
from studyguide.mkdocs import gc_tuning
from studyguide.mkdocs.check import find_problems
from studyguide.mkdocs.config_errors import load_config_or_faults


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command."""
    parser.add_argument("--format", choices=list(REPORTS), default="plain", help="for people, GitHub or an editor")


def run(options: argparse.Namespace) -> int:
    """Report each problem, in the form that the options ask for."""
    gc_tuning.raise_threshold()
    config = load_config_or_faults(Path())
    problems = config if isinstance(config, list) else find_problems(config)
    print(REPORTS[options.format](problems))
    return 0 if all(problem.is_warning for problem in problems) else 1
