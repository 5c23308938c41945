"""Have pandoc work in a thread while the build goes on."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from studyguide.citeproc.notes import CiteprocError
from studyguide.data.guide import Guide

Made = TypeVar("Made")


def in_background(work: Callable[[], Made], guide: Guide) -> Future[Made]:
    """Begin some work of pandoc's; return a future of what it makes, or of its error.

    If the guide has errors, pandoc is not started: circular cross-references take it minutes, for which the process
    could not exit.
    """
    if any(not problem.is_warning for problem in guide.problems):
        refused: Future[Made] = Future()
        refused.set_exception(CiteprocError("the guide's files are to be mended first"))
        return refused
    thread = ThreadPoolExecutor(1)
    working = thread.submit(work)
    thread.shutdown(wait=False)
    return working
