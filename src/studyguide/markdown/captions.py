"""Have the captions of Markdown figures, and the cells of Markdown tables, read as Markdown too.

So they can cite, link and call notes.

md_in_html reads a tag within `<figure markdown="span">` as plain HTML unless it has the attribute itself, which nobody
writes, as Material's own examples leave it out. An indent before the tag would become a line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from studyguide.markdown.source import SourceLine

_OPENS = re.compile(r" {0,3}<(?P<tag>figure|details|div|table|section|aside)\b[^<>]*\smarkdown\b")
_INDENT = re.compile(r"^[ \t]+(?=</?(?:figcaption|summary|caption|thead|tbody|tfoot|tr|t[dh])\b)")
_TAG = r"<(?P<tag>figcaption|summary|caption)\b(?![^<>]*\smarkdown\b)"
_CAPTION = re.compile(f"^{_TAG}")
_CELL = re.compile(r"[ \t]*<(?P<tag>thead|tbody|tfoot|tr|td|th)\b(?P<own>[^<>]*\smarkdown\b)?")
"""With the blanks before it. md_in_html takes it for text unless it begins a line."""
_WITHIN = re.compile(f"(?<=>){_TAG}")
CAPTIONED = re.compile(r"<(?:figcaption|summary|caption|t[rdh])\b")
"""What a page without captions and cells lacks: a quick test."""


def with_markdown_captions(written: Iterable[SourceLine], lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a page, with the attribute in the captions and cells of each element that has it.

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
        if within:
            line = _CAPTION.sub(r'<\g<tag> markdown="span"', _INDENT.sub("", line))
        yield _CELL.sub(_as_markdown, line) if within == "table" else line
        if within and f"</{within}>" in source.text:
            within = ""


def _as_markdown(cell: re.Match[str]) -> str:
    own_line = "\n" if cell.start() else ""
    return f"{own_line}<{cell['tag']}" + (cell["own"] or ' markdown="1"')
