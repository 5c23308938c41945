"""What a chapter says in words: its Markdown in blocks, without what is code, a comment or the target of a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studyguide.markdown.citations import BRACKET
from studyguide.markdown.positions import lines_of

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
_SIGN = re.compile(r"[^\n]")
_HIDDEN = "\x01"  # no space, so that a comment parts no paragraph
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


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


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the blocks of a chapter's Markdown; a block without a word, such as one of code, is none."""
    plain = without_comments(without_code(text), _HIDDEN)
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


def without_fenced_code(text: str) -> str:
    """Return Markdown with its fenced blocks of code covered by spaces."""
    return "".join(_covered_text(line) if is_code else line for line, is_code in lines_of(text))


def without_code(text: str) -> str:
    """Give Markdown with its code covered by spaces, so that everything else stands where it stood."""
    if "`" not in text and "~~~" not in text:
        return text
    return _CODE.sub(_covered, without_fenced_code(text))


def without_comments(text: str, cover: str = " ") -> str:
    """Give Markdown with its comments covered, in the same way."""
    end = text.rfind("-->") + 3  # so that none is looked for in vain, from each "<!--" to the end
    return _COMMENT.sub(lambda comment: _SIGN.sub(cover, comment[0]), text[:end]) + text[end:]


def _covered(found: re.Match[str]) -> str:
    return _covered_text(found[0])


def _covered_text(text: str) -> str:
    return _SIGN.sub(" ", text)
