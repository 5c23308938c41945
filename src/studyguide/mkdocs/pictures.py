"""Put the pictures that were made fit in the place of the originals, which are never published."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.data.kept_file import CACHE
from studyguide.data.settings import read_settings
from studyguide.diagnostics.diagnostic import ALIKE, Problem, did_you_mean, problem
from studyguide.images.files import PictureFiles
from studyguide.images.formats import PictureError
from studyguide.mkdocs.settings import root_of, settings_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_LOGOS = ("extra", "guide", "logo"), ("theme", "logo"), ("theme", "favicon")
_PICTURES = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def pictures_of(config: MkDocsConfig) -> PictureFiles:
    """Return the pictures of a guide."""
    return PictureFiles(Path(config.docs_dir), root_of(config) / CACHE / "pictures")


def fit_pictures(files: Files, config: MkDocsConfig) -> PictureFiles:
    """Replace the content of each picture; one that cannot be made fit is told by the checks."""
    pictures = pictures_of(config)

    def fit(file: File) -> None:
        with suppress(PictureError):
            file.content_bytes = pictures.fitted(file.src_uri)

    with ThreadPoolExecutor() as threads:  # Pillow decodes and encodes without the interpreter's lock
        list(threads.map(fit, own_pictures(files, config, pictures)))
    pictures.forget_unused()
    return pictures


def logo_problems(config: MkDocsConfig, files: Files) -> Iterator[Problem]:
    """Yield the settings whose logo or icon is no file, or none that can be shown."""
    settings, pictures = read_settings(settings_file(config)), pictures_of(config)
    for names in _LOGOS:
        written = settings.span(*names)
        if not written or not written.text:
            continue
        if "://" in written.text:
            yield problem(written.where, "picture-from-elsewhere")
        elif written.text in files.src_uris:
            if fault := pictures.fault(written.text):
                yield fault.at(written.where)
        elif names[0] == "extra" or not any(Path(folder, written.text).is_file() for folder in config.theme.dirs):
            there = [file.src_uri for file in files if file.src_uri.lower().endswith(_PICTURES)]
            fix = did_you_mean(written.text, there, ALIKE)
            yield problem(written.where, "wrong-setting", "no-picture", name=written.text, fix=fix)


def own_pictures(files: Files, config: MkDocsConfig, pictures: PictureFiles) -> list[File]:
    """Return the pictures below `docs/`, without those of the theme."""
    return [
        file
        for file in files
        if file.src_dir == config.docs_dir and file.abs_src_path and pictures.is_picture(file.src_uri)
    ]
