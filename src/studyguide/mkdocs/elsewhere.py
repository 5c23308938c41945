"""Do some work beside the build: in a copy of it, or else in a thread."""

from __future__ import annotations

import os
import pickle
import select
import signal
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING, Generic, NoReturn, TypeVar, cast

from studyguide.mkdocs.forking import can_fork, fork_with_pipe, uninterrupted

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

Made = TypeVar("Made")


def elsewhere(work: Callable[[], Made], jobs: int) -> Elsewhere[Made] | None:
    """Begin some work in a copy of the build; return None where there can be none, or `jobs` asks for one process."""
    if not can_fork(jobs):
        return None
    with uninterrupted():
        forked = fork_with_pipe()
    if forked is None:
        return None
    process, pipe = forked
    return Elsewhere(work, process, pipe) if process else _do(work, pipe)


class Elsewhere(Generic[Made]):
    """Work that a copy of the build does while the build goes on; where the copy fails, the build does it again."""

    def __init__(self, work: Callable[[], Made], process: int, reading: int) -> None:
        self._work = work
        self._process = process
        self._pipe: BinaryIO | None = os.fdopen(reading, "rb")

    def is_done(self, patience: float) -> bool:
        """Return whether the copy has done it; wait so many seconds for that."""
        return self._pipe is None or bool(select.select([self._pipe], [], [], patience)[0])

    def result(self) -> Made:
        """Return what the work made, and raise what it raises; to be called once."""
        assert self._pipe is not None
        try:
            made = cast("Made", pickle.load(self._pipe))  # noqa: S301 (from a copy of this process)
        except (EOFError, pickle.UnpicklingError):
            self.end()
            return self._work()
        self.end()
        return made

    def end(self) -> None:
        """End the copy."""
        if self._pipe:
            self._pipe.close()
            self._pipe = None
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)


class InThread(Generic[Made]):
    """Work that a thread does while the build goes on."""

    def __init__(self, work: Callable[[], Made], pool: ThreadPoolExecutor | None) -> None:
        self.future = (pool or ThreadPoolExecutor(1)).submit(work)

    def is_done(self, patience: float) -> bool:
        """Return whether it is done; wait so many seconds for that."""
        return bool(wait([self.future], patience).done)

    def result(self) -> Made:
        """Return what the work made, and raise what it raises."""
        return self.future.result()


def _do(work: Callable[[], object], writing: int) -> NoReturn:
    """Do some work in a copy, send what it made, and leave; without a word where that fails, which the build meets."""
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
