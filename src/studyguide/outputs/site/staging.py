"""Build in a staging folder, then swap: a failed build leaves the last good site untouched."""

from __future__ import annotations

import shutil
from pathlib import Path


class Staging:
    """The staging folder of a build."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new = site.with_name(f"{site.name}.new")
        """The staging folder."""
        self._old = site.with_name(f"{site.name}.old")
        self.is_whole = False
        """Whether all files are written; a later error resets it."""
        if self._old.exists() and not site.exists():  # a build was killed between the two renames
            self._old.rename(site)

    def finish(self) -> None:
        """Replace the old site by the new one if that is whole, else delete the new one."""
        if self.is_whole:
            shutil.rmtree(self._old, ignore_errors=True)
            if self.site.exists():
                self.site.rename(self._old)
            try:
                self.new.rename(self.site)
            except OSError:
                if self._old.exists():
                    self._old.rename(self.site)
                raise
        shutil.rmtree(self._old, ignore_errors=True)
        shutil.rmtree(self.new, ignore_errors=True)
