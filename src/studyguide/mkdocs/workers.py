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
import signal
import threading
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Generic, NoReturn, TypeVar, cast

from mkdocs.exceptions import Abort

from studyguide.mkdocs.forking import fork_with_pipe, is_alone, uninterrupted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import BinaryIO

_BUILD = 0
_LOGGER = "mkdocs"
"""The logger above those of MkDocs, its plugins and the engine."""
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
        """End the loop over the pages: a copy leaves, the build goes on alone. Raises Abort where one was killed.

        It goes on once all have left: a copy tells of its last page before MkDocs writes it.
        """
        if self.is_copy:
            self.leave()
        for number, copy in list(self.copies.items()):
            copy.reader.join()
            with uninterrupted():
                _, status = os.waitpid(copy.process, 0)
                del self.copies[number]
            self.is_broken |= bool(status)
        if self.is_broken:
            raise Abort(
                "A process of the build was ended from outside, perhaps for want of memory. The site was not built. "
                "Try once more, or with `jobs: 1` under `extra: guide:` in mkdocs.yml."
            )

    def end(self) -> None:
        """End the copies, whatever they do."""
        for copy in self.copies.values():
            os.kill(copy.process, signal.SIGKILL)
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


def share(costs: Mapping[str, int], processes: int) -> Workers[Any]:
    """Fork so many processes less one, and give each its share of the pages, whose `costs` are by their file."""
    if processes == 1 or not is_alone():
        return Workers()
    owners = _owners(costs, processes)
    pipes: dict[int, tuple[int, int]] = {}
    gc.freeze()  # what is collected is written to, and would be copied
    for number in range(1, processes):
        forked = fork_with_pipe()
        if forked is None:  # the build does the rest itself
            break
        process, pipe = forked
        if not process:
            for _, inherited in pipes.values():
                os.close(inherited)
            return _begin_copy(owners, number, pipe)
        pipes[number] = (process, pipe)
    owners = {path: owner if owner in pipes else _BUILD for path, owner in owners.items()}
    return Workers(owners, copies={number: _received_from(*pipe) for number, pipe in pipes.items()})


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


def _owners(costs: Mapping[str, int], processes: int) -> dict[str, int]:
    """Give each process a run of pages that cost about the same; the build's own come first, so that it waits once."""
    total, before = sum(costs.values()), 0
    owners = {}
    for path, cost in costs.items():
        owners[path] = min((before + cost // 2) * processes // total, processes - 1)
        before += cost
    return owners


def _begin_copy(owners: dict[str, int], number: int, writing: int) -> Workers[Any]:
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
