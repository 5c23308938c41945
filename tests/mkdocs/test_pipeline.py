"""Whatever ends a build before its very end leaves the last good site, also in what the guide's own hooks do."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mkdocs.test_build import build_here, change, files_below, lay_out, run

HOOK = """
from mkdocs.plugins import event_priority

@event_priority({priority})
def on_post_build(config):
    raise {error}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A good guide with a hook of its own behind the engine's, and with a site that is older than its chapters."""
    guide = lay_out(tmp_path_factory.mktemp("pipeline"))
    (guide / "own.py").touch()
    change(guide / "mkdocs.yml", "guide.py]", "guide.py, own.py]")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        build_here(guide)
    change(guide / "docs" / "background.md", "Reports rose.", "Reports fell.")
    return guide


@pytest.fixture
def guide(built: Path, tmp_path: Path) -> Path:
    """The same guide, for one test."""
    return shutil.copytree(built, tmp_path / "guide")


@pytest.mark.parametrize("priority", [200, 0, -150, -300], ids=["before all", "amid", "before the last", "behind all"])
@pytest.mark.parametrize(("error", "said"), [("KeyboardInterrupt", "Aborted!"), ("RuntimeError", "RuntimeError")])
def test_what_ends_a_build_in_another_hook_leaves_the_last_site(
    error: str, said: str, priority: int, guide: Path
) -> None:
    """Ctrl+C is no error to MkDocs: it tells no hook of it."""
    before = files_below(guide / "site")
    done = build_with(HOOK.format(priority=priority, error=error), guide)
    assert done.returncode == 1
    assert said in done.stdout
    assert files_below(guide / "site") == before
    assert not list(guide.glob("site.*"))


def test_without_it_the_same_build_replaces_the_site(guide: Path) -> None:
    done = build_with("", guide)
    assert done.returncode == 0, done.stdout
    assert b"Reports fell." in files_below(guide / "site")["background/index.html"]


def build_with(hook: str, guide: Path) -> subprocess.CompletedProcess[str]:
    (guide / "own.py").write_text(hook, encoding="utf-8")
    return run(guide, str(Path(sys.executable).with_name("mkdocs")), "build", "--strict")
