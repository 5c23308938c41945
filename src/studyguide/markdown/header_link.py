"""Parse the setting `header_link`, the link in each page's header: one Markdown link with a plain-text label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.chapter import Link, Section

HOME = "index.md"
"""The chapter to which the link target is relative."""
_FORM = re.compile(r"\[(?:\*\*(?P<first>[^\[\]*]+)\*\*)?(?P<rest>[^\[\]*]*)\]\((?P<target>\S*)\)")


@dataclass(frozen=True)
class HeaderLink:
    """The parsed header link."""

    words: str
    """The label for narrow screens: the part in `**`, or all of it."""
    more: str
    """The rest of the label, for wide screens."""
    link: Link


def read_header_link(span: SourceSpan) -> HeaderLink | None:
    """Parse the link; None if the span is no single link or its label is empty."""
    found = _FORM.fullmatch(span.text)
    if not found or not f"{found['first'] or ''}{found['rest']}".strip():
        return None
    words, more = (found["first"], found["rest"]) if found["first"] else (found["rest"], "")
    where = span.locate(found.start("target"))
    return HeaderLink(words, more, Link(found["target"], where, Section(HOME, "", "", 0, where)))
