"""Compare the navigation in mkdocs.yml with the existing chapters."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

import yaml

from studyguide.data.paths import OUTPUT_FILES
from studyguide.data.settings import value_at
from studyguide.diagnostics.diagnostic import ALIKE, Location, Problem, did_you_mean, problem
from studyguide.diagnostics.source_text import SourceFile, SourceSpan

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/")


def nav_problems(config: SourceFile, chapters: Collection[str], optional: Collection[str]) -> list[Problem]:
    """Find unknown and repeated items of the navigation, and chapters missing from it.

    `config` is mkdocs.yml; `chapters` are the paths of all chapters below `docs/`, of which the `optional` ones may be
    missing. Without `nav`, MkDocs lists all chapters.
    """
    targets = nav_targets(config)
    problems = []
    named: set[str] = set()
    for target in targets:
        if target.text not in chapters:
            message, fix = (
                "" if target.text.endswith(".md") else "other-file",
                did_you_mean(target.text, chapters, ALIKE),
            )
            problems.append(problem(target.where, "unknown-chapter", message, name=target.text, fix=fix))
        elif target.text in named:
            problems.append(problem(target.where, "repeated-item", "nav", name=target.text))
        named.add(target.text)
    for chapter in sorted(set(chapters) - set(optional) - named) if targets else ():
        problems.append(problem(Location(f"docs/{chapter}"), "chapter-outside-nav"))
    return problems


def nav_targets(config: SourceFile) -> list[SourceSpan]:
    """Return the files in the navigation with their locations; empty without `nav`.

    URLs and the build's own PDFs are left out.
    """
    nav = value_at(yaml.compose(config.text, Loader=yaml.CSafeLoader), "nav")
    return [
        SourceSpan(node.value, config, node.start_mark.index, node.end_mark.index)
        for node in _leaves(nav)
        if not _ADDRESS.match(node.value) and node.value not in OUTPUT_FILES
    ]


def _leaves(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value)
    elif isinstance(node, yaml.ScalarNode):
        yield node
