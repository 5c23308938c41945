"""Builds with photos: what of them is published."""

import logging
from pathlib import Path

import pikepdf
import pytest

from tests.images.photos import PERSON, PLACE, opened, photo
from tests.mkdocs.test_build import build_here, change
from tests.mkdocs.test_outputs import lay_out_printing, told_by_check


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide with a phone's photo in a chapter, and another that a chapter links."""
    guide = lay_out_printing(tmp_path)
    (guide / "docs" / "assets" / "dam.jpg").write_bytes(photo(4032, 3024, 6))
    (guide / "docs" / "assets" / "lake.jpg").write_bytes(photo(3024, 4032))
    added = "![A dam.](assets/dam.jpg)\n\nSee [the lake](assets/lake.jpg)."
    change(guide / "docs" / "background.md", "\n!!! correction", f"\n{added}\n\n!!! correction")
    return guide


def told_by(folder: Path) -> list[str]:
    """The files that say who took a photo, or where."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path.name for path in files if PERSON in path.read_bytes() or PLACE in path.read_bytes())


def test_no_published_file_says_who_took_a_photo_and_where(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told_by(guide / "docs") == ["dam.jpg", "lake.jpg"]
    build_here(guide)
    assert told_by(guide / "site") == []
    assets = guide / "site" / "assets"
    assert [opened((assets / name).read_bytes()).size for name in ("dam.jpg", "lake.jpg")] == [(1500, 2000)] * 2
    with pikepdf.open(guide / "site" / "handout.pdf") as pdf:
        pictures = [each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Width") == 1500]
        assert [(int(each.Height), PERSON in each.read_raw_bytes()) for each in pictures] == [(2000, False)]


def test_the_next_build_has_the_same_bytes_from_the_cache(guide: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_here(guide)
    names = ("assets/dam.jpg", "assets/lake.jpg", "handout.pdf")
    first = [(guide / "site" / name).read_bytes() for name in names]
    assert len(list((guide / ".cache" / "pictures").iterdir())) == 2
    monkeypatch.setattr("studyguide.images.files.fit_picture", None)
    build_here(guide)
    assert [(guide / "site" / name).read_bytes() for name in names] == first


def test_a_file_to_which_nothing_leads_is_left_out_and_told_by_check_and_build(
    guide: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    change(guide / "mkdocs.yml", "pdf: true", "pdf: false")
    (guide / "docs" / "draft.docx").write_bytes(b"PK")
    (guide / "docs" / "CNAME").write_text("guide.example.org")
    build_here(guide)
    assert not (guide / "site" / "draft.docx").exists()
    assert (guide / "site" / "CNAME").exists()
    (told,) = told_by_check(guide)
    assert told.startswith("docs/draft.docx:1: No page links to this file")
    assert f"Warning: {told}" in caplog.messages
