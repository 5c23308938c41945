"""Join the lines of a chapter in Chinese or Japanese, over emphasis and notes too: `data/line_breaks.py` says which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from studyguide.data.line_breaks import join_lines

LANGUAGES = frozenset({"ja", "yue", "zh"})
"""The languages whose lines are joined, by primary subtag."""
_AS_TYPED = frozenset({"code", "pre"})


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text in a tree: the `text` or the `tail` of an element."""

    holder: Element
    name: Literal["text", "tail"]
    is_typed: bool
    """Whether it is code, whose lines stay."""

    @property
    def text(self) -> str:
        return getattr(self.holder, self.name) or ""


class JoinLines(Treeprocessor):
    """Takes out the line breaks."""

    def run(self, root: Element) -> None:
        """Join the lines of a tree that holds no more positions, and is not laid out in lines yet."""
        pieces = [piece for piece in _pieces(root) if piece.text]
        befores = ["", *(piece.text[-1] for piece in pieces)]
        afters = [*(piece.text[0] for piece in pieces[1:]), ""]
        for piece, before, after in zip(pieces, befores, afters, strict=False):
            if "\n" in piece.text and not piece.is_typed:
                joined = join_lines(piece.text, before, after)
                is_atomic = isinstance(piece.text, AtomicString)
                setattr(piece.holder, piece.name, AtomicString(joined) if is_atomic else joined)


def _pieces(element: Element, *, is_typed: bool = False) -> Iterator[_Piece]:
    """Yield the pieces of text of an element in reading order."""
    is_typed = is_typed or element.tag in _AS_TYPED
    yield _Piece(element, "text", is_typed)
    for child in element:
        yield from _pieces(child, is_typed=is_typed)
        yield _Piece(child, "tail", is_typed)
