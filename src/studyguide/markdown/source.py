"""A chapter's Markdown source: lines, code, comments, blocks and citations, each computed once and on demand.

Code and comments are masked with spaces instead of removed, which preserves all offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from studyguide.diagnostics.source_text import SourceFile, SourceSpan
from studyguide.markdown.citations import BRACKET, parse_citation
from studyguide.markdown.markers import COMMENT, MARKERS

_FENCED = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^`\n]*\n(?s:.*?)^[ \t>]*(?P=fence)[ ]*$\n?", re.MULTILINE)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_CODE = re.compile(r"(?s)(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)(?P=ticks)(?!`)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BLOCK = re.compile(
    r"^<(?P<tag>details|figure|table)\b(?s:.*?)^</(?P=tag)>.*$"  # may contain blank lines
    r"|^[ \t]*\S.*(?:\n[ \t]*\S.*)*",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}[ \t].*", re.MULTILINE)
_MARKUP = re.compile(r"\]\([^()\n]*\)|\{[^{}\n]*\}|<[a-zA-Z/][^<>]*>|https?://\S+")
_BOX = re.compile(r"(?P<indent>[ \t]*)!!! ?(?P<kind>correction|check|todo)\b")
_NOTE = re.compile(rf"{BRACKET}|\[\^|\^\[|\]\(source:")
_ESCAPED = re.compile(r"\\[\\\[\]@]")
_CHARACTER = re.compile(r"[^\n]")
_HIDDEN = "\x01"  # not a space, so that a comment on its own line splits no paragraph
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


class SourceLine(NamedTuple):
    """A line of Markdown."""

    text: str
    """The line with its line end."""
    start: int
    """Where it begins in the text."""
    is_code: bool
    """True in a fenced code block, including the fences."""


class SourceComment(NamedTuple):
    """A comment of plain words, such as a marker."""

    name: str
    start: int
    """Where it begins in the text."""


class WrittenCitation(NamedTuple):
    """A source cited in a bracket."""

    key: str
    start: int
    """The offset of the bracket in the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block between blank lines: a paragraph, a list, a table or a figure."""

    text: str
    """The prose of the block; markup is masked with spaces, which preserves offsets."""
    start: int
    """The offset of the block in the chapter's text."""
    has_note: bool
    """True if the block cites or links a source, or has a footnote reference, be it written as `^[...]`."""
    box: str
    """The kind of the enclosing admonition: `correction`, `check`, `todo` or empty."""
    opens_box: bool
    """True for the first block of that admonition."""

    @property
    def is_editor_note(self) -> bool:
        """True within an editor's note."""
        return self.box in ("correction", "check")

    @property
    def end(self) -> int:
        """The end offset in the chapter's text."""
        return self.start + len(self.text)

    @property
    def length(self) -> int:
        """The length in words."""
        return len(_WORD.findall(self.text))


@dataclass(frozen=True)
class ChapterSource:
    """The Markdown of a chapter, or of a field of a term or event; offsets are relative to the span's start."""

    span: SourceSpan
    """The source span of the Markdown; that of a chapter starts after the front matter."""

    def __getstate__(self) -> dict[str, SourceSpan]:
        """Leave out what is computed of the text, which would be several times as long."""
        return {"span": self.span}

    @property
    def text(self) -> str:
        """The raw Markdown."""
        return self.span.text

    @cached_property
    def lines(self) -> tuple[SourceLine, ...]:
        """The lines of the text."""
        return tuple(_lines(self.text))

    @cached_property
    def without_fenced_code(self) -> str:
        """The text with fenced code blocks masked."""
        if not any(line.is_code for line in self.lines):
            return self.text
        return "".join(_masked_text(line.text) if line.is_code else line.text for line in self.lines)

    @cached_property
    def without_code(self) -> str:
        """The text with fenced code blocks and code spans masked."""
        return _CODE.sub(_masked, self.without_fenced_code) if "`" in self.text else self.without_fenced_code

    @cached_property
    def without_code_and_comments(self) -> str:
        """The text with code and comments masked."""
        return self._with_hidden_comments.replace(_HIDDEN, " ")

    @cached_property
    def _with_hidden_comments(self) -> str:
        text = self.without_code
        if "<!--" not in text:
            return text
        end = text.rfind("-->") + 3  # avoids a quadratic search from each unclosed "<!--"
        return _COMMENT.sub(lambda comment: _CHARACTER.sub(_HIDDEN, comment[0]), text[:end]) + text[end:]

    @cached_property
    def comments(self) -> tuple[SourceComment, ...]:
        """The comments of plain words outside code."""
        if "<!--" not in self.text:
            return ()
        found = ((line.start, each) for line in self.lines if not line.is_code for each in COMMENT.finditer(line.text))
        return tuple(SourceComment(each["name"], start + each.start()) for start, each in found if each["name"])

    @cached_property
    def markers(self) -> frozenset[str]:
        """The names of the markers in the text."""
        return MARKERS & {comment.name for comment in self.comments}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that contain prose."""
        return tuple(_blocks(self._with_hidden_comments))

    @cached_property
    def citations(self) -> tuple[WrittenCitation, ...]:
        """The citations in the text outside code and comments."""
        return tuple(written_citations(self.without_code_and_comments))

    @cached_property
    def in_file(self) -> ChapterSource:
        """The source whose text matches the file: this one, or the whole file if an MkDocs plugin changed the text."""
        file = self.span.file
        return self if file.text[self.span.start :] == self.text else ChapterSource(SourceSpan(file.text, file))

    @cached_property
    def file_without_code(self) -> SourceFile:
        """The whole file with code masked, so that examples in code are not reported."""
        source = self.in_file
        above = source.span.file.text[: source.span.start]
        return SourceFile(source.span.file.path, above + source.without_code)


def has_marker(text: str, name: str) -> bool:
    """Tell whether a page's Markdown has a marker outside code, before its chapter is read."""
    return name in text and name in ChapterSource(SourceSpan(text, SourceFile("", text))).markers


def written_citations(text: str) -> Iterator[WrittenCitation]:
    """Yield the citations in a text without code, one per source."""
    text = _ESCAPED.sub("  ", text)
    for bracket in re.finditer(BRACKET, text):
        for item in parse_citation(bracket["inside"]):
            yield WrittenCitation(item.key, bracket.start())


def _lines(text: str) -> Iterator[SourceLine]:
    end = 0
    for code in _FENCED.finditer(text) if "```" in text or "~~~" in text else ():
        yield from (SourceLine(line[0], line.start(), False) for line in _LINE.finditer(text, end, code.start()))
        yield from (SourceLine(line[0], line.start(), True) for line in _LINE.finditer(text, code.start(), code.end()))
        end = code.end()
    yield from (SourceLine(line[0], line.start(), False) for line in _LINE.finditer(text, end))


def _blocks(plain: str) -> Iterator[Block]:
    """Yield the blocks of Markdown whose code is masked and whose comments are replaced with `_HIDDEN`."""
    box: re.Match[str] | None = None
    for found in _BLOCK.finditer(plain):
        block = found[0]
        if box and not block.startswith(f"{box['indent']}    "):
            box = None
        opened = _BOX.match(block)
        box = opened or box
        words = _HEADING.sub(_masked, block.replace(_HIDDEN, " "))
        words = _MARKUP.sub(_masked, re.sub(BRACKET, _masked, words))
        if not words.isspace():
            kind = box["kind"] if box else ""
            yield Block(words, found.start(), bool(_NOTE.search(block)), kind, bool(opened))


def _masked(found: re.Match[str]) -> str:
    return _masked_text(found[0])


def _masked_text(text: str) -> str:
    return _CHARACTER.sub(" ", text)
