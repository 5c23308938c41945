"""Finds LibreOffice for the tests that open a Word file in another program, or gets it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

NAMES = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
PACKAGE = "libreoffice-writer-nogui"
PATIENCE = 300


class NoLibreOfficeError(Exception):
    """No LibreOffice is here, and none can be had."""


def to_pdf(document: Path) -> Path:
    """Open a document in LibreOffice, and return the PDF that it writes beside it."""
    profile = document.parent / "profile"
    command = [_program(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    made = subprocess.run(
        [*command, "--outdir", str(document.parent), str(document)],
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    pdf = document.with_suffix(".pdf")
    assert pdf.exists(), made.stdout + made.stderr
    return pdf


def _program() -> str:
    """Return the path of an installed LibreOffice, else of Debian's.

    Raises `NoLibreOfficeError` with what to do: a missing program must never pass for a passed test.
    """
    with FileLock(Path(sys.prefix) / "libreoffice.lock"):  # whoever waited may find it installed
        if not _installed():
            _install()
    if found := _installed():
        return found
    raise NoLibreOfficeError("These tests need LibreOffice Writer, and it cannot be had here: install it")


def _installed() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def _install() -> None:
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, timeout=300, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE]
        subprocess.run(install, check=True, timeout=900, env=quiet, stdout=subprocess.DEVNULL)
