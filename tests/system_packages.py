"""Programs of the system that slow tests need beside Python's packages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock


class NoProgramError(Exception):
    """A program is not here, and cannot be had: a missing judge must never pass for a passed test."""


def find_program(name: str, package: str) -> str:
    """Return the path of a program, which Debian's `package` has: installed here where nobody else will.

    Raises `NoProgramError` with what to do.
    """
    with FileLock(Path(sys.prefix) / "packages.lock"):  # whoever waited may find it installed
        if found := shutil.which(name):
            return found
        install_package(package)
    if found := shutil.which(name):
        return found
    raise NoProgramError(f"The tests need {name}, and it cannot be had here: install it")


def install_package(package: str) -> None:
    """Install a package of Debian as root; do nothing elsewhere."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, timeout=300, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package]
        subprocess.run(install, check=True, timeout=600, env=quiet, stdout=subprocess.DEVNULL)
