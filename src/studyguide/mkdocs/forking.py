"""Tell whether this process may be forked, and into how many."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig

_KNOWN = ("studyguide.", "material.plugins.search.", "mkdocs_bibtex.")
"""The modules whose handlers look at one page at a time."""
_THREADS = Path("/proc/self/task")
"""Has an entry for each thread of this process (proc_pid_task(5))."""
_TRIES, _PAUSE = 20, 0.01
"""How often, and how many seconds apart, it is looked whether another thread has ended."""


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl+C wait: between a fork and its record, nobody would know of the copy."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def fork_with_pipe() -> tuple[int, int] | None:
    """Fork; return the copy's process and the end of a pipe from it, or in the copy 0 and the pipe's other end.

    None where the system refuses a fork, for want of memory or of processes. Ctrl+C ends a copy without a word.
    """
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    os.close(writing if process else reading)
    if not process:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    return process, reading if process else writing


def listeners(config: MkDocsConfig, events: Iterable[str]) -> Iterator[str]:
    """Yield the modules whose handlers listen to some events of MkDocs."""
    for event in events:
        yield from (str(method.__module__) for method in config.plugins.events[event])


def are_known(modules: Iterable[str]) -> bool:
    """Return whether all that listen look at one page at a time, as the engine and the packages that it needs do."""
    return all(module.startswith(_KNOWN) for module in modules)


def usable_processes(wanted: int, modules: Iterable[str] = ()) -> int:
    """Return how many processes can share the pages: those that are wanted, or with 0 as many as there are processors.

    One where one of the `modules` that listen to pages may expect to see all of them.
    """
    return _processes(wanted) if are_known(modules) else 1


def can_fork(wanted: int) -> bool:
    """Return whether a copy can be made now, if `wanted` asks for more than one process."""
    return _processes(wanted) > 1 and is_alone()


def _processes(wanted: int) -> int:
    """Return how many processes are wanted; elsewhere than on Linux one, since a fork is not safe there."""
    return (wanted or len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def is_alone() -> bool:
    """Return whether no other thread runs, of Python or of a library: a fork would stop it in whatever it does.

    One that is about to end gets its time.
    """
    for _ in range(_TRIES if _THREADS.is_dir() else 0):
        if len(list(_THREADS.iterdir())) == 1:
            return True
        time.sleep(_PAUSE)
    return False
