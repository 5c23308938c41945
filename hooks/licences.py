"""Writes the licences of what the site ships, as MkDocs' events."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import material

from studyguide.website.licences import Licensed, bundled_packages, licences_text
from studyguide.website.search_files import LANGUAGES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

FILE = "licences.txt"
THEME = "mkdocs-material"
TEMPLATES = Path(material.__file__).parent / "templates"
# A set of icons, and a sign by which its drawings are known; the theme's own come from the first.
ICONS = (
    ("material/LICENSE", "Material Design Icons", ""),
    ("fontawesome/LICENSE.txt", "Font Awesome Free", "Font Awesome"),
)


def on_config(config: MkDocsConfig) -> None:
    """Tell the foot of each page that there will be such a file."""
    config.extra["licences"] = FILE


def on_post_build(config: MkDocsConfig) -> None:
    """All pages are written: which icons are among them can be seen."""
    site = Path(config.site_dir)
    package = distribution(THEME)
    licence = package.read_text("licenses/LICENSE") or package.read_text("LICENSE") or ""  # PEP 639, and before it
    parts = [Licensed(f"{THEME} {package.version}", "The theme's styles and scripts.", licence)]
    for path, name, sign in ICONS:
        if not sign or any(sign in page.read_text(encoding="utf-8") for page in site.rglob("*.html")):
            text = (TEMPLATES / ".icons" / path).read_text(encoding="utf-8")
            parts.append(Licensed(name, "Signs on the pages.", text))
    maps = [path.read_text(encoding="utf-8") for path in sorted((TEMPLATES / "assets").rglob("*.map"))]
    packages = bundled_packages(maps)
    if (site / LANGUAGES).exists():  # the search has left there what it needs
        packages.append("lunr-languages")
    (site / FILE).write_text(licences_text(parts, packages), encoding="utf-8")
