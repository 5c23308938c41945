"""Run pandoc, which comes with a wheel, on texts of the guide."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pypandoc

DOCUMENT = "document"
_WRITTEN = "written"
_MEMORY = ("+RTS", "-M2g", "-A64m", "-RTS")
"""Where a source or a style refers to itself, pandoc would take all there is; 2,400 notes take 0.4 GB. With 64 MB at
once for what is new, it tidies up less often, and takes an eighth less time (GHC's manual, 'RTS options')."""
_PATIENCE = 300
"""Seconds; 10,000 sources take 40."""


class PandocError(RuntimeError):
    """Pandoc stopped; the words are its own."""


def run_pandoc(files: Mapping[str, str], *arguments: str) -> str:
    """Give what pandoc makes of DOCUMENT, which is one of the `files`; `arguments` may name the others.

    It reads and writes files: a pipe takes half a kilobyte at a time, and the thread that feeds it waits each time for
    the one that builds the site. It asks no network and sees no other file. Raises PandocError.
    """
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        command = [pypandoc.get_pandoc_path(), *_MEMORY, "--wrap=none", "--sandbox", *arguments]
        command += [DOCUMENT, f"--output={_WRITTEN}"]
        try:
            run = subprocess.run(  # noqa: S603 (the wheel's own; nothing that a chair wrote is among its arguments)
                command, stderr=subprocess.PIPE, encoding="utf-8", cwd=folder, timeout=_PATIENCE
            )
        except subprocess.TimeoutExpired as error:
            raise PandocError(f"it had no answer after {_PATIENCE} seconds") from error
        if run.returncode:
            raise PandocError(run.stderr.strip())
        return Path(folder, _WRITTEN).read_text(encoding="utf-8")
