"""Find malformed inline markup: links, citations and notes in a paragraph, a heading or a table.

`PATTERNS` is applied from top to bottom. Each match is blanked for the rows below, and reported where the row names a
rule and one of its messages; a row without a rule matches valid markup, and so does a group called `closed`, or `kept`
for the rows below. The groups of the pattern fill the placeholders of the message. The string before the pattern occurs
in every match: searching for it first is faster.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from studyguide.diagnostics.diagnostic import Finding, finding
from studyguide.lint.foreign_markup import FOREIGN, WITH_BACKTICKS, Row
from studyguide.markdown.literal_stars import PRODUCT

_TARGET = r"(?:https?://[^\s()<>\[\]]+|[\w./-]+\.md(?:#[\w-]*)?|(?:term|event|source):[\w.-]+|#[A-Za-z][\w-]*)"
_WORDS = r"(?P<words>(?!sic\]|…\]|\.\.\.\])(?=[^\[\]]*[^\W\d_])[^\[\]@^]+)"
_KEY = r"-?@\{?(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)\}?[^\[\]\\]*"
_PLACE = r"(?P<place>(?:pp?|arts?|paras?)\.?[ ]?\d[^\[\]()]*)"
_PART = r"[^\s()<>\"']"
_SPACED_ADDRESS = rf"(?P<target>https?://{_PART}+\.{_PART}+(?:[ ]{_PART}+){{0,3}}[ ]{_PART}*[./]{_PART}*(?<!\.))"
_OPEN_ADDRESS = r"(?P<target>https?://(?=\w)[^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)"
_PAIR = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
_HOST_AND_PATH = re.compile(r"(https?://[^/]*)(/?)(.*)", re.DOTALL)
_SPACE_FOR_DOT = re.compile(r"(?<=\w) (?=(?:com|edu|eu|gov|info|int|net|org|uk)$)")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"

# fmt: off
_LOOSE = (
    ("unread-markup", "loose", "*",
     r"(?<![\w*\\`])(?P<signs>\*{1,3})(?=[^\W_])(?P<words>[^*`\n]{1,80}?)[ ]+(?P=signs)(?!\S)"),
    ("unread-markup", "loose", "**",
     r"(?<!\S)(?P<signs>\*{2,3})[ ]+(?=[^\W_])(?P<words>[^*`\n]{1,80}?)(?<=\S)(?P=signs)(?![\w*])"),
)
_MASKED = (
    (None, "", "`", r"(?<!`)(?P<ticks>`+)(?!`)(?s:.+?)(?<!`)(?P=ticks)(?!`)"),  # code
    ("open-comment", "", "<!--", r"<!--(?s:.*?)(?:(?P<closed>-->)|\Z)"),
)
_BROKEN = (
    ("broken-citation", "escaped", "\\[", rf"\\\[(?P<cited>{_KEY})\\\]"),
    ("broken-citation", "split", "](", rf"(?<!\\)\[(?P<cited>{_KEY})\]\({_PLACE}\)"),
    ("broken-citation", "linked", "](", rf"(?<!\\)\[(?P<cited>{_KEY})\]\([^()\s]*\)"),
    ("broken-citation", "split", "]", rf"(?<!\\)\[(?P<cited>{_KEY})\][ ]?\[{_PLACE}\]"),
    ("broken-citation", "two-pairs", "]", rf"(?<!\\)\[[ ]?\[(?P<cited>{_KEY})\][ ]?\](?![(\[])"),
    ("broken-citation", "org", "[",
     r"(?<!\\)\[cite[\w/]*:[ ]?[@&#]?(?P<cited>(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?)[^\[\]]*)\]"),
    ("broken-citation", "sign", "[@", r"(?<!\\)\[@(?P<cited>[+:/.!?*'=-][^\s{}\[\],;]*\w)(?:[,;][^\[\]]*)?\](?!\()"),
    ("citation-without-brackets", "", "<@", r"<(?P<cited>-?@(?P<key>\w(?:[\w:.#$%&+?~/-]*\w)?))>"),
    ("broken-attributes", "words", "{", r"(?<=[*_)\]]){[ ]?(?P<words>[^\W\d_][^{}\n#.=:]*)\}"),
    ("broken-link", "space", "[", rf"(?<![\\!\]])\[{_WORDS}\]\s+\((?P<target>{_TARGET})\)"),
    ("broken-link", "turned", ")[", rf"\((?P<words>[^()\[\]]+)\)\[(?P<target>{_TARGET})\]"),
    ("broken-link", "spaced", "](http",
     rf"(?<!\\)\[(?P<words>[^\[\]]+)\]\({_SPACED_ADDRESS}(?:[ ]+(?P<quote>[\"'])[^\"'()]*(?P=quote))?[ ]*\)"),
    ("broken-link", "spaced-alone", "<http", rf"<{_SPACED_ADDRESS}>"),
    ("broken-link", "divided", "](http",
     rf"(?<!\\)\[(?P<words>[^\[\]]+)\]\({_OPEN_ADDRESS}\n[ ]*(?P<rest>[^\s()<>]+)\)"),
    ("broken-link", "open", "](http",
     rf"(?<!\\)\[(?P<words>[^\[\]]+)\]\({_OPEN_ADDRESS}(?=\s+[^\s\"'()]|\s*\Z)"),
    ("broken-link", "open", "](",
     r"(?<!\\)\[(?P<words>[^\[\]]+)\]\((?P<target>[^\s()<>]+)[ ]+(?=[\"'])"
     r"(?!(?P<quote>[\"'])[^\n]{0,300}(?P=quote)[ ]*\))"),
    ("broken-link", "wiki", "[[",
     r"(?<![\\\[])\[\[(?P<words>[^\W\d_][^\[\]|@^]*)(?:\|[^\[\]]*)?\]\](?![(\[:])"),
    ("hand-made-note", "", "[", r"\[(?:(?<=\w{3}.)|(?<=[.,;:!?)”\"’»].))(?P<number>\d{1,3})\](?![(:\w])"),
    ("hand-made-note", "", "",
     rf"[{_RAISED}](?:(?<=[.,:;!?”\"’»].)|(?<=[^\W\d_]{{4}}[¹⁴-⁹]))[{_RAISED}]*(?!\w)"),  # but kilometres²
    (None, "", "[", rf"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:{_PAIR}|\[[^\[\]]*\])"),  # links
    (None, "", "@", r"\[[^\[\]@]*@[^\[\]]*\]"),  # citations, whose keys may be URLs
    (None, "", "<", r"<[a-zA-Z/][^<>]*>"),  # tags and autolinks
    ("bare-address", "www", "www.",
     r"(?<![\w/.:@=-])(?P<site>www\.(?:[\w-]+\.)+[a-z]{2,}(?![\w-])(?:/[^\s<>|()\x02]*[\w/])?)"),
    ("bare-address", "", "http", r"(?<![\w/=])https?://[^\s<>|\x02]+"),
    (None, "", "*", PRODUCT),
    (None, "", "**", r"(?<!\\)\*\*(?s:.+?)\*\*"),  # bold
    ("unread-markup", "open-bold", "**", r"(?<![\w*\\])\*\*(?=[^\W_])"),
    (None, "", "*", r"(?<!\\)\*(?=\S)[^*]+?(?<=\S)\*"),  # emphasis
    ("unread-markup", "open-italic", "*", r"(?:(?<=[\w,;:”\"’)] )|(?<=[(“‘\"—–]))\*(?=[^\W\d_]{2})(?=[^*]*\Z)"),
    ("unread-markup", "open-backtick", "`", r"(?<![\w`\\])`(?=\w)"),
)
# fmt: on


PATTERNS = (
    *(Row(*row) for row in _LOOSE),
    *WITH_BACKTICKS,
    *(Row(*row) for row in _MASKED),
    *FOREIGN,
    *(Row(*row) for row in _BROKEN),
)

_CITED = re.compile(r"\[@[A-Za-z0-9](?:[\w:-]*[A-Za-z0-9])?(?:, [A-Za-z0-9. ,–-]+)?\](?!\()", re.ASCII)
_SIGN = re.compile(rf"[*`~^$\\{{}}<>\[\]@#|=+{_RAISED}]")
_SIGNS = ("''", "//", "%%", "!!", "???", "www.", "Error!")
_COLON = re.compile(r":(?=\S)|^:", re.MULTILINE)
_WIKI_HEADING = re.compile(r"^h[1-6]\.", re.MULTILINE)


def may_hold_markup(text: str) -> bool:
    """Tell whether a text has a sign that each row of `PATTERNS` needs, but for those of usual citations.

    A fast path: most paragraphs have none.
    """
    if "[@" in text:
        text = _CITED.sub("", text)
    return bool(
        _SIGN.search(text)
        or any(signs in text for signs in _SIGNS)
        or (":" in text and _COLON.search(text))
        or ((text.startswith("h") or "\nh" in text) and _WIKI_HEADING.search(text))
    )


@dataclass(frozen=True, slots=True)
class MarkupFinding:
    """A finding at an offset of a piece of Markdown."""

    finding: Finding
    text: str
    """The piece as Python-Markdown has it: dedented, with tabs expanded."""
    offset: int
    """The position of the finding in `text`."""


def inline_findings(text: str, keys: Collection[str], labels: Collection[str]) -> Iterator[MarkupFinding]:
    """Find malformed inline markup in a piece of Markdown.

    `keys` are the citation keys of the sources, `labels` those of link reference definitions, `[label]: URL`.
    """
    if not may_hold_markup(text):
        return
    rest = text
    for row in PATTERNS:
        found = list(row.pattern.finditer(rest)) if row.literal in rest else []
        if not found:
            continue
        parts = []
        end = 0
        for each in found:
            groups = {name: " ".join((words or "").split()) for name, words in each.groupdict().items()}
            if row.message.startswith("spaced"):
                groups["target"] = _without_spaces(groups["target"])
            if ("key" in groups and groups["key"] not in keys) or _label(each, text) in labels:
                continue
            if row.rule and not (groups.get("closed") or groups.get("kept")):
                yield MarkupFinding(finding(row.rule, row.message, **groups), text, each.start())
            parts += [rest[end : each.start()], each[0] if groups.get("kept") else " " * len(each[0])]
            end = each.end()
        rest = "".join([*parts, rest[end:]])


def _without_spaces(address: str) -> str:
    """Return an address with %20 for each space, but for those of its host, which has none."""
    host, slash, path = _HOST_AND_PATH.fullmatch(address).groups("")  # type: ignore[union-attr]  # any text is both
    return _SPACE_FOR_DOT.sub(".", host).replace(" ", "") + slash + path.replace(" ", "%20")


def _label(found: re.Match[str], text: str) -> str:
    """Return the label of a link reference, as Python-Markdown looks it up in its definitions; empty for other matches.

    It is read from `text`, in which code is not blanked.
    """
    spans = [found.span(name) for name in ("number", "label", "words") if name in found.re.groupindex]
    is_reference = "number" in found.re.groupindex or "label" in found.re.groupindex
    label = next((text[start:end] for start, end in spans if start < end), "") if is_reference else ""
    return " ".join(label.split()).lower()
