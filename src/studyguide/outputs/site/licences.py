"""Collect the licences of third-party material in the site in one file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import material

from studyguide.data.typefaces import CODE, LATIN, Typeface
from studyguide.labels.catalogue import Labels
from studyguide.outputs.site.search_files import LANGUAGES
from studyguide.outputs.site.site_pages import SitePages

_RULE = "=" * 80
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
"""The licences of the packages bundled in the theme's scripts and styles, as https://spdx.org/licenses/ identifiers."""

FILE = "licences.txt"
THEME = "mkdocs-material"
TEMPLATES = Path(material.__file__).parent / "templates"
# Licence file and name of each icon set, and a string found in its SVGs; the theme itself uses the first set.
ICONS = (
    ("material/LICENSE", "Material Design Icons", ""),
    ("fontawesome/LICENSE.txt", "Font Awesome Free", "Font Awesome"),
)


@dataclass(frozen=True)
class Licensed:
    """A package or a set of files, with its licence."""

    name: str
    what: str
    """The parts in the site: a sentence."""
    text: str
    """The text of the licence."""


def bundled_packages(maps: Iterable[str]) -> list[str]:
    """Return the names of the npm packages in source maps (https://tc39.es/ecma426/), sorted."""
    sources = (source for text in maps for source in json.loads(text)["sources"])
    return sorted({found[1] for source in sources if (found := _PACKAGE.search(source))})


def licences_text(
    parts: Iterable[Licensed],
    packages: Iterable[str],
    labels: Labels,
    faces: Iterable[Typeface] = (),
    *,
    prints_code: bool = False,
) -> str:
    """Format the licences of `parts`, the list of `packages` bundled in the theme's files, and that of typefaces.

    `faces` are those of the PDFs beside Typst's own; `prints_code` says whether the one for code is among these.
    """
    gettext = labels.gettext
    lines = [
        gettext("This site's own text and code: see the foot of each page."),
        gettext("It also ships what others made, under the licences below."),
    ]
    for part in parts:
        lines += ["", _RULE, part.name, part.what, _RULE, "", part.text.strip()]
    lines += ["", _RULE, gettext("Packages within the theme's scripts and styles"), _RULE, ""]
    # Translators: in the place of a licence's name, before the address of the package's page.
    unknown = gettext("its licence stands on that page")
    for name in packages:
        lines.append(f"{name}: {BUNDLED.get(name, unknown)}, https://www.npmjs.com/package/{name}")
    lines += ["", _RULE, gettext("In the PDF files"), _RULE, ""]
    families = {LATIN: "https://github.com/alerque/libertinus"}
    families |= {family: face.source for face in faces for family in (face.family, face.strong) if family}
    licensed = [(family, "OFL-1.1", source) for family, source in families.items()]
    licensed += [(CODE, "Bitstream-Vera", "https://dejavu-fonts.github.io/License.html")] if prints_code else []
    for family, licence, source in licensed:
        # Translators: a family of letters in the PDFs, its licence, and the address of its makers.
        line = gettext("The typeface {family}: {licence}, {source}", family=family, licence=licence, source=source)
        lines.append(line)
    return "\n".join(lines) + "\n"


def write_licences(pages: SitePages, labels: Labels, faces: Iterable[Typeface], *, prints_code: bool) -> None:
    """Write the licence file of a site with all pages rendered, which show the icons in use.

    The typefaces of the PDFs are `faces`, beside Typst's own for text and, where `prints_code`, for code.
    """
    site = pages.site
    package = distribution(THEME)
    licence = package.read_text("licenses/LICENSE") or package.read_text("LICENSE") or ""  # by PEP 639, or before it
    parts = [Licensed(f"{THEME} {package.version}", labels.gettext("The theme's styles and scripts."), licence)]
    for path, name, trace in ICONS:
        if not trace or any(trace in html for html in pages.html.values()):
            text = (TEMPLATES / ".icons" / path).read_text(encoding="utf-8")
            parts.append(Licensed(name, labels.gettext("Signs on the pages."), text))
    maps = [path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "assets").rglob("*.map"))]
    packages = bundled_packages(maps)
    if (site / LANGUAGES).exists():  # only the files that the search needs remain
        packages.append("lunr-languages")
    (site / FILE).write_text(licences_text(parts, packages, labels, faces, prints_code=prints_code), encoding="utf-8")
