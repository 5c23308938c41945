"""When a page last changed: the day of the newest commit of the files that it shows."""

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
"""Markers that gather the editor's notes of every chapter and every data file."""

# The chair's own settings of git must not change what it prints.
_LOG = ("git", "-c", "log.showRoot=true", "-c", "log.showSignature=false", "log")
_FORMAT = ("-z", "--name-only", "--no-renames", "--relative", "--decorate=full", "--format=%x01%ct %D")


def days_of_commits(root: Path) -> dict[str, date]:
    """Give the day (UTC) of the newest commit of each file of the guide in `root`, by path, asking git once.

    A file that git does not know is left out, and so is each whose change lies beyond the end of a shallow clone:
    its oldest commit seems to have changed every file. Without git or a repository there is nothing.
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
    """Name the files that a chapter's page is made of: its own, and those of the data that it shows."""
    markers = chapter.source.markers
    files = {f"docs/{chapter.path}"} | {_SHOWN_BY[marker] for marker in markers & _SHOWN_BY.keys()}
    if markers & _GATHERING:
        files |= {*_DATA, *(f"docs/{other.path}" for other in chapters if other.editor_notes)}
    return files


def last_change(files: Iterable[str], days: Mapping[str, date]) -> date | None:
    """Give the newest of the files' days; None where none is known."""
    return max((days[file] for file in files if file in days), default=None)
