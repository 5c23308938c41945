"""Run commands and take their time, memory and what they made."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
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


_SAMPLING = 0.05
"""Seconds between two looks at the memory."""
_PANDOC = "pandoc"


@dataclass(frozen=True)
class Run:
    """What a command took."""

    seconds: float
    memory: int = 0
    """The peak of its Python process, in bytes."""
    children_memory: int = 0
    """The peak of the largest program that it started, in bytes."""


def run(command: Command, *, cores: int = 0, keeps_cache: bool = False) -> Run:
    """Run a command to its end, on so many processors, or on all with 0; what it built before is taken away first.

    Raises MeasureError where it fails.
    """
    _clear(command.folder, keeps_cache=keeps_cache)
    python, *arguments = command.words
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.json")
        words = [python, _MEASURED, str(report), *arguments]
        start = time.perf_counter()
        ended = subprocess.run(
            words, cwd=command.folder, env=ENVIRONMENT, capture_output=True, text=True, preexec_fn=_bound_to(cores)
        )
        seconds = time.perf_counter() - start
        if ended.returncode:
            raise MeasureError(f"{' '.join(arguments)} in {command.folder.name}:\n{ended.stdout}{ended.stderr}")
        memory = json.loads(report.read_text(encoding="utf-8"))
    return Run(seconds, memory["own"], memory["children"])


def memory_of(command: Command, *, cores: int = 0) -> int:
    """Return the peak memory in bytes of all processes of a command together, but for pandoc: on Linux alone.

    A page that several share counts once (PSS, proc_pid_smaps_rollup(5)). Looking at it slows the command.
    """
    _clear(command.folder, keeps_cache=False)
    peak = 0
    with subprocess.Popen(
        command.words, cwd=command.folder, env=ENVIRONMENT, preexec_fn=_bound_to(cores), start_new_session=True
    ) as process:
        while process.poll() is None:
            peak = max(peak, sum(map(_pss, _processes_of(process.pid))))
            time.sleep(_SAMPLING)
    if process.returncode:
        raise MeasureError(f"{' '.join(command.words)} in {command.folder.name} failed.")
    return peak


def _clear(folder: Path, *, keeps_cache: bool) -> None:
    for made in ("site", "doctrees", *(() if keeps_cache else (".cache",))):
        shutil.rmtree(folder / made, ignore_errors=True)


def _bound_to(cores: int) -> Callable[[], None] | None:
    """Return what binds a process, before it begins, to the first so many processors; None for all."""
    if not cores:
        return None
    usable = sorted(os.sched_getaffinity(0))[:cores]
    return lambda: os.sched_setaffinity(0, usable)


def _processes_of(session: int) -> Iterator[Path]:
    """Yield the folder in /proc of each process of a session, but for pandoc's."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended
            name, _, rest = (folder / "stat").read_text(encoding="utf-8").rpartition(")")
            if rest.split()[3] == str(session) and _PANDOC not in name:
                yield folder


def _pss(folder: Path) -> int:
    with suppress(OSError):
        found = re.search(r"^Pss:\s*(\d+) kB", (folder / "smaps_rollup").read_text(encoding="utf-8"), re.MULTILINE)
        return int(found[1]) * 1024 if found else 0
    return 0


def in_pairs(rounds: int, one: Callable[[], float], other: Callable[[], float]) -> list[tuple[float, float]]:
    """Measure the two by turns, A B A B: what else the machine does then falls on both alike."""
    return [(one(), other()) for _ in range(rounds)]


def size_of(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
