"""Change several files of a folder in one transaction: all of them, or none if one fails or the user stops it."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from os.path import lexists  # a broken symbolic link counts as a file
from pathlib import Path
from tempfile import mkdtemp


@dataclass(frozen=True)
class _Step:
    """The change of one file, and how to undo it."""

    target: Path
    new: Path | None
    """The staged new content; None if the file is to be removed."""
    old: Path
    """Where the original is moved to."""
    was_there: bool
    missing: tuple[Path, ...]
    """The folders that the step creates, innermost first."""


def change_files(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Write each file's new content, by path in the folder; None removes the file, and folders left empty.

    Raises `OSError` if a file cannot be written, and `KeyboardInterrupt` on Ctrl+C, after all changes are rolled back.
    If the rollback fails too, the originals stay in the folder `.studyguide-...`.
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
    """Collect SIGINT and SIGTERM, so that none arrives between a change and its record, or during the rollback."""
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
