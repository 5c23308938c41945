"""Purge unused CSS: remove rules and custom properties that no page of the guide can use.

A rule is kept unless its selector needs a class that is no word of any page or script.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    byte if byte >= 128 or chr(byte).isalnum() or chr(byte) in "-_" else ord(" ") for byte in range(256)
)
"""A translation table that blanks all but the name code points of CSS Syntax Level 3, section 4.2."""
_VARIABLE = re.compile(r"--[\w-]+")
_USED_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_NESTING = frozenset({"media", "supports"})
"""At-rules with nested rules to purge; others, such as `@font-face` and `@keyframes`, are kept whole."""


class Usage:
    """The words of pages and scripts, as possible names of classes and custom properties."""

    def __init__(self, texts: Iterable[str]) -> None:
        words: set[bytes] = set()
        lines: set[str] = set()
        for text in texts:  # for speed, each line once, of which the pages share many, and as bytes
            new = set(text.split("\n")).difference(lines)
            lines |= new
            words.update("\n".join(new).encode().translate(_ONLY_NAMES).split())
        self.words = {word.decode() for word in words}
        self.variables = {variable for word in self.words for variable in _VARIABLE.findall(word)}
        # Scripts concatenate some names, such as "md-tag--" and a suffix.
        self._beginnings = tuple(word for word in self.words if word.endswith("-") and len(word.strip("-")) > 2)

    def has(self, name: str) -> bool:
        """Return whether a page can have a class or an attribute value of this name."""
        return name in self.words or name.startswith(self._beginnings)


@dataclass(frozen=True, slots=True)
class _Selector:
    text: str
    needed: tuple[str, ...]
    """The required classes, and values of `data-md-*` attributes."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A style rule; the declarations are pairs of name and source text."""

    selectors: Sequence[_Selector]
    declarations: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Group:
    """A conditional group rule, such as `@media`."""

    condition: str
    rules: Sequence[_Part]


_Part = _Rule | _Group | str
"""A part of a stylesheet; one that is text is kept whole."""
Stylesheet = Sequence[_Part]


def parse(css: str) -> Stylesheet:
    """Parse a stylesheet."""
    return [*_parts(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))]


def without_unused(sheets: Mapping[str, Stylesheet], usage: Usage) -> dict[str, str]:
    """Return the stylesheets, by name, without unused rules and custom properties."""
    kept = {name: [*_used_rules(rules, usage)] for name, rules in sheets.items()}
    variables = usage.variables.union(*(_used_variables(rules) for rules in kept.values()))
    return {name: _css(rules, variables) for name, rules in kept.items()}


def _parts(rules: Iterable[Node]) -> Iterator[_Part]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            selectors = [
                _Selector(tinycss2.serialize(part).strip(), tuple(_needed(part))) for part in _split(rule.prelude)
            ]
            yield _Rule(selectors, [*_declarations(rule)])
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _NESTING and rule.content is not None:
            condition = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            yield _Group(condition, [*_parts(_rules_in(rule))])
        else:
            yield rule.serialize()


def _declarations(rule: QualifiedRule) -> Iterator[tuple[str, str]]:
    for item in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        yield item.name if isinstance(item, Declaration) else "", item.serialize()


def _used_rules(rules: Iterable[_Part], usage: Usage) -> Iterator[_Part]:
    for rule in rules:
        match rule:
            case _Rule():
                if used := [each for each in rule.selectors if all(map(usage.has, each.needed))]:
                    yield _Rule(used, rule.declarations)
            case _Group():
                yield _Group(rule.condition, [*_used_rules(rule.rules, usage)])
            case str():
                yield rule


def _used_variables(rules: Iterable[_Part]) -> set[str]:
    """Return the custom properties that these rules use in `var()`."""
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


def _css(rules: Iterable[_Part], variables: Collection[str]) -> str:
    """Serialise the rules, without other custom properties than `variables` and without empty rules."""
    parts = []
    for rule in rules:
        match rule:
            case _Rule():
                kept = [text for name, text in rule.declarations if not name.startswith("--") or name in variables]
                selector = ",".join(each.text for each in rule.selectors)
                parts.append(f"{selector}{{{';'.join(kept)}}}" if kept else "")
            case _Group():
                inner = _css(rule.rules, variables)
                parts.append(f"{rule.condition}{{{inner}}}" if inner else "")
            case str():
                parts.append(rule)
    return "".join(parts)


def _rules_in(rule: AtRule) -> Sequence[Node]:
    return tinycss2.parse_rule_list(rule.content or [], skip_comments=True, skip_whitespace=True)


def _split(prelude: Sequence[Node]) -> list[list[Node]]:
    """Split a selector list: each selector is purged by itself."""
    selectors: list[list[Node]] = [[]]
    for node in prelude:
        if _is_literal(node, ","):
            selectors.append([])
        else:
            selectors[-1].append(node)
    return selectors


def _needed(selector: Sequence[Node]) -> Iterator[str]:
    """Yield the required classes of a selector and values of `data-md-*` attributes, without those inside `:not()`."""
    for before, node in pairwise(selector):
        if _is_literal(before, ".") and isinstance(node, IdentToken):
            yield node.value
    for node in selector:
        if isinstance(node, SquareBracketsBlock):
            words = [part.value for part in node.content if isinstance(part, IdentToken | StringToken)]
            if len(words) == 2 and words[0].startswith("data-md-"):
                yield words[1]


def _is_literal(node: Node, value: str) -> bool:
    return isinstance(node, LiteralToken) and node.value == value
