"""The licences of what others made and the site ships, in one file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import material

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
"""The licences of the packages in the theme's scripts and styles, as https://spdx.org/licenses/ has their names."""

FILE = "licences.txt"
THEME = "mkdocs-material"
TEMPLATES = Path(material.__file__).parent / "templates"
# A set of icons, and a sign by which its drawings are known; the theme's own come from the first.
ICONS = (
    ("material/LICENSE", "Material Design Icons", ""),
    ("fontawesome/LICENSE.txt", "Font Awesome Free", "Font Awesome"),
)


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


def licences_text(parts: Iterable[Licensed], packages: Iterable[str], labels: Labels) -> str:
    """Give the text; `packages` are those bundled in the theme's files."""
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
    lines.append(gettext("The typeface Libertinus Serif: OFL-1.1, https://github.com/alerque/libertinus"))
    return "\n".join(lines) + "\n"


def write_licences(pages: SitePages, labels: Labels) -> None:
    """Write the file, when all pages are rendered and the icons among them are known."""
    site = pages.site
    package = distribution(THEME)
    licence = package.read_text("licenses/LICENSE") or package.read_text("LICENSE") or ""  # PEP 639, and before it
    parts = [Licensed(f"{THEME} {package.version}", labels.gettext("The theme's styles and scripts."), licence)]
    for path, name, sign in ICONS:
        if not sign or any(sign in html for html in pages.html.values()):
            text = (TEMPLATES / ".icons" / path).read_text(encoding="utf-8")
            parts.append(Licensed(name, labels.gettext("Signs on the pages."), text))
    maps = [path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "assets").rglob("*.map"))]
    packages = bundled_packages(maps)
    if (site / LANGUAGES).exists():  # the search has left there what it needs
        packages.append("lunr-languages")
    (site / FILE).write_text(licences_text(parts, packages, labels), encoding="utf-8")
