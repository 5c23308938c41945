"""Invisible marks in Markdown text that carry places through Python-Markdown, which forgets lines.

Before each heading's words, each bracket and each `@` that could become a link, a picture or a citation stands a
mark: the number of its place, in characters of Unicode's private use area. What reads the converted tree takes the
marks out again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from studyguide.problems import Location

_FIRST, _LAST, _ZERO = "\ue000", "\ue001", 0xE010
MARK = re.compile(f"{_FIRST}[\ue010-\ue019]+{_LAST}")
_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
# Not where a mark would change the meaning: after a backslash, or at a task box.
_MARKABLE = re.compile(r"^(?P<heading>#{1,6}[ \t]+)|(?<![\\!])!?\[(?![ xX]\][ \t])|(?<![\w/.@\\-])-?@(?=[\w{])")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?P<note>\^?)[^\]]*\]:")


class Marks:
    """The marks of one page."""

    def __init__(self) -> None:
        self._places: list[Location] = []

    def put(self, text: str, locate: Callable[[int], Location]) -> str:
        """Give `text` with marks; `locate` gives the place of an offset of `text`."""
        marked = []
        line_start = 0
        fence = ""
        for line in text.splitlines(keepends=True):
            mark = _FENCE.match(line)
            if fence or mark:
                closes = mark and mark[1].startswith(fence)
                fence = ("" if closes else fence) if fence else (mark[1] if mark else "")
                marked.append(line)
            else:
                marked.append(self._put_in_line(line, line_start, locate))
            line_start += len(line)
        return "".join(marked)

    def _put_in_line(self, line: str, line_start: int, locate: Callable[[int], Location]) -> str:
        definition = _DEFINITION.match(line)
        if definition and not definition["note"]:
            return line  # `[label]: address` is no text

        def put(found: re.Match[str]) -> str:
            offset = found.end() if found["heading"] else found.start()
            mark = self.put_one(locate(line_start + start + offset))
            return found[0] + mark if found["heading"] else mark + found[0]

        start = definition.end() if definition else 0
        return line[:start] + _MARKABLE.sub(put, line[start:])

    def put_one(self, place: Location) -> str:
        """Give the mark of a place."""
        self._places.append(place)
        return _FIRST + "".join(chr(_ZERO + int(digit)) for digit in str(len(self._places) - 1)) + _LAST

    def place(self, mark: str) -> Location:
        """Give the place that a mark stands for."""
        return self._places[int("".join(str(ord(digit) - _ZERO) for digit in mark[1:-1]))]


def without_marks(text: str) -> str:
    """Give `text` without any marks."""
    return MARK.sub("", text)
