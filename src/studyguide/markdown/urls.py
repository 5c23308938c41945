"""The address of a link or a picture, and what it may begin with: nothing that runs, or that leads into a computer."""

from __future__ import annotations

import re

from studyguide.diagnostics.diagnostic import Location, Problem, problem

WEB_SCHEMES = frozenset({"", "http", "https"})
SAFE_SCHEMES = WEB_SCHEMES | {"mailto", "tel"}
"""What the address of a link may begin with; a picture's may be a file of the guide alone."""
_UNSEEN = re.compile("[\t\n\r]")
_LEADING = "".join(map(chr, range(0x21)))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def unsafe_address(where: Location, scheme: str) -> Problem:
    """Tell a chair of an address that may run something, or lead into the reader's own computer."""
    return problem(where, "unsafe-address", scheme=scheme)


def scheme_of(address: str) -> str:
    """Give what stands before the colon of an address, in lower case, as a browser reads it.

    It leaves out tabs and line ends anywhere, and control characters and spaces at the start
    (https://url.spec.whatwg.org/#concept-basic-url-parser).
    """
    found = _SCHEME.match(_UNSEEN.sub("", address).lstrip(_LEADING))
    return found[0].lower() if found else ""
