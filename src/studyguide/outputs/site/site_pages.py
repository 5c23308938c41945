"""The rendered pages of a site in memory, for the last steps of a build: read once, written once."""

from __future__ import annotations

from pathlib import Path


class SitePages:
    """The HTML of all pages in a site's folder, by path."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.html = {
            path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
        }

    def read(self, name: str) -> bytes:
        """Return the content of a file of the site, with changes not yet written."""
        return self.html[name].encode() if name in self.html else (self.site / name).read_bytes()

    def file_names(self) -> list[str]:
        """Return the paths of all files of the site, relative to its folder."""
        return [path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()]

    def write(self) -> None:
        """Write all pages."""
        for name, html in self.html.items():
            (self.site / name).write_text(html, encoding="utf-8")
