"""Find tags that nothing closes, which a browser takes for HTML and shows to no reader: `Dear <label>`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from studyguide.diagnostics.diagnostic import Problem, problem
from studyguide.lint.context import LintContext, Prose
from studyguide.lint.html_policy import ATTRIBUTES, TAGS
from studyguide.lint.registry import on_prose
from studyguide.markdown.source import ChapterSource

_WITH_ATTRIBUTES = frozenset(
    {"body", "circle", "col", "ellipse", "head", "html", "input", "line", "path", "polygon", "polyline", "rect"}
)
"""The tags that need no end, and mean nothing without attributes, or nothing in a chapter."""
_MAY_STAY_OPEN = frozenset(
    {"br", "dd", "dt", "hr", "li", "p", "rp", "rt", "tbody", "td", "tfoot", "th", "thead", "tr", "wbr"}
)
"""The tags whose end may be left out: https://html.spec.whatwg.org/#optional-tags"""
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<attributes>(?:\s+[\w:-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>]+))?)*)"
    r"\s*(?P<alone>/?)>"
)
_VALUE = re.compile(r"[\w:-]+=(?:\"[^\"]*\"|'[^']*'|\S+)")
_INDENTED = re.compile(r"(?:^|\n)(?: {4}|\t)[^\n]*\Z")
_TOLD = TAGS - _MAY_STAY_OPEN - {"img"}  # a picture without its file is told as such


@on_prose
def open_tags(prose: Prose, context: LintContext) -> Iterator[Problem]:
    """Find start tags without their end, and end tags without their start; an indented line may be code."""
    source = prose.chapter.source if prose.chapter else ChapterSource(prose.span)
    text = source.without_code_and_comments if "<" in source.text else ""
    for message, name, start in _unmatched(text):
        if not _INDENTED.search(text, max(start - 200, 0), start):
            yield problem(source.span.locate(start), "unread-markup", message, tag=name)


def _unmatched(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield the message, the name and the offset of each tag without its other half."""
    opened: dict[str, list[int]] = {}
    for found in _TAG.finditer(text):
        name, start = found["name"].lower(), found.start()
        if (
            name not in _TOLD
            or found["alone"]
            or not ATTRIBUTES.issuperset(_VALUE.sub("", found["attributes"]).split())
        ):
            continue  # what may not stand in a page is told by `html_policy`
        if not found["end"]:
            opened.setdefault(name, []).extend([] if name in _WITH_ATTRIBUTES and found["attributes"] else [start])
        elif opened.get(name):
            opened[name].pop()
        elif name not in _WITH_ATTRIBUTES:
            yield "end-tag", name, start
    yield from (("open-tag", name, start) for name, starts in opened.items() for start in starts)
