"""Name styles and scripts by their content (fingerprints), so that a browser may cache each for ever.

Material's own files have such names. `theme/_headers` tells it to the hosts that read one.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


def rename(files: Files, config: MkDocsConfig) -> None:
    """Rename each file that the configuration names and that is here."""
    config.extra_css = [_rename(path, files) for path in config.extra_css]
    for index, script in enumerate(config.extra_javascript):
        if isinstance(script, str):
            config.extra_javascript[index] = _rename(script, files)
        else:
            script.path = _rename(script.path, files)


def _rename(path: str, files: Files) -> str:
    """The file's address in the site, `assets/javascripts/name.1a2b3c4d.js`; a script from elsewhere stays."""
    file = files.get_file_from_path(path)
    if file is None:
        return path
    name = PurePosixPath(file.dest_uri)
    mark = sha256(file.content_bytes).hexdigest()[:8]
    file.dest_uri = str(name.with_name(f"{name.stem}.{mark}{name.suffix}"))
    file.url = file.dest_uri
    return file.url
