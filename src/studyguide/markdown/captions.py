"""Have the captions of Markdown figures read as Markdown too, so that they can cite, link and call notes.

md_in_html reads a tag within `<figure markdown="span">` as plain HTML unless it has the attribute itself, which nobody
writes, as Material's own examples leave it out. An indent before the tag would become a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studyguide.markdown.source import SourceLine

_OPENS = re.compile(r" {0,3}<(?P<tag>figure|details|div|table|section|aside)\b[^<>]*\smarkdown\b")
_INDENT = re.compile(r"^[ \t]+(?=<(?:figcaption|summary|caption)\b)")
_TAG = r"<(?P<tag>figcaption|summary|caption)\b(?![^<>]*\smarkdown\b)"
_CAPTION = re.compile(f"^{_TAG}")
_WITHIN = re.compile(f"(?<=>){_TAG}")
CAPTIONED = re.compile(r"<(?:figcaption|summary|caption)\b")
"""What a page without captions lacks: a quick test."""


def with_markdown_captions(written: Iterable[SourceLine], lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a page, with the attribute in the captions of each element that has it.

    `written` are the lines as their author wrote them, `lines` the same with position markers.
    """
    within = ""
    for source, line in zip(written, lines, strict=True):
        if source.is_code:
            yield line
            continue
        if not within and (opened := _OPENS.match(source.text)):
            within = opened["tag"]
            line = _WITHIN.sub(r'<\g<tag> markdown="span"', line)
        yield _CAPTION.sub(r'<\g<tag> markdown="span"', _INDENT.sub("", line)) if within else line
        if within and f"</{within}>" in source.text:
            within = ""
