"""What is wrong, where it stands, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from studyguide.diagnostics.rule import Severity
from studyguide.diagnostics.rules import RULES


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in one of the guide's files."""

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
    """One thing that a chair has to mend. Problems sort by place."""

    where: Location
    rule: str
    """The id of the rule that it breaks."""
    message: str
    """What is wrong: a plain sentence."""
    fix: str = ""
    """What to do: a plain sentence, or nothing where the message says it."""

    def __str__(self) -> str:
        return f"{self.where}: {self.words} [{self.rule}]"

    @property
    def words(self) -> str:
        """What is wrong and what to do."""
        return f"{self.message} {self.fix}".rstrip()

    @property
    def severity(self) -> Severity:
        """Whether it stops the build."""
        return RULES[self.rule].severity

    @property
    def is_warning(self) -> bool:
        """True where the guide can be built all the same."""
        return self.severity is Severity.WARNING

    @property
    def help(self) -> str:
        """Where the guide's site explains its rule: `chairs/chapters/#unknown-term`."""
        return RULES[self.rule].help


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem whose place is not known yet."""

    rule: str
    message: str
    fix: str = ""

    def __str__(self) -> str:
        return f"{self.message} {self.fix}".rstrip()

    def at(self, where: Location) -> Problem:
        """Return it as a problem at a place."""
        return Problem(where, self.rule, self.message, self.fix)


def finding(rule: str, message: str = "", /, *, fix: str = "", **values: object) -> Finding:
    """Fill the placeholders of a rule's message, and of its fix unless this problem has a `fix` of its own."""
    template = RULES[rule].messages[message]
    return Finding(rule, template.text.format_map(values), fix or template.fix.format_map(values))


def problem(where: Location, rule: str, message: str = "", /, *, fix: str = "", **values: object) -> Problem:
    """Return the same as a problem at a place."""
    return finding(rule, message, fix=fix, **values).at(where)


NEAR, ALIKE = 0.6, 0.7
"""The `closeness` of a file's name to one that misspells it: "solutions.md" is no slip for "corrections.md"."""


def did_you_mean(word: str, known: Iterable[str], closeness: float = NEAR) -> str:
    """Give 'Did you mean "x"?' for the known word nearest to `word`, or nothing where none is near.

    `closeness` is the least ratio of `difflib`: 1 for the same word, 0 for nothing in common.
    """
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=closeness)
    return f'Did you mean "{by_folded[near[0]]}"?' if near else ""
