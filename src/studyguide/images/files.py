"""The pictures below `docs/`: what of each is published, and what is wrong with it."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from lxml.etree import XMLSyntaxError

from studyguide.diagnostics.diagnostic import Finding, finding
from studyguide.images.fitting import FITTING, fit_picture, measure
from studyguide.images.formats import Measures, PictureError, format_fault, is_of_camera, is_raster
from studyguide.images.metadata import stripped_svg

_HEAD = 100
"""As many bytes as tell a raster format from another."""


class PictureFiles:
    """The pictures in the folder `docs`; those made fit are kept in the folder `cache`, by the hash of their file."""

    def __init__(self, docs: Path, cache: Path) -> None:
        self.docs = docs
        self.cache = cache
        self._used: set[str] = set()

    def is_picture(self, path: str) -> bool:
        """Return whether a file is a raster picture or a drawing, which `fitted` makes fit."""
        return path.lower().endswith(".svg") or is_raster(self._head(path))

    def is_of_camera(self, path: str) -> bool:
        """Return whether a file is a photo in a format that browsers do not show, such as HEIC."""
        return is_of_camera(self._head(path))

    def fitted(self, path: str) -> bytes:
        """Return what is published of a picture. Raises PictureError."""
        if path.lower().endswith(".svg"):
            return self._drawing((self.docs / path).read_bytes())
        name = _cache_name(self.docs / path)
        self._used.add(name)
        kept = self.cache / name
        with suppress(OSError):
            return kept.read_bytes()
        content = fit_picture((self.docs / path).read_bytes())
        with suppress(OSError):  # a folder that cannot be written keeps nothing
            self.cache.mkdir(parents=True, exist_ok=True)
            new = kept.with_suffix(".new")
            new.write_bytes(content)
            new.replace(kept)
        return content

    def fault(self, path: str) -> Finding | None:
        """Return a finding where readers would not see the picture at `path`, else None, also where no file is."""
        file = self.docs / path
        if not file.is_file():
            return None
        if not self.is_picture(path):
            return format_fault(path, file.read_bytes())
        try:
            self.fitted(path)
        except PictureError as error:
            return finding("wrong-picture", str(error), name=path)
        return None

    def measures(self, path: str) -> Measures | None:
        """Return the measures of a raster picture; None for another file."""
        try:
            return measure(self.docs / path) if is_raster(self._head(path)) else None
        except PictureError:
            return None

    def forget_unused(self) -> None:
        """Remove from the cache the pictures that this build has not asked for."""
        for kept in self.cache.iterdir() if self.cache.is_dir() else ():
            if kept.name not in self._used:
                with suppress(OSError):
                    kept.unlink()

    def _head(self, path: str) -> bytes:
        try:
            with (self.docs / path).open("rb") as file:
                return file.read(_HEAD)
        except OSError:
            return b""

    def _drawing(self, content: bytes) -> bytes:
        try:
            return stripped_svg(content, _fit_embedded)
        except (XMLSyntaxError, ValueError) as error:
            raise PictureError("damaged") from error


def _fit_embedded(content: bytes) -> bytes:
    return fit_picture(content) if is_raster(content) else content


def _cache_name(path: Path) -> str:
    status = path.stat()
    return _digest(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1000)
def _digest(path: Path, changed: int, size: int) -> str:
    """Return the hash of a file and of how it is made fit; `serve` asks at each save, for files that stay the same."""
    return sha256(FITTING.encode() + path.read_bytes()).hexdigest()
