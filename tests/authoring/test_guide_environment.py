"""The environment that a guide's Makefile sets up: one for all guides of an engine, also when two begin at once."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pip
import pytest
import yaml

from studyguide.authoring.engine_wheel import fetch_wheel
from studyguide.authoring.managed import MANAGED
from tests.paths import ENGINE, ROOT

ANSWERS = {"topic": "The protection of whistleblowers", "committee": "UNODC", "conference": "PSMUN"}
LOCKS = ("requirements.lock", "tests/requirements.lock")


@pytest.fixture
def bare(tmp_path: Path) -> dict[str, str]:
    """What a guide's make sees on a computer where nothing of the engine is set up."""
    ours = {"PYTHONPATH", "MAKEFLAGS", "MAKELEVEL", "MFLAGS", "VENV", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in ours and not name.startswith("COV_")}
    git = {"GIT_AUTHOR_NAME": "Anna", "GIT_AUTHOR_EMAIL": "anna", "GIT_COMMITTER_NAME": "Anna"}
    return {**kept, **git, "GIT_COMMITTER_EMAIL": "anna", "XDG_CACHE_HOME": str(tmp_path / "the cache")}


@pytest.fixture
def env(tmp_path: Path, bare: dict[str, str]) -> dict[str, str]:
    """The same where all environments have the pip of the tests: to unpack one takes most of the time of each."""
    python, modules = tmp_path / "python3", tmp_path / "modules"
    ours = shlex.quote(sys.executable)
    python.write_text(f'#!/bin/sh\n[ "$2" != venv ] || set -- "$@" --without-pip\nexec {ours} "$@"\n')
    python.chmod(0o755)
    modules.mkdir()
    (modules / "pip").symlink_to(Path(pip.__file__).parent)
    return {**bare, "PYTHON": str(python), "PYTHONPATH": str(modules)}


def start(guide: Path, env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    """Start make in a guide's folder."""
    make = ["make", f"PYTHON={shlex.quote(env.get('PYTHON', sys.executable))}", *words]
    return subprocess.Popen(make, cwd=guide, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def said(process: subprocess.Popen[str]) -> str:
    """What a make that has succeeded said."""
    told = process.communicate()[0]
    assert process.returncode == 0, told
    return told


def small_guide(folder: Path, lock: str = "") -> Path:
    """A guide whose engine needs no packages."""
    (folder / "tests").mkdir(parents=True)
    for path, text in {
        "Makefile": (ENGINE / MANAGED / "Makefile").read_text("utf-8"),
        LOCKS[0]: lock,
        LOCKS[1]: "",
    }.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def environments(env: dict[str, str]) -> list[Path]:
    return [path for path in Path(env["XDG_CACHE_HOME"], "studyguide").iterdir() if path.is_dir()]


@pytest.mark.slow
def test_two_guides_that_begin_at_once_make_one_environment(tmp_path: Path, env: dict[str, str]) -> None:
    guides = [small_guide(tmp_path / name) for name in ("one", "other")]
    makes = [start(guide, env, "ready") for guide in guides]
    told = [said(make) for make in makes]
    assert "".join(told).count("Setting up the engine") == 1
    (environment,) = environments(env)
    assert (environment / "bin" / "python").exists()
    assert said(start(guides[0], env, "ready")) == ""


@pytest.mark.slow
def test_another_engine_has_its_own_and_a_folder_can_be_named(tmp_path: Path, env: dict[str, str]) -> None:
    one, other = small_guide(tmp_path / "one"), small_guide(tmp_path / "other", "# Another engine\n")
    for guide in (one, other):
        said(start(guide, env, "ready"))
    assert len(environments(env)) == 2
    said(start(one, env, "ready", "VENV=.venv"))
    (one / "requirements.lock").write_text("# A newer engine\n")
    assert "Setting up the engine" in said(start(one, env, "ready", "VENV=.venv"))
    assert (one / ".venv" / "bin" / "python").exists()
    assert len(environments(env)) == 2


@pytest.mark.slow
def test_what_is_built_beside_fonts_has_the_environment_with_the_typefaces(tmp_path: Path, env: dict[str, str]) -> None:
    guide = small_guide(tmp_path / "one")
    said(start(guide, env, "ready"))
    (first,) = environments(env)
    command = first / "bin" / "studyguide"
    command.write_text("#!/bin/sh\necho '# Amiri' > fonts.lock\n", encoding="utf-8")
    command.chmod(0o755)
    told = start(guide, env, "fonts", "build").communicate()[0]  # there is no MkDocs in either
    (second,) = {*environments(env)} - {first}
    assert f"{second}/bin/mkdocs" in told
    assert f"{first}/bin/mkdocs" not in told


@pytest.mark.slow
def test_one_that_was_not_finished_is_made_anew(tmp_path: Path, env: dict[str, str]) -> None:
    guide = small_guide(tmp_path / "guide")
    said(start(guide, env, "ready"))
    (environment,) = environments(env)
    (ready,) = environment.glob("ready-*")
    ready.unlink()
    (environment / "half").write_text("A package that was cut off.")
    assert "Setting up the engine" in said(start(guide, env, "ready"))
    assert not (environment / "half").exists()


@pytest.mark.slow
def test_a_package_that_cannot_be_had_leaves_it_unfinished(tmp_path: Path, env: dict[str, str]) -> None:
    guide = small_guide(tmp_path / "guide", f"./engine/none-1.0-py3-none-any.whl --hash=sha256:{'0' * 64}\n")
    process = start(guide, env, "ready")
    assert "none-1.0-py3-none-any.whl" in process.communicate()[0]
    assert process.returncode == 2
    assert [file for environment in environments(env) for file in environment.glob("ready-*")] == []


@pytest.mark.parametrize("python", ["no-such-python", "old-python"])
def test_without_a_python_that_will_do_that_is_said(tmp_path: Path, env: dict[str, str], python: str) -> None:
    old = tmp_path / "old-python"
    code = f'{shlex.quote(sys.executable)} -c "import sys; sys.version_info = (3, 10); $words" "$@"'
    old.write_text(f'#!/bin/sh\nshift; words="$1"; shift\nexec {code}\n')
    old.chmod(0o755)
    guide = small_guide(tmp_path / "guide")
    process = start(guide, {**env, "PATH": f"{tmp_path}:{env['PATH']}"}, "ready", f"PYTHON={python}")
    assert "Python 3.11 or newer is needed: try make PYTHON=python3.13\n" in process.communicate()[0]
    assert process.returncode == 2


@pytest.mark.slow
def test_the_wheel_alone_makes_guides_that_build_and_pass_their_tests(tmp_path: Path, bare: dict[str, str]) -> None:
    """On a computer that has Python, make and Git: all else comes from the wheel and the registry."""
    wheel = fetch_wheel(ROOT, tmp_path / "wheel")
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    programs = tmp_path / "venv" / "bin"
    subprocess.run([programs / "pip", "install", "--quiet", wheel], env=bare, check=True)
    (tmp_path / "answers.yaml").write_text(yaml.safe_dump(ANSWERS))
    new = ("new", "guide", "--answers", "answers.yaml")
    subprocess.run([programs / "studyguide", *new], cwd=tmp_path, env=bare, check=True)
    guide = tmp_path / "guide"
    assert "Setting up the engine" in said(start(guide, bare, "build"))
    assert (guide / "site" / "handout.pdf").read_bytes().startswith(b"%PDF")
    assert " passed" in said(start(guide, bare, "test"))
    said(start(guide, bare, "new", "DIR=../next", "ANSWERS=../answers.yaml"))
    assert (tmp_path / "next" / "engine" / wheel.name).read_bytes() == wheel.read_bytes()
    assert "Setting up the engine" not in said(start(tmp_path / "next", bare, "check"))
    assert len(environments(bare)) == 1
    check = subprocess.run([environments(bare)[0] / "bin" / "pip", "check"], capture_output=True, text=True, check=True)
    assert check.stdout == "No broken requirements found.\n"
