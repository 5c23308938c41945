"""The finished pages of a site in memory: read once when all are written, changed by what comes last, written once."""

from __future__ import annotations

from pathlib import Path


class SitePages:
    """The HTML of every page in a site's folder, by its path there."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.html = {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
        }

    def read(self, name: str) -> bytes:
        """Return the content of a file of the site, pages as they are by now."""
        return self.html[name].encode() if name in self.html else (self.site / name).read_bytes()

    def file_names(self) -> list[str]:
        """Name every file of the site."""
        return [path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()]

    def write(self) -> None:
        """Write every page."""
        for name, html in self.html.items():
            (self.site / name).write_text(html, encoding="utf-8")
