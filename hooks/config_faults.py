"""Load mkdocs.yml, and tell what MkDocs has against it in the way of the other problems: with its line."""

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

from studyguide.entries import syntax_problem
from studyguide.files import SourceFile, read_source_file
from studyguide.problems import Problem, did_you_mean

CONFIG = "mkdocs.yml"
_COMPLAINT = re.compile(r"Config value '(?P<name>[^']*)': (?P<words>.*)")


def load_config_or_faults(root: Path) -> MkDocsConfig | list[Problem]:
    """Load the mkdocs.yml of the guide at `root`, or say why it cannot be used as it stands.

    MkDocs tells of every setting that it does not know, and of the first one whose value it cannot use.
    """
    file = read_source_file(root, CONFIG)
    if isinstance(file, Problem):
        return [file]
    try:
        yaml.compose(file.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        return [syntax_problem(file, error)]
    with _complaints() as complaints:
        try:
            config = load_config(str(root / CONFIG))
        except Abort:
            return sorted(_fault(file, complaint) for complaint in complaints)
        except ConfigurationError as error:
            return [Problem(file.location(0), "wrong-setting", str(error))]
    return sorted(_fault(file, complaint) for complaint in complaints) or config  # a strict build stops at each


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collect what MkDocs logs while it reads the settings, and keep it from being logged."""
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
        return Problem(file.location(0), "wrong-setting", complaint)
    name, words = found["name"], found["words"].rstrip(".")
    line = re.search(rf"^{re.escape(name)}\b", file.text, re.MULTILINE)
    hint = did_you_mean(name, set(MkDocsConfig().keys())) if words.startswith("Unrecognised configuration") else ""
    where = file.location(line.start() if line else 0)
    return Problem(where, "wrong-setting", f'MkDocs cannot use the setting "{name}": {words}.', hint)
