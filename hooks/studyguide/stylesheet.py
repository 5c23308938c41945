"""Take out of a theme's stylesheet what no page of the guide can use: a phone on poor wifi waits for every rule.

What a page can use is told by its words. A rule stays unless it needs a class that neither a page nor a script names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import tinycss2
from tinycss2.ast import (
    AtRule,
    Declaration,
    IdentToken,
    LiteralToken,
    Node,
    QualifiedRule,
    SquareBracketsBlock,
    StringToken,
)

_ONLY_NAMES = bytes(
    sign if sign >= 128 or chr(sign).isalnum() or chr(sign) in "-_" else ord(" ") for sign in range(256)
)
"""Blanks what cannot stand in a name of CSS; every sign beyond ASCII can (CSS Syntax Level 3, section 4.2)."""
_VARIABLE = re.compile(r"--[\w-]+")
_USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = frozenset({"media", "supports"})
"""Rules that hold rules; of the others, such as `@font-face` and `@keyframes`, nothing is taken."""


class Usage:
    """What pages and scripts name, and so may use."""

    def __init__(self, texts: Iterable[str]) -> None:
        words: set[bytes] = set()
        for text in texts:  # as bytes: words of a large site are many, and only few are new
            words.update(text.encode().translate(_ONLY_NAMES).split())
        self.words = {word.decode() for word in words}
        self.variables = {variable for word in self.words for variable in _VARIABLE.findall(word)}
        # A script puts some names together: "md-tag--" and what follows.
        self._beginnings = tuple(word for word in self.words if word.endswith("-") and len(word.strip("-")) > 2)

    def has(self, name: str) -> bool:
        """Whether a page can have a class or a value of this name."""
        return name in self.words or name.startswith(self._beginnings)


def without_unused(sheets: Mapping[str, str], usage: Usage) -> dict[str, str]:
    """Give stylesheets, by name, without rules for classes, and without variables, that nothing uses."""
    rules = {name: "".join(_used_rules(_parse(css), usage)) for name, css in sheets.items()}
    variables = usage.variables.union(*(_USED_VARIABLE.findall(css) for css in rules.values()))
    return {name: "".join(_with_variables(_parse(css), variables)) for name, css in rules.items()}


def _parse(css: str) -> Sequence[Node]:
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _used_rules(rules: Iterable[Node], usage: Usage) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _split(rule.prelude) if all(usage.has(name) for name in _needed(part))]
            if selectors:
                prelude = ",".join(tinycss2.serialize(part).strip() for part in selectors)
                yield f"{prelude}{{{tinycss2.serialize(rule.content)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            if inner := "".join(_used_rules(_rules_in(rule), usage)):
                yield _at_rule(rule, inner)
        else:
            yield rule.serialize()


def _with_variables(rules: Iterable[Node], variables: set[str]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            declarations = [
                item.serialize()
                for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                if not (isinstance(item, Declaration) and item.name.startswith("--") and item.name not in variables)
            ]
            if declarations:
                yield f"{tinycss2.serialize(rule.prelude).strip()}{{{';'.join(declarations)}}}"
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            if inner := "".join(_with_variables(_rules_in(rule), variables)):
                yield _at_rule(rule, inner)
        else:
            yield rule.serialize()


def _rules_in(rule: AtRule) -> Sequence[Node]:
    return tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)


def _at_rule(rule: AtRule, inner: str) -> str:
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"


def _split(prelude: Sequence[Node]) -> list[list[Node]]:
    """The selectors of a rule: a page that uses one of them needs only that one."""
    selectors: list[list[Node]] = [[]]
    for node in prelude:
        if _is_sign(node, ","):
            selectors.append([])
        else:
            selectors[-1].append(node)
    return selectors


def _needed(selector: Sequence[Node]) -> Iterator[str]:
    """The classes that an element must have, and the values of the theme's own attributes; none that `:not()` holds."""
    for before, node in pairwise(selector):
        if _is_sign(before, ".") and isinstance(node, IdentToken):
            yield node.value
    for node in selector:
        if isinstance(node, SquareBracketsBlock):
            words = [part.value for part in node.content if isinstance(part, IdentToken | StringToken)]
            if len(words) == 2 and words[0].startswith("data-md-"):
                yield words[1]


def _is_sign(node: Node, sign: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == sign
