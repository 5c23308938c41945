"""The environments in which guides are built: this project's own, and one for each kind of peer, pinned by its lock."""

from __future__ import annotations

import platform
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent
LOCKS = HERE / "locks"
ENVIRONMENTS = HERE / ".envs"
_PIP_INSTALL = (
    "install",
    "--quiet",
    "--disable-pip-version-check",
    "--require-hashes",
    "--no-deps",
    "--only-binary",
    ":all:",
)


def python_of(name: str) -> Path:
    """Give the Python of the environment `name`, which is made on first use, and anew when its lock has changed.

    The empty name is that of this project's own environment, in which the benchmark itself runs.
    """
    if not name:
        return Path(sys.executable)
    lock, folder = LOCKS / f"{name}.lock", ENVIRONMENTS / name
    python = folder / ("Scripts/python.exe" if platform.system() == "Windows" else "bin/python")
    installed = folder / "installed.lock"
    if not installed.exists() or installed.read_bytes() != lock.read_bytes():
        print(f"Making the environment {name}", flush=True)
        venv.create(folder, clear=True, with_pip=True)
        subprocess.run([python, "-m", "pip", *_PIP_INSTALL, "-r", lock], check=True)
        installed.write_bytes(lock.read_bytes())
    return python


def versions_in(name: str, packages: Iterable[str]) -> str:
    """Name the versions of `packages` in an environment: 'MkDocs 1.6.1, Material 9.8.1'."""
    code = "import sys, importlib.metadata as m; print(', '.join(f'{p} {m.version(p)}' for p in sys.argv[1:]))"
    run = subprocess.run([python_of(name), "-c", code, *packages], capture_output=True, text=True, check=True)
    return run.stdout.strip()
