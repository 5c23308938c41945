"""Slips within a paragraph, a heading or a table: links, citations and notes that are not quite written as such.

The table below is read from top to bottom. What matches is covered by spaces for the lines under it, and told of where
the line names a rule and one of its messages; a line without one is of what is right as it stands. The placeholders of
the message are groups of the pattern. The column before it is a sign without which there is none, since a text is
sooner searched for a sign than for a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Finding, finding

_TARGET = r"(?:https?://[^\s()<>\[\]]+|[\w./-]+\.md(?:#[\w-]*)?|(?:term|event|source):[\w.-]+|#[A-Za-z][\w-]*)"
_WORDS = r"(?P<words>(?!sic\]|…\]|\.\.\.\])(?=[^\[\]]*[^\W\d_])[^\[\]@^]+)"
_KEY = r"-?@\{?(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)\}?[^\[\]\\]*"
_OPEN_ADDRESS = r"(?P<target>https?://[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
_PAIR = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

# fmt: off
PATTERNS: tuple[tuple[str | None, str, str, re.Pattern[str]], ...] = tuple(
    (rule, message, sign, re.compile(pattern))
    for rule, message, sign, pattern in (
    (None, "", "`", r"(?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)"),  # code
    ("open-comment", "", "<!--", r"<!--(?s:.*?)(?:(?P<closed>-->)|\Z)"),
    ("broken-citation", "escaped", "\\[", rf"\\\[(?P<cited>{_KEY})\\\]"),
    ("broken-citation", "linked", "](", rf"(?<!\\)\[(?P<cited>{_KEY})\]\([^()\s]*\)"),
    ("broken-citation", "two-pairs", "]", rf"(?<!\\)\[[ ]?\[(?P<cited>{_KEY})\][ ]?\](?![(\[])"),
    ("broken-link", "space", "[", rf"(?<![\\!\]])\[{_WORDS}\]\s+\((?P<target>{_TARGET})\)"),
    ("broken-link", "turned", ")[", rf"\((?P<words>[^()\[\]]+)\)\[(?P<target>{_TARGET})\]"),
    ("broken-link", "open", "](http",
     rf"(?<!\\)\[(?P<words>[^\[\]]+)\]\({_OPEN_ADDRESS}(?=\s+[^\s\"'()]|\s*\Z)"),
    ("broken-link", "wiki", "[[",
     r"(?<![\\\[])\[\[(?P<words>[^\W\d_][^\[\]|@^]*)(?:\|[^\[\]]*)?\]\](?![(\[:])"),
    ("hand-made-note", "", "[", r"\[(?:(?<=\w{3}.)|(?<=[.,;:!?)”\"’»].))(?P<number>\d{1,3})\](?![(:\w])"),
    ("hand-made-note", "", "",
     rf"[{_RAISED}](?:(?<=[.,:;!?”\"’»].)|(?<=[^\W\d_]{{4}}[¹⁴-⁹]))[{_RAISED}]*(?!\w)"),  # but kilometres²
    (None, "", "[", rf"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:{_PAIR}|\[[^\[\]]*\])"),  # links
    (None, "", "@", r"\[[^\[\]@]*@[^\[\]]*\]"),  # citations, whose keys may be addresses
    (None, "", "<", r"<[a-zA-Z/][^<>]*>"),  # tags, and addresses that are links
    ("bare-address", "", "http", r"(?<![\w/])https?://[^\s<>|\x02]+"),
    )
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is not what it was meant to be, in a piece of a chapter's Markdown."""

    finding: Finding
    text: str
    """The piece, as the reader of Markdown has it: without its indent, its tabs as spaces."""
    offset: int
    """Where it stands in the piece."""


def inline_slips(text: str, keys: Collection[str], labels: Collection[str]) -> Iterator[Slip]:
    """Find slips in a piece of text; `keys` are those of the sources, `labels` those of `[label]: address` lines."""
    rest = text
    for rule, message, sign, pattern in PATTERNS:
        found = list(pattern.finditer(rest)) if sign in rest else []
        if not found:
            continue
        parts = []
        end = 0
        for each in found:
            groups = {name: " ".join((words or "").split()) for name, words in each.groupdict().items()}
            if ("key" in groups and groups["key"] not in keys) or groups.get("number") in labels:
                continue
            if rule and not groups.get("closed"):
                yield Slip(finding(rule, message, **groups), text, each.start())
            parts += [rest[end : each.start()], " " * len(each[0])]
            end = each.end()
        rest = "".join([*parts, rest[end:]])
