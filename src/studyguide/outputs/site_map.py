"""Where the links of a page lead, for outputs in which the pages stand together, without the site around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

_BASE = "https://guide.invalid/"


@dataclass(frozen=True)
class SiteMap:
    """The pages of an output, and where the site is."""

    tops: Mapping[str, tuple[str, str]]
    """The path and the title's id of each page of the output, by URL relative to the site's root."""
    url: str
    """The URL of the site; empty without one."""

    def place(self, page: str, address: str) -> tuple[str, str] | None:
        """Return the path and the id to which an address leads on the page with the URL `page`.

        Return None for what is no page of the output.
        """
        target, anchor = _in_site(page, address)
        if target is None or target not in self.tops:
            return None
        path, top = self.tops[target]
        return path, anchor or top

    def outside(self, page: str, address: str) -> str:
        """Return the absolute URL of what is no page of the output; empty where the site has no URL."""
        absolute = urljoin(_BASE + page, address)
        if not absolute.startswith(_BASE):
            return absolute
        return urljoin(self.url, absolute.removeprefix(_BASE)) if self.url else ""


def file_at(page: str, address: str) -> str:
    """Return the URL of a file of the site, relative to its root, which a page names."""
    return urldefrag(urljoin(_BASE + page, address)).url.removeprefix(_BASE)


@lru_cache(maxsize=8192)
def _in_site(page: str, address: str) -> tuple[str | None, str]:
    """Return the URL of a page relative to the site's root, or None for one elsewhere, and the id on it.

    It is cached because each output asks for the same links.
    """
    absolute = urlsplit(urljoin(_BASE + page, address))
    is_here = f"{absolute.scheme}://{absolute.netloc}/" == _BASE
    return absolute.path.lstrip("/") if is_here else None, unquote(absolute.fragment)
