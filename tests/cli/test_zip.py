"""Tests of `studyguide zip`: a folder is packed, and dated by the commit."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from studyguide.cli import main
from studyguide.outputs.site.portable import FOLDER


@pytest.mark.parametrize(("epoch", "year"), [("1772458258", 2026), (None, 1980)])
def test_folder_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str | None, year: int) -> None:
    (tmp_path / "site" / "a").mkdir(parents=True)
    (tmp_path / "site" / "a" / "b.html").write_bytes(b"B")
    (tmp_path / "site" / "index.html").write_bytes(b"Home")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["zip", str(tmp_path / "site"), str(tmp_path / "site.zip")]) == 0
    with ZipFile(tmp_path / "site.zip") as archive:
        assert archive.read(f"{FOLDER}guide/a/b.html") == b"B"
        assert archive.infolist()[0].date_time[0] == year
    assert {path.name for path in tmp_path.iterdir()} == {"site", "site.zip"}


@pytest.mark.parametrize("folder", ["docs", "none"])
def test_what_is_no_site_is_not_packed(tmp_path: Path, capsys: pytest.CaptureFixture[str], folder: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Home\n")
    assert main(["zip", str(tmp_path / folder), str(tmp_path / "site.zip")]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / folder} is no site: it has no index.html.")
    assert {path.name for path in tmp_path.iterdir()} == {"docs"}


def test_file_to_open_has_the_guide_s_own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("site", "labels"):
        (tmp_path / folder).mkdir()
    (tmp_path / "site" / "index.html").write_text('<html lang="fr">', encoding="utf-8")
    (tmp_path / "labels" / "fr.po").write_text('msgid "Open me"\nmsgstr "Ouvrir"\n', encoding="utf-8")
    assert main(["zip", "site", "site.zip"]) == 0
    with ZipFile(tmp_path / "site.zip") as archive:
        assert f"{FOLDER}Ouvrir.html" in archive.namelist()
