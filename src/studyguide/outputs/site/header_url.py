"""The URL of the header link, in two parts: MkDocs makes the first one relative to each page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from studyguide.data.paths import OWN_LINKS
from studyguide.lint.links import resolved
from studyguide.markdown.header_link import HOME, HeaderLink

_PARTS = re.compile(r"(?P<path>[^?#]*)(?P<end>.*)")


@dataclass(frozen=True)
class HeaderUrl:
    """The header link as the templates render it."""

    words: str
    more: str
    url: str
    """The path of the page or file, relative to the site's root and empty for the home page; or an absolute URL."""
    end: str
    """The query and the fragment."""


def header_url(header: HeaderLink, url_of: Callable[[str], str]) -> HeaderUrl:
    """Resolve a valid header link; `url_of` returns the URL of a file below `docs/`."""
    scheme, _, name = header.link.target.partition(":")
    target = f"{OWN_LINKS[scheme]}{name}" if scheme in OWN_LINKS else header.link.target
    if any(urlsplit(target)[:2]):
        return HeaderUrl(header.words, header.more, target, "")
    parts = _PARTS.fullmatch(target)
    assert parts  # matches any single line
    url = url_of(resolved(HOME, parts["path"]) if parts["path"] else HOME)
    return HeaderUrl(header.words, header.more, "" if url in (".", "./") else url, parts["end"])
