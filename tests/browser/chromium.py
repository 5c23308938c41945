"""Finds a Chromium for the browser tests, or gets one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock
from playwright.sync_api import Browser, BrowserType, Error

from tests.system_packages import install_package

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHANNELS = ("chrome", "msedge")
"""Browsers that Playwright finds by itself where their own installers put them, on Windows and macOS too."""
_QUIET = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
"""The browser itself must ask no server for anything: a test counts the requests of the pages."""


class NoBrowserError(Exception):
    """No Chromium is here, and none can be had."""


def launch(browsers: BrowserType) -> Browser:
    """Start an installed Chromium or Chrome, else one that Playwright downloads, else Debian's.

    Raises `NoBrowserError` with what to do: a missing browser must never pass for a passed test.
    """
    if found := _launch_installed(browsers):
        return found
    with FileLock(Path(sys.prefix) / "browser.lock"):  # whoever waited may find it installed
        return _launch_installed(browsers) or _launch_downloaded(browsers) or _launch_debian(browsers)


def executable(browsers: BrowserType) -> str:
    """Return the path of the browser that `launch` starts, for a program that starts it itself.

    Raises `NoBrowserError` likewise.
    """
    launch(browsers).close()  # it may have to be installed
    path = next(filter(None, map(shutil.which, NAMES)), browsers.executable_path)
    if not Path(path).exists():
        raise NoBrowserError("Chromium or Chrome is here, and not where programs are looked for: put it on the PATH")
    return path


def _launch_installed(browsers: BrowserType) -> Browser | None:
    if path := next(filter(None, map(shutil.which, NAMES)), None):
        return _launch(browsers, path=path)
    for channel in CHANNELS:
        try:
            return _launch(browsers, channel=channel)
        except Error:  # it is not installed
            continue
    return None


def _launch_downloaded(browsers: BrowserType) -> Browser | None:
    if not Path(browsers.executable_path).exists():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False, timeout=600)
    return _launch(browsers) if Path(browsers.executable_path).exists() else None


def _launch_debian(browsers: BrowserType) -> Browser:
    install_package("chromium")
    if path := shutil.which("chromium"):
        return _launch(browsers, path=path)
    raise NoBrowserError("The browser tests need Chromium or Chrome, and none can be had here: install one")


def _launch(browsers: BrowserType, *, path: str | None = None, channel: str | None = None) -> Browser:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0  # whom Chromium gives no sandbox
    args = [*_QUIET, "--no-sandbox"] if is_root else _QUIET
    return browsers.launch(executable_path=path, channel=channel, args=args)
