"""Tell what keeps the site from being built: in the log, and on GitHub also at its line in the pull request."""

from __future__ import annotations

import logging
import os

from studyguide.problems import Problem
from studyguide.reports import annotation

log = logging.getLogger("mkdocs.hooks.studyguide")


def tell(error: Problem | Exception) -> None:
    """Tell an error; one whose place nobody knows stands in the log alone."""
    log.error("%s", error)
    if isinstance(error, Problem) and os.environ.get("GITHUB_ACTIONS") == "true":
        print(annotation(error), flush=True)
