"""Makes Python environments for a test, which differ from that of the tests by locks with hashes."""

import os
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

from tests.paths import ENGINE, ROOT

LOWEST, PROPERDOCS = ROOT / "tests" / "compat" / "lowest.lock", ROOT / "tests" / "compat" / "properdocs.lock"


class Environment:
    """A virtual environment of its own, with every package that the tests have: to unpack them again takes minutes."""

    def __init__(self, folder: Path) -> None:
        venv.create(folder)
        self.python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
        ours = sysconfig.get_path("purelib")
        theirs = self.run("-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
        shutil.copytree(ours, theirs, symlinks=True, copy_function=_share, dirs_exist_ok=True)

    def install(self, *locks: Path) -> None:
        """Install just what the locks name; a later one replaces what an earlier one brought."""
        for lock in locks:
            self._pip("install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock))

    def uninstall(self, *packages: str) -> None:
        """Take packages out again, and leave what they needed."""
        self._pip("uninstall", "--yes", *packages)

    def run(self, *arguments: str) -> str:
        """Run Python with the arguments, and give what it prints. Anything but success fails the test."""
        return run(str(self.python), *arguments)

    def _pip(self, *arguments: str) -> None:
        self.run("-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def _share(file: str, copy: str) -> None:
    """Have a file in two folders: pip removes what it replaces, and never writes into it."""
    try:
        os.link(file, copy)
    except OSError:  # on another disk
        shutil.copy2(file, copy)


def run(*command: str, text: str = "") -> str:
    """Run a command on this repository, and give what it prints. Anything but success fails the test."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ENGINE.parent), str(ROOT)])}
    ended = subprocess.run(
        command, cwd=ROOT, env=env, input=text, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert ended.returncode == 0, f"{' '.join(command)}\n{ended.stdout[-5000:]}\n{ended.stderr[-5000:]}"
    return ended.stdout
