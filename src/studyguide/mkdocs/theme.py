"""Add the engine's templates, styles, scripts and manual to a guide's site, so that no mkdocs.yml need name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mkdocs.structure.files import File, InclusionLevel

from studyguide.data.guide import ENGINE
from studyguide.outputs.site.purge_css import parse

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from studyguide.mkdocs.context import BuildContext

THEME, MANUAL = ENGINE / "theme", ENGINE / "manual"
MANUAL_FOLDER = "chairs"
"""Where the chairs' manual stands below `docs/`."""
STYLES = ("guide", "page", "filters", "offline", "access")
SCRIPTS = (
    "tips",
    "menu-buttons",
    "single-keys",
    "leave-page",
    "search-results",
    "copy-link",
    "cite",
    "timeline-filter",
    "term-filter",
    "offline",
)
"""The engine's stylesheets and scripts, in the order in which a page loads them; a guide's own come behind."""


def add_theme(config: MkDocsConfig) -> None:
    """Put the engine's templates behind the guide's own `overrides/` and before those of Material."""
    own = [config.theme.custom_dir] if config.theme.custom_dir else []
    config.theme.dirs[len(own) : len(own)] = [str(THEME)]
    config.extra_css[:0] = [f"assets/stylesheets/{name}.css" for name in STYLES]
    config.extra_javascript[:0] = [f"assets/javascripts/{name}.js" for name in SCRIPTS]


def add_manual(files: Files, config: MkDocsConfig) -> None:
    """Add the chairs' manual of this version, outside the navigation; a page of the guide's own takes precedence."""
    for page in sorted(MANUAL.glob("*.md")):
        path = f"{MANUAL_FOLDER}/{page.name}"
        if files.get_file_from_path(path) is None:
            content = page.read_text(encoding="utf-8")
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.NOT_IN_NAV))


def parse_styles(files: Files, context: BuildContext) -> None:
    """Parse the stylesheets for `purge_css` while pandoc renders the notes: it takes a tenth of a second."""
    for file in files if not context.is_served else ():
        if file.src_uri.startswith("assets/stylesheets/") and file.src_uri.endswith(".css"):
            parse(file.content_string)
