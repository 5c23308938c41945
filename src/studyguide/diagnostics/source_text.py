"""Text of the guide's files with its source location."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from studyguide.diagnostics.diagnostic import Location, Problem, problem

LOST = "\ufffd"
_WITHOUT_MEANING = re.compile("[\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff]")
"""Private use characters, with which a build marks places (`positions`) and `citeproc.locators`; noncharacters."""
_WORD = re.compile(r"\S{1,40}")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_CONFLICT_IN_DATA = re.compile(r"^(?:(?:<{7}|>{7})(?: |$)|={7}$)", re.MULTILINE)
_DATA = (".yaml", ".yml", ".bib")  # in Markdown "=======" may underline a heading


@dataclass(frozen=True)
class SourceFile:
    """A text file that a chair edits."""

    path: str
    """Relative to the guide's folder, with forward slashes."""
    text: str = field(repr=False)

    def location(self, offset: int) -> Location:
        """Return the line and column of the character at `offset`."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def offset(self, where: Location) -> int:
        """Return the offset of a location with a line and a column."""
        return self._line_starts[where.line - 1] + where.column - 1

    def on_line(self, number: int, pattern: str = r"\S") -> Location:
        """Return the location of a pattern on a line, counted from 1; else of the line's first visible character."""
        starts = self._line_starts
        start, end = starts[number - 1], starts[number] if number < len(starts) else len(self.text)
        found = re.compile(pattern).search(self.text, start, end) or re.compile(r"\S").search(self.text, start, end)
        return self.location(found.start() if found else start)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


@dataclass(frozen=True)
class SourceSpan:
    """A part of a file: its text, and its start and end offsets.

    The text may differ from the file (YAML folds lines and drops indents), so `locate` searches for words: the n-th
    `[@key` of the text is the n-th `[@key` of that part of the file.
    """

    text: str
    file: SourceFile
    start: int = 0
    """Its start in the file, as an offset."""
    end: int | None = None
    """Its end, as an offset; None is the end of the file."""

    @property
    def where(self) -> Location:
        """The location of its first character."""
        return self.file.location(self.start)

    @property
    def file_alone(self) -> SourceFile:
        """The file with blanks for all text outside this span."""
        text, end = self.file.text, len(self.file.text) if self.end is None else self.end
        return SourceFile(self.file.path, re.sub(r"[^\n]", " ", text[: self.start]) + text[self.start : end])

    def locate(self, offset: int) -> Location:
        """Return the location in the file of the character at `offset` in the text."""
        found = _WORD.match(self.text, offset)
        if not found:
            return self.where
        word = found.group()
        if self.file.text.startswith(word, self.start + offset):
            return self.file.location(self.start + offset)
        place = self.start - 1
        for _ in range(self.text.count(word, 0, offset) + 1):
            place = self.file.text.find(word, place + 1, self.end)
            if place < 0:
                return self.where
        return self.file.location(place)


def read_source_file(root: Path, path: str) -> SourceFile | Problem:
    """Read the UTF-8 file at `path` below `root`; return a problem where it cannot be read."""
    try:
        text = (root / path).read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return problem(Location(path), "unreadable-file", "missing")
    except OSError as error:  # a folder, or no permission
        return problem(Location(path), "unreadable-file", "refused", error=error.strerror)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return problem(Location(path, line), "not-utf-8")
    return SourceFile(path, clean_text(text))


def leads_out(path: str) -> Problem:
    """Return the problem of a symbolic link that leads out of the guide's folder."""
    return problem(Location(path), "unreadable-file", "outside")


def find_conflict(file: SourceFile) -> Problem | None:
    """Find the first merge conflict marker of Git."""
    marker = _CONFLICT_IN_DATA if file.path.endswith(_DATA) else _CONFLICT
    found = marker.search(file.text)
    return problem(file.location(found.start()), "merge-conflict") if found else None


def clean_text(text: str) -> str:
    """Normalise line endings to LF, and replace characters without a meaning of their own by LOST."""
    return _WITHOUT_MEANING.sub(LOST, text.replace("\r\n", "\n").replace("\r", "\n"))
