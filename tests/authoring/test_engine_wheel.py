"""The engine's wheel: the same bytes from the same sources, found where pip had it from, and never another's."""

from importlib.metadata import PathDistribution
from pathlib import Path
from zipfile import ZipFile

import pytest

from studyguide.authoring import engine_wheel
from studyguide.authoring.engine_wheel import WheelError, fetch_wheel, unpack_wheel
from tests.paths import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from the sources here."""
    return fetch_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installed(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which pip keeps the record of the engine, installed from that wheel, as if by an index."""
    package = unpack_wheel(wheel, tmp_path / "site-packages")
    (record,) = package.parent.glob("*.dist-info")
    monkeypatch.setattr(engine_wheel, "distribution", lambda _: PathDistribution(record))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    return record


def test_the_same_sources_give_the_same_wheel(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert fetch_wheel(ROOT, tmp_path).read_bytes() == wheel.read_bytes()


def test_a_wheel_is_taken_as_it_is(wheel: Path, tmp_path: Path) -> None:
    taken = fetch_wheel(wheel, tmp_path / "new")
    assert taken == tmp_path / "new" / wheel.name
    assert taken.read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize("is_folder", [True, False])
def test_without_one_it_comes_from_where_pip_had_it_from(
    wheel: Path, installed: Path, tmp_path: Path, is_folder: bool
) -> None:
    source = ROOT if is_folder else wheel
    (installed / "direct_url.json").write_text(f'{{"url": "{source.as_uri()}"}}')
    assert fetch_wheel(None, tmp_path / "new").read_bytes() == wheel.read_bytes()


@pytest.mark.parametrize(
    "record", ["", '{"url": "file:///gone/studyguide.whl"}', '{"url": "https://example.org/x.whl"}']
)
def test_else_it_comes_from_the_index(
    wheel: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record: str
) -> None:
    (installed / "direct_url.json").write_text(record)
    monkeypatch.setenv("PIP_FIND_LINKS", str(wheel.parent))
    assert fetch_wheel(None, tmp_path / "new").read_bytes() == wheel.read_bytes()


def test_another_s_package_of_the_name_is_not_taken(
    wheel: Path, installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    with ZipFile(fetch_wheel(wheel, index), "a") as archive:
        (name,) = (name for name in archive.namelist() if name.endswith("/RECORD"))
        record = archive.read(name)
    with ZipFile(wheel) as archive, ZipFile(index / wheel.name, "w") as other:
        for file in archive.namelist():
            content = archive.read(file)
            other.writestr(file, content if file != name else record + b"studyguide/theirs.py,sha256=aa,1\n")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    with pytest.raises(WheelError, match="The index has another studyguide"):
        fetch_wheel(None, tmp_path / "new")


def test_what_is_wrong_is_said_in_one_line(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("Mine.")
    for engine, words in {
        None: "No wheel of the engine can be had. Name the engine",
        tmp_path / "empty": "No wheel of the engine can be had. Name the engine",
        tmp_path / "none": "There is no file or folder",
        tmp_path / "notes.txt": "notes.txt is not the engine. Name the engine",
    }.items():
        with pytest.raises(WheelError) as told:
            fetch_wheel(engine, tmp_path / "new")
        assert words in str(told.value)
        assert "\n" not in str(told.value)


def test_half_a_wheel_is_told(wheel: Path, tmp_path: Path) -> None:
    half = tmp_path / wheel.name
    half.write_bytes(wheel.read_bytes()[:1000])
    with pytest.raises(WheelError, match="is no wheel, or only a part of one"):
        unpack_wheel(half, tmp_path / "new")


def test_a_damaged_wheel_is_told(wheel: Path, tmp_path: Path) -> None:
    damaged = tmp_path / wheel.name
    content = bytearray(wheel.read_bytes())
    start = 30 + len("studyguide/__init__.py")  # the first file's content, behind the zip's header of it
    content[start : start + 4] = b"\xff" * 4
    damaged.write_bytes(content)
    with pytest.raises(WheelError, match="is damaged"):
        unpack_wheel(damaged, tmp_path / "new")
