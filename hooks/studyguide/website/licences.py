"""The licences of what others made and the site ships, as one text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
BUNDLED: Mapping[str, str] = {
    "clipboard": "MIT",
    "escape-html": "MIT",
    "focus-visible": "W3C-20150513",
    "lunr": "MIT",
    "lunr-languages": "MPL-1.1",
    "material-design-color": "MIT",
    "rxjs": "Apache-2.0",
    "tslib": "0BSD",
}
"""The licences of the packages in the theme's scripts and styles, as https://spdx.org/licenses/ has their names."""


@dataclass(frozen=True)
class Licensed:
    """A package or a set of files, and the text of its licence."""

    name: str
    what: str
    """What of it the site ships: a sentence."""
    text: str


def bundled_packages(maps: Iterable[str]) -> list[str]:
    """Name the packages that the source maps of scripts and styles (https://tc39.es/ecma426/) draw from."""
    sources = (source for text in maps for source in json.loads(text)["sources"])
    return sorted({found[1] for source in sources if (found := _PACKAGE.search(source))})


def licences_text(parts: Iterable[Licensed], packages: Iterable[str]) -> str:
    """Give the text; `packages` are those bundled in the theme's files."""
    lines = [
        "This site's own text and code: see the foot of each page.",
        "It also ships what others made, under the licences below.",
    ]
    for part in parts:
        lines += ["", "=" * 80, part.name, part.what, "=" * 80, "", part.text.strip()]
    lines += ["", "=" * 80, "Packages within the theme's scripts and styles", "=" * 80, ""]
    for name in packages:
        licence = BUNDLED.get(name, "its licence stands on that page")
        lines.append(f"{name}: {licence}, https://www.npmjs.com/package/{name}")
    lines += ["", "=" * 80, "In the PDF files", "=" * 80, ""]
    lines.append("The typeface Libertinus Serif: OFL-1.1, https://github.com/alerque/libertinus")
    return "\n".join(lines) + "\n"
