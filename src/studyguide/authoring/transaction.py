"""Change several files of a folder: all of them, or, where one fails or somebody stops it, none."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from os.path import lexists  # a link is a file too, also one that leads nowhere
from pathlib import Path
from tempfile import mkdtemp


@dataclass(frozen=True)
class _Step:
    """The change of one file, and what undoes it."""

    target: Path
    new: Path | None
    """Where its new content waits; None where the file is to go."""
    old: Path
    """Where the file as it was waits, once it is moved there."""
    was_there: bool
    missing: tuple[Path, ...]
    """The folders that the step makes, the innermost first."""


def change_files(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Give each file, by its path in the folder, its new content; None removes it, and each folder left empty.

    Raises `OSError` where a file cannot be written, and `KeyboardInterrupt` where Ctrl+C is pressed. All is as it was
    then. Should even that fail, the files as they were wait in the folder `.studyguide-...`.
    """
    waiting = Path(mkdtemp(dir=folder, prefix=".studyguide-"))
    steps: list[_Step] = []
    is_done = False
    with _deferred_stop() as stops:
        try:
            for path, content in changes.items():
                if content is not None:
                    _write(waiting / "new" / path, content, like=folder / path)
            for path, content in changes.items():
                if stops:
                    raise KeyboardInterrupt
                steps.append(_step(folder, path, waiting, has_new=content is not None))
                _do(steps[-1])
            _remove_empty_folders(folder, steps)
            is_done = True
        finally:
            if not is_done:
                for step in reversed(steps):
                    _undo(step)
            shutil.rmtree(waiting)


@contextmanager
def _deferred_stop() -> Iterator[list[int]]:
    """Collect the signals to stop, so that none comes between a change and its record, or while changes are undone."""
    stops: list[int] = []
    before = {
        number: signal.signal(number, lambda number, _: stops.append(number))
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield stops
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _write(file: Path, content: bytes, like: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    if like.exists():
        shutil.copymode(like, file)


def _step(folder: Path, path: str, waiting: Path, *, has_new: bool) -> _Step:
    target = folder / path
    missing = [parent for parent in target.parents if parent.is_relative_to(folder) and not parent.exists()]
    new = waiting / "new" / path if has_new else None
    return _Step(target, new, waiting / "old" / path, lexists(target), tuple(missing))


def _do(step: _Step) -> None:
    if step.was_there:
        step.old.parent.mkdir(parents=True, exist_ok=True)
        step.target.replace(step.old)
    if step.new:
        step.target.parent.mkdir(parents=True, exist_ok=True)
        step.new.replace(step.target)


def _undo(step: _Step) -> None:
    if lexists(step.old):
        step.target.parent.mkdir(parents=True, exist_ok=True)
        step.old.replace(step.target)
    elif not step.was_there and lexists(step.target):
        step.target.unlink()
    for parent in step.missing:
        if parent.is_dir():
            parent.rmdir()


def _remove_empty_folders(folder: Path, steps: list[_Step]) -> None:
    emptied = {parent for step in steps if not step.new for parent in step.target.parents}
    for parent in sorted(emptied, key=lambda parent: len(parent.parts), reverse=True):
        if parent.is_relative_to(folder) and parent != folder and not any(parent.iterdir()):
            parent.rmdir()
