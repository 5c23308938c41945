"""Tests of images.files: the pictures of a folder, and the cache of those made fit."""

from pathlib import Path

import pytest

from studyguide.images import files
from studyguide.images.files import PictureFiles
from tests.images.photos import PERSON, photo


@pytest.fixture
def pictures(tmp_path: Path) -> PictureFiles:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.jpg").write_bytes(photo(2000, 1500))
    return PictureFiles(tmp_path / "docs", tmp_path / ".cache" / "pictures")


def test_a_picture_is_made_fit_once(pictures: PictureFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pictures.fitted("a.jpg")
    assert PERSON not in first
    monkeypatch.setattr(files, "fit_picture", None)
    assert PictureFiles(pictures.docs, pictures.cache).fitted("a.jpg") == first


def test_a_picture_that_changed_is_made_fit_anew_and_the_old_one_forgotten(pictures: PictureFiles) -> None:
    first = pictures.fitted("a.jpg")
    (pictures.docs / "a.jpg").write_bytes(photo(2000, 1000))
    later = PictureFiles(pictures.docs, pictures.cache)
    assert later.fitted("a.jpg") != first
    later.forget_unused()
    assert len(list(pictures.cache.iterdir())) == 1


def test_a_cache_that_cannot_be_written_is_no_error(pictures: PictureFiles) -> None:
    pictures.cache.parent.write_bytes(b"")
    assert pictures.fitted("a.jpg") == PictureFiles(pictures.docs, pictures.docs / "cache").fitted("a.jpg")


def test_a_file_of_a_hook_is_no_fault(pictures: PictureFiles) -> None:
    assert pictures.fault("made-in-the-build.png") is None
    assert pictures.measures("made-in-the-build.png") is None


def test_a_damaged_drawing_is_told(pictures: PictureFiles) -> None:
    (pictures.docs / "a.svg").write_bytes(b"<svg")
    assert 'The file "a.svg" is damaged' in str(pictures.fault("a.svg"))
