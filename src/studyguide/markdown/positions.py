"""Positions in Markdown text: invisible markers that carry lines through Python-Markdown, which forgets them.

A marker is a number in characters of Unicode's private use area. It stands before each heading's words, each bracket
and each `@` that could become a link, a picture or a citation, and each `!!!` that opens no admonition; in a link,
picture or figure that is written as HTML it stands inside an attribute. What reads the converted tree takes the markers
out again. They change nothing else, except that an admonition of an unknown kind, which is an error, becomes text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from studyguide.diagnostics.diagnostic import Location

_FIRST, _LAST, _ZERO = "\ue000", "\ue001", 0xE010
POSITION = re.compile(f"{_FIRST}[\ue010-\ue019]+{_LAST}")
# fmt: off
BOXES = (
    "note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example", "quote",
    "correction", "check", "todo",
)
# fmt: on
"""The kinds of boxes, `!!! note`: Material's, and our own three."""
_LEAD = r"(?:[ \t>]|(?:[-+*]|\d+\.)[ \t])*"  # of a line in a list, a quotation or a block
_FENCED = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^`\n]*\n(?s:.*?)^[ \t>]*(?P=fence)[ ]*$\n?", re.MULTILINE)
# Not where a marker would change the meaning: behind a backslash, at a task box, in the attribute that md_in_html
# reads.
_LINE_START = re.compile(
    rf"{_LEAD}#{{1,6}}+[ \t]*+(?=\S)"  # a heading, and a box whose kind nobody knows
    rf"|{_LEAD}(?=!!!(?![ ]?(?i:{'|'.join(BOXES)})(?:[ ]+[\w-]+)*(?:[ ]+\".*?\")?[ ]*$))"
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


class Positions:
    """The positions of one page."""

    def __init__(self) -> None:
        self._places: list[Location] = []

    def put(self, text: str, locate: Callable[[int], Location]) -> str:
        """Give `text` with positions; `locate` gives the place of an offset of `text`."""
        labels = {""} | {_folded(address[1]) for address in (_ADDRESS.finditer(text) if "]:" in text else ())}
        underlined = {heading.start() for heading in _UNDERLINED.finditer(f"\n\n{text}")}

        def put(found: re.Match[str]) -> str:
            offset = start + found.start()
            if found["escaped"] or (found[0] == "[" and _is_label(text, offset, labels)):
                return found[0]
            position = self.put_one(locate(offset))
            return found[0] + position if found["tag"] else position + found[0]

        located = []
        end = 0
        for line, is_code in lines_of(text):
            start, end = end, end + len(line)
            if is_code or _ADDRESS.match(line):
                located.append(line)  # `[label]: address` is no text
                continue
            if start in underlined:
                located.append(self.put_one(locate(start)))
            if note := _NOTE.match(line):
                located.append(note[0])
                start += note.end()
            if lead := _LINE_START.match(text[start:end]):
                start += lead.end()
                located += [lead[0], self.put_one(locate(start))]
            located.append(_LOCATABLE.sub(put, text[start:end]))
        return "".join(located)

    def put_one(self, place: Location) -> str:
        """Give the position of a place."""
        self._places.append(place)
        return _FIRST + "".join(chr(_ZERO + int(digit)) for digit in str(len(self._places) - 1)) + _LAST

    def place(self, position: str) -> Location:
        """Give the place that a position stands for."""
        return self._places[int("".join(str(ord(digit) - _ZERO) for digit in position[1:-1]))]


def without_positions(text: str) -> str:
    """Give `text` without any positions."""
    return POSITION.sub("", text)


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """Yield each line of Markdown with its end, and whether it belongs to a fenced block of code."""
    end = 0
    for code in _FENCED.finditer(text):
        yield from ((line, False) for line in text[end : code.start()].splitlines(keepends=True))
        yield from ((line, True) for line in code[0].splitlines(keepends=True))
        end = code.end()
    yield from ((line, False) for line in text[end:].splitlines(keepends=True))


def _is_label(text: str, offset: int, labels: set[str]) -> bool:
    """Tell whether the bracket at `offset` is the second of `[words][label]`, which stand side by side."""
    label = _LABEL.match(text, offset)
    end = offset - 1 if text[offset - 1 : offset].isspace() else offset
    follows_words = text.endswith("]", 0, end) and not text.startswith("[^", text.rfind("[", 0, end))
    return follows_words and label is not None and _folded(label[1]) in labels


def _folded(label: str) -> str:
    return " ".join(label.split()).lower()
