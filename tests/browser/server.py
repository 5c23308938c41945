"""Serves a built site on this machine alone, compressed, as a Pages host does."""

import gzip
import http.server
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_TYPES = {".webmanifest": "application/manifest+json"}
_COMPRESSED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".webmanifest")


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files with their media types; what is missing gets the site's own 404 page."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self.send_response(301)
            self.send_header("Location", f"{self.path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        file = path / "index.html" if path.is_dir() else path
        status = 200 if file.is_file() else 404
        self._send(status, file if status == 200 else Path(self.directory) / "404.html")

    def _send(self, status: int, file: Path) -> None:
        body = file.read_bytes()
        self.send_response(status)
        if file.suffix in _COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", _TYPES.get(file.suffix) or self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test's own output says what is wrong."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128  # a browser opens many at a time, and waits seconds where one is refused

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that goes away in the middle of an answer is no error."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as the block runs, and give its address, such as `http://127.0.0.1:8123/`.

    In a process of its own: a thread a request, each traced for coverage, stumbles over another now and then.
    """
    command = [sys.executable, __file__, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/"
        finally:
            server.stdin.close()  # which ends it, as the end of the tests would


def _serve(folder: str) -> None:
    """Serve until there is no more to read, and say first on which port."""

    def handler(*args: object) -> _Handler:
        return _Handler(*args, directory=folder)  # type: ignore[arg-type]

    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
        server.shutdown()


if __name__ == "__main__":
    _serve(sys.argv[1])
