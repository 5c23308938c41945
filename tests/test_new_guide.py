"""The next guide: made from the blank one and this engine, whatever is answered, it builds and passes its own tests."""

import filecmp
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from copier.errors import InteractiveSessionError
from crawler import Site, words
from mkdocs.utils.yaml import yaml_load
from pathspec import GitIgnoreSpec

import new_guide
from blank_guide import ROOT
from new_guide import ENGINE, OWN, TEMPLATE, RefusedError, main, make_guide

HOSTILE = 'Anna "Ann" O\'Neil: # {{ x }} <b> & *Über* [Ελλάδα](Київ) {% y %}'
ANSWERS = {"topic": HOSTILE, "committee": f"- {HOSTILE}", "conference": "No", "language": "de"}
ANSWERS["officer"] = f"{HOSTILE}, Chair"
GUIDE_FILES = {file.relative_to(TEMPLATE / "guide") for file in (TEMPLATE / "guide").rglob("*") if file.is_file()}
FILLED = {path.as_posix().removesuffix(".jinja") for path in GUIDE_FILES}
IGNORED = GitIgnoreSpec.from_lines((ROOT / ".gitignore").read_text(encoding="utf-8").splitlines())


def run(guide: Path, *command: str) -> str:
    """Run Python in a guide's folder; whatever fails is shown."""
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=guide, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def settings(guide: Path) -> dict[str, Any]:
    return yaml_load((guide / "mkdocs.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new guide."""
    folder = tmp_path_factory.mktemp("new") / "one more" / "guide"
    make_guide(folder, ANSWERS)
    return folder


@pytest.fixture(scope="module")
def built(guide: Path) -> tuple[str, Site]:
    """What its strict build tells, and its site."""
    told = run(guide, "mkdocs", "build", "--strict")
    return told, Site(guide / "site")


def test_nothing_but_what_is_to_be_written_is_told(built: tuple[str, Site]) -> None:
    told = [line for line in built[0].splitlines() if "Warning" in line or not line.startswith("INFO")]
    assert told
    assert all(line.endswith("[still-to-write]") for line in told), told


def test_every_link_of_the_new_site_leads_somewhere(built: tuple[str, Site]) -> None:
    assert built[1].dead_links() == []
    assert (built[1].root / "handout.pdf").read_bytes().startswith(b"%PDF")


def test_answers_show_letter_for_letter(built: tuple[str, Site]) -> None:
    home = built[1].pages[""]
    (title,) = home.root.iter("h1")
    assert words(title).startswith(HOSTILE)
    shown = [words(item) for item in home.root.iter("li")]
    for label, name in {
        "Forum": "committee",
        "Topic": "topic",
        "Conference": "conference",
        "Student officer": "officer",
    }.items():
        assert f"{label}: {ANSWERS[name]}" in shown
    for page in built[1].pages.values():
        (title,) = [element for element in page.root.iter("title") if page.parents[element].tag == "head"]
        assert words(title).endswith(HOSTILE)
        assert not list(page.root.iter("b"))


def test_answers_stand_in_the_settings(guide: Path) -> None:
    made = settings(guide)
    assert made["site_name"] == HOSTILE
    assert made["site_author"] == HOSTILE
    assert made["theme"]["language"] == "de"
    answered = {name: answer for name, answer in ANSWERS.items() if name != "language"}
    assert made["extra"]["guide"] == answered | {"contact": "", "header_link": ""}


def test_its_settings_are_ours_but_for_names_and_chapters() -> None:
    """Else a setting that is added here would be missing from the next guide."""
    blank = (TEMPLATE / "guide" / "mkdocs.yml.jinja").read_text(encoding="utf-8")
    names = set(re.findall(r"^(\w+):", blank, re.MULTILINE))
    assert names == {
        "site_name",
        "site_description",
        "site_url",
        "edit_uri",
        "site_author",
        "copyright",
        "extra",
        "nav",
    }


def test_its_settings_do_not_drift_from_ours(guide: Path) -> None:
    made, ours = settings(guide), settings(ROOT)
    assert list(made) == list(ours)
    assert list(made["extra"]) == list(ours["extra"])
    assert made["extra"]["guide"].keys() == ours["extra"]["guide"].keys()
    made["theme"]["language"] = ours["theme"]["language"]
    for name in ("site_name", "site_description", "site_author", "copyright", "nav"):
        made[name] = ours[name]
    made["extra"]["guide"] = ours["extra"]["guide"]
    assert made == ours


def test_everything_else_is_ours_as_it_stands(guide: Path) -> None:
    files = {file.relative_to(guide).as_posix() for file in guide.rglob("*") if file.is_file()}
    taken = {path for path in files if not path.startswith("site/")} - FILLED
    assert {
        "hooks/build.py",
        "tests/test_new_guide.py",
        "template/copier.yml",
        ".ci/run",
        "docs/chairs/index.md",
    } <= taken
    assert [path for path in sorted(taken) if not filecmp.cmp(guide / path, ROOT / path, shallow=False)] == []
    assert os.access(guide / ".ci" / "run", os.X_OK)
    assert [path for path in sorted(taken) if IGNORED.match_file(path)] == []


def test_everything_here_is_either_taken_or_of_this_guide_alone() -> None:
    """A new file at the top must be put into one of the two."""
    ignored = GitIgnoreSpec.from_lines([".git", *(ROOT / ".gitignore").read_text("utf-8").splitlines()])
    here = {path.name + "/" * path.is_dir() for path in ROOT.iterdir()}
    here = {name for name in here if not ignored.match_file(name)}
    assert here == {name + "/" * (ROOT / name).is_dir() for name in ENGINE if "/" not in name} | {
        path.partition("/")[0] + "/" * ("/" in path) for path in FILLED
    }


def test_tests_of_this_guide_s_own_text_stay_here(guide: Path) -> None:
    left_out = GitIgnoreSpec.from_lines(OWN)
    files = [path.relative_to(guide).as_posix() for path in guide.rglob("*")]
    assert [path for path in files if left_out.match_file(path)] == []
    text = (guide / "README.md").read_text(encoding="utf-8")
    linked = re.findall(r"(?<!\\)\]\(([^)]+)", text)
    assert linked
    assert [path for path in linked if not path.startswith("https://") and not (guide / path).exists()] == []


def test_what_is_unlikely_to_change_need_not_be_answered(tmp_path: Path) -> None:
    make_guide(tmp_path / "guide", {"topic": "A topic"})
    whole = settings(tmp_path / "guide")
    assert whole["theme"]["language"] == "en"
    made, ours = whole["extra"]["guide"], settings(ROOT)["extra"]["guide"]
    assert made == {**ours, "topic": "A topic", "officer": "", "contact": "", "header_link": ""}
    assert "Student officer" not in (tmp_path / "guide" / "docs" / "index.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, 'Question "topic" is required'),
        ({"topic": " "}, "topic: Please write an answer."),
        ({"topic": "A", "officer": "a\nb"}, "officer: Please write it in one line"),
        ({"topic": "A", "language": "English"}, "language: The theme does not know the language"),
    ],
)
def test_a_bad_answer_leaves_nothing_behind(tmp_path: Path, answers: dict[str, str], words: str) -> None:
    with pytest.raises(RefusedError, match=words):
        make_guide(tmp_path / "guide", answers)
    assert list(tmp_path.iterdir()) == []


def test_no_folder_is_overwritten(tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("Mine.")
    for folder in (full, full / "thesis.txt"):
        with pytest.raises(RefusedError, match="is there already"):
            make_guide(folder, ANSWERS)
    for folder in (ROOT, ROOT / "docs" / "next"):
        with pytest.raises(RefusedError, match="is inside this guide"):
            make_guide(folder, ANSWERS)
    assert [file.read_text() for file in full.iterdir()] == ["Mine."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("comittee: A\n", 'answers.yaml: nobody asks for "comittee". Did you mean "committee"?'),
        ("zebra: A\n", "The questions are topic, committee, conference, language, officer."),
        ("A topic\n", "answers.yaml holds no answers."),
        ("topic: [a, b]\n", "answers.yaml holds no answers."),
        ("topic: A\nconference: a: b\n", "answers.yaml:2:14: This is not valid YAML. Put the text in quotation marks"),
        ("topic: a\vb\n", "answers.yaml: A character here cannot stand in YAML."),
    ],
)
def test_a_file_of_answers_with_a_slip(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, words: str
) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text(text)
    assert main([str(tmp_path / "guide"), "--answers", str(file)]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1
    assert not (tmp_path / "guide").exists()


def test_a_file_of_answers_is_read_as_text(tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_text("topic: 2030\nconference: No\nofficer:\n", encoding="utf-8")
    assert new_guide._read_answers(file) == {"topic": "2030", "conference": "No", "officer": ""}


def test_where_nobody_can_be_asked_that_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "guide")]) == 2
    assert capsys.readouterr().err.startswith("Nobody can be asked here.")
    assert main([str(tmp_path / "guide"), "--answers", str(tmp_path / "none.yaml")]) == 2
    assert "none.yaml:1: This file is missing." in capsys.readouterr().err
    (tmp_path / "old.yaml").write_bytes("topic: Übung".encode("cp1252"))
    assert main([str(tmp_path / "guide"), "--answers", str(tmp_path / "old.yaml")]) == 2
    assert "old.yaml:1: This file is not saved as UTF-8 text." in capsys.readouterr().err


def test_no_question_has_a_text_that_what_one_types_would_stand_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = yaml.safe_load((TEMPLATE / "copier.yml").read_text(encoding="utf-8"))
    assert [name for name, question in questions.items() if name[0] != "_" and question.get("default")] == []
    asked: dict[str, object] = {}
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(new_guide, "run_copy", lambda *_, **options: asked.update(options))
    make_guide(tmp_path / "guide")
    assert asked["user_defaults"] == {}


def test_the_chairs_page_names_every_question() -> None:
    questions = yaml.safe_load((TEMPLATE / "copier.yml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "chairs" / "index.md").read_text(encoding="utf-8").partition("{#next-guide}")[2]
    assert [name for name in questions if name[0] != "_" and f"`{name}`" not in page] == []


@pytest.fixture
def answers(tmp_path: Path) -> str:
    file = tmp_path / "answers.yaml"
    file.write_text(yaml.safe_dump(ANSWERS, allow_unicode=True), encoding="utf-8")
    return str(file)


@pytest.fixture
def _known_to_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "gitconfig"
    config.write_text("[user]\n\tname = Anna\n\temail = anna\n\tuseConfigOnly = true\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))


@pytest.mark.usefixtures("_known_to_git")
def test_the_first_version_is_committed_and_the_next_steps_are_told(
    tmp_path: Path, answers: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["guide", "--answers", answers]) == 0
    told = capsys.readouterr().out
    assert f"The new guide is in {tmp_path / 'guide'}. Its first version is committed." in told
    assert re.findall(r"\d\. (.{8})", told) == ["cd guide", "make ser", "Open doc"]
    log = ["git", "log", "--format=%an: %s", "--stat"]
    history = subprocess.run(log, cwd="guide", capture_output=True, text=True, check=True).stdout
    assert history.startswith("Anna: Start the guide from the blank one\n")
    assert "docs/introduction.md" in history
    status = ["git", "status", "--short"]
    assert subprocess.run(status, cwd="guide", capture_output=True, text=True, check=True).stdout == ""


@pytest.mark.usefixtures("_known_to_git")
def test_without_an_author_nothing_is_committed_and_that_is_said(
    tmp_path: Path, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")
    assert main([str(tmp_path / "guide"), "--answers", answers]) == 0
    told = capsys.readouterr().out
    assert "Nothing is committed yet. Git says: " in told
    assert (tmp_path / "guide" / ".git").is_dir()
    assert re.findall(r"\d\. (.{8})", told) == ["cd " + str(tmp_path)[:5], "Keep the", "make ser", "Open doc"]
    steps = [shlex.split(step) for step in re.findall(r"^ +(git .*)", told, re.MULTILINE)]
    for step in steps:
        subprocess.run(step, cwd=tmp_path / "guide", check=True)
    log = ["git", "log", "--format=%an: %s"]
    history = subprocess.run(log, cwd=tmp_path / "guide", capture_output=True, text=True, check=True).stdout
    assert history == "Anna Smith: Start the guide from the blank one\n"


@pytest.mark.usefixtures("_known_to_git")
def test_where_git_fails_otherwise_what_is_left_is_told(
    tmp_path: Path, answers: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(new_guide, "_FIRST_VERSION", (("init", "--quiet"), ("no-command",), ("add", "--all")))
    assert main([str(tmp_path / "guide"), "--answers", answers]) == 0
    told = capsys.readouterr().out
    assert "  2. Keep the first version:\n     git no-command\n     git add --all\n  3. make serve" in told


def test_without_git_the_folder_has_no_history(
    tmp_path: Path, answers: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main([str(tmp_path / "guide"), "--answers", answers]) == 0
    assert "Git is not installed here" in capsys.readouterr().out
    assert not (tmp_path / "guide" / ".git").exists()


def test_stopping_at_a_question_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise InteractiveSessionError("the terminal was closed")

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(new_guide, "run_copy", stop)
    assert main([str(tmp_path / "guide")]) == 130
    assert capsys.readouterr().err == "Stopped. Nothing was made.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_the_new_guide_passes_its_own_tests(guide: Path, built: tuple[str, Site]) -> None:
    """What `make test` runs, in this environment; without this module, which would make a guide, and so on.

    The browser's tests of the same pages' parts have run on this guide; they would take as long again.
    """
    run(guide, "ruff", "check", ".")
    run(guide, "ruff", "format", "--check", ".")
    run(guide, "mypy")
    run(guide, "pytest", "--ignore", "tests/test_new_guide.py", "--ignore", "tests/browser")
