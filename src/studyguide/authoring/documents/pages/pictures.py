"""Give the pictures of a document their files in the guide."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from studyguide.authoring.format.ids import plain_words
from studyguide.images.formats import format_fault

_FOLDER = "assets"
_ROOTS = ("", "word/")
"""Where the parts lie to which a picture's name is relative: in .odt, in .docx."""
_SUFFIXES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif", b"RIFF": ".webp"}


class PictureFiles:
    """Names the files of pictures, and collects what they hold."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._names: dict[str, str] = {}
        self.files: dict[str, bytes] = {}
        """What each file holds, by its path in docs/."""

    def address(self, target: str) -> str:
        """Return the path of a picture in docs/, as in `assets/image1.png`; empty for one that browsers cannot show."""
        if target not in self._names:
            self._names[target] = self._added(target)
        return self._names[target]

    def _added(self, target: str) -> str:
        content = next((self._parts[f"{root}{target}"] for root in _ROOTS if f"{root}{target}" in self._parts), b"")
        path = PurePosixPath(target)
        suffix = next((end for start, end in _SUFFIXES.items() if content.startswith(start)), path.suffix.lower())
        name = f"{_FOLDER}/{'-'.join(plain_words(path.stem)) or 'picture'}"
        while f"{name}{suffix}" in self.files:
            name = f"{name}-2"
        if not content or format_fault(f"{name}{suffix}", content):
            return ""
        self.files[f"{name}{suffix}"] = content
        return f"{name}{suffix}"
