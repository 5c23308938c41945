"""The engine's files in a guide: the same as in this repository, in the wheel with their dots, and accepted by pip."""

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from studyguide.authoring.engine_wheel import fetch_wheel, unpack_wheel
from studyguide.authoring.managed import MANAGED, guide_lock, managed_files
from tests.paths import ENGINE, ROOT

OTHERWISE_HERE = {
    ".github/workflows/audit.yml",
    ".gitignore",
    "Makefile",
    "requirements.lock",
}
"""What a guide's folder has in its own way, since the engine's sources are not there."""
FILES = managed_files(ENGINE, "studyguide-1.0-py3-none-any.whl", "ab12")


def test_they_are_the_files_of_this_repository() -> None:
    """Else what is improved here would be missing from the next guide."""
    both = {path for path in FILES if (ROOT / path).exists()}
    assert {
        ".vscode/tasks.json",
        ".github/workflows/publish.yml",
        "hooks/guide.py",
        "schemas/glossary.schema.json",
    } < both
    assert {path for path in both if FILES[path] != (ROOT / path).read_bytes()} == OTHERWISE_HERE & both


def test_a_wheel_holds_them_and_no_bytecode(tmp_path: Path) -> None:
    package = unpack_wheel(fetch_wheel(ROOT, tmp_path / "wheel"), tmp_path / "package")
    compiled = package / MANAGED / "hooks" / "__pycache__" / "guide.cpython-311.pyc"
    compiled.parent.mkdir()
    compiled.write_bytes(b"")
    assert managed_files(package, "studyguide-1.0-py3-none-any.whl", "ab12") == FILES


def test_they_change_nothing_in_this_repository() -> None:
    """Git reads a .gitignore in any folder."""
    paths = [str(path) for path in (ENGINE / MANAGED).rglob("*") if path.is_file() and path.suffix != ".pyc"]
    ignored = subprocess.run(["git", "check-ignore", *paths], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ignored.stdout == ""


def test_the_lock_is_the_engine_s_without_what_builds_it() -> None:
    kept, build = (
        "# Made by uv\na==1 \\\n    --hash=sha256:aa\n    # via b\n",
        "flit-core==4.2 \\\n    --hash=sha256:bb\n",
    )
    last = "gg==2 \\\n    --hash=sha256:cc\n"
    wheel = "./engine/studyguide-1.0-py3-none-any.whl --hash=sha256:dd\n"
    assert guide_lock(kept + build + last, "studyguide-1.0-py3-none-any.whl", "dd") == kept + last + wheel


@pytest.mark.parametrize(("hashed", "words"), [(True, "Would install studyguide-"), (False, "DO NOT MATCH THE HASHES")])
def test_pip_takes_the_engine_by_its_hash_alone(tmp_path: Path, hashed: bool, words: str) -> None:
    wheel = fetch_wheel(ROOT, tmp_path / "engine")
    hash_ = sha256(wheel.read_bytes() if hashed else b"").hexdigest()
    (tmp_path / "requirements.lock").write_text(guide_lock("", wheel.name, hash_))
    pip = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--no-deps", "--require-hashes"]
    done = subprocess.run([*pip, "-r", "requirements.lock"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert words in done.stdout + done.stderr


def test_the_tests_packages_are_those_of_the_engine_s_own_tests() -> None:
    """So that `make lock` renews them too: copy the entries that are told here."""
    entry = re.compile(r"^[\w-]+==.*\n(?: .*\n)*", re.MULTILINE)
    ours = entry.findall((ROOT / "requirements-test.lock").read_text(encoding="utf-8"))
    theirs = entry.findall(FILES["tests/requirements.lock"].decode())
    names = [text.partition("==")[0] for text in theirs]
    assert names == ["iniconfig", "pluggy", "pypdf", "pytest"]
    assert [text for text in theirs if text not in ours] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.startswith(".github/workflows/")])
def test_workflow_is_valid_and_its_actions_are_those_pinned_here(path: str) -> None:
    here = "".join(file.read_text(encoding="utf-8") for file in (ROOT / ".github" / "workflows").glob("*.yml"))
    actions = re.findall(r"uses: (.*)", FILES[path].decode())
    assert actions
    assert [action for action in actions if action not in here] == []
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    checked = subprocess.run([*command, ENGINE / MANAGED / path], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
