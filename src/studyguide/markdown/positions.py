"""Positions in Markdown text: invisible markers that carry lines through Python-Markdown, which forgets them.

A marker is a number in characters of Unicode's private use area. It stands before each heading's words, each word that
begins a line, an item of a list, a row of a table or the title of a box, each bracket and each `@` that could become a
link, a picture or a citation, and each `!!!` that opens no admonition; in a link, picture or figure that is written as
HTML it stands inside an attribute. What reads the converted tree takes the markers
out again. They change nothing else, except that an admonition of an unknown kind, which is an error, becomes text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.source import ChapterSource

_FIRST, _LAST, _ZERO = "\ue000", "\ue001", 0xE010
_DIGITS = str.maketrans({str(digit): chr(_ZERO + digit) for digit in range(10)})
_NUMBERS = str.maketrans({chr(_ZERO + digit): str(digit) for digit in range(10)})
POSITION = re.compile(f"{_FIRST}[\ue010-\ue019]+{_LAST}")
# fmt: off
BOXES = (
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
    "correction", "check", "todo",
)
# fmt: on
"""The kinds of boxes, `!!! note`: Material's, and our own three."""
_LEAD = r"(?:[ \t>]|(?:[-+*]|\d+\.)[ \t])*"  # of a line in a list, a quotation or a block
# Not where a marker would change the meaning: behind a backslash, at a task box, in the attribute that md_in_html
# reads.
_LINE_START = re.compile(
    rf"{_LEAD}#{{1,6}}+[ \t]*+(?=\S)"  # a heading, and a box whose kind nobody knows
    rf"|{_LEAD}(?=!!!(?![ ]?(?i:{'|'.join(BOXES)})(?:[ ]+[\w-]+)*(?:[ ]+\".*?\")?[ ]*$))"
    rf"|{_LEAD}!!![ ]?(?i:{'|'.join(BOXES)})(?:[ ]+[\w-]+)*[ ]+\"(?=[^\W_])"  # the title of a box
    rf"|{_LEAD}(?:\|[ \t]*)?(?=[^\x00-\x7f]|[^\W_])(?!\w{{1,4}}[.)]|[\w:-]+=|markdown\b)"  # a word, also of a table
)
_LOCATABLE = re.compile(  # each kind begins with its sign, so that the signs can be looked for
    r"\\(?P<escaped>[\\!\[])"
    r"|<(?P<tag>(?:a|figure|img)\s(?:[^<>]*?\s)?(?!markdown\b)[\w-]+=[\"'])"
    r"|!\[(?![ xX]\][ \t])"
    r"|\[(?![ xX]\][ \t])"
    r"|-(?<![\w/.@\\-]-)@(?=[\w{])"
    r"|@(?<![\w/.@\\-]@)(?=[\w{])"
)
_UNDERLINED = re.compile(r"\n\n(?=\w.*\n(?:=+|-+)[ ]*$)", re.MULTILINE)
_NOTE = re.compile(rf"{_LEAD}\[\^[^\]]*\]:")
_ADDRESS = re.compile(rf"^{_LEAD}\[(?!\^)([^\[\]]*)\]:[ \t]*\S*[ \t]*(?:[\"'(].*)?$", re.MULTILINE)
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_LOST = " \t\n>"
"""Signs of a text that a block of it may have lost: its indent, and that of a quotation."""
_FAR = 5000
"""As many signs a position leads at most, so that hostile text takes no minutes."""


class Positions:
    """The positions of one page."""

    def __init__(self) -> None:
        self._places: list[tuple[SourceSpan, int]] = []

    def put(self, source: ChapterSource) -> str:
        """Return the text of `source` with positions."""
        return "".join(self.put_in_lines(source))

    def put_in_lines(self, source: ChapterSource) -> list[str]:
        """Return each line of `source` with positions."""
        span, text = source.span, source.text
        labels = {""} | {_folded(address[1]) for address in (_ADDRESS.finditer(text) if "]:" in text else ())}
        underlined = {heading.start() for heading in _UNDERLINED.finditer(f"\n\n{text}")}

        def put(found: re.Match[str]) -> str:
            offset = start + found.start()
            if found["escaped"] or (found[0] == "[" and _is_label(text, offset, labels)):
                return found[0]
            position = self.put_one(span, offset)
            return found[0] + position if found["tag"] else position + found[0]

        located = []
        for line, start, is_code in source.lines:
            if is_code or _ADDRESS.match(line):
                located.append(line)  # `[label]: address` is no text
                continue
            end = start + len(line)
            parts = [self.put_one(span, start)] if start in underlined else []
            if note := _NOTE.match(line):
                parts.append(note[0])
                start += note.end()
            lead = _LINE_START.match(text[start:end])
            if lead and start not in underlined:
                start += lead.end()
                parts += [lead[0], self.put_one(span, start)]
            located.append("".join([*parts, _LOCATABLE.sub(put, text[start:end])]))
        return located

    def put_one(self, span: SourceSpan, offset: int = 0) -> str:
        """Return the position of the character at `offset` of a span."""
        self._places.append((span, offset))
        return _FIRST + str(len(self._places) - 1).translate(_DIGITS) + _LAST

    def place(self, position: str) -> Location:
        """Give the place that a position stands for."""
        span, offset = self._put_for(position)
        return span.locate(offset)

    def place_in(self, block: str, offset: int) -> Location | None:
        """Return the place of what stands at `offset` of a block, counted without its positions.

        The nearest position leads there, sign by sign; None where there is none, or something else stands between.
        """
        text, starts, positions = _taken_out(block)
        behind = bisect_right(starts, offset)
        near = range(max(behind - 2, 0), min(behind + 2, len(starts)))
        for number in sorted(near, key=lambda number: abs(starts[number] - offset)):
            span, at = self._put_for(positions[number])
            place = _reach(span.text, at, text, starts[number], offset)
            if place is not None:
                return span.locate(place)
        return None

    def _put_for(self, position: str) -> tuple[SourceSpan, int]:
        return self._places[int(position[1:-1].translate(_NUMBERS))]


def without_positions(text: str) -> str:
    """Give `text` without any positions."""
    return POSITION.sub("", text)


@lru_cache(maxsize=1)  # one block may hold many slips
def _taken_out(block: str) -> tuple[str, list[int], list[str]]:
    """A block without its positions, and where in it each of them stood."""
    found = list(POSITION.finditer(block))
    lengths = accumulate((len(each[0]) for each in found), initial=0)
    starts = [each.start() - length for each, length in zip(found, lengths, strict=False)]
    return without_positions(block), starts, [each[0] for each in found]


def _reach(text: str, at: int, block: str, start: int, offset: int) -> int | None:
    """Go from `at` in a text as far as it is from `start` to `offset` in a block of it; None where the signs differ."""
    step = 1 if start <= offset else -1
    signs = block[start : offset + 1] if step > 0 else block[offset:start][::-1]
    at = place = at if step > 0 else at - 1
    if len(signs) > _FAR:
        return None
    for sign in signs:
        if sign in _LOST:
            continue
        while 0 <= at < len(text) and text[at] in _LOST:
            at += step
        if not 0 <= at < len(text) or text[at] != sign:
            return None
        place, at = at, at + step
    return place


def _is_label(text: str, offset: int, labels: set[str]) -> bool:
    """Tell whether the bracket at `offset` is the second of `[words][label]`, which stand side by side."""
    label = _LABEL.match(text, offset)
    end = offset - 1 if text[offset - 1 : offset].isspace() else offset
    follows_words = text.endswith("]", 0, end) and not text.startswith("[^", text.rfind("[", 0, end))
    return follows_words and label is not None and _folded(label[1]) in labels


def _folded(label: str) -> str:
    return " ".join(label.split()).lower()
