"""Run the pandoc binary of the pypandoc wheel."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from studyguide.data.kept_file import drop_all_but_newest, keep, kept

DOCUMENT = "document"
_OUTPUT = "output"
_RUNTIME_OPTIONS = ("+RTS", "-M2g", "-A{area}m", "-RTS")
"""Options of GHC's runtime. -M limits the heap, which circular sources or styles exhaust; 2,400 notes take 0.4 GB.
-A enlarges the allocation area: fewer garbage collections save a fifth of the time.
https://downloads.haskell.org/ghc/latest/docs/users_guide/runtime_control.html"""
_LARGE = 250_000
"""Characters of input from which an allocation area of 64 MB is soon full."""
_KEPT = 12
"""The number of answers that are kept."""
_TIMEOUT = 300
"""In seconds; 10,000 sources take 40."""


class PandocError(RuntimeError):
    """Pandoc failed or timed out; the message is its standard error."""


def run_pandoc(files: Mapping[str, str | bytes], *arguments: str, cache: Path | None = None) -> str:
    """Convert DOCUMENT, which is one of `files`, and return the output; `arguments` may name the other files.

    The output is kept in the folder `cache`, and read from there the next time. Raises PandocError.
    """
    if cache is None:
        return convert(files, *arguments).decode()
    path = cache / _checksum(files, arguments)
    if (answer := kept(path)) is not None:
        return answer.decode()
    output = convert(files, *arguments)
    keep(path, [output])
    drop_all_but_newest(cache, _KEPT)
    return output.decode()


@cache
def _binary() -> str:
    """Return the path of the pandoc that the wheel carries.

    Asked for it, pypandoc imports an HTTP client, and starts each pandoc of the machine for its version.
    """
    package = find_spec("pypandoc")
    folder = Path(package.origin).with_name("files") if package and package.origin else Path()
    carried = folder / ("pandoc.exe" if os.name == "nt" else "pandoc")
    if carried.is_file():
        return str(carried)
    import pypandoc  # another build of the package, such as conda's, comes without

    return str(pypandoc.get_pandoc_path())


def _checksum(files: Mapping[str, str | bytes], arguments: Sequence[str]) -> str:
    """Return a name that differs for another input, and for another pandoc."""
    binary = Path(_binary()).stat()
    contents = {name: text if isinstance(text, str) else text.hex() for name, text in files.items()}
    whole = json.dumps([contents, list(arguments), binary.st_size, binary.st_mtime_ns])
    return sha256(whole.encode()).hexdigest()


def convert(files: Mapping[str, str | bytes], *arguments: str) -> bytes:
    """Convert DOCUMENT, as `run_pandoc` does, to a format that may be no text.

    Pandoc runs sandboxed, without network or other files. It exchanges files, since a pipe is slow: pandoc reads half a
    kilobyte at a time, and the feeding thread waits each time for the interpreter lock. Raises PandocError.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_bytes(text if isinstance(text, bytes) else text.encode())
        area = 160 if sum(map(len, files.values())) > _LARGE else 64
        options = (option.format(area=area) for option in _RUNTIME_OPTIONS)
        command = [_binary(), *options, "--wrap=none", "--eol=lf", "--sandbox", *arguments]
        command += [DOCUMENT, f"--output={_OUTPUT}"]
        try:
            run = subprocess.run(  # noqa: S603 (a fixed binary; no argument is user input)
                command, stderr=subprocess.PIPE, encoding="utf-8", cwd=folder, timeout=_TIMEOUT
            )
        except subprocess.TimeoutExpired as error:
            raise PandocError(f"it had no answer after {_TIMEOUT} seconds") from error
        if run.returncode:
            raise PandocError(run.stderr.strip())
        return Path(folder, _OUTPUT).read_bytes()
