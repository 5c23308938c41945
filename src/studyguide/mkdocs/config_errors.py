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

_MESSAGE = re.compile(r"Config value '(?P<name>[^']*)': (?P<words>.*)")

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
    with _captured_messages() as messages:
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
    if config and not messages:
        return config
    # A strict build stops at each warning. The problems of the guide's own settings are reported with them.
    return sorted([*(_fault(file, message) for message in messages), *read_settings(file).problems])


@contextmanager
def _captured_messages() -> Iterator[list[str]]:
    """Collect the messages that MkDocs logs while it loads the config, in place of logging them."""
    messages: list[str] = []

    def keep(record: logging.LogRecord) -> bool:
        messages.append(record.getMessage())
        return False

    logger = logging.getLogger("mkdocs.config")
    logger.addFilter(keep)
    try:
        yield messages
    finally:
        logger.removeFilter(keep)


def _fault(file: SourceFile, message: str) -> Problem:
    found = _MESSAGE.match(message)
    if not found:
        return problem(file.location(0), "wrong-setting", "mkdocs", words=message)
    name, words = found["name"], found["words"].rstrip(".")
    line = re.search(rf"^{re.escape(name)}\b", file.text, re.MULTILINE)
    where = file.location(line.start() if line else 0)
    if words.startswith(_NO_TEXT):
        return problem(where, "wrong-setting", "text", name=name)
    fix = did_you_mean(name, set(MkDocsConfig().keys())) if words.startswith("Unrecognised configuration") else ""
    return problem(where, "wrong-setting", "value", name=name, words=words, fix=fix)
