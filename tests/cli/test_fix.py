"""Tests of `make fix`, as a chair runs it."""

from pathlib import Path

import pytest

from studyguide.cli import main
from tests.paths import ROOT

GLOSSARY = "- id: b\n  term: B\n  definition: D\n- id: a\n  term: A\n  definition: D\n"
SORTED = "- id: a\n  term: A\n  definition: D\n- id: b\n  term: B\n  definition: D\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "timeline.yaml").write_text("- {id: a, date: soon, title: A}\n", encoding="utf-8")
    (tmp_path / "bibliography.bib").write_text("", encoding="utf-8")
    return tmp_path


def test_what_is_changed_is_written_and_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "timeline.yaml").write_text("", encoding="utf-8")
    (folder / "glossary.yaml").chmod(0o640)
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == 'glossary.yaml: Moved "A" to the top.\n1 thing tidied.\n'
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == SORTED
    assert (folder / "glossary.yaml").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir()) == ["bibliography.bib", "glossary.yaml", "timeline.yaml"]
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == "Nothing to tidy.\n"


def test_a_check_only_tells(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "timeline.yaml").write_text("[]  \n", encoding="utf-8")
    assert main(["fix", "--check"]) == 1
    assert capsys.readouterr().out == (
        'glossary.yaml: Moved "A" to the top.\n'
        "timeline.yaml: Took off the spaces at the end of 1 line.\n"
        "2 things to tidy: `make fix` does it.\n"
    )
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == GLOSSARY


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_tidied(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "timeline.yaml").write_text('- id: "a  \n', encoding="utf-8")
    assert main(["fix"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[1].startswith("timeline.yaml:1:7: This is not valid YAML")
    assert told[2:] == ["timeline.yaml: Left as it is until that is mended.", "1 thing tidied."]
    assert (folder / "timeline.yaml").read_text(encoding="utf-8") == '- id: "a  \n'
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == SORTED


def test_where_an_entry_cannot_be_sorted_that_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1] == (
        "timeline.yaml: The order is left as it is: `make check` tells which entry says too little of itself."
    )


def test_the_repository_is_tidy(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["fix", "--check"]) == 0
    assert capsys.readouterr().out == "Nothing to tidy.\n"


def test_a_link_to_a_file_stays_one(folder: Path) -> None:
    (folder / "glossary.yaml").rename(folder / "terms.yaml")
    (folder / "glossary.yaml").symlink_to("terms.yaml")
    main(["fix"])
    assert (folder / "glossary.yaml").is_symlink()
    assert (folder / "terms.yaml").read_text(encoding="utf-8") == SORTED
