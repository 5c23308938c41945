"""Show which words of a text are other than they were."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Letters of scripts that put no space between words: each is a word of its own."""
_TOKEN = re.compile(rf"\s+|[{_ALONE}][\u0300-\u036f]*|[^\s{_ALONE}]+")
_EDGES = re.compile(r"^\W+|\W+$")
_SIGNS = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
_NEAR = 0.8
"""The likeness of two spellings of one word, 0 to 1, as `difflib` has it."""
_UNLIKE = 0.4
"""The likeness of two texts, counted in words and the spaces between them, below which one was written anew."""


class Piece(NamedTuple):
    """A run of words that is the same in both texts, or was replaced."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether nothing was replaced."""
        return self.before == self.after


def words_in(text: str) -> list[str]:
    """Return the words of a text without the signs around them, in small letters."""
    words = (_EDGES.sub("", token) for token in _TOKEN.findall(text))
    return [word.casefold() for word in words if word]


def compared_paragraphs(before: str, after: str) -> Iterator[list[Piece]]:
    """Yield what differs between two texts with a line for each paragraph, as pieces in order; lines stay in them."""
    old, new = before.split("\n"), after.split("\n")
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield compared_words("\n".join(old[start:end]), "\n".join(new[first:last]))


def compared_words(before: str, after: str) -> list[Piece]:
    """Return the pieces of two texts; a single one where they have hardly a word in common."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _UNLIKE:
        return [Piece(before, after)]
    codes = matcher.get_opcodes()
    return _joined([Piece("".join(old[start:end]), "".join(new[first:last])) for _, start, end, first, last in codes])


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Join pieces with nothing but a space between them, so that three new words are one piece and not three."""
    joined: list[Piece] = []
    for piece in pieces:
        is_gap = piece.is_same and not piece.before.strip()
        if joined and not joined[-1].is_same and (is_gap or not piece.is_same):
            joined[-1] = Piece(joined[-1].before + piece.before, joined[-1].after + piece.after)
        else:
            joined.append(piece)
    return joined


def is_correction(before: str, after: str, old: Callable[[str], int], new: Callable[[str], int]) -> bool:
    """Tell whether two texts differ in nothing but signs, capitals and misprints.

    A misprint is a word that stands nowhere else in the last edition and nowhere in this one, and is spelt nearly as
    the word in its place: "goverment", but neither "legal" for "illegal" nor one number for another. `old` and `new`
    return how often a word stands in the two editions.
    """
    was, now = words_in(before), words_in(after)
    if len(was) != len(now):
        return "".join(was) == "".join(now) and not _DIGIT.search("".join(was))  # a space that was missing
    return all(one == other or _is_misprint(one, other, old, new) for one, other in zip(was, now, strict=True))


def _is_misprint(before: str, after: str, old: Callable[[str], int], new: Callable[[str], int]) -> bool:
    if _DIGIT.search(before + after):
        return before == after
    if _SIGNS.sub("", before) == _SIGNS.sub("", after):
        return True
    is_near = sorted(before) == sorted(after) or SequenceMatcher(None, before, after).ratio() >= _NEAR
    return is_near and before[:1] == after[:1] and old(before) == 1 and not new(before)
