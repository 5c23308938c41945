"""Run commands and take their time, memory and what they made."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.environments import HERE, ROOT

_MEASURED = str(HERE / "inside" / "measured.py")
ENVIRONMENT = os.environ | {
    "NO_MKDOCS_2_WARNING": "1",  # once is enough
    "PYTHONPATH": str(ROOT / "src"),  # the engine as it is checked out
    "PYTHONDONTWRITEBYTECODE": "",  # else modules would be compiled anew each time
}
"""Of every command."""


class MeasureError(RuntimeError):
    """A command that is to be measured failed; the words are its own."""


@dataclass(frozen=True)
class Command:
    """A Python, what it is told, and the folder in which it runs."""

    words: tuple[str, ...]
    folder: Path


@dataclass(frozen=True)
class Run:
    """What a command took."""

    seconds: float
    memory: int = 0
    """The peak of its Python process, in bytes."""
    children_memory: int = 0
    """The peak of the largest program that it started, in bytes."""


def run(command: Command) -> Run:
    """Run a command to its end; what it built before is taken away first. Raises MeasureError where it fails."""
    for made in ("site", "doctrees", ".cache"):
        shutil.rmtree(command.folder / made, ignore_errors=True)
    python, *arguments = command.words
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        words = [python, _MEASURED, str(report), *arguments]
        start = time.perf_counter()
        ended = subprocess.run(words, cwd=command.folder, env=ENVIRONMENT, capture_output=True, text=True)
        seconds = time.perf_counter() - start
        if ended.returncode:
            raise MeasureError(f"{' '.join(arguments)} in {command.folder.name}:\n{ended.stdout}{ended.stderr}")
        memory = json.loads(report.read_text(encoding="utf-8"))
    return Run(seconds, memory["own"], memory["children"])


def in_pairs(rounds: int, one: Callable[[], float], other: Callable[[], float]) -> list[tuple[float, float]]:
    """Measure the two by turns, A B A B: what else the machine does then falls on both alike."""
    return [(one(), other()) for _ in range(rounds)]


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
