"""Format problems as plain text, as GitHub annotations, and as JSON for editors."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from studyguide.diagnostics.diagnostic import Problem

Report = Callable[[Sequence[Problem]], str]


def plain_report(problems: Sequence[Problem]) -> str:
    """Return one line per problem, and the totals."""
    return "\n".join([*map(_line, problems), _count(problems)])


def _line(problem: Problem) -> str:
    return f"{problem} (warning)" if problem.is_warning else str(problem)


def grouped_report(problems: Sequence[Problem]) -> str:
    """Return one line per rule, with its first problem and the number of the others, and the totals.

    Errors come first, then what is rare: what a whole bibliography shares comes last.
    """
    by_rule = groupby(sorted(problems, key=lambda problem: (problem.rule, problem)), key=lambda problem: problem.rule)
    groups = sorted((list(group) for _, group in by_rule), key=lambda group: (group[0].is_warning, len(group), group))
    seen = ["`make check` lists them one by one."] if any(len(group) > 1 for group in groups) else []
    return "\n".join([*map(_group_line, groups), " ".join([_count(problems), *seen])])


def _group_line(group: Sequence[Problem]) -> str:
    first, others = _line(group[0]), len(group) - 1
    where = str(group[0].where)
    return f"{where} and {others} more{first.removeprefix(where)}" if others else first


def annotation(problem: Problem) -> str:
    """Return a problem as a GitHub workflow command."""
    properties = {"file": problem.where.path, "line": str(problem.where.line)}
    if problem.where.column:
        properties["col"] = str(problem.where.column)
    properties["title"] = problem.rule
    listed = ",".join(f"{name}={_escaped_property(value)}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{_escaped(f'{problem.words} See {problem.help}')}"


def github_report(problems: Sequence[Problem]) -> str:
    """Return one workflow command per problem, which GitHub shows at its line in the pull request, and the totals.

    The format is https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands; values are escaped
    as in `@actions/core`.
    """
    return "\n".join([*map(annotation, problems), _count(problems)])


def json_report(problems: Sequence[Problem]) -> str:
    """Return a JSON array with one object per problem. Editors depend on the keys.

    `column` is null where only the line is known; `kind` is the rule's id, `hint` the fix, and `help` the URL of the
    rule's manual entry, relative to the site's root.
    """
    found = [
        {
            "path": problem.where.path,
            "line": problem.where.line,
            "column": problem.where.column or None,
            "kind": problem.rule,
            "severity": problem.severity,
            "message": problem.message,
            "hint": problem.fix,
            "help": problem.help,
        }
        for problem in problems
    ]
    return json.dumps(found, indent=2)


REPORTS: Mapping[str, Report] = {"plain": plain_report, "github": github_report, "json": json_report}


def _count(problems: Sequence[Problem]) -> str:
    errors = sum(not problem.is_warning for problem in problems)
    if not problems:
        return "Nothing to mend."
    explain = "`make explain RULE=name` explains each name in brackets."
    return f"{errors} to mend, {len(problems) - errors} to look at. {explain}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
