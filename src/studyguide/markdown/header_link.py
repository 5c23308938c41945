"""The link at the top of each page, `header_link` in mkdocs.yml: one link in Markdown, whose words are plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.chapter import Link, Section

HOME = "index.md"
"""The chapter that the address is written for, as a link on it would be."""
_FORM = re.compile(r"\[(?:\*\*(?P<first>[^\[\]*]+)\*\*)?(?P<rest>[^\[\]*]*)\]\((?P<target>\S*)\)")


@dataclass(frozen=True)
class HeaderLink:
    """What the link says, and where it leads."""

    words: str
    """What also a phone shows: the words between `**`, or all where none stand so."""
    more: str
    """What stands behind them, for wider screens."""
    link: Link


def read_header_link(span: SourceSpan) -> HeaderLink | None:
    """Read the link; None where the span is anything else, or a link without words."""
    found = _FORM.fullmatch(span.text)
    if not found or not f"{found['first'] or ''}{found['rest']}".strip():
        return None
    words, more = (found["first"], found["rest"]) if found["first"] else (found["rest"], "")
    where = span.locate(found.start("target"))
    return HeaderLink(words, more, Link(found["target"], where, Section(HOME, "", "", 0, where)))
