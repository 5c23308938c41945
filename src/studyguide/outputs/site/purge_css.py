"""Take out of a theme's stylesheet what no page of the guide can use: a phone on poor wifi waits for every rule.

What a page can use is told by its words. A rule stays unless it needs a class that neither a page nor a script names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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


@dataclass(frozen=True)
class _Rule:
    """What a selector has: each declaration with its name."""

    selector: str
    declarations: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class _Group:
    """Rules for some screens, or for some browsers."""

    condition: str
    rules: Sequence[_Kept]


_Kept = _Rule | _Group | str
"""A rule that stays; of one that is text, nothing is taken."""


def without_unused(sheets: Mapping[str, str], usage: Usage) -> dict[str, str]:
    """Give stylesheets, by name, without rules for classes, and without variables, that nothing uses."""
    kept = {name: [*_used_rules(parse(css), usage)] for name, css in sheets.items()}
    variables = usage.variables.union(*(_used_variables(rules) for rules in kept.values()))
    return {name: _css(rules, variables) for name, rules in kept.items()}


@lru_cache(maxsize=8)
def parse(css: str) -> Sequence[Node]:
    """Read a stylesheet; the last ones are kept, so that they can be read before it is known what pages use."""
    return tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)


def _used_rules(rules: Iterable[Node], usage: Usage) -> Iterator[_Kept]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [part for part in _split(rule.prelude) if all(usage.has(name) for name in _needed(part))]
            if selectors:
                yield _Rule(",".join(tinycss2.serialize(part).strip() for part in selectors), [*_declarations(rule)])
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            condition = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _Group(condition, [*_used_rules(_rules_in(rule), usage)])
        else:
            yield rule.serialize()


def _declarations(rule: QualifiedRule) -> Iterator[tuple[str, str]]:
    for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        yield item.name if isinstance(item, Declaration) else "", item.serialize()


def _used_variables(rules: Iterable[_Kept]) -> set[str]:
    """The variables whose values these rules take."""
    found: set[str] = set()
    for rule in rules:
        match rule:
            case _Rule():
                found.update(*(_USED_VARIABLE.findall(text) for _, text in rule.declarations))
            case _Group():
                found |= _used_variables(rule.rules)
            case str():
                found.update(_USED_VARIABLE.findall(rule))
    return found


def _css(rules: Iterable[_Kept], variables: Collection[str]) -> str:
    """The rules without other variables than these, and without rules that have nothing else."""
    parts = []
    for rule in rules:
        match rule:
            case _Rule():
                kept = [text for name, text in rule.declarations if not name.startswith("--") or name in variables]
                parts.append(f"{rule.selector}{{{';'.join(kept)}}}" if kept else "")
            case _Group():
                inner = _css(rule.rules, variables)
                parts.append(f"{rule.condition}{{{inner}}}" if inner else "")
            case str():
                parts.append(rule)
    return "".join(parts)


def _rules_in(rule: AtRule) -> Sequence[Node]:
    return tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)


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
