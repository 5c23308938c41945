"""The date of a page's last change: the newest commit of the files that it shows."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, TIMELINE
from studyguide.markdown.chapter import Chapter

_DATA = (GLOSSARY, TIMELINE, BIBLIOGRAPHY)
_SHOWN_BY = {
    "key-terms": GLOSSARY,
    "abbreviations": GLOSSARY,
    "timeline": TIMELINE,
    "works-cited": BIBLIOGRAPHY,
    "further-reading": BIBLIOGRAPHY,
}
_GATHERING = frozenset({"corrections", "open-checks"})
"""Markers that collect the editor's notes of all chapters and data files."""

# Override the user's settings of Git that change the output.
_LOG = ("git", "-c", "log.showRoot=true", "-c", "log.showSignature=false", "log")
_FORMAT = ("-z", "--name-only", "--no-renames", "--relative", "--decorate=full", "--format=%x01%ct %D")


def days_of_commits(root: Path) -> dict[str, date]:
    """Return the date (UTC) of the newest commit of each file of the guide in `root`, by path, with one call of Git.

    Untracked files are left out, as are files last changed before the boundary of a shallow clone, whose grafted commit
    seems to change all files. Return an empty mapping without Git or a repository.
    """
    command = [_LOG[0], "-C", str(root), *_LOG[1:], *_FORMAT, "--", "docs", *_DATA]
    try:
        run = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace")  # noqa: S603 (the user's own git)
    except OSError:
        return {}
    days: dict[str, date] = {}
    for commit in run.stdout.split("\x01")[1:] if run.returncode == 0 else ():
        head, *files = commit.split("\0")
        seconds, _, names = head.partition(" ")
        if "grafted" in names.split(", "):  # "refs/heads/grafted" would be a branch
            continue
        day = datetime.fromtimestamp(int(seconds), UTC).date()
        for file in filter(None, (file.lstrip("\n") for file in files)):
            days[file] = max(day, days.get(file, day))
    return days


def files_shown(chapter: Chapter, chapters: Iterable[Chapter]) -> set[str]:
    """Return the paths of the files that a page is rendered from: the chapter, and the data files that it shows."""
    markers = chapter.source.markers
    files = {f"docs/{chapter.path}"} | {_SHOWN_BY[marker] for marker in markers & _SHOWN_BY.keys()}
    if markers & _GATHERING:
        files |= {*_DATA, *(f"docs/{other.path}" for other in chapters if other.editor_notes)}
    return files


def last_change(files: Iterable[str], days: Mapping[str, date]) -> date | None:
    """Return the newest date of the files; None where none is known."""
    return max((days[file] for file in files if file in days), default=None)
