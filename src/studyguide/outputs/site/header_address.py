"""The address of the link at the top of each page, in two parts: MkDocs makes the first one relative to each page."""

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
class HeaderAddress:
    """What the templates write."""

    words: str
    more: str
    url: str
    """The page or the file in the site, as from its root; empty for the home page. Or a whole address elsewhere."""
    end: str
    """What follows it: a query, the place on the page."""


def header_address(header: HeaderLink, url_of: Callable[[str], str]) -> HeaderAddress:
    """Give a link that leads somewhere its address; `url_of` gives that of a file below `docs/`."""
    scheme, _, name = header.link.target.partition(":")
    target = f"{OWN_LINKS[scheme]}{name}" if scheme in OWN_LINKS else header.link.target
    if any(urlsplit(target)[:2]):
        return HeaderAddress(header.words, header.more, target, "")
    parts = _PARTS.fullmatch(target)
    assert parts  # a line of text
    url = url_of(resolved(HOME, parts["path"]) if parts["path"] else HOME)
    return HeaderAddress(header.words, header.more, "" if url in (".", "./") else url, parts["end"])
