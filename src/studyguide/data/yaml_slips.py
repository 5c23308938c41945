"""Find values of YAML that are sound, and hardly what was meant: folded lists, and words that are no text."""

from __future__ import annotations

import re

import yaml

from studyguide.diagnostics.diagnostic import Location, Problem, problem
from studyguide.diagnostics.source_text import SourceFile

_NAMES = frozenset({"term", "title", "aliases", "deprecated", "protect"})
"""The fields whose values are words of the text."""
_KINDS = {"bool": "yes or no", "float": "a number", "int": "a number", "null": "nothing", "timestamp": "a date"}
"""What YAML 1.1 (https://yaml.org/type/) makes of plain words, by tag."""
_ITEM = re.compile(r"(?P<mark>[-*+|>•●–](?=\s)|(?=(?:\d{1,2}|[a-z])[.)]\s)|(?=\([a-z0-9]{1,3}\)\s))")
_BLOCK = re.compile(r"!!! ?\w|#{2,6} |`{3}")
"""The beginning of a box, a heading or code."""
_ITEMS = 2
"""The number of lines from which marks make a list: a wrapped line may begin with a dash, too."""


def folded_text(node: yaml.ScalarNode, file: SourceFile) -> Problem | None:
    """Return a problem if YAML joins the lines of a text that has paragraphs or a list (YAML 1.2.2, section 6.5)."""
    if node.style == "|" or node.end_mark.line == node.start_mark.line:
        return None
    text = file.text[node.start_mark.index : node.end_mark.index].strip(" \n'\"")
    sign, lines = "", text.split("\n")
    if node.style == ">":
        sign, lines = lines[0].split()[0], lines[1:]
    marks = [found["mark"] for line in lines if (found := _ITEM.match(line.strip()))]
    has_list = any(marks.count(mark) >= _ITEMS for mark in set(marks))
    has_list = has_list or any(_BLOCK.match(line.strip()) for line in lines)
    has_paragraphs = re.search(r"\S[ \t]*\n[ \t]*\n[ \t]*\S", "\n".join(lines))
    if not has_list and not has_paragraphs:
        return None
    where = file.location(node.start_mark.index)
    return problem(where, "folded-text", "sign", sign=sign) if sign else problem(where, "folded-text")


def unquoted_word(node: yaml.ScalarNode, path: tuple[str | int, ...], where: Location) -> Problem | None:
    """Return a problem if a name without quotation marks is read as another type, such as `No`."""
    kind = _KINDS.get(node.tag.rpartition(":")[2])
    if node.style or not kind or len(path) < 2 or path[1] not in _NAMES or not re.search(r"\w", node.value):
        return None
    return problem(where, "unquoted-word", word=node.value, kind=kind)
