"""Tests of diagnostics.atomic_write: a chair's file is whole at any moment, and stays the kind of file that it was."""

from pathlib import Path

import pytest

from studyguide.diagnostics.atomic_write import read_exactly, rewrite


@pytest.mark.parametrize("before", [b"a\r\nb", b"\xef\xbb\xbfa\r\nb"])
def test_mark_and_line_ends_stay(tmp_path: Path, before: bytes) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_bytes(before)
    assert read_exactly(file) == "a\r\nb"
    rewrite(file, read_exactly(file))
    assert file.read_bytes() == before


def test_rights_and_links_stay(tmp_path: Path) -> None:
    file, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    file.write_text("a", encoding="utf-8")
    file.chmod(0o640)
    link.symlink_to(file)
    rewrite(link, "b")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "b"
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_replaced_is_left_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "glossary.yaml"
    file.write_text("a", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        rewrite(file, "b")
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_text(encoding="utf-8") == "a"
