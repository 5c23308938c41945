"""Hold the navigation in mkdocs.yml against the chapters that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import yaml

from studyguide.files import Passage, SourceFile
from studyguide.problems import Location, Problem, did_you_mean


def nav_problems(config: SourceFile, chapters: Collection[str], optional: Collection[str]) -> list[Problem]:
    """Find what the navigation names and is not there, and which chapter it leaves out.

    `config` is mkdocs.yml; `chapters` are all files of chapters below `docs/`, of which the `optional` ones need not
    be in the navigation. A guide without a navigation of its own lists every chapter by itself.
    """
    targets = _nav_targets(config)
    problems = []
    for target in targets:
        if target.text not in chapters:
            hint = did_you_mean(target.text, chapters) or "Check the spelling, or take the line out."
            problems.append(Problem(target.where, "unknown-chapter", f'No chapter in docs/ is "{target.text}".', hint))
    named = {target.text for target in targets}
    for chapter in sorted(set(chapters) - set(optional) - named) if targets else ():
        hint = "Add it under nav in mkdocs.yml, or under not_in_nav."
        message = "No reader finds this chapter: the navigation leaves it out."
        problems.append(Problem(Location(f"docs/{chapter}"), "chapter-outside-nav", message, hint))
    return problems


def _nav_targets(config: SourceFile) -> list[Passage]:
    """The files that the navigation names, each with its place; empty where mkdocs.yml has none."""
    root = yaml.compose(config.text, Loader=yaml.CSafeLoader)
    if not isinstance(root, yaml.MappingNode):
        return []
    navs = [value for key, value in root.value if key.value == "nav"]
    return [
        Passage(node.value, config, node.start_mark.index, node.end_mark.index)
        for nav in navs
        for node in _leaves(nav)
        if node.value.endswith(".md")
    ]


def _leaves(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)
    elif isinstance(node, yaml.ScalarNode):
        yield node
