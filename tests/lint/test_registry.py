"""Tests of the registry of checks: each is run on all that it is about."""

import ast
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.lint import runner
from studyguide.lint.context import LintContext
from studyguide.lint.registry import Checks
from tests.helpers import a_guide
from tests.paths import ENGINE


def test_each_check_is_run_on_each_thing() -> None:
    on_name = Checks[str]()

    @on_name
    def first(name: str, context: LintContext) -> Iterator[Problem]:
        yield problem(Location(name), "lost-heading")

    @on_name
    def second(name: str, context: LintContext) -> Iterator[Problem]:
        assert context.guide == a_guide()
        yield from () if name == "b" else (problem(Location(name), "lost-character"),)

    found = list(on_name.run(["a", "b"], LintContext(a_guide(), [])))
    assert [(each.where.path, each.rule) for each in found] == [
        ("a", "lost-heading"),
        ("a", "lost-character"),
        ("b", "lost-heading"),
    ]
    assert [each.where.path for each in first("c", LintContext(a_guide(), []))] == ["c"]  # it stays a function


def test_the_runner_knows_each_module_that_registers_a_check() -> None:
    """In a fresh process nothing else would import it."""
    registering = set()
    for path in (ENGINE / "lint").glob("*.py"):
        functions = [node for node in ast.parse(path.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)]
        decorators = [each.id for node in functions for each in node.decorator_list if isinstance(each, ast.Name)]
        if any(name.startswith("on_") for name in decorators):
            registering.add(path.stem)
    assert "content" in registering
    assert registering <= vars(runner).keys()
