"""Report build errors in the log, and on GitHub also as annotations of their lines in the pull request."""

from __future__ import annotations

import logging
import os

from studyguide.diagnostics.diagnostic import Problem
from studyguide.diagnostics.reports import annotation

log = logging.getLogger("mkdocs.hooks.studyguide")
"""Below `mkdocs`, since a strict build counts only the warnings of such loggers."""


def report_error(error: Problem | Exception) -> None:
    """Report an error; an exception has no location to annotate."""
    log.error("%s", error)
    if isinstance(error, Problem) and os.environ.get("GITHUB_ACTIONS") == "true":
        print(annotation(error), flush=True)
