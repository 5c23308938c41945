"""Keep compiled templates between builds, in the guide's `.cache/`: compiling them takes a tenth of a small build.

Jinja looks a template up by the checksum of its source, and passes over what another version of Python compiled. A file
that is damaged is passed over too; the folder's name says which engine and which Jinja wrote it.
"""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache

import studyguide

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.bccache import Bucket

_DIGEST = sha256().digest_size


class TemplateFiles(BytecodeCache):
    """A bytecode cache for Jinja in the folder of the guide at `root`."""

    def __init__(self, root: Path) -> None:
        self.folder = root / ".cache" / "templates" / f"{studyguide.__version__}-{jinja2.__version__}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load the kept bytecode into the bucket, if there is any and it is whole."""
        with suppress(OSError):  # there is none
            kept = (self.folder / bucket.key).read_bytes()
            if sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
                bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's bytecode, unless the folder can only be read."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / bucket.key).write_bytes(sha256(code).digest() + code)
