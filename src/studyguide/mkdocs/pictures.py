"""Put the pictures that were made fit in the place of the originals, which are never published."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studyguide.images.files import PictureFiles
from studyguide.images.formats import PictureError
from studyguide.mkdocs.settings import root_of

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

_CACHE = Path(".cache", "pictures")


def pictures_of(config: MkDocsConfig) -> PictureFiles:
    """Return the pictures of a guide."""
    return PictureFiles(Path(config.docs_dir), root_of(config) / _CACHE)


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


def own_pictures(files: Files, config: MkDocsConfig, pictures: PictureFiles) -> list[File]:
    """Return the pictures below `docs/`, without those of the theme."""
    return [
        file
        for file in files
        if file.src_dir == config.docs_dir and file.abs_src_path and pictures.is_picture(file.src_uri)
    ]
