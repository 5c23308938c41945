"""Report what keeps the site from being built: in the log, and on GitHub also at its line in the pull request."""

from __future__ import annotations

import logging
import os

from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.reports import annotation

log = logging.getLogger("mkdocs.hooks.studyguide")
"""A strict build counts the warnings of loggers below `mkdocs` alone."""


def report_error(error: Problem | Exception) -> None:
    """Report an error; one whose place nobody knows stands in the log alone."""
    log.error("%s", error)
    if isinstance(error, Problem) and os.environ.get("GITHUB_ACTIONS") == "true":
        print(annotation(error), flush=True)
