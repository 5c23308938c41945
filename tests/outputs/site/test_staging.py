"""Tests of outputs.site.staging: a build that fails leaves the last good site as it was."""

from pathlib import Path

import pytest

from studyguide.outputs.site.staging import Staging


def write(folder: Path, text: str) -> None:
    folder.mkdir()
    (folder / "index.html").write_text(text, encoding="utf-8")


def pages(root: Path) -> dict[str, str]:
    """Every file below `root`, by its path from there."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


def test_a_site_is_built_beside_its_place(tmp_path: Path) -> None:
    staging = Staging(tmp_path / "site")
    assert (staging.site, staging.new) == (tmp_path / "site", tmp_path / "site.new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("had_site", [True, False])
def test_a_whole_site_takes_its_place(tmp_path: Path, had_site: bool) -> None:
    if had_site:
        write(tmp_path / "site", "old")
        (tmp_path / "site" / "gone.html").touch()
    staging = Staging(tmp_path / "site")
    write(staging.new, "new")
    staging.is_whole = True
    staging.finish()
    assert pages(tmp_path) == {"site/index.html": "new"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("was_begun", [True, False])
def test_a_site_that_is_not_whole_is_thrown_away(tmp_path: Path, was_begun: bool) -> None:
    write(tmp_path / "site", "old")
    staging = Staging(tmp_path / "site")
    if was_begun:
        write(staging.new, "half")
    staging.finish()
    assert pages(tmp_path) == {"site/index.html": "old"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_later_error_takes_the_site_back(tmp_path: Path) -> None:
    write(tmp_path / "site", "old")
    staging = Staging(tmp_path / "site")
    write(staging.new, "new")
    staging.is_whole = True
    staging.is_whole = False
    staging.finish()
    assert pages(tmp_path) == {"site/index.html": "old"}


def test_a_build_killed_between_the_renames_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path / "site.old", "old")
    write(tmp_path / "site.new", "new")
    staging = Staging(tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == "old"
    staging.finish()
    assert pages(tmp_path) == {"site/index.html": "old"}


def test_what_a_killed_build_left_is_cleared(tmp_path: Path) -> None:
    write(tmp_path / "site", "old")
    write(tmp_path / "site.old", "older")
    staging = Staging(tmp_path / "site")
    write(staging.new, "new")
    staging.is_whole = True
    staging.finish()
    assert pages(tmp_path) == {"site/index.html": "new"}


def test_a_new_site_that_cannot_be_moved_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "site", "old")
    staging = Staging(tmp_path / "site")
    write(staging.new, "new")
    staging.is_whole = True
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "site.new":
            raise PermissionError("somebody looks at it")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        staging.finish()
    assert pages(tmp_path / "site") == {"index.html": "old"}
