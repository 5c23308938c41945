"""What the title page says, from the settings of mkdocs.yml, the files and git."""

import os
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig

from studyguide.mkdocs.title_page import edition_day, read_title_page
from studyguide.outputs.book import TitlePage

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()
DAY = 86_400


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A guide of two files, the newer of 2 March 2026, outside any repository."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "docs").mkdir()
    for name, seconds in (("docs/index.md", NOON - DAY), ("glossary.yaml", NOON), ("no-source.txt", NOON + DAY)):
        (tmp_path / name).write_text("x")
        os.utime(tmp_path / name, (seconds, seconds))
    return tmp_path


def config_of(root: Path, **settings: Any) -> MkDocsConfig:
    config = MkDocsConfig(config_file_path=str(root / "mkdocs.yml"))
    config.load_dict({"site_name": "A guide", "theme": "mkdocs", "docs_dir": str(root / "docs"), **settings})
    assert config.validate() == ([], [])
    return config


def test_without_git_the_edition_is_the_day_of_the_newest_source(root: Path) -> None:
    assert edition_day(config_of(root)) == date(2026, 3, 2)
    assert read_title_page(config_of(root)).edition == "2 March 2026"


def test_the_day_that_the_makefile_exports_comes_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2025, 12, 31, 23, 59, tzinfo=UTC).timestamp())))
    assert read_title_page(config_of(root)).edition == "31 December 2025"


@pytest.mark.parametrize(
    ("answer", "edition"),
    [
        ('case "$*" in *status*) ;; "-C $ROOT rev-"*) echo 1a2b3c4 ;; esac', "2 March 2026, revision 1a2b3c4"),
        ('case "$*" in "-C $ROOT rev-parse --short HEAD") echo 1a2b3c4 ;; esac', "2 March 2026"),
        ("echo fatal; exit 128", "2 March 2026"),
    ],
)
def test_the_edition_names_the_commit_of_a_repository(
    answer: str, edition: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = root / "bin" / "git"
    git.parent.mkdir()
    git.write_text(f"#!/bin/sh\n{answer}\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(git.parent), prepend=os.pathsep)
    monkeypatch.setenv("ROOT", str(root))
    assert read_title_page(config_of(root)).edition == edition


def test_the_edition_says_that_the_guide_has_uncommitted_changes(root: Path) -> None:
    """A file that the build does not read makes no difference."""

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", "-C", str(root), *who, *arguments], check=True, capture_output=True)

    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "Begin what is not this guide")
    assert read_title_page(config_of(root)).edition == "2 March 2026"
    git("add", "docs", "glossary.yaml")
    git("commit", "-q", "-m", "Write the guide")
    clean = read_title_page(config_of(root)).edition
    assert re.fullmatch(r"2 March 2026, revision [0-9a-f]{7,}", clean)
    for path in ("docs/index.md", "docs/new.md", "mkdocs.yml"):
        before = (root / path).read_text() if (root / path).exists() else None
        (root / path).write_text("Not committed.")
        os.utime(root / path, (NOON - DAY, NOON - DAY))
        assert read_title_page(config_of(root)).edition == f"{clean} with uncommitted changes"
        if before is None:
            (root / path).unlink()
        else:
            (root / path).write_text(before)
            os.utime(root / path, (NOON - DAY, NOON - DAY))
        assert read_title_page(config_of(root)).edition == clean


def test_without_the_git_program_there_is_no_commit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    assert read_title_page(config_of(root)).edition == "2 March 2026"


def test_a_config_without_settings_gives_what_there_is(root: Path) -> None:
    assert read_title_page(config_of(root)) == TitlePage(
        title="A guide",
        conference="",
        committee="",
        officer="",
        author="",
        description="",
        edition="2 March 2026",
        licence="",
    )


def test_the_settings_are_the_covers(root: Path) -> None:
    settings = {"topic": "A topic", "conference": "PSMUN", "committee": "UNODC", "officer": "Anna", "paper": "letter"}
    config = config_of(
        root,
        extra={"guide": settings},
        site_author="Anna Smith",
        site_description="About it.",
        site_url="https://guide.example.org/",
        copyright="Text:\n<a href='x'>CC BY</a> &copy; &amp; MIT",
    )
    assert read_title_page(config) == TitlePage(
        title="A topic",
        conference="PSMUN",
        committee="UNODC",
        officer="Anna",
        author="Anna Smith",
        description="About it.",
        edition="2 March 2026",
        licence="Text: CC BY © & MIT",
        address="https://guide.example.org/",
        paper="us-letter",
    )


@pytest.mark.parametrize("paper", ["letter", "Letter", "LETTER"])
def test_paper_may_have_capitals(paper: str, root: Path) -> None:
    assert read_title_page(config_of(root, extra={"guide": {"paper": paper}})).paper == "us-letter"


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ({}, ("en", "gb")),
        ({"language": "en"}, ("en", "gb")),
        ({"language": "de"}, ("de", "")),
        ({"language": "pt-BR"}, ("pt", "br")),
        ({"language": "zh-Hant"}, ("zh", "tw")),
        ({"language": "zh-Hant-HK"}, ("zh", "hk")),
        ({"language": "zh-Hans"}, ("zh", "")),
    ],
)
def test_the_language_is_that_of_the_theme(theme: Mapping[str, str], expected: tuple[str, str], root: Path) -> None:
    title_page = read_title_page(config_of(root, theme={"name": "material", **theme}))
    assert (title_page.language, title_page.region) == expected


@pytest.mark.parametrize(("written", "expected"), [("Page", "page"), ("follow", "follow"), (None, ""), ("", "")])
def test_where_chapters_begin_may_be_set(root: Path, written: str | None, expected: str) -> None:
    assert read_title_page(config_of(root, extra={"guide": {"chapters": written}})).chapters == expected
