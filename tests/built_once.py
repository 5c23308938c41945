"""Guides that several tests look at, each built once in a test run: by the first of its processes that asks."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from filelock import FileLock

from tests.languages.guides import lay_out_guide
from tests.paths import ROOT


@dataclass(frozen=True)
class BuiltGuide:
    """A guide and its site, neither of which a test may change."""

    guide: Path
    site: Path
    told: str
    """What the strict build says."""


def build(guide: Path, site: Path, **settings: str) -> BuiltGuide:
    """Build a guide as `make build` does, into a folder of its own; `settings` are those of the environment."""
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}  # else MkDocs breaks long lines
    env |= {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **settings}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(site)]
    made = subprocess.run(command, cwd=guide, env=env, capture_output=True, encoding="utf-8", check=False)
    assert made.returncode == 0, made.stdout + made.stderr
    return BuiltGuide(guide, site, made.stdout + made.stderr)


def build_once(
    temporary: pytest.TempPathFactory, name: str, lay_out: Callable[[Path], Path], **settings: str
) -> BuiltGuide:
    """Give a guide with its site; `lay_out` writes it into a folder, where it has to, and says where it is."""
    run = temporary.getbasetemp()
    run = run.parent if "PYTEST_XDIST_WORKER" in os.environ else run
    folder = run / "built once" / name
    note = folder / "note.json"
    folder.parent.mkdir(exist_ok=True)
    with FileLock(folder.with_suffix(".lock")):
        if not note.exists():
            rmtree(folder, ignore_errors=True)
            folder.mkdir()
            built = build(lay_out(folder), folder / "site", **settings)
            note.write_text(json.dumps([str(built.guide), built.told]), encoding="utf-8")
    guide, told = json.loads(note.read_text(encoding="utf-8"))
    return BuiltGuide(Path(guide), folder / "site", told)


def this_guide(temporary: pytest.TempPathFactory) -> BuiltGuide:
    """Give this repository's own guide."""
    return build_once(temporary, "this guide", lambda _: ROOT)


def guide_in(temporary: pytest.TempPathFactory, language: str) -> BuiltGuide:
    """Give the small guide in a language."""
    return build_once(temporary, language, lambda folder: lay_out_guide(folder, language))


def published_guide(temporary: pytest.TempPathFactory, folder: str) -> BuiltGuide:
    """Give this repository's own guide, built as the workflow builds it that publishes, for a folder of a host."""
    settings = {"SITE_URL": f"http://127.0.0.1/{folder}/", "EDIT_URI": "https://example.org/guide/edit/main/docs/"}
    return build_once(temporary, f"published in {folder}", lambda _: ROOT, **settings)
