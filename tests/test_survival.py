"""Builds that end in the middle, by a kill or a full disk: the last good site and its handout stay, byte for byte."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.mkdocs.test_build import change, files_below
from tests.mkdocs.test_outputs import lay_out_printing

KILL = """
import os, pathlib, signal

def die(*a, **k):
    os.kill(os.getpid(), signal.SIGKILL)
"""
STAGES = {
    "while chapters are read": f"{KILL}on_page_content = die",
    "before the first page": f"{KILL}on_env = die",
    "between two pages": f"{KILL}\ndef on_post_page(output, page, config):\n    page.is_homepage or die()",
    "when all is written": f"{KILL}on_post_build = die",
    "while the sites are swapped": f"""{KILL}
rename = pathlib.Path.rename
def rename_once(path, target):
    die() if path.name == "site.new" else rename(path, target)
pathlib.Path.rename = rename_once
""",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide with its site."""
    guide = lay_out_printing(tmp_path_factory.mktemp("survival"))
    assert build(guide).returncode == 0
    return guide


def build(guide: Path, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1772409600"}
    return subprocess.run(
        command,
        cwd=guide,
        env=env,
        preexec_fn=before,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("code", STAGES.values(), ids=STAGES)
def test_a_killed_build_leaves_the_last_site_and_the_next_one_is_whole(code: str, built: Path) -> None:
    before = files_below(built / "site")
    assert {"index.html", "handout.pdf", "quick-reference.pdf"} <= before.keys()
    config = (built / "mkdocs.yml").read_text(encoding="utf-8")
    (built / "killer.py").write_text(code, encoding="utf-8")
    change(built / "mkdocs.yml", "hooks: [", "hooks: [killer.py, ")
    assert build(built).returncode == -signal.SIGKILL
    kept = built / ("site.old" if "pathlib.Path.rename = " in code else "site")  # between two renames it waits there
    assert files_below(kept) == before

    (built / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")  # a build that fails helps as little
    assert build(built).returncode == 1
    (built / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert build(built).returncode == 0
    assert files_below(built / "site") == before
    assert not list(built.glob("site.*"))


@pytest.mark.parametrize("size", [2_000, 40_000])
def test_a_full_disk_leaves_the_last_site_and_is_told_in_words(size: int, built: Path) -> None:
    """No file can be longer than `size`: then writing ends in the middle, as on a full disk."""
    before = files_below(built / "site")
    done = build(built, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))
    assert done.returncode == 1
    assert "Traceback" not in done.stdout
    assert "This computer could not do what the build needs: File too large" in done.stdout
    assert files_below(built / "site") == before
