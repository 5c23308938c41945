"""The typefaces of a guide's handout: `fonts.lock` names their packages, which `make` installs beside the engine's.

A guide in the Latin, Greek or Cyrillic script needs none, and has no such file.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from studyguide.data.paths import BIBLIOGRAPHY, GLOSSARY, SETTINGS, TIMELINE
from studyguide.data.settings import read_settings
from studyguide.data.typefaces import TYPEFACES, Typeface, typefaces_of
from studyguide.diagnostics.source_text import SourceFile, read_source_file

FONTS_LOCK = "fonts.lock"
_LOCKS = Path("authoring", "font_locks")
"""The folder, within the package, of a lock for each extra that brings a typeface."""
_HEADER = "# The typefaces of the handout: `make fonts` chooses them by the guide's language and letters.\n"


def needed_typefaces(guide: Path) -> tuple[Typeface, ...]:
    """Return the typefaces for the language of the guide in a folder, and for the letters of its files."""
    files = [guide / name for name in (SETTINGS, GLOSSARY, TIMELINE, BIBLIOGRAPHY)]
    files += sorted((guide / "docs").rglob("*.md"))
    text = "".join(file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())
    return typefaces_of(_language_of(guide), text)


def fonts_lock(engine: Path, faces: Iterable[Typeface]) -> str:
    """Return a guide's lock of these typefaces, with hashes; empty if the engine, a package's folder, has none."""
    locks = [engine / _LOCKS / f"{face.extra}.lock" for face in faces]
    text = "".join(lock.read_text(encoding="utf-8") for lock in locks if lock.is_file())
    return _HEADER + text if text else ""


def locked_typefaces(lock: str) -> tuple[Typeface, ...]:
    """Return the typefaces in the text of a lock."""
    return tuple(face for face in TYPEFACES if f"\n{face.package.replace('_', '-')}==" in lock)


def _language_of(guide: Path) -> str:
    file = read_source_file(guide, SETTINGS)
    written = read_settings(file).span("theme", "language") if isinstance(file, SourceFile) else None
    return written.text if written and written.text else "en"
