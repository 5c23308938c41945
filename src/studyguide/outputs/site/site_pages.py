"""The rendered pages of a site in memory, for the last steps of a build: read once, written once."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pathlib import Path


class PageTexts(MutableMapping[str, str]):
    """The HTML of pages, by path; kept as UTF-8, since Python's strings take twice the memory for a single dash."""

    def __init__(self) -> None:
        self.encoded: dict[str, bytes] = {}

    def __getitem__(self, name: str) -> str:
        return self.encoded[name].decode()

    def __setitem__(self, name: str, html: str) -> None:
        self.encoded[name] = html.encode()

    def __delitem__(self, name: str) -> None:
        del self.encoded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.encoded)

    def __len__(self) -> int:
        return len(self.encoded)


class SitePages:
    """The HTML of all pages in a site's folder, by path."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.html = PageTexts()
        for path in site.rglob("*.html"):
            self.html.encoded[path.relative_to(site).as_posix()] = path.read_bytes()

    def read(self, name: str) -> bytes:
        """Return the content of a file of the site, with changes not yet written."""
        return self.html.encoded[name] if name in self.html else (self.site / name).read_bytes()

    def file_names(self) -> list[str]:
        """Return the paths of all files of the site, relative to its folder."""
        return [path.relative_to(self.site).as_posix() for path in self.site.rglob("*") if path.is_file()]

    def write(self) -> None:
        """Write all pages."""
        for name, html in self.html.encoded.items():
            (self.site / name).write_bytes(html)
