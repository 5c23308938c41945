"""Keep compiled templates between builds, in the guide's `.cache/`: compiling them takes a tenth of a small build.

Jinja looks a template up by the checksum of its source, and passes over what another version of Python compiled. A file
that is damaged is passed over too; the folder's name says which engine and which Jinja wrote it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

import studyguide
from studyguide.data.kept_file import CACHE, keep, kept

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket


class TemplateFiles(BytecodeCache):
    """A bytecode cache for Jinja in the folder of the guide at `root`."""

    def __init__(self, root: Path) -> None:
        self.folder = root / CACHE / "templates" / f"{studyguide.__version__}-{jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the kept bytecode into the bucket, if there is any and it is whole."""
        if code := kept(self.folder / bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's bytecode."""
        keep(self.folder / bucket.key, [bucket.bytecode_to_string()])
