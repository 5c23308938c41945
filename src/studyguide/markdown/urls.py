"""The allowed URL schemes of links and images: none that executes code or opens local files."""

from __future__ import annotations

import re

from studyguide.diagnostics.diagnostic import Location, Problem, problem

WEB_SCHEMES = frozenset({"", "http", "https"})
SAFE_SCHEMES = WEB_SCHEMES | {"mailto", "tel"}
"""The allowed schemes of links; those of images are checked in `lint.links`."""
_IGNORED = re.compile("[\t\n\r]")
_STRIPPED = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def unsafe_url_scheme(where: Location, scheme: str) -> Problem:
    """Return the problem for a URL that may execute code or open a local file."""
    return problem(where, "unsafe-address", scheme=scheme)


def scheme_of(url: str) -> str:
    """Return the scheme of a URL in lower case, or empty, as browsers parse it.

    They ignore tabs and line ends anywhere, and leading control characters and spaces
    (https://url.spec.whatwg.org/#concept-basic-url-parser).
    """
    found = _SCHEME.match(_IGNORED.sub("", url).lstrip(_STRIPPED))
    return found[0].lower() if found else ""
