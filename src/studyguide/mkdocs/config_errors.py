"""Load mkdocs.yml, and report MkDocs' configuration errors like all other problems, with their lines."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError

from studyguide.data.paths import SETTINGS
from studyguide.data.settings import read_settings
from studyguide.data.yaml_entries import compose_yaml, syntax_problem
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, find_conflict, read_source_file

_COMPLAINT = re.compile(r"Config value '(?P<name>[^']*)': (?P<words>.*)")

_NO_TEXT = "Expected type: <class 'str'>"


def load_config_or_faults(root: Path) -> MkDocsConfig | list[Problem]:
    """Load the mkdocs.yml of the guide at `root`, or return the problems for which it cannot be used.

    MkDocs reports every unknown setting, but only the first invalid value.
    """
    file = read_source_file(root, SETTINGS)
    if isinstance(file, Problem):
        return [file]
    nodes = find_conflict(file) or compose_yaml(file)
    if isinstance(nodes, Problem):
        return [nodes]
    config = None
    with _complaints() as complaints:
        try:
            config = load_config(str(root / SETTINGS))
        except Abort:
            pass  # the reason is logged
        except ConfigurationError as error:
            cause = error.__context__  # parsed, but not constructed
            words = syntax_problem(file, cause) if isinstance(cause, yaml.MarkedYAMLError) else None
            return [*read_settings(file).problems] or [
                words or problem(file.location(0), "wrong-setting", "mkdocs", words=error)
            ]
    if config and not complaints:
        return config
    # A strict build stops at each warning. The problems of the guide's own settings are reported with them.
    return sorted([*(_fault(file, complaint) for complaint in complaints), *read_settings(file).problems])


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect the messages that MkDocs logs while it loads the config, in place of logging them."""
    complaints: list[str] = []

    def keep(record: logging.LogRecord) -> bool:
        complaints.append(record.getMessage())
        return False

    logger = logging.getLogger("mkdocs.config")
    logger.addFilter(keep)
    try:
        yield complaints
    finally:
        logger.removeFilter(keep)


def _fault(file: SourceFile, complaint: str) -> Problem:
    found = _COMPLAINT.match(complaint)
    if not found:
        return problem(file.location(0), "wrong-setting", "mkdocs", words=complaint)
    name, words = found["name"], found["words"].rstrip(".")
    line = re.search(rf"^{re.escape(name)}\b", file.text, re.MULTILINE)
    where = file.location(line.start() if line else 0)
    if words.startswith(_NO_TEXT):
        return problem(where, "wrong-setting", "text", name=name)
    fix = did_you_mean(name, set(MkDocsConfig().keys())) if words.startswith("Unrecognised configuration") else ""
    return problem(where, "wrong-setting", "value", name=name, words=words, fix=fix)
