"""A chapter as its author wrote it: its lines, what of them is code or a comment, its blocks, and what it cites.

All of it is computed once, when it is first asked for. What is no part of a text is covered by spaces and never taken
out, so that all the rest stands at its own offset.
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
    r"^<(?P<tag>details|figure|table)\b(?s:.*?)^</(?P=tag)>.*$"  # it may hold empty lines
    r"|^[ \t]*\S.*(?:\n[ \t]*\S.*)*",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}[ \t].*", re.MULTILINE)
_UNREAD = re.compile(r"\]\([^()\n]*\)|\{[^{}\n]*\}|<[a-zA-Z/][^<>]*>|https?://\S+")
_BOX = re.compile(r"(?P<indent>[ \t]*)!!! ?(?P<kind>correction|check|todo)\b")
_NOTE = re.compile(rf"{BRACKET}|\[\^|\]\(source:")
_ESCAPED = re.compile(r"\\[\\\[\]@]")
_SIGN = re.compile(r"[^\n]")
_HIDDEN = "\x01"  # no space, so that a comment parts no paragraph
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


class SourceLine(NamedTuple):
    """A line of Markdown."""

    text: str
    """With its end."""
    start: int
    """Where it begins in the text."""
    is_code: bool
    """True where it belongs to a fenced block of code, whose first and last line count."""


class SourceComment(NamedTuple):
    """A comment of a few plain words, as a marker is."""

    name: str
    start: int
    """Where it begins in the text."""


class WrittenCitation(NamedTuple):
    """A source in a bracket that cites."""

    key: str
    start: int
    """Where the bracket begins in the text."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list, a table, a figure: what stands between two empty lines."""

    text: str
    """Its words; what is none is covered by spaces, so that each word stands where it stood."""
    start: int
    """Where it begins in the chapter's text."""
    has_note: bool
    """True where it cites or links a source, or calls a note."""
    box: str
    """The kind of the box of ours that it stands in: `correction`, `check` or `todo`."""
    opens_box: bool
    """True where that box begins."""

    @property
    def is_editor_note(self) -> bool:
        """True where the guide's editors speak of it."""
        return self.box in ("correction", "check")

    @property
    def end(self) -> int:
        """Where it ends in the chapter's text."""
        return self.start + len(self.text)

    @property
    def length(self) -> int:
        """The number of its words."""
        return len(_WORD.findall(self.text))


@dataclass(frozen=True)
class ChapterSource:
    """The Markdown of a chapter, or of a text of a term or an event; each offset counts from the start of the span."""

    span: SourceSpan
    """Its text, and where it stands in its file: for a chapter, below the front matter."""

    @property
    def text(self) -> str:
        """The Markdown as it was written."""
        return self.span.text

    @cached_property
    def lines(self) -> tuple[SourceLine, ...]:
        """Its lines."""
        return tuple(_lines(self.text))

    @cached_property
    def without_fenced_code(self) -> str:
        """Its text without its fenced blocks of code."""
        if not any(line.is_code for line in self.lines):
            return self.text
        return "".join(_covered_text(line.text) if line.is_code else line.text for line in self.lines)

    @cached_property
    def without_code(self) -> str:
        """Its text without any code, fenced or between backticks."""
        return _CODE.sub(_covered, self.without_fenced_code) if "`" in self.text else self.without_fenced_code

    @cached_property
    def without_code_and_comments(self) -> str:
        """Its text without code and comments."""
        return self._with_hidden_comments.replace(_HIDDEN, " ")

    @cached_property
    def _with_hidden_comments(self) -> str:
        text = self.without_code
        if "<!--" not in text:
            return text
        end = text.rfind("-->") + 3  # so that none is looked for in vain, from each "<!--" to the end
        return _COMMENT.sub(lambda comment: _SIGN.sub(_HIDDEN, comment[0]), text[:end]) + text[end:]

    @cached_property
    def comments(self) -> tuple[SourceComment, ...]:
        """Its comments of a few plain words; those in code are none."""
        if "<!--" not in self.text:
            return ()
        found = ((line.start, each) for line in self.lines if not line.is_code for each in COMMENT.finditer(line.text))
        return tuple(SourceComment(each["name"], start + each.start()) for start, each in found if each["name"])

    @cached_property
    def markers(self) -> frozenset[str]:
        """The names of the markers that it holds."""
        return MARKERS & {comment.name for comment in self.comments}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Its blocks; one without a word, such as one of code, is none."""
        return tuple(_blocks(self._with_hidden_comments))

    @cached_property
    def citations(self) -> tuple[WrittenCitation, ...]:
        """What it cites, as it was written."""
        return tuple(written_citations(self.without_code_and_comments))

    @cached_property
    def in_file(self) -> ChapterSource:
        """The source whose text stands in the file as it is: this one, unless a plugin of MkDocs changed the text."""
        file = self.span.file
        return self if file.text[self.span.start :] == self.text else ChapterSource(SourceSpan(file.text, file))

    @cached_property
    def file_without_code(self) -> SourceFile:
        """The whole file without the code of its text: a chapter may show in code what would be a fault elsewhere."""
        source = self.in_file
        above = source.span.file.text[: source.span.start]
        return SourceFile(source.span.file.path, above + source.without_code)


def written_citations(text: str) -> Iterator[WrittenCitation]:
    """Yield what a text without code cites, one source after another."""
    text = _ESCAPED.sub("  ", text)
    for bracket in re.finditer(BRACKET, text):
        for work in parse_citation(bracket["inside"]):
            yield WrittenCitation(work.key, bracket.start())


def _lines(text: str) -> Iterator[SourceLine]:
    end = 0
    for code in _FENCED.finditer(text) if "```" in text or "~~~" in text else ():
        yield from (SourceLine(line[0], line.start(), False) for line in _LINE.finditer(text, end, code.start()))
        yield from (SourceLine(line[0], line.start(), True) for line in _LINE.finditer(text, code.start(), code.end()))
        end = code.end()
    yield from (SourceLine(line[0], line.start(), False) for line in _LINE.finditer(text, end))


def _blocks(plain: str) -> Iterator[Block]:
    """The blocks of Markdown without code, whose comments are hidden."""
    box: re.Match[str] | None = None
    for found in _BLOCK.finditer(plain):
        block = found[0]
        if box and not block.startswith(f"{box['indent']}    "):
            box = None
        opened = _BOX.match(block)
        box = opened or box
        words = _HEADING.sub(_covered, block.replace(_HIDDEN, " "))
        words = _UNREAD.sub(_covered, re.sub(BRACKET, _covered, words))
        if not words.isspace():
            kind = box["kind"] if box else ""
            yield Block(words, found.start(), bool(_NOTE.search(block)), kind, bool(opened))


def _covered(found: re.Match[str]) -> str:
    return _covered_text(found[0])


def _covered_text(text: str) -> str:
    return _SIGN.sub(" ", text)
