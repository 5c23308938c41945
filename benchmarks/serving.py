"""Time what a writer waits for under `mkdocs serve`: the rebuild after a saved change."""

from __future__ import annotations

import queue
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measure import ENVIRONMENT, MeasureError

_PATIENCE = 600
"""Seconds until a server counts as lost."""


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._lines: queue.Queue[tuple[float, str]] = queue.Queue()
        self._process = process
        threading.Thread(target=self._read, daemon=True).start()

    def wait_for(self, words: str) -> float:
        """Wait for a message of the server that holds `words`, and give the time at which it came."""
        while True:
            moment, line = self._lines.get(timeout=_PATIENCE)
            if words in line:
                return moment
            if not line:
                raise MeasureError("mkdocs serve ended before it was done.")

    def rebuild(self, chapter: Path, text: str) -> float:
        """Save a chapter, and give the seconds from the moment the server saw it until it tells the browsers."""
        chapter.write_text(text, encoding="utf-8")
        start = self.wait_for("Detected file changes")
        return self.wait_for("Reloading browsers") - start

    def _read(self) -> None:
        assert self._process.stderr is not None  # it is a pipe
        for line in self._process.stderr:
            self._lines.put((time.perf_counter(), line))
        self._lines.put((time.perf_counter(), ""))


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve the guide in `folder` on a free port of this machine, until the end of the `with` block."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", f"127.0.0.1:{port}"]
    with subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as process:
        try:
            server = Server(process)
            server.wait_for("Serving on")
            yield server
        finally:
            process.terminate()
