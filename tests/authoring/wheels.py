"""Wheels of the engine for tests: as it stands here, but for the version and some files."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from studyguide.authoring.upgrade_plan import Engine, engine_files, unpack_engine
from tests.paths import ENGINE

MANAGED = "authoring/template/managed"


def make_wheel(folder: Path, version: str, changed: Mapping[str, str | None] | None = None) -> Path:
    """Pack the engine, with other text in some of its files, by their paths in the package; None leaves one out."""
    files = {
        path.relative_to(ENGINE).as_posix(): path.read_bytes()
        for path in sorted(ENGINE.rglob("*"))
        if path.is_file() and path.suffix != ".pyc"
    }
    for path, text in (changed or {}).items():
        files.pop(path, None)
        if text is not None:
            files[path] = text.encode()
    folder.mkdir(parents=True, exist_ok=True)
    wheel = folder / f"studyguide-{version}-py3-none-any.whl"
    with ZipFile(wheel, "w", ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(f"studyguide/{path}", content)
        archive.writestr(f"studyguide-{version}.dist-info/METADATA", f"Name: studyguide\nVersion: {version}\n")
    return wheel


def make_engine(folder: Path, version: str, changed: Mapping[str, str | None] | None = None) -> Engine:
    """Return such a wheel with its files unpacked."""
    return unpack_engine(make_wheel(folder, version, changed), folder / "package")


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, by their paths in it."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files in a folder by their paths in it, and its empty folders, so that nothing goes unnoticed."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if path.is_file() or not any(path.iterdir())
    }


def fill_guide(guide: Path, engine: Engine) -> None:
    """Make a guide that has an engine, and of its own the least that a guide has."""
    write_files(guide, {**engine_files(engine), "mkdocs.yml": b"site_name: Ours\n", "docs/index.md": b"# Ours\n"})
