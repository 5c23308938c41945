"""Fingerprint styles and scripts: put a hash of the content into the file name, so that browsers cache it for ever.

Material's own files have such names. `theme/_headers` sets the cache policy on hosts that support that file.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def rename(files: Files, config: MkDocsConfig) -> None:
    """Rename each local style and script that the configuration lists."""
    config.extra_css = [_rename(path, files) for path in config.extra_css]
    for index, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[index] = _rename(script, files)
        else:
            script.path = _rename(script.path, files)


def _rename(path: str, files: Files) -> str:
    """Rename a file, and return its URL, `assets/javascripts/name.1a2b3c4d.js`; a remote script's URL stays."""
    file = files.get_file_from_path(path)
    if file is None:
        return path
    name = PurePosixPath(file.dest_uri)
    digest = sha256(file.content_bytes).hexdigest()[:8]
    file.dest_uri = str(name.with_name(f"{name.stem}.{digest}{name.suffix}"))
    file.url = file.dest_uri
    return file.url
