"""Share the pages of a build among processes: copies of it that go on with pages of their own, and then leave.

Each process goes through MkDocs' loop over all pages, and passes over those of the others. What a copy makes of a page
comes to the build through a pipe, in the order of the pages, with what it logged. An error in a copy is none of the
build: it takes that copy's pages over, and meets the error itself, at its place. Only a copy that something else ended
stops the build.
"""

from __future__ import annotations

import gc
import logging
import os
import pickle
import select
import signal
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

from mkdocs.exceptions import Abort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import BinaryIO

    from mkdocs.config.defaults import MkDocsConfig

_BUILD = 0
_LOGGER = "mkdocs"
"""The logger above those of MkDocs, its plugins and the engine."""
_KNOWN = ("studyguide.", "material.plugins.search.", "mkdocs_bibtex.")
"""The modules whose handlers look at one page at a time."""
_THREADS = Path("/proc/self/task")
"""Has an entry for each thread of this process (proc_pid_task(5))."""
_TRIES, _PAUSE = 20, 0.01
"""How often, and how many seconds apart, it is looked whether another thread has ended."""
Made = TypeVar("Made")
_Record = tuple[str, int, str]
"""The logger's name, the level and the words of what was logged."""


@dataclass
class _Copy:
    """A copy, as the build knows it."""

    process: int
    received: SimpleQueue[tuple[str, Any, list[_Record]] | None]
    """What it made of each page; None when it could not go on."""
    reader: threading.Thread


@dataclass
class Workers(Generic[Made]):
    """The processes that share the pages, for a loop in which each page makes a `Made`; one is the build itself."""

    owners: dict[str, int] = field(default_factory=dict)
    """The process of each page, by the page's file; others are the build's."""
    number: int = _BUILD
    """That of this process."""
    copies: dict[int, _Copy] = field(default_factory=dict)
    is_broken: bool = False
    """Whether something else ended a copy."""
    pipe: BinaryIO | None = None
    """Of a copy, to the build."""
    logged: list[_Record] = field(default_factory=list)

    @property
    def is_copy(self) -> bool:
        """Whether this process is a copy of the build."""
        return self.number != _BUILD

    def is_own(self, path: str) -> bool:
        """Return whether a page is this process's."""
        return self.owners.get(path, _BUILD) == self.number

    def take(self, path: str) -> Made | None:
        """Return what a copy made of its page, or None where it could not: then the page is the build's from now on.

        None too where the copy was ended from outside, of which `finish` tells.
        """
        owner = self.owners[path]
        received = self.copies[owner].received.get()
        if received is None:
            self.owners = {path: each for path, each in self.owners.items() if each != owner}
            return None
        made_of, made, logged = received
        if made_of != path:
            self.is_broken = True
            self.copies[owner].received.put(received)  # for the next page
            return None
        for name, level, words in logged:
            logging.getLogger(name).log(level, "%s", words)
        return cast("Made", made)

    def give(self, path: str, made: Made) -> None:
        """Send to the build what this copy made of a page."""
        self._send((path, made, self.logged))
        self.logged.clear()

    def fail(self) -> NoReturn:
        """End this copy at an error."""
        self._send(None)
        self.leave()

    def leave(self) -> NoReturn:
        """End this copy without any of the steps at the end of a build."""
        os._exit(0)

    def finish(self) -> None:
        """End the loop over the pages: a copy leaves, the build goes on alone. Raises Abort where one was killed."""
        if self.is_copy:
            self.leave()
        self.end()
        if self.is_broken:
            raise Abort("A process of the build was ended from outside. The site was not built; try once more.")

    def end(self) -> None:
        """End the copies."""
        for copy in self.copies.values():
            os.kill(copy.process, signal.SIGKILL)  # it has nothing left to do, or nobody to do it for
        for copy in self.copies.values():
            copy.reader.join()
            os.waitpid(copy.process, 0)
        self.copies = {}

    def _send(self, message: object) -> None:
        assert self.pipe is not None
        try:
            pickle.dump(message, self.pipe, pickle.HIGHEST_PROTOCOL)
            self.pipe.flush()
        except BrokenPipeError:  # the build has ended
            self.leave()


class Elsewhere(Generic[Made]):
    """Work that a copy of the build does while the build goes on; where the copy fails, the build does it again."""

    def __init__(self, work: Callable[[], Made]) -> None:
        self._work = work
        reading, writing = os.pipe()
        with uninterrupted():
            self._process = os.fork()
            if not self._process:
                os.close(reading)
                _do(work, writing)
        os.close(writing)
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
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    try:
        with os.fdopen(writing, "wb") as pipe:
            pickle.dump(work(), pipe, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def share(costs: Mapping[str, int], processes: int) -> Workers[Any]:
    """Fork so many processes less one, and give each its share of the pages, whose `costs` are by their file."""
    if processes == 1 or not _is_alone():
        return Workers()
    owners = _owners(costs, processes)
    pipes: dict[int, tuple[int, int]] = {}
    gc.freeze()  # what is collected is written to, and would be copied
    for number in range(1, processes):
        reading, writing = os.pipe()
        process = os.fork()
        if not process:
            for inherited in (reading, *(pipe for _, pipe in pipes.values())):
                os.close(inherited)
            return _begin_copy(owners, number, writing)
        os.close(writing)
        pipes[number] = (process, reading)
    return Workers(owners, copies={number: _received_from(*pipe) for number, pipe in pipes.items()})


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Let Ctrl+C wait: between a fork and its record, nobody would know of the copy."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def shared_work(costs: Mapping[str, int], work: Callable[[str], Made], processes: int) -> Iterator[Made]:
    """Share some work on files among processes, and begin it; return an iterator of what it makes, in the files' order.

    What a copy fails to do, or was kept from, is done here.
    """
    workers: Workers[Made] = share(costs, processes)
    if workers.is_copy:
        try:
            for path in filter(workers.is_own, costs):
                workers.give(path, work(path))
        finally:
            workers.leave()
    return _results(workers, costs, work)


def _results(workers: Workers[Made], paths: Iterable[str], work: Callable[[str], Made]) -> Iterator[Made]:
    try:
        for path in paths:
            made = None if workers.is_own(path) else workers.take(path)
            yield work(path) if made is None else made
    finally:
        workers.end()


def listeners(config: MkDocsConfig, events: Iterable[str]) -> Iterator[str]:
    """Yield the modules whose handlers listen to some events of MkDocs."""
    for event in events:
        yield from (str(method.__module__) for method in config.plugins.events[event])


def usable_processes(wanted: int, modules: Iterable[str] = ()) -> int:
    """Return how many processes can share the pages: those that are wanted, or with 0 as many as there are processors.

    One where one of the `modules` that listen to pages may expect to see all of them.
    """
    return _processes(wanted) if all(module.startswith(_KNOWN) for module in modules) else 1


def can_fork(wanted: int) -> bool:
    """Return whether a copy can be made now, if `wanted` asks for more than one process."""
    return _processes(wanted) > 1 and _is_alone()


def _processes(wanted: int) -> int:
    """Return how many processes are wanted; elsewhere than on Linux one, since a fork is not safe there."""
    return (wanted or len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def _is_alone() -> bool:
    """Return whether no other thread runs, of Python or of a library: a fork would stop it in whatever it does.

    One that is about to end gets its time.
    """
    for _ in range(_TRIES):
        if len(list(_THREADS.iterdir())) == 1:
            return True
        time.sleep(_PAUSE)
    return False


def _owners(costs: Mapping[str, int], processes: int) -> dict[str, int]:
    """Give each process a run of pages that cost about the same; the build's own come first, so that it waits once."""
    total, before = sum(costs.values()), 0
    owners = {}
    for path, cost in costs.items():
        owners[path] = min((before + cost // 2) * processes // total, processes - 1)
        before += cost
    return owners


def _begin_copy(owners: dict[str, int], number: int, writing: int) -> Workers[Any]:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends a copy without a word
    workers: Workers[Any] = Workers(owners, number, pipe=os.fdopen(writing, "wb"))
    handler = logging.Handler()
    handler.emit = lambda record: workers.logged.append((record.name, record.levelno, record.getMessage()))  # type: ignore[method-assign]
    logger = logging.getLogger(_LOGGER)
    logger.handlers, logger.propagate = [handler], False
    return workers


def _received_from(process: int, reading: int) -> _Copy:
    received: SimpleQueue[Any] = SimpleQueue()

    def read() -> None:
        with os.fdopen(reading, "rb") as pipe:
            while True:
                try:
                    received.put(pickle.load(pipe))  # noqa: S301 (from a copy of this process)
                except (EOFError, pickle.UnpicklingError):  # the copy has ended
                    received.put(("", None, []))
                    return

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    return _Copy(process, received, reader)
