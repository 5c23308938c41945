"""The same commit gives the same site, byte for byte: elsewhere, later, and on a computer set up otherwise."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.mkdocs.test_build import files_below
from tests.paths import ROOT

FOLDERS = ("docs", "hooks")
FILES = ("mkdocs.yml", "glossary.yaml", "timeline.yaml", "bibliography.bib")


def copy_guide(folder: Path) -> Path:
    """Copy this repository's own guide, without its history."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def build(folder: Path, **settings: str) -> dict[str, bytes]:
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1772409600"} | settings
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return files_below(folder / "site")


def test_two_builds_are_the_same_bytes(tmp_path: Path) -> None:
    here = copy_guide(tmp_path / "a")
    first = build(here, PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="Pacific/Kiritimati")
    time.sleep(2)  # zip counts in two seconds, and gzip in one
    there = copy_guide(tmp_path / "another folder, with a longer name" / "é")
    for file in there.rglob("*"):
        os.utime(file, (0, 1_000_000_000))
    again = build(
        there, PYTHONHASHSEED="2", LC_ALL="C", PYTHONUTF8="1", TZ="America/Los_Angeles", COLUMNS="40", HOME="/"
    )
    assert {"index.html", "handout.pdf", "guide.epub", "sitemap.xml.gz", "search/search_index.json"} <= first.keys()
    assert first.keys() == again.keys()
    assert [name for name in first if first[name] != again[name]] == []
