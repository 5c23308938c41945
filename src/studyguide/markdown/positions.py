"""Position markers: invisible characters that carry source locations through Python-Markdown, which tracks none.

A marker encodes an index in characters of Unicode's private use area. Markers are inserted before the text of
headings; before the first word of a line, a list item, a table row or an admonition title; before each bracket and `@`
that could open a link, an image or a citation; before each `!!!` that opens no admonition; and within the first
attribute of a link, image or figure in raw HTML. They are stripped from the converted tree. Their one side effect is
that an admonition of an unknown kind, which is an error, becomes text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

from studyguide.diagnostics.diagnostic import Location
from studyguide.diagnostics.source_text import SourceSpan
from studyguide.markdown.list_marks import CERTAIN, after_mark, sequenced_lines
from studyguide.markdown.source import ChapterSource

_FIRST, _LAST, _ZERO = "\ue000", "\ue001", 0xE010
_DIGITS = str.maketrans({str(digit): chr(_ZERO + digit) for digit in range(10)})
_NUMBERS = str.maketrans({chr(_ZERO + digit): str(digit) for digit in range(10)})
POSITION = re.compile(f"{_FIRST}[\ue010-\ue019]+{_LAST}")
# fmt: off
ADMONITIONS = (
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
    "correction", "check", "todo",
)
# fmt: on
"""The kinds of admonitions, `!!! note`: Material's, and the guide's own three."""
_PREFIX = rf"(?:[ \t>]|(?:{CERTAIN})[ \t])*"  # the indent, list bullets and quote marks of a line
# No marker where it would change the parse: after a backslash, in a task list's checkbox, in the attribute that
# md_in_html parses.
_LINE_START = re.compile(
    rf"{_PREFIX}#{{1,6}}+[ \t]*+(?=\S|\n|\Z)"  # a heading, or the signs of an empty one
    rf"|{_PREFIX}(?=!!!(?![ ]?(?i:{'|'.join(ADMONITIONS)})(?:[ ]+[\w-]+)*(?:[ ]+\".*?\")?[ ]*$))"  # of no known kind
    rf"|{_PREFIX}!!![ ]?(?i:{'|'.join(ADMONITIONS)})(?:[ ]+[\w-]+)*[ ]+\"(?=[^\W_])"  # the title of an admonition
    rf"|{_PREFIX}(?:\|[ \t]*)?(?=[^\x00-\x7f]|[^\W_])(?!\d{{1,3}}[.)][ \t]|[\w:-]+=|markdown\b)"  # a word
)
_LOCATABLE = re.compile(  # each branch starts with a literal, which lets re scan quickly
    r"\\(?P<escaped>[\\!\[])"
    r"|<(?P<tag>(?:a|figure|img)\s(?:[^<>]*?\s)?(?!markdown\b)[\w-]+=[\"'])"
    r"|!\[(?![ xX]\][ \t])"
    r"|\[(?![ xX]\][ \t])"
    r"|-(?<![\w/.@\\-]-)@(?=[\w{])"
    r"|@(?<![\w/.@\\-]@)(?=[\w{])"
)
_UNDERLINED = re.compile(r"\n\n(?=\w.*\n(?:=+|-+)[ ]*$)", re.MULTILINE)
_FOOTNOTE_DEFINITION = re.compile(rf"{_PREFIX}\[\^[^\]]*\]:")
_LINK_DEFINITION = re.compile(rf"^{_PREFIX}\[(?!\^)([^\[\]]*)\]:[ \t]*\S*[ \t]*(?:[\"'(].*)?$", re.MULTILINE)
_LABEL = re.compile(r"\[([^\[\]]*)\]")
_STRIPPED = " \t\n>"
"""Characters that Python-Markdown may strip from a block: indent and quote marks."""
_MAX_DISTANCE = 5000
"""The maximum distance in characters from a marker, which bounds the time on hostile text."""


class Positions:
    """The position markers of one page, and the locations that they stand for."""

    def __init__(self) -> None:
        self._places: list[tuple[SourceSpan, int]] = []

    def put(self, source: ChapterSource) -> str:
        """Return the text of `source` with position markers."""
        return "".join(self.put_in_lines(source))

    def put_in_lines(self, source: ChapterSource) -> list[str]:
        """Return each line of `source` with position markers."""
        span, text = source.span, source.text
        labels = {""} | {_normalised(link[1]) for link in (_LINK_DEFINITION.finditer(text) if "]:" in text else ())}
        sequenced = sequenced_lines(text, source.lines)
        underlined = {heading.start() for heading in _UNDERLINED.finditer(f"\n\n{text}")}

        def put(found: re.Match[str]) -> str:
            offset = start + found.start()
            if found["escaped"] or (found[0] == "[" and _is_label(text, offset, labels)):
                return found[0]
            position = self.put_one(span, offset)
            return found[0] + position if found["tag"] else position + found[0]

        located = []
        for line, start, is_code in source.lines:
            if is_code or _LINK_DEFINITION.match(line):
                located.append(line)  # a link reference definition has no text
                continue
            end = start + len(line)
            parts = [self.put_one(span, start)] if start in underlined else []
            if note := _FOOTNOTE_DEFINITION.match(line):
                parts.append(note[0])
                start += note.end()
            lead = _LINE_START.match(text[start:end])
            if start in sequenced:
                behind = start + after_mark(line)
                parts += [text[start:behind], self.put_one(span, behind)]
                start = behind
            elif lead and start not in underlined:
                start += lead.end()
                is_empty = not text[start:end].strip()  # a heading, located at its signs
                place = start - lead.end() + lead[0].index("#") if is_empty else start
                parts += [lead[0], self.put_one(span, place)]
            located.append("".join([*parts, _LOCATABLE.sub(put, text[start:end])]))
        return located

    def put_one(self, span: SourceSpan, offset: int = 0) -> str:
        """Return a new position marker for the character at `offset` of a span."""
        self._places.append((span, offset))
        return _FIRST + str(len(self._places) - 1).translate(_DIGITS) + _LAST

    def place(self, position: str) -> Location:
        """Return the location that a position marker stands for."""
        span, offset = self._decoded(position)
        return span.locate(offset)

    def place_in(self, block: str, offset: int) -> Location | None:
        """Return the location of the character at `offset` of a block, counted without position markers.

        It is found from the nearest marker by comparing block and source character by character; None if there is no
        marker near, or the two differ.
        """
        text, starts, positions = _extracted(block)
        behind = bisect_right(starts, offset)
        near = range(max(behind - 2, 0), min(behind + 2, len(starts)))
        for number in sorted(near, key=lambda number: abs(starts[number] - offset)):
            span, at = self._decoded(positions[number])
            place = _advance(span.text, at, text, starts[number], offset)
            if place is not None:
                return span.locate(place)
        return None

    def _decoded(self, position: str) -> tuple[SourceSpan, int]:
        return self._places[int(position[1:-1].translate(_NUMBERS))]


def without_positions(text: str) -> str:
    """Return `text` without position markers."""
    return POSITION.sub("", text)


@lru_cache(maxsize=1)  # several findings may be located in one block
def _extracted(block: str) -> tuple[str, list[int], list[str]]:
    """Return a block without position markers, the offset of each marker in it, and the markers."""
    found = list(POSITION.finditer(block))
    lengths = accumulate((len(each[0]) for each in found), initial=0)
    starts = [each.start() - length for each, length in zip(found, lengths, strict=False)]
    return without_positions(block), starts, [each[0] for each in found]


def _advance(text: str, at: int, block: str, start: int, offset: int) -> int | None:
    """Advance from `at` in a text by the distance from `start` to `offset` in its block; None if they differ."""
    step = 1 if start <= offset else -1
    characters = block[start : offset + 1] if step > 0 else block[offset:start][::-1]
    at = place = at if step > 0 else at - 1
    if len(characters) > _MAX_DISTANCE:
        return None
    for character in characters:
        if character in _STRIPPED:
            continue
        while 0 <= at < len(text) and text[at] in _STRIPPED:
            at += step
        if not 0 <= at < len(text) or text[at] != character:
            return None
        place, at = at, at + step
    return place


def _is_label(text: str, offset: int, labels: set[str]) -> bool:
    """Tell whether the bracket at `offset` is the label of a reference link, `[text][label]`."""
    label = _LABEL.match(text, offset)
    end = offset - 1 if text[offset - 1 : offset].isspace() else offset
    follows_words = text.endswith("]", 0, end) and not text.startswith("[^", text.rfind("[", 0, end))
    return follows_words and label is not None and _normalised(label[1]) in labels


def _normalised(label: str) -> str:
    return " ".join(label.split()).lower()
