"""The last change: what git says of the files, in one question, and which files a page is made of."""

import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from studyguide.markdown.chapter import Chapter, EditorNote, Section
from studyguide.outputs.site.last_change import days_of_commits, files_shown, last_change
from tests.helpers import source

CHAPTER, OTHER = "docs/index.md", "docs/a chapter — ö.md"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide in a folder of a repository, whose git has no settings but those of a test."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    root = tmp_path / "repository" / "guide"
    (root / "docs").mkdir(parents=True)
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    return root


def git(folder: Path, *command: str, when: str = "2026-03-02T12:00:00Z") -> None:
    person = {"NAME": "Anna", "EMAIL": "anna@example.org", "DATE": when}
    env = {f"GIT_{role}_{name}": value for role in ("AUTHOR", "COMMITTER") for name, value in person.items()}
    subprocess.run(["git", *command], cwd=folder, env=os.environ | env, check=True, capture_output=True)


def commit(root: Path, *files: str, when: str) -> None:
    for file in files:
        with (root / file).open("a", encoding="utf-8") as text:
            text.write(f"{when}\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Change", when=when)


def test_each_file_has_the_day_of_its_newest_commit(root: Path) -> None:
    commit(root, CHAPTER, OTHER, "glossary.yaml", "README.md", when="2026-01-01T12:00:00Z")
    commit(root, OTHER, when="2026-02-01T12:00:00Z")
    commit(root, "glossary.yaml", when="2026-03-01T12:00:00Z")
    (root / "docs" / "new.md").write_text("Nobody has committed it.")
    assert days_of_commits(root) == {
        CHAPTER: date(2026, 1, 1),
        OTHER: date(2026, 2, 1),
        "glossary.yaml": date(2026, 3, 1),
    }


def test_the_day_is_that_of_greenwich(root: Path) -> None:
    commit(root, CHAPTER, when="2026-01-01T23:30:00-05:00")
    assert days_of_commits(root) == {CHAPTER: date(2026, 1, 2)}


def test_a_commit_that_is_older_than_its_parent_changes_nothing(root: Path) -> None:
    commit(root, CHAPTER, when="2026-02-01T12:00:00Z")
    commit(root, CHAPTER, when="2026-01-01T12:00:00Z")
    assert days_of_commits(root) == {CHAPTER: date(2026, 2, 1)}


def test_the_settings_of_a_chair_s_git_change_nothing(root: Path, tmp_path: Path) -> None:
    commit(root, CHAPTER, when="2026-01-01T12:00:00Z")
    (tmp_path / "gitconfig").write_text(
        "[log]\n\tshowRoot = false\n\tshowSignature = true\n\tdecorate = short\n[color]\n\tui = always\n"
        "[core]\n\tquotePath = true\n"
    )
    assert days_of_commits(root) == {CHAPTER: date(2026, 1, 1)}


def test_a_shallow_clone_knows_only_what_changed_since(root: Path, tmp_path: Path) -> None:
    commit(root, CHAPTER, "glossary.yaml", when="2026-01-01T12:00:00Z")
    commit(root, "timeline.yaml", when="2026-02-01T12:00:00Z")
    commit(root, CHAPTER, when="2026-03-01T12:00:00Z")
    git(tmp_path, "clone", "--quiet", "--depth", "2", root.parent.as_uri(), "shallow")
    assert days_of_commits(tmp_path / "shallow" / "guide") == {CHAPTER: date(2026, 3, 1)}


def test_a_branch_may_be_called_grafted(root: Path) -> None:
    commit(root, CHAPTER, when="2026-01-01T12:00:00Z")
    git(root, "branch", "grafted")
    assert days_of_commits(root) == {CHAPTER: date(2026, 1, 1)}


def test_without_a_repository_nothing_is_known(root: Path, tmp_path: Path) -> None:
    assert days_of_commits(tmp_path) == {}
    assert days_of_commits(root) == {}  # one without a commit


def test_without_the_git_program_nothing_is_known(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root, CHAPTER, when="2026-01-01T12:00:00Z")
    monkeypatch.setenv("PATH", str(root))
    assert days_of_commits(root) == {}


def test_git_is_asked_once(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git_program = tmp_path / "bin" / "git"
    git_program.parent.mkdir()
    moment = int(datetime(2026, 5, 4, 3, tzinfo=UTC).timestamp())
    git_program.write_text(f"#!/bin/sh\necho >> '{tmp_path}/calls'\nprintf '\\001{moment} \\000\\ndocs/a.md\\000'\n")
    git_program.chmod(0o755)
    monkeypatch.setenv("PATH", str(git_program.parent), prepend=os.pathsep)
    assert days_of_commits(root) == {"docs/a.md": date(2026, 5, 4)}
    assert (tmp_path / "calls").read_text() == "\n"


def chapter(path: str, text: str) -> Chapter:
    return Chapter(source(text, f"docs/{path}"), path)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("# Home\n\nNothing of it is `<!-- key-terms -->` data.\n", set()),
        ("<!-- key-terms -->\n", {"glossary.yaml"}),
        ("<!-- abbreviations -->\n", {"glossary.yaml"}),
        ("<!-- timeline -->\n", {"timeline.yaml"}),
        ("<!-- works-cited -->\n\n<!-- further-reading -->\n", {"bibliography.bib"}),
        ("<!-- timeline -->\n\n<!-- key-terms -->\n", {"glossary.yaml", "timeline.yaml"}),
        ("<!-- corrections -->\n", {"glossary.yaml", "timeline.yaml", "bibliography.bib", "docs/other.md"}),
        ("<!-- open-checks -->\n", {"glossary.yaml", "timeline.yaml", "bibliography.bib", "docs/other.md"}),
    ],
)
def test_a_page_is_made_of_its_chapter_and_the_data_that_it_shows(text: str, data: set[str]) -> None:
    page = chapter("page.md", text)
    other, without = chapter("other.md", "# Other\n"), chapter("chairs.md", "# Without a note\n")
    note = EditorNote("correction", Section("other.md", "", "Other", 1, other.span.where), "<p>Else.</p>")
    assert files_shown(page, [page, replace(other, editor_notes=(note,)), without]) == {"docs/page.md"} | data


def test_the_newest_of_the_files_counts() -> None:
    days = {"docs/a.md": date(2026, 1, 1), "glossary.yaml": date(2026, 2, 1), "timeline.yaml": date(2026, 3, 1)}
    assert last_change({"docs/a.md", "glossary.yaml"}, days) == date(2026, 2, 1)
    assert last_change({"docs/a.md", "docs/unknown.md"}, days) == date(2026, 1, 1)
    assert last_change({"docs/unknown.md"}, days) is None
