"""Problems for a chair to mend: message, fix, lint rule and source location."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from studyguide.diagnostics.rule import Severity
from studyguide.diagnostics.rules import RULES


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A position in one of the guide's files."""

    path: str
    """The file, relative to the guide's folder, with forward slashes."""
    line: int = 1
    """The line, counted from 1."""
    column: int = 0
    """The column, counted from 1; 0 where only the line is known."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A problem for a chair to mend. Problems sort by location."""

    where: Location
    rule: str
    """The id of the broken rule."""
    message: str
    """What is wrong: a plain sentence."""
    fix: str = ""
    """What to do: a plain sentence; empty where the message says it."""

    def __str__(self) -> str:
        return f"{self.where}: {self.words} [{self.rule}]"

    @property
    def words(self) -> str:
        """Message and fix, as one text."""
        return f"{self.message} {self.fix}".rstrip()

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return RULES[self.rule].severity

    @property
    def is_warning(self) -> bool:
        """Whether the build goes on."""
        return self.severity is Severity.WARNING

    @property
    def help(self) -> str:
        """The URL of the rule's manual entry, relative to the site's root: `chairs/chapters/#unknown-term`."""
        return RULES[self.rule].help


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem without a location."""

    rule: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".rstrip()

    def at(self, where: Location) -> Problem:
        """Return the finding as a problem at a location."""
        return Problem(where, self.rule, self.message, self.fix)


def finding(rule: str, message: str = "", /, *, fix: str = "", **values: object) -> Finding:
    """Return a rule's message with its placeholders filled by `values`, and `fix` or else the rule's own fix."""
    template = RULES[rule].messages[message]
    return Finding(rule, template.text.format_map(values), fix or template.fix.format_map(values))


def problem(where: Location, rule: str, message: str = "", /, *, fix: str = "", **values: object) -> Problem:
    """Return the same finding as a problem at a location."""
    return finding(rule, message, fix=fix, **values).at(where)


NEAR, ALIKE = 0.6, 0.7
"""The `closeness` for words, and for file names: "solutions.md" is no misspelling of "corrections.md"."""


def did_you_mean(word: str, known: Iterable[str], closeness: float = NEAR) -> str:
    """Return 'Did you mean "x"?' for the closest match of `word`, ignoring case; empty without a match.

    `closeness` is the minimum `difflib` ratio: 1 for equal words, 0 for nothing in common.
    """
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=closeness)
    return f'Did you mean "{by_folded[near[0]]}"?' if near else ""
