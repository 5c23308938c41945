"""Slips within a paragraph, a heading or a table: links, citations and notes that are not quite written as such.

The table below is read from top to bottom. What matches is covered by spaces for the lines under it, and told of where
the line names a kind; a line without one is of what is right as it stands. The second column is a sign without which
there is none, since a text is sooner searched for a sign than for a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from studyguide.diagnostics.rules import Kind

_TARGET = r"(?:https?://[^\s()<>\[\]]+|[\w./-]+\.md(?:#[\w-]*)?|(?:term|event|source):[\w.-]+|#[A-Za-z][\w-]*)"
_WORDS = r"(?P<words>(?!sic\]|…\]|\.\.\.\])(?=[^\[\]]*[^\W\d_])[^\[\]@^]+)"
_KEY = r"-?@\{?(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)\}?[^\[\]\\]*"
_OPEN_ADDRESS = r"(?P<target>https?://[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
_PAIR = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LINK_HINT = "Write [{words}]({target})."
_NOTE = "This looks like the number of a note, and calls none."
_NOTE_HINT = "Cite a source as [@key], or write a note of your own as [^1]."

# fmt: off
_PATTERNS: tuple[tuple[Kind | None, str, re.Pattern[str], str, str], ...] = tuple(
    (kind, sign, re.compile(pattern), message, hint)  # type: ignore[misc]
    for kind, sign, pattern, message, hint in (
    (None, "`", r"(?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)", "", ""),  # code
    ("open-comment", "<!--", r"<!--(?s:.*?)(?:(?P<closed>-->)|\Z)",
     "A comment begins here and does not end, so that the page shows it.", "Write --> behind its last word."),
    ("broken-citation", "\\[", rf"\\\[(?P<cited>{_KEY})\\\]",
     "The backslashes keep this from being a citation.", "Write [{cited}]."),
    ("broken-citation", "](", rf"(?<!\\)\[(?P<cited>{_KEY})\]\([^()\s]*\)",
     "A citation links to its source by itself, and is no link of yours.", "Write [{cited}]."),
    ("broken-citation", "]", rf"(?<!\\)\[[ ]?\[(?P<cited>{_KEY})\][ ]?\](?![(\[])",
     "A citation stands in one pair of brackets, not in two.", "Write [{cited}]."),
    ("broken-link", "[", rf"(?<![\\!\]])\[{_WORDS}\]\s+\((?P<target>{_TARGET})\)",
     "A space between the brackets keeps this from being a link.", _LINK_HINT),
    ("broken-link", ")[", rf"\((?P<words>[^()\[\]]+)\)\[(?P<target>{_TARGET})\]",
     "The brackets of this link are the wrong way round.", _LINK_HINT),
    ("broken-link", "](http", rf"(?<!\\)\[(?P<words>[^\[\]]+)\]\({_OPEN_ADDRESS}(?=\s+[^\s\"'()]|\s*\Z)",
     "This link is not closed right behind its address.", _LINK_HINT),
    ("broken-link", "[[", r"(?<![\\\[])\[\[(?P<words>[^\W\d_][^\[\]|@^]*)(?:\|[^\[\]]*)?\]\](?![(\[:])",
     "Links are not written as in a wiki.", "Write [{words}](file.md), with the file of the chapter."),
    ("hand-made-note", "[", r"\[(?:(?<=\w{3}.)|(?<=[.,;:!?)”\"’»].))(?P<number>\d{1,3})\](?![(:\w])",
     _NOTE, _NOTE_HINT),
    ("hand-made-note", "", rf"[{_RAISED}](?:(?<=[.,:;!?”\"’»].)|(?<=[^\W\d_]{{4}}[¹⁴-⁹]))[{_RAISED}]*(?!\w)",
     _NOTE, _NOTE_HINT),  # but kilometres²
    (None, "[", rf"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:{_PAIR}|\[[^\[\]]*\])", "", ""),  # links
    (None, "@", r"\[[^\[\]@]*@[^\[\]]*\]", "", ""),  # citations, whose keys may be addresses
    (None, "<", r"<[a-zA-Z/][^<>]*>", "", ""),  # tags, and addresses that are links
    ("bare-address", "http", r"(?<![\w/])https?://[^\s<>|\x02]+",
     "An address in the text becomes no link.", "Write [words for it](address), or <address>."),
    )
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Slip:
    """Something that is not what it was meant to be, in a piece of a chapter's Markdown."""

    kind: Kind
    message: str
    hint: str
    text: str
    """The piece, as the reader of Markdown has it: without its indent, its tabs as spaces."""
    offset: int
    """Where it stands in the piece."""


def inline_slips(text: str, keys: Collection[str], labels: Collection[str]) -> Iterator[Slip]:
    """Find slips in a piece of text; `keys` are those of the sources, `labels` those of `[label]: address` lines."""
    rest = text
    for kind, sign, pattern, message, hint in _PATTERNS:
        found = list(pattern.finditer(rest)) if sign in rest else []
        if not found:
            continue
        parts = []
        end = 0
        for each in found:
            groups = {name: " ".join((words or "").split()) for name, words in each.groupdict().items()}
            if ("key" in groups and groups["key"] not in keys) or groups.get("number") in labels:
                continue
            if kind and not groups.get("closed"):
                yield Slip(kind, message, hint.format_map(groups), text, each.start())
            parts += [rest[end : each.start()], " " * len(each[0])]
            end = each.end()
        rest = "".join([*parts, rest[end:]])
