"""A guide is brought to another engine: what its chairs changed stays or is told, and a failure leaves it as it was."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copy, copytree
from zipfile import ZipFile

import pytest

from studyguide import cli
from studyguide.authoring.upgrade import upgrade_guide
from studyguide.authoring.upgrade_plan import Engine, Plan, UpgradeError, engine_files
from tests.authoring.wheels import MANAGED, files_in, fill_guide, make_engine, make_wheel, write_files
from tests.paths import ENGINE, MANUAL, ROOT

OWN = {"mkdocs.yml", "docs/index.md"}
OLD, NEW = "engine/studyguide-2.0.0-py3-none-any.whl", "engine/studyguide-2.1.0-py3-none-any.whl"
CHANGED = {
    f"{MANAGED}/Makefile": "all:\n\techo new\n",
    f"{MANAGED}/.gitignore": "/site/\n/new/\n",
    f"{MANAGED}/.vscode/extensions.json": None,
    f"{MANAGED}/.github/dependabot.yml": None,
    f"{MANAGED}/.github/workflows/new.yml": "name: New\n",
    "authoring/upgrade_plan.py": (ENGINE / "authoring" / "upgrade_plan.py")
    .read_text(encoding="utf-8")
    .replace("brought to", "lifted to"),
}
"""What the new engine of these tests has otherwise, its own code of the upgrade too."""


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return make_engine(tmp_path_factory.mktemp("old"), "2.0.0")


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    return make_engine(tmp_path_factory.mktemp("new"), "2.1.0", CHANGED)


@pytest.fixture
def guide(tmp_path: Path, old: Engine) -> Path:
    fill_guide(tmp_path / "guide", old)
    return tmp_path / "guide"


def told_of(plan: Plan, *paths: str) -> list[str]:
    return [line for line in (*plan.told, *plan.conflicts) if line.startswith(tuple(f"{path}: " for path in paths))]


def with_windows_line_ends(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".whl":
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_a_guide_as_it_was_made_gets_each_file_and_loses_none_of_its_own(guide: Path, new: Engine) -> None:
    own = {path: content for path, content in files_in(guide).items() if path in OWN}
    plan = upgrade_guide(guide, new)
    assert files_in(guide) == {**engine_files(new), **own}
    assert plan == Plan(
        plan.changes,
        (
            "The guide has engine 2.1.0 now, in place of 2.0.0.",
            ".github/dependabot.yml: removed, engine 2.1.0 does not need it.",
            ".github/workflows/new.yml: new in engine 2.1.0.",
            ".gitignore: brought to engine 2.1.0.",
            ".vscode/extensions.json: removed, engine 2.1.0 does not need it.",
            "Makefile: brought to engine 2.1.0.",
            f"{OLD}: removed, engine 2.1.0 does not need it.",
            f"{NEW}: new in engine 2.1.0.",
            "requirements.lock: brought to engine 2.1.0.",
        ),
        (),
    )


def test_the_line_ends_of_windows_are_no_change_of_the_chairs(guide: Path, new: Engine) -> None:
    with_windows_line_ends(guide)
    plan = upgrade_guide(guide, new)
    assert plan.conflicts == ()
    assert not any("kept" in line for line in plan.told)
    assert (guide / "Makefile").read_bytes() == engine_files(new)["Makefile"]


def test_what_the_chairs_alone_changed_stays(guide: Path, new: Engine) -> None:
    (guide / "hooks" / "guide.py").write_text("# Mine\n")
    (guide / ".github" / "workflows" / "links.yml").unlink()
    plan = upgrade_guide(guide, new)
    assert told_of(plan, "hooks/guide.py", ".github/workflows/links.yml") == [
        ".github/workflows/links.yml: still not there, you deleted it and the engine did not change it.",
        "hooks/guide.py: kept, you changed it and the engine did not.",
    ]
    assert plan.conflicts == ()
    assert (guide / "hooks" / "guide.py").read_text() == "# Mine\n"
    assert not (guide / ".github" / "workflows" / "links.yml").exists()


def test_what_both_changed_is_told_and_nothing_is_lost(guide: Path, new: Engine) -> None:
    mine = {"Makefile": b"mine", ".vscode/extensions.json": b"{}", ".github/workflows/new.yml": b"name: Mine\n"}
    write_files(guide, mine)
    (guide / ".gitignore").unlink()
    plan = upgrade_guide(guide, new)
    changed_too = "kept, you changed it; but engine 2.1.0 changed it too. Write your changes into"
    assert plan.conflicts == (
        f".github/workflows/new.yml: {changed_too} .github/workflows/new.yml.new, and put that in its place.",
        ".gitignore: you deleted it; but engine 2.1.0 changed it. Delete .gitignore.new, or name it .gitignore again.",
        ".vscode/extensions.json: kept, you changed it; but engine 2.1.0 does not need it. Delete it unless you do.",
        f"Makefile: {changed_too} Makefile.new, and put that in its place.",
    )
    after = files_in(guide)
    assert {path: after[path] for path in mine} == mine
    assert ".gitignore" not in after
    assert ".vscode/extensions.json.new" not in after
    for path in (".gitignore", "Makefile", ".github/workflows/new.yml"):
        assert after[f"{path}.new"] == engine_files(new)[path]
    again = upgrade_guide(guide, new)
    assert files_in(guide) == after
    assert [sentence.split(":")[0] for sentence in again.conflicts] == [
        ".github/workflows/new.yml.new", ".gitignore.new", "Makefile.new",
    ]  # fmt: skip
    assert not told_of(again, "Makefile")
    (guide / "Makefile.new").unlink()
    assert told_of(upgrade_guide(guide, new), "Makefile") == ["Makefile: kept, you changed it and the engine did not."]


def test_a_lock_that_the_chairs_changed_still_finds_its_engine(guide: Path, old: Engine, new: Engine) -> None:
    with (guide / "requirements.lock").open("a") as lock:
        lock.write("mine==1.0 --hash=sha256:00\n")
    plan = upgrade_guide(guide, new)
    assert plan.conflicts[-1] == (
        f"{OLD}: kept, because your requirements.lock names it. Delete it once that no longer does."
    )
    assert {OLD, NEW} < set(files_in(guide))
    (guide / "requirements.lock.new").replace(guide / "requirements.lock")
    assert told_of(upgrade_guide(guide, old), NEW) == [f"{NEW}: removed, engine 2.0.0 does not need it."]


def test_a_file_that_waits_from_another_upgrade_is_not_overwritten(guide: Path, new: Engine) -> None:
    write_files(guide, {"Makefile": b"mine", "Makefile.new": b"half done"})
    before = files_in(guide)
    with pytest.raises(UpgradeError, match=r"^Makefile\.new is left from another upgrade\."):
        upgrade_guide(guide, new)
    assert files_in(guide) == before
    (guide / "Makefile.new").write_bytes(engine_files(new)["Makefile"].replace(b"\n", b"\r\n"))
    assert len(upgrade_guide(guide, new).conflicts) == 1


def test_an_older_engine_is_told(guide: Path, new: Engine, old: Engine) -> None:
    before = files_in(guide)
    upgrade_guide(guide, new)
    assert upgrade_guide(guide, old).told[0] == "The guide has engine 2.0.0 now, in place of 2.1.0, and is older."
    assert files_in(guide) == before


def test_the_same_engine_changes_nothing(guide: Path, old: Engine) -> None:
    (guide / "Makefile").write_text("mine")
    before = files_in(guide)
    assert upgrade_guide(guide, old) == Plan(
        {},
        (
            "The guide has this engine, 2.0.0, already.",
            "Makefile: kept, you changed it and the engine did not.",
        ),
        (),
    )
    assert files_in(guide) == before


def test_another_engine_of_the_same_version_is_taken(guide: Path, tmp_path: Path) -> None:
    other = make_engine(tmp_path / "other", "2.0.0", CHANGED)
    upgrade_guide(guide, other)
    assert files_in(guide).items() >= engine_files(other).items()


# The command.
Run = Callable[[Path], tuple[int, str, str]]


@pytest.fixture
def run(guide: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the command on the guide: its exit status, what it says, and what it complains of."""

    def run(engine: Path) -> tuple[int, str, str]:
        status = cli.main(["upgrade", "--guide", str(guide), "--engine", str(engine)])
        return status, *capfd.readouterr()

    return run


def test_the_new_engine_s_own_code_does_it(guide: Path, new: Engine, run: Run, tmp_path: Path) -> None:
    """Also where the file has the name that a browser gives to the second download."""
    download = tmp_path / "studyguide-2.1.0-py3-none-any (1).whl"
    copy(new.wheel, download)
    status, told, errors = run(download)
    assert (status, errors) == (0, "")
    assert "\nMakefile: lifted to engine 2.1.0.\n" in told
    assert told.endswith("\n\nNext: make check\n")
    assert (guide / NEW).read_bytes() == new.wheel.read_bytes()
    assert files_in(guide).items() >= engine_files(Engine(guide / NEW, new.package)).items()
    assert [path for path in files_in(guide) if path.endswith(".pyc")] == []


def test_a_conflict_shows_in_the_exit_status(guide: Path, new: Engine, run: Run) -> None:
    (guide / "Makefile").write_text("mine")
    status, told, _ = run(new.wheel)
    assert status == 1
    assert "\n\nThese are for you to look at:\nMakefile: kept, " in told
    assert told.endswith("\n\nNext, then: make check\n")


def test_a_wheel_runs_without_being_installed(guide: Path, new: Engine) -> None:
    """For guides whose own engine knows no upgrade. A folder of the guide is not taken for the engine."""
    (guide / "studyguide").mkdir()
    (guide / "studyguide" / "__init__.py").write_text("raise SystemExit('not this one')")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "studyguide", "upgrade", "--engine", new.wheel],
        cwd=guide,
        env={**os.environ, "PYTHONPATH": str(new.wheel)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (guide / NEW).is_file()


def test_the_folder_of_the_sources_is_an_engine_too(guide: Path, run: Run, tmp_path: Path) -> None:
    copytree(ENGINE, tmp_path / "sources" / "src" / "studyguide")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        copy(ROOT / name, tmp_path / "sources")
    version = tmp_path / "sources" / "src" / "studyguide" / "__init__.py"
    version.write_text('"""The engine."""\n\n__version__ = "2.1.0"\n')
    assert run(tmp_path / "sources")[0] == 0
    assert (guide / NEW).is_file()


def test_ctrl_c_stops_both_engines_and_leaves_the_guide_as_it_was(guide: Path, tmp_path: Path) -> None:
    """The terminal sends it to all processes at once, here in the middle of the changes."""
    code = (ENGINE / "authoring" / "transaction.py").read_text(encoding="utf-8")
    stopped = code.replace("_do(steps[-1])", "_do(steps[-1]); __import__('os').killpg(0, signal.SIGINT)")
    assert stopped != code
    wheel = make_wheel(tmp_path / "new", "2.1.0", {**CHANGED, "authoring/transaction.py": stopped})
    before = files_in(guide)
    done = subprocess.run(
        [sys.executable, "-m", "studyguide", "upgrade", "--guide", guide, "--engine", wheel],
        env={**os.environ, "PYTHONPATH": str(ENGINE.parent)},
        start_new_session=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped. Nothing was changed.\n")
    assert files_in(guide) == before


def test_ctrl_c_before_that_is_told_too(guide: Path, new: Engine, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("studyguide.cli.upgrade.unpack_engine", stop)
    assert run(new.wheel) == (130, "", "Stopped. Nothing was changed.\n")


def test_a_file_in_the_way_is_told(guide: Path, new: Engine, run: Run) -> None:
    (guide / ".github" / "workflows" / "new.yml").mkdir()
    before = files_in(guide)
    status, told, error = run(new.wheel)
    assert (status, told) == (2, "")
    assert error.startswith("Nothing was changed: ")
    assert "new.yml" in error
    assert files_in(guide) == before


def damage(wheel: Path) -> None:
    content = bytearray(wheel.read_bytes())
    start = 30 + len("studyguide/__init__.py")  # the first file's content, behind the zip's header of it
    content[start : start + 4] = b"\xff" * 4
    wheel.write_bytes(content)


def make_other_wheel(path: Path) -> None:
    with ZipFile(path, "w") as archive:
        archive.writestr("other/__init__.py", "")
        archive.writestr("other-1.0.dist-info/METADATA", "Name: other\nVersion: 1.0\n")


NO_ENGINES: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "notes.txt": (lambda path: path.write_text("Mine"), "is no wheel, or only a part of one."),
    "half.whl": (lambda path: path.write_bytes(path.read_bytes()[:9000]), "is no wheel, or only a part of one."),
    "damaged.whl": (damage, "is damaged. Download it again."),
    "other.whl": (make_other_wheel, "is not the engine, or one from before version 2."),
    "none.whl": (Path.unlink, "There is no file or folder"),
}


@pytest.mark.parametrize("name", NO_ENGINES)
def test_what_is_no_engine_is_refused_in_one_line(
    guide: Path, new: Engine, run: Run, tmp_path: Path, name: str
) -> None:
    make, words = NO_ENGINES[name]
    copy(new.wheel, tmp_path / name)
    make(tmp_path / name)
    before = files_in(guide)
    status, told, error = run(tmp_path / name)
    assert (status, told) == (2, "")
    assert words in error
    assert error.count("\n") == 1
    assert files_in(guide) == before


NO_GUIDES: Mapping[str, tuple[Callable[[Path], object], str]] = {
    "no settings": (
        lambda guide: (guide / "mkdocs.yml").replace(guide / "mkdocs.yaml"),
        "is no guide: it has no mkdocs.yml.",
    ),
    "no engine": (
        lambda guide: (guide / OLD).rename(guide / "lost.whl"),
        "has no engine: one file engine/studyguide-....whl is needed",
    ),
    "two engines": (
        lambda guide: [(guide / "requirements.lock").write_text(""), copy(guide / OLD, guide / NEW)],
        "has more than one engine",
    ),
    "half an engine": (lambda guide: (guide / OLD).write_text("version https://git-lfs"), "is damaged. Restore it"),
}


@pytest.mark.parametrize("name", NO_GUIDES)
def test_what_is_no_guide_is_refused_in_one_line(guide: Path, new: Engine, run: Run, name: str) -> None:
    make, words = NO_GUIDES[name]
    make(guide)
    before = files_in(guide)
    with pytest.raises(UpgradeError, match=re.escape(words)):
        upgrade_guide(guide, new)
    status, told, error = run(new.wheel)
    assert (status, told) == (2, "")
    assert words in error
    assert error.count("\n") == 1
    assert files_in(guide) == before


def test_the_engine_s_own_repository_is_no_guide(new: Engine) -> None:
    with pytest.raises(UpgradeError, match="has no engine"):
        upgrade_guide(ROOT, new)


def test_a_failure_in_the_middle_leaves_the_guide_as_it_was(
    guide: Path, new: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    move = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target == guide / "requirements.lock" and "new" in self.parts:
            raise OSError("the disk is full")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    before = files_in(guide)
    with pytest.raises(OSError, match="the disk is full"):
        upgrade_guide(guide, new)
    assert files_in(guide) == before


def test_make_passes_the_engine() -> None:
    makefile = (ENGINE / MANAGED / "Makefile").read_text(encoding="utf-8")
    recipe = makefile.partition("\nupgrade: ")[2].partition("\n\n")[0]
    assert '$(STUDYGUIDE) upgrade --engine "$(or $(ENGINE),' in recipe


def test_the_manual_shows_what_is_told(guide: Path, new: Engine) -> None:
    page = (MANUAL / "commands.md").read_text(encoding="utf-8").partition("{#upgrade}")[2]
    (guide / "Makefile").write_text("mine")
    plan = upgrade_guide(guide, new)
    for line in (plan.told[0], "requirements.lock: brought to engine 2.1.0.", *plan.conflicts):
        assert line in plan.told + plan.conflicts
        assert line in page
