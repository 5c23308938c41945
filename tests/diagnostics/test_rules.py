"""Tests of the table of rules: the checks and the table know the same rules, messages and placeholders."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from string import Formatter

import pytest

from studyguide.diagnostics.diagnostic import Finding, Location, Problem, finding, problem
from studyguide.diagnostics.rule import Message, Severity, rules_of
from studyguide.diagnostics.rules import RULES, WARNINGS
from studyguide.lint.inline import PATTERNS
from tests.paths import ENGINE

RULE_AT = {"finding": 0, "problem": 1, "unknown": 1}
"""The functions that fill in a message, with the place of the rule among their arguments; the message follows it."""
MODULES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(ENGINE.rglob("*.py"))}
SCHEMAS = "".join(path.read_text(encoding="utf-8") for path in (ENGINE / "data" / "schemas").glob("*.json"))
TYPES = frozenset(re.findall(r'"type": "(\w+)"', SCHEMAS))
"""What jsonschema calls a type, which is the name of a message about it."""


@dataclass(frozen=True)
class Call:
    """A place in the code that fills in a message of a rule."""

    place: str
    rule: str
    messages: frozenset[str]
    """The names that it may mean: where a variable holds one, all that its module and its imports spell out."""
    is_spelt_out: bool
    """False where a variable holds it."""
    values: frozenset[str]


def strings_in(node: ast.AST) -> set[str]:
    return {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}


def strings_around(module: ast.Module) -> set[str]:
    """Return the strings in a module and in those of the engine that it imports from."""
    imported = {node.module for node in ast.walk(module) if isinstance(node, ast.ImportFrom) and node.module}
    paths = (ENGINE.parent.joinpath(*name.split(".")).with_suffix(".py") for name in imported)
    found = strings_in(module).union(*(strings_in(MODULES[path]) for path in paths if path in MODULES))
    return found.union(*(re.findall(r"\?P<(\w+)>", pattern) for pattern in found))


def calls() -> Iterator[Call]:
    for path, module in MODULES.items():
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RULE_AT:
                rule, message = [*node.args[RULE_AT[node.func.id] :], ast.Constant("")][:2]
                if isinstance(rule, ast.Constant):  # else it passes on what it was called with
                    yield a_call(f"{path.name}:{node.lineno}", node, str(rule.value), message, module)


def a_call(place: str, node: ast.Call, rule: str, message: ast.expr, module: ast.Module) -> Call:
    is_choice = isinstance(message, ast.IfExp) and isinstance(message.body, ast.Constant)
    is_spelt_out = isinstance(message, ast.Constant) or is_choice
    names = strings_in(message) if is_spelt_out else strings_around(module) | TYPES
    values = {str(keyword.arg) for keyword in node.keywords} - {"fix"}
    if isinstance(node.func, ast.Name) and node.func.id == "unknown":
        values.add("name")
    known = names if isinstance(message, ast.Constant) else names & RULES[rule].messages.keys()
    return Call(place, rule, frozenset(known), is_spelt_out, frozenset(values))


CALLS = list(calls())
PATTERNS_OF_RULES = [(row.rule, row.message, row.pattern) for row in PATTERNS if row.rule]
MESSAGES = [(rule.id, name) for rule in RULES.values() for name in rule.messages]


def placeholders(message: Message) -> set[str]:
    return {name for part in (message.text, message.fix) for _, name, _, _ in Formatter().parse(part) if name}


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.place)
def test_a_check_names_a_message_of_the_table_and_gives_what_it_has_places_for(call: Call) -> None:
    assert call.rule in RULES
    assert call.messages
    assert call.messages <= RULES[call.rule].messages.keys()
    needed = [placeholders(RULES[call.rule].messages[name]) for name in call.messages]
    assert call.values <= set().union(*needed)
    assert all(places <= call.values for places in needed) or not call.is_spelt_out


@pytest.mark.parametrize(("rule", "message", "pattern"), PATTERNS_OF_RULES)
def test_a_pattern_names_a_message_of_the_table_and_has_a_group_for_each_of_its_places(
    rule: str, message: str, pattern: re.Pattern[str]
) -> None:
    assert placeholders(RULES[rule].messages[message]) <= pattern.groupindex.keys()


@pytest.mark.parametrize(("rule", "message"), MESSAGES)
def test_a_check_gives_each_message_of_the_table(rule: str, message: str) -> None:
    given = {(call.rule, name) for call in CALLS for name in call.messages}
    assert (rule, message) in given | {(rule, name) for rule, name, _ in PATTERNS_OF_RULES}


def test_only_rules_of_the_table_are_asked_for() -> None:
    """`problem.rule == "unknown-chapter"`, and `in` a tuple or a constant of the module."""
    asked: set[str] = set()
    for path, module in MODULES.items():
        for node in ast.walk(module):
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "rule":
                (other,) = node.comparators
                if isinstance(other, ast.Name):
                    name = ".".join(path.relative_to(ENGINE.parent).with_suffix("").parts)
                    asked |= set(getattr(import_module(name), other.id))
                else:
                    asked |= strings_in(other)
    assert len(asked) > 3
    assert asked <= RULES.keys()


def test_a_message_is_a_sentence_or_what_comes_from_elsewhere() -> None:
    for rule in RULES.values():
        for message in rule.messages.values():
            ends = (".", "{error}", "{fault}", "{words}")
            assert message.text.endswith(ends), rule.id
            assert not message.fix or message.fix.endswith((*ends, "{parent}")), rule.id


def test_warnings_are_those_of_their_page_in_the_alphabet() -> None:
    assert list(WARNINGS) == sorted(rule.id for rule in RULES.values() if rule.page == "warnings")
    assert RULES["unused-term"].severity is Severity.WARNING
    assert RULES["unknown-term"].severity is Severity.ERROR


def test_rules_stand_in_the_order_of_their_page() -> None:
    one, two = Message("It is {what}."), Message("It is {what} too.", "Mend {what}.")
    first, second = rules_of("files", Severity.ERROR, {"z": one, "a": {"one": one, "two": two}})
    assert (first.id, first.page, first.messages) == ("z", "files", {"": one})
    assert (second.id, second.severity, second.messages) == ("a", Severity.ERROR, {"one": one, "two": two})
    assert second.help == "chairs/files/#a"


def test_a_message_is_filled_in() -> None:
    told = finding("broken-attributes", "space", id="a-{b}")
    assert told == Finding("broken-attributes", "The id of a heading has no space in it.", "Write {#a-{b}}.")
    assert str(told) == "The id of a heading has no space in it. Write {#a-{b}}."


def test_a_fix_of_its_own_takes_the_place_of_that_of_the_table() -> None:
    where = Location("docs/a.md", 3)
    no_term = 'No term in glossary.yaml has the id "x".'
    assert problem(where, "unknown-term", name="x") == Problem(where, "unknown-term", no_term, "Check the spelling.")
    assert problem(where, "unknown-term", name="x", fix='Did you mean "y"?').fix == 'Did you mean "y"?'
    assert problem(where, "unknown-term", name="x", fix="").fix == "Check the spelling."
