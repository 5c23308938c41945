"""Provide the engine as a wheel, which each guide keeps: given, built from the engine's sources, or downloaded."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Sequence
from importlib.metadata import Distribution, distribution
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

_NAME = "studyguide"
_OLDEST = "315532800"
"""1 January 1980, the earliest date in a zip; a fixed date makes the wheel, and so its hash, reproducible."""
_HELP = "Name the engine, its wheel or the folder of its sources: ENGINE=path."


class WheelError(Exception):
    """No wheel is available; the message says what to do."""


def fetch_wheel(engine: Path | None, into: Path) -> Path:
    """Put a wheel of the engine into a folder, and return its path there.

    `engine` is a wheel, or the folder of the engine's sources; None uses what the running engine was installed from.
    Raises `WheelError` if there is none.
    """
    into.mkdir(parents=True, exist_ok=True)
    installed = distribution(_NAME)
    engine = engine or _installed_from(installed)
    if engine is None:
        _download(installed, into)
    elif engine.is_dir():
        _build(engine, into)
    elif engine.is_file():
        shutil.copy(engine, into)
    else:
        raise WheelError(f"There is no file or folder {engine}. {_HELP}")
    return _only_wheel(into, engine)


def unpack_wheel(wheel: Path, into: Path, parts: Sequence[str] = ("",)) -> Path:
    """Unpack a wheel into a folder, and return the package's folder. Raises `WheelError` if it cannot be read.

    Of the package it unpacks only what begins with one of the `parts`; the rest is read, to find damage.
    """
    begins = tuple(f"{_NAME}/{part}" if part else "" for part in parts)
    try:
        with ZipFile(wheel) as archive:
            if damaged := archive.testzip():
                raise WheelError(f"{wheel} is damaged: {damaged} is not what was packed. Download it again.")
            archive.extractall(into, [name for name in archive.namelist() if name.startswith(begins)])
    except BadZipFile as error:
        raise WheelError(f"{wheel} is no wheel, or only a part of one. {_HELP}") from error
    except (zlib.error, EOFError) as error:
        raise WheelError(f"{wheel} is damaged. Download it again.") from error
    return into / _NAME


def _installed_from(installed: Distribution) -> Path | None:
    """Return the file or folder that pip installed the engine from; None if that was an index, or is gone.

    See https://packaging.python.org/en/latest/specifications/direct-url/.
    """
    from urllib.request import url2pathname  # imported late: an HTTP client comes with it

    record = json.loads(installed.read_text("direct_url.json") or "{}")
    parts = urlsplit(record.get("url", ""))
    path = Path(url2pathname(parts.path))
    return path if parts.scheme == "file" and path.exists() else None


def _download(installed: Distribution, into: Path) -> None:
    """Download the wheel from the index, and compare it to the running code: the name may be another project's."""
    _pip("download", "--only-binary", ":all:", f"{_NAME}=={installed.version}", into=into)
    with ZipFile(_only_wheel(into, None)) as wheel:
        (record,) = (name for name in wheel.namelist() if name.endswith(".dist-info/RECORD"))
        packed = wheel.read(record).decode().splitlines()
    running = set((installed.read_text("RECORD") or "").splitlines())
    if not running.issuperset(line for line in packed if line.startswith(f"{_NAME}/")):
        raise WheelError(f"The index has another {_NAME} {installed.version} than the engine that runs here. {_HELP}")


def _build(engine: Path, into: Path) -> None:
    """Build the wheel of sources by flit_core alone, in a quarter of pip's time; a guide's environment lacks it."""
    if find_spec("flit_core"):
        _run("flit_core.wheel", "--outdir", str(into), str(engine))
    else:
        _pip("wheel", str(engine), into=into)


def _pip(command: str, *words: str, into: Path) -> None:
    folder = "--dest" if command == "download" else "--wheel-dir"
    _run("pip", command, "--quiet", "--disable-pip-version-check", "--no-deps", folder, str(into), *words)


def _run(module: str, *words: str) -> None:
    """Run a module that makes or fetches a wheel. Raises `WheelError` with the last line that it says."""
    done = subprocess.run(  # noqa: S603 (pip or flit_core, with words of ours and a path)
        [sys.executable, "-m", module, *words],
        env={**os.environ, "SOURCE_DATE_EPOCH": _OLDEST},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        raise WheelError(f"No wheel of the engine can be had. {_HELP} {module.partition('.')[0].title()} says: {said}")


def _only_wheel(folder: Path, engine: Path | None) -> Path:
    wheels = list(folder.glob(f"{_NAME}-*.whl"))
    if len(wheels) != 1:
        raise WheelError(f"{engine or 'What the index has'} is not the engine. {_HELP}")
    return wheels[0]
