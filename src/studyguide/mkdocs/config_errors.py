"""Load mkdocs.yml, and report MkDocs' configuration errors like all other problems, with their lines."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import yaml
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.plugins import get_plugins

from studyguide.data.paths import SETTINGS
from studyguide.data.settings import read_settings
from studyguide.data.yaml_entries import compose_yaml, syntax_problem
from studyguide.diagnostics.diagnostic import Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, find_conflict, read_source_file
from studyguide.mkdocs.own_hooks import HookFault

_MESSAGE = re.compile(r"Config value '(?P<name>[^']*)': (?P<words>.*)")
_UNKNOWN = re.compile(r"Unrecognised configuration name: (\S+)")
_REQUIRED = re.compile(r"Config value '(?P<name>[^']*)': Required configuration not provided")
_KINDS = tuple(
    (re.compile(pattern), message)
    for pattern, message in (
        (r"Expected type: <class 'str'>", "text"),
        (r"Expected type: <class 'bool'>", "boolean"),
        (r"Expected a list|Invalid Plugins configuration\. Expected", "list"),
        (r"The path '(?P<item>.*)' isn't an existing", "path"),
        (r"The path set in (?P<key>custom_dir) \('(?P<item>.*)'\) does not exist", "path"),
        (r'The "(?P<item>.*)" plugin is not installed', "plugin"),
        (r"Plugin '(?:material/)?(?P<item>.*)' option '(?P<option>.*)': Unrecognised", "option"),
        (r"Failed to load extension '(?P<item>.*)'", "extension"),
        (r"Unrecognised theme name: '(?P<item>.*?)'", "theme"),
    )
)
"""What MkDocs says of a value, and the message in its place."""
_UNKNOWN_TAG = re.compile("could not determine a constructor for the tag '(?P<tag>![^']*)'")
_TAGS = ("!ENV", "!relative")


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
    with HookFault() as hook, _captured_messages() as messages:
        try:
            config = load_config(str(root / SETTINGS))
        except Abort:
            pass  # the reason is logged
        except ConfigurationError as error:
            cause = error.__context__  # parsed, but not constructed
            words = _yaml_fault(file, cause) if isinstance(cause, yaml.MarkedYAMLError) else None
            return [*read_settings(file).problems] or [
                words or problem(file.location(0), "wrong-setting", "mkdocs", words=error)
            ]
    if hook.problem:
        return [hook.problem]
    if config and not messages:
        return config
    # A strict build stops at each warning. The problems of the guide's own settings are reported with them.
    folder = f"{root.absolute()}{os.sep}"
    faults = [_fault(file, message.replace(folder, "")) for message in _without_results(messages)]
    return sorted([*faults, *read_settings(file).problems])


def _without_results(messages: Sequence[str]) -> list[str]:
    """Return the messages but those on a required setting that only seems missing, since its name is misspelt."""
    guesses = [did_you_mean(found[1], MkDocsConfig().keys()) for each in messages if (found := _UNKNOWN.search(each))]
    return [
        each
        for each in messages
        if not ((found := _REQUIRED.match(each)) and any(f'"{found["name"]}"' in guess for guess in guesses))
    ]


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


def _yaml_fault(file: SourceFile, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem of YAML that MkDocs cannot load, such as a misspelt `!ENV`."""
    unknown = _UNKNOWN_TAG.search(error.problem or "")
    if not unknown or not error.problem_mark:
        return syntax_problem(file, error)
    tag, where = unknown["tag"], file.location(error.problem_mark.index)
    return problem(where, "wrong-setting", "tag", tag=tag, fix=did_you_mean(tag, _TAGS, 0.8))


def _fault(file: SourceFile, message: str) -> Problem:
    """Return the problem of a setting at its place in the file: the item of its list, if the message names one."""
    found = _MESSAGE.match(message)
    if not found:
        return problem(file.location(0), "wrong-setting", "mkdocs", words=message)
    name, words = found["name"], found["words"].rstrip(".")
    for pattern, kind in _KINDS:
        if cause := pattern.match(words):
            return _explained(file, name, kind, cause.groupdict())
    where = read_settings(file).place(name)
    fix = did_you_mean(name, set(MkDocsConfig().keys())) if words.startswith("Unrecognised configuration") else ""
    return problem(where, "wrong-setting", "value", name=name, words=words, fix=fix)


def _explained(file: SourceFile, name: str, kind: str, parts: dict[str, str]) -> Problem:
    """Return the problem in our own words; `parts` are the item, and its key or option, that MkDocs names."""
    settings, item = read_settings(file), parts.get("item", "")
    where = settings.place(name, *filter(None, [parts.get("key") or item, parts.get("option")]))
    fix = ""
    if kind == "plugin":
        fix = did_you_mean(item, {plugin.rpartition("/")[2] for plugin in get_plugins()})
    elif kind == "theme":
        written = settings.span(name, "name") or settings.span(name)
        name, where = item, written.where if written else where
    return problem(where, "wrong-setting", kind, name=name, item=item, option=parts.get("option", ""), fix=fix)
