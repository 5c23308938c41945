"""`studyguide fonts`: choose the typefaces for the handout of the guide in this folder.

Exits with 0, and with 2 if this folder is no guide.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from studyguide.authoring.fonts import FONTS_LOCK, fonts_lock, needed_typefaces
from studyguide.data.paths import ENGINE, SETTINGS
from studyguide.diagnostics.atomic_write import rewrite


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no arguments: the guide's language and letters decide."""


def run(options: argparse.Namespace) -> int:
    """Write fonts.lock, or delete it where the guide needs none, and say what is left to do."""
    lock = Path(FONTS_LOCK)
    if not Path(SETTINGS).is_file():
        print(f"This folder is no guide: it has no {SETTINGS}.", file=sys.stderr)
        return 2
    faces = needed_typefaces(Path())
    if not faces:
        lock.unlink(missing_ok=True)
        print("This guide needs no typeface beside those that the engine has.")
        return 0
    rewrite(lock, fonts_lock(ENGINE, faces))
    named = ", ".join(f"{face.family} for {face.script}" for face in faces)
    print(f"{FONTS_LOCK} names the typefaces of the handout now: {named}. The next command of make installs them.")
    print(f"Without make: python -m pip install --require-hashes --no-deps -r {FONTS_LOCK}")
    return 0
