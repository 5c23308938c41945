"""Build beside the site, then swap: a build that fails leaves the last good site as it was."""

from __future__ import annotations

import shutil
from pathlib import Path


class Staging:
    """The folder in which a site is built until it is whole."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.new = site.with_name(f"{site.name}.new")
        """Where the site is built."""
        self._old = site.with_name(f"{site.name}.old")
        self.is_whole = False
        """Set when everything is written; a later error takes it back."""
        if self._old.exists() and not site.exists():  # a build was killed between the two renames
            self._old.rename(site)

    def finish(self) -> None:
        """Put the new site in the old one's place if it is whole, else throw it away."""
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
